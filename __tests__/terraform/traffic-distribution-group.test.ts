import { UpdateTrafficDistributionCommand } from '@aws-sdk/client-connect';
import { DEFAULT_GROUP_ARN, DEFAULT_GROUP_ID, HOME_REGION, INSTANCE_ID, REPLICA_REGION } from '../../emulator/seed/demo';
import { type Body, ContactCentre, type Declaration } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

const GROUP = 'connect_traffic_distribution_group.night';
const SHARES = 'connect_traffic_distribution.night';
const percent = (home: number) => [
  { region: HOME_REGION, percentage: home },
  { region: REPLICA_REGION, percentage: 100 - home },
];

/** The lives of a group and of its shares, told in order: each step starts from what the one before left. */
describe('a traffic distribution group and its shares', () => {
  let centre: ContactCentre;
  const declared = (group: Body = {}, shares: Body = {}): Declaration => ({
    resource: {
      connect_traffic_distribution_group: { night: { instance_id: INSTANCE_ID, name: 'Night', tags: { team: 'night' }, ...group } },
      connect_traffic_distribution: {
        night: { traffic_distribution_group_id: `\${${GROUP}.arn}`, telephony: percent(100), agent: percent(100), ...shares },
      },
    },
  });
  const TAGS: Body = { default_tags: { tags: { site: 'Leeds' } } };
  const night = async () =>
    (await centre.instance()).groups.find(({ Name, Becomes }) => Name.startsWith('Night') && Becomes?.Status !== 'GONE');

  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('are made by one call, where a new group has the shares that are declared', async () => {
    await centre.declare(declared(), TAGS);
    const { errors, warnings, writes } = await apply(centre);
    expect([errors, warnings, writes]).toEqual([[], [], ['CreateTrafficDistributionGroup 200']]);
    expect((await night())?.Tags).toEqual({ site: 'Leeds', team: 'night' });
    expect(centre.project.attributes(GROUP)).toMatchObject({ status: 'ACTIVE', is_default: false, region: HOME_REGION });
    expect(centre.project.attributes(SHARES)).toMatchObject({
      instance_id: INSTANCE_ID,
      current_telephony: { [HOME_REGION]: 100, [REPLICA_REGION]: 0 },
      current_sign_in: null,
    });
  });

  it('change in place by tags and by shares, with a word of calls that find no agents', async () => {
    await centre.declare(declared({ tags: { team: 'late' } }, { telephony: percent(40) }), TAGS);
    const { planned, warnings, writes } = await apply(centre);
    expect(planned).toEqual({ [GROUP]: 'update', [SHARES]: 'update' });
    expect(warnings).toMatchObject([{ summary: 'Calls will arrive where no agents are', address: SHARES }]);
    expect([...writes].sort()).toEqual(['TagResource 200', 'UpdateTrafficDistribution 200']);
    const next = await plan(centre);
    expect([next.planned, next.warnings, next.errors]).toEqual([{}, [], []]);
  });

  it('are left as operators shifted them, and set back by -replace, or where that is enforced', async () => {
    const shift = async () =>
      centre.outside().send(
        new UpdateTrafficDistributionCommand({
          Id: (await night())?.Id,
          AgentConfig: { Distributions: percent(0).map(({ region, percentage }) => ({ Region: region, Percentage: percentage })) },
        }),
      );
    const agentsAtHome = async () => (await night())?.AgentConfig?.Distributions.find(({ Region }) => Region === HOME_REGION)?.Percentage;
    await shift();
    const left = await apply(centre);
    expect([left.planned, left.writes, await agentsAtHome()]).toEqual([{}, [], 0]);
    expect(left.warnings).toMatchObject([{ summary: 'Traffic is shared otherwise than declared' }]);
    const back = await apply(centre, `-replace=${SHARES}`);
    expect([back.planned, back.writes, await agentsAtHome()]).toEqual([{ [SHARES]: 'replace' }, ['UpdateTrafficDistribution 200'], 100]);

    await shift();
    await centre.declare(declared({ tags: { team: 'late' } }, { telephony: percent(40), enforce: true }), TAGS);
    const { planned, writes } = await apply(centre);
    expect([planned, writes, await agentsAtHome()]).toEqual([{ [SHARES]: 'update' }, ['UpdateTrafficDistribution 200'], 100]);
  });

  it('are made anew with another name', async () => {
    const before = await night();
    await centre.declare(declared({ name: 'Nights' }));
    const { planned, errors, writes } = await apply(centre);
    expect(planned).toEqual({ [GROUP]: 'replace', [SHARES]: 'replace' });
    expect(errors).toEqual([]);
    expect([...writes].sort()).toEqual(['CreateTrafficDistributionGroup 200', 'DeleteTrafficDistributionGroup 200']);
    expect((await night())?.Id).not.toBe(before?.Id);
  });

  it('are imported, the default group among them, which cannot be deleted', async () => {
    const resource = {
      connect_traffic_distribution_group: { default: { instance_id: INSTANCE_ID, name: 'Default traffic distribution group' } },
      connect_traffic_distribution: { default: { traffic_distribution_group_id: DEFAULT_GROUP_ARN, telephony: percent(100) } },
    };
    const nights = declared({ name: 'Nights' });
    const all = Object.fromEntries(
      Object.entries(resource).map(([type, bodies]) => [type, { ...(nights['resource'] as Record<string, object>)[type], ...bodies }]),
    );
    await centre.declare({
      resource: all,
      import: [
        { to: 'connect_traffic_distribution_group.default', id: `${INSTANCE_ID},${DEFAULT_GROUP_ID}` },
        { to: 'connect_traffic_distribution.default', id: DEFAULT_GROUP_ARN },
      ],
    });
    const { errors, writes } = await apply(centre);
    expect([errors, writes]).toEqual([[], []]);
    expect(centre.project.attributes('connect_traffic_distribution_group.default')).toMatchObject({ is_default: true });
    await centre.declare(nights);
    const refused = await plan(centre);
    expect(refused.errors).toMatchObject([{ summary: 'The default traffic distribution group cannot be deleted' }]);
  });

  it('end with the group; the shares of others stay', async () => {
    await centre.project.succeed('state', 'rm', 'connect_traffic_distribution_group.default');
    const { errors, writes } = await apply(centre, '-destroy');
    expect([errors, writes]).toEqual([[], ['DeleteTrafficDistributionGroup 200']]);
  });
});
