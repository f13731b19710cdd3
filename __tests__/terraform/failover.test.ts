import { HOME_REGION, REPLICA_REGION } from '../../emulator/seed/demo';
import { agent, ContactCentre, type Declaration, membership } from '../support/terraform/contact-centre';
import { exampleText } from '../support/terraform/examples';
import { apply, plan } from '../support/terraform/told';
import { INSTANCE_ID } from '../../emulator/seed/demo';

/** A group, and agents in it: the stack of those who manage agents. */
const team = (...names: readonly string[]): Declaration => ({
  resource: {
    connect_traffic_distribution_group: { voice: { instance_id: INSTANCE_ID, name: 'Voice' } },
    connect_user: Object.fromEntries(names.map((name) => [name, agent(name)])),
    connect_traffic_distribution_group_user: Object.fromEntries(
      names.map((name) => [
        name,
        membership(`\${connect_user.${name}.user_id}`, {
          traffic_distribution_group_id: '${connect_traffic_distribution_group.voice.arn}',
        }),
      ]),
    ),
  },
});

/** docs/guides/failover.md tells these steps. */
describe('the failover drill', () => {
  let agents: ContactCentre;
  let failover: ContactCentre;
  let groupArn: unknown;

  /** The switch: examples/failover, with the provider configured for the Region that is to take the traffic. */
  const shiftTo = async (region: string) => {
    await failover.declare({}, { region });
    return apply(failover, '-var', `group_arn=${String(groupArn)}`, '-var', `active=${region}`);
  };
  const shares = async () => {
    const group = (await agents.instance()).groups.find(({ Name }) => Name === 'Voice');
    return [group?.TelephonyConfig, group?.AgentConfig].map((config) =>
      Object.fromEntries((config?.Distributions ?? []).map(({ Region, Percentage }) => [Region, Percentage])),
    );
  };
  const all = (region: string) => ({ [HOME_REGION]: 0, [REPLICA_REGION]: 0, [region]: 100 });

  beforeAll(async () => {
    agents = await ContactCentre.start();
    failover = agents.otherStack();
    // Where the provider comes from, this project says itself.
    failover.project.write('failover.tf', exampleText('failover', 'main.tf').replace(/^terraform \{[^]*?^\}\n/m, ''));
    await agents.declare(team('ada', 'grace'));
    await apply(agents);
    groupArn = agents.project.attributes('connect_traffic_distribution_group.voice')?.['arn'];
  });
  afterAll(() => agents.close());

  it('begins with a plan that changes nothing, since the traffic is where it is declared to be', async () => {
    const { errors, warnings, writes } = await shiftTo(HOME_REGION);
    expect([errors, warnings, writes]).toEqual([[], [], []]);
    expect(await shares()).toEqual([all(HOME_REGION), all(HOME_REGION)]);
  });

  it('shifts calls and agents to the replica while the home Region is down', async () => {
    await agents.emulator.control.fault({ operation: '*', region: HOME_REGION, count: 1_000_000, dropConnection: 'before' });
    const { errors, warnings, calls } = await shiftTo(REPLICA_REGION);
    expect([errors, warnings]).toEqual([[], []]);
    expect(calls.filter(({ operation }) => operation === 'UpdateTrafficDistribution')).toMatchObject([
      { region: REPLICA_REGION, status: 200 },
    ]);
    expect(await shares()).toEqual([all(REPLICA_REGION), all(REPLICA_REGION)]);
  });

  it('lets an agent join once the home Region is up again, and leaves the traffic where it is', async () => {
    await agents.emulator.control.clearFaults();
    await agents.declare(team('ada', 'grace', 'joan'));
    const { errors, writes } = await apply(agents);
    expect([errors, writes]).toEqual([[], ['CreateUser 200', 'AssociateTrafficDistributionGroupUser 200']]);
    expect(await shares()).toEqual([all(REPLICA_REGION), all(REPLICA_REGION)]);
  });

  it('leads back, and leaves nothing to do', async () => {
    const { errors, warnings, calls } = await shiftTo(HOME_REGION);
    expect([errors, warnings]).toEqual([[], []]);
    expect(calls.filter(({ operation }) => operation === 'UpdateTrafficDistribution')).toMatchObject([
      { region: HOME_REGION, status: 200 },
    ]);
    expect(await shares()).toEqual([all(HOME_REGION), all(HOME_REGION)]);
    const { planned, drift } = await plan(agents);
    expect([planned, drift]).toEqual([{}, {}]);
  });
});
