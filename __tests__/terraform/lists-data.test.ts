import { DEFAULT_GROUP_ARN, HOME_REGION, INSTANCE_ID, SALES_ROUTING_PROFILE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent as declaredAgent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import { agent, connectTo } from '../support/emulator/test-emulator';
import { apply, plan } from '../support/terraform/told';

describe('who is there', () => {
  let centre: ContactCentre;
  const ids: string[] = [];
  beforeAll(async () => {
    centre = await ContactCentre.start({ settings: { quotas: { users: 1000 } } });
    await centre.emulator.control.users({ count: 600, instance: INSTANCE_ID });
    const client = connectTo(centre.emulator.url);
    for (const [name, site] of [
      ['grace.hopper', 'Leeds'],
      ['alan.turing', 'Leeds'],
      ['ada.lovelace', 'York'],
    ] as const) {
      const body = { ...agent(name), RoutingProfileId: SALES_ROUTING_PROFILE_ID, Tags: { site } };
      ids.push((await client.createUser(body)).UserId ?? '');
    }
  });
  afterAll(() => centre.close());

  it('is listed once for a whole plan, joins a group, and the plan after that is empty', async () => {
    const [grace = '', alan = ''] = ids;
    const asked = { instance_id: INSTANCE_ID, routing_profile_id: SALES_ROUTING_PROFILE_ID };
    await centre.declare({
      data: {
        connect_users: {
          leeds: { ...asked, tags: { site: 'Leeds' } },
          grace: { ...asked, name_prefix: 'grace.' },
          nobody: { ...asked, tags: { site: 'Paris' } },
          all: { instance_id: INSTANCE_ID },
        },
      },
      resource: {
        connect_traffic_distribution_group_users: {
          team: {
            instance_id: INSTANCE_ID,
            traffic_distribution_group_id: TEAM_GROUP_ID,
            user_ids: '${data.connect_users.leeds.user_ids}',
          },
        },
      },
      output: { names: { value: '${data.connect_users.leeds.users[*].name}' } },
    });
    const { errors, calls } = await apply(centre);
    expect(errors).toEqual([]);
    // 603 users are two pages.
    expect(calls.filter(({ operation }) => operation === 'SearchUsers')).toHaveLength(2);
    expect([...(await centre.emulator.control.membersOf(TEAM_GROUP_ID))].sort()).toEqual([grace, alan].sort());
    expect(centre.project.attributes('data.connect_users.leeds')).toMatchObject({
      users: [
        { name: 'alan.turing', user_id: alan, tags: { site: 'Leeds' }, hierarchy_group_id: null },
        { name: 'grace.hopper', user_id: grace, routing_profile_id: SALES_ROUTING_PROFILE_ID },
      ],
    });
    expect(centre.project.attributes('data.connect_users.grace')).toMatchObject({ user_ids: [grace] });
    expect(centre.project.attributes('data.connect_users.nobody')).toMatchObject({ users: [], user_ids: [] });
    expect(centre.project.attributes('data.connect_users.all')?.['user_ids']).toHaveLength(603);
    const { planned, errors: complaints } = await plan(centre);
    expect([planned, complaints]).toEqual([{}, []]);
  });

  it('in which group is told, and which groups there are', async () => {
    const [grace = '', alan = ''] = ids;
    const asked = { instance_id: INSTANCE_ID };
    const group = { ...asked, traffic_distribution_group_id: TEAM_GROUP_ID };
    const stack = centre.otherStack();
    await stack.declare({
      data: {
        connect_traffic_distribution_groups: { all: asked },
        connect_traffic_distribution_group_users: {
          team: group,
          other: { ...asked, traffic_distribution_group_id: DEFAULT_GROUP_ARN },
        },
      },
      output: {
        groups: { value: '${data.connect_traffic_distribution_groups.all.groups[*].name}' },
        default: { value: '${[for group in data.connect_traffic_distribution_groups.all.groups : group.arn if group.is_default]}' },
      },
    });
    const { errors, writes } = await apply(stack);
    expect([errors, writes]).toEqual([[], []]);
    expect(stack.project.attributes('data.connect_traffic_distribution_groups.all')).toMatchObject({
      groups: [
        { name: 'Being created', status: 'CREATION_IN_PROGRESS' },
        { name: 'Default traffic distribution group', is_default: true, region: HOME_REGION },
        { name: 'Voice teams', traffic_distribution_group_id: TEAM_GROUP_ID },
      ],
    });
    const members = stack.project.attributes('data.connect_traffic_distribution_group_users.team')?.['user_ids'];
    expect(members).toEqual(expect.arrayContaining([grace, alan]));
    expect(members).toHaveLength(2);
    expect(stack.project.attributes('data.connect_traffic_distribution_group_users.other')).toMatchObject({ user_ids: [] });
    const gone = TEAM_GROUP_ID.replace(/.$/, '9');
    await stack.declare({
      data: { connect_traffic_distribution_group_users: { gone: { ...group, traffic_distribution_group_id: gone } } },
    });
    expect((await plan(stack)).errors).toMatchObject([{ summary: `No traffic distribution group ${gone}` }]);
  });

  it('is told with those whom the same apply has just made', async () => {
    const stack = centre.otherStack();
    const asked = { instance_id: INSTANCE_ID, tags: { team: 'night' } };
    const of = (name: string, after = 'none'): Body => ({ ...declaredAgent(name), tags: { team: 'night', after } });
    await stack.declare({
      resource: {
        connect_user: {
          eva: of('eva.lu'),
          // Made once the first list is there.
          ben: of('ben.bitdiddle', '${length(data.connect_users.first.users) > 0 ? "eva" : "none"}'),
        },
        connect_traffic_distribution_group: { night: { instance_id: INSTANCE_ID, name: 'Night' } },
        connect_traffic_distribution_group_users: {
          night: {
            instance_id: INSTANCE_ID,
            traffic_distribution_group_id: '${connect_traffic_distribution_group.night.id}',
            user_ids: '${data.connect_users.then.user_ids}',
          },
        },
      },
      data: {
        connect_users: {
          first: { ...asked, depends_on: ['connect_user.eva'] },
          then: { ...asked, depends_on: ['connect_user.ben'] },
        },
        connect_traffic_distribution_group: {
          night: { instance_id: INSTANCE_ID, name: 'Night', depends_on: ['connect_traffic_distribution_group.night'] },
        },
      },
    });
    expect((await apply(stack)).errors).toEqual([]);
    const { id } = stack.project.attributes('connect_traffic_distribution_group.night') ?? {};
    expect(await centre.emulator.control.membersOf(String(id))).toHaveLength(2);
    const { planned, errors } = await plan(stack);
    expect([planned, errors]).toEqual([{}, []]);
  });
});
