import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  CreateQuickConnectCommand,
} from '@aws-sdk/client-connect';
import {
  AGENT_TRANSFER_FLOW_ID,
  DEFAULT_GROUP_ID,
  INSTANCE_ID,
  SALES_QUEUE_ID,
  SUPPORT_QUEUE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, membership } from '../support/terraform/contact-centre';
import { type Applied, apply, plan } from '../support/terraform/told';

/** Terraform gives an address to problems of declared resources alone. */
const NOT_DECLARED = '';
const QUICK_CONNECTS = 'Quick connects are deleted with their user';
const MEMBERSHIPS = 'Memberships end with their users';

/** What a plan says of all that goes along with an agent, before anything goes. */
describe('a plan that destroys agents', () => {
  let centre: ContactCentre;
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  const declare = (names: Readonly<Record<string, Body>>, members: readonly string[] = []): Promise<void> =>
    centre.declare({
      ...(Object.keys(names).length > 0 && {
        resource: {
          connect_user: Object.fromEntries(Object.entries(names).map(([name, body]) => [name, agent(name, body)])),
          ...(members.length > 0 && {
            connect_traffic_distribution_group_user: Object.fromEntries(
              members.map((name) => [name, membership(`\${connect_user.${name}.user_id}`)]),
            ),
          }),
        },
      }),
    });
  const ALL: Readonly<Record<string, Body>> = {
    ada: {},
    bob: {},
    cleo: { quick_connects_on_delete: 'retain' },
    dan: {},
    eve: {},
    finn: {},
  };
  const without = (...names: readonly string[]): Readonly<Record<string, Body>> =>
    Object.fromEntries(Object.entries(ALL).filter(([name]) => !names.includes(name)));

  async function quickConnectTo(name: string, label: string, ...queues: readonly string[]): Promise<string> {
    const config = { QuickConnectType: 'USER', UserConfig: { UserId: await idOf(name), ContactFlowId: AGENT_TRANSFER_FLOW_ID } } as const;
    const { QuickConnectId = '' } = await centre
      .outside()
      .send(new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name: label, QuickConnectConfig: config }));
    for (const QueueId of queues)
      await centre
        .outside()
        .send(new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId, QuickConnectIds: [QuickConnectId] }));
    return QuickConnectId;
  }
  const join = async (name: string, group: string): Promise<unknown> =>
    centre.outside().send(
      new AssociateTrafficDistributionGroupUserCommand({
        InstanceId: INSTANCE_ID,
        TrafficDistributionGroupId: group,
        UserId: await idOf(name),
      }),
    );

  /** The warnings in the order of their titles: address, title, then the lines of the detail but for the advice. */
  const said = ({ warnings }: Applied): readonly (readonly string[])[] =>
    warnings
      .map(({ address = '', summary, detail }) => [
        address,
        summary,
        ...detail.split('\n').filter((line) => !/^(The list may hold|They stay|You need not)/.test(line)),
      ])
      .sort((a, b) => a.join().localeCompare(b.join()));

  const quickConnect: Record<string, string> = {};
  beforeAll(async () => {
    centre = await ContactCentre.start();
    await declare(ALL, ['ada']);
    await apply(centre);
    quickConnect.queued = await quickConnectTo('ada', 'Ada by day', SUPPORT_QUEUE_ID, SALES_QUEUE_ID);
    quickConnect.plain = await quickConnectTo('ada', 'Ada at night');
    for (const name of ['cleo', 'dan', 'eve', 'finn']) quickConnect[name] = await quickConnectTo(name, name);
    await join('ada', DEFAULT_GROUP_ID);
    await join('cleo', TEAM_GROUP_ID);
  });
  afterAll(() => centre.close());

  it('names the quick connects that go, the queues that offer them, and the memberships that end and that no resource declares', async () => {
    await declare(without('ada'));
    const told = await plan(centre);
    expect([told.code, told.writes, told.planned]).toEqual([
      0,
      [],
      { 'connect_user.ada': 'delete', 'connect_traffic_distribution_group_user.ada': 'delete' },
    ]);
    expect(said(told)).toEqual([
      [
        NOT_DECLARED,
        MEMBERSHIPS,
        `With the user "ada" (${await idOf('ada')}):`,
        `  - the membership in the traffic distribution group "Default traffic distribution group" (${DEFAULT_GROUP_ID}) ends`,
      ],
      [
        NOT_DECLARED,
        QUICK_CONNECTS,
        `With the user "ada" (${await idOf('ada')}):`,
        `  - the quick connect "Ada by day" (${quickConnect.queued}), which agents are offered in "Support", "Sales"`,
        `  - the quick connect "Ada at night" (${quickConnect.plain})`,
      ],
    ]);
  });

  it('says nothing where nothing goes along', async () => {
    await declare(without('bob'), ['ada']);
    expect(await plan(centre)).toMatchObject({ code: 0, warnings: [], planned: { 'connect_user.bob': 'delete' } });
  });

  it('speaks of memberships, not of quick connects, where those are retained', async () => {
    await declare(without('cleo'), ['ada']);
    const told = await plan(centre);
    expect(said(told)).toEqual([
      [
        NOT_DECLARED,
        MEMBERSHIPS,
        `With the user "cleo" (${await idOf('cleo')}):`,
        `  - the membership in the traffic distribution group "Voice teams" (${TEAM_GROUP_ID}) ends`,
      ],
    ]);
    expect(told.calls.map(({ operation }) => operation)).not.toContain('SearchQuickConnects');
  });

  /** Terraform itself leaves out what a provider says of a replacement that -replace asks for. */
  it('says of agents that are replaced, under another name or as tainted, what goes on to whom', async () => {
    await declare({ ...ALL, dan: { name: 'daniel' } }, ['ada']);
    await centre.project.succeed('taint', 'connect_user.finn');
    const told = await plan(centre, '-replace=connect_user.eve');
    expect(told.planned).toEqual({ 'connect_user.dan': 'replace', 'connect_user.eve': 'replace', 'connect_user.finn': 'replace' });
    const lines = await Promise.all(
      Object.entries({ dan: 'daniel', finn: 'finn' }).map(async ([name, successor]) => [
        `From the user "${name}" (${await idOf(name)}) to "${successor}":`,
        `  - the quick connect "${name}" (${quickConnect[name]})`,
      ]),
    );
    const [[address, ...text] = [], ...others] = said(told);
    expect(['connect_user.dan', 'connect_user.finn']).toContain(address);
    expect([text, others]).toEqual([['Quick connects go on to the successor of their user', ...lines.flat()], []]);
    await centre.project.succeed('untaint', 'connect_user.finn');
  });

  it('looks at quick connects, queues and groups once for all of them', async () => {
    await declare({});
    const { calls, planned } = await plan(centre);
    const counts = new Map<string, number>();
    for (const { operation } of calls) counts.set(operation, (counts.get(operation) ?? 0) + 1);
    expect(Object.keys(planned)).toHaveLength(7);
    expect(Object.fromEntries(counts)).toMatchObject({
      SearchQuickConnects: 1,
      ListQueues: 1,
      ListQueueQuickConnects: 2,
      ListTrafficDistributionGroups: 2,
    });
    expect(counts.get('ListTrafficDistributionGroupUsers')).toBeLessThanOrEqual(6);
  });

  it('says it with -destroy too, and without a refresh', async () => {
    for (const args of [['-destroy'], ['-destroy', '-refresh=false']]) {
      await declare(ALL, ['ada']);
      const told = (await plan(centre, ...args)).warnings.flatMap(({ summary, detail }) =>
        [...detail.matchAll(/^With the user "(\w+)"/gm)].map(([, name]) => [summary, name]),
      );
      expect(told.sort()).toEqual([
        ...['ada', 'cleo'].map((name) => [MEMBERSHIPS, name]),
        ...['ada', 'dan', 'eve', 'finn'].map((name) => [QUICK_CONNECTS, name]),
      ]);
    }
  });

  it('is one warning of a kind, first what nobody can undo, with all of them in it', async () => {
    const { stdout } = await centre.project.succeed('plan', '-destroy', '-no-color', '-input=false');
    expect(stdout.match(/Warning: .*/g)).toEqual([`Warning: ${QUICK_CONNECTS}`, `Warning: ${MEMBERSHIPS}`]);
    expect(stdout.match(/(?<=With the user ")\w+/g)).toEqual(['ada', 'dan', 'eve', 'finn', 'ada', 'cleo']);
    expect(stdout).not.toContain('similar warning');
    expect(stdout.match(/To\s+keep\s+the\s+others,\s+set\s+quick_connects_on_delete\s+=\s+"retain"/g)).toHaveLength(1);
  });

  it('goes on with one warning for each look that is not allowed', async () => {
    await centre.emulator.control.change({
      deny: ['SearchQuickConnects', 'ListTrafficDistributionGroupUsers'].map((operation) => ({ operation })),
    });
    await declare({});
    const told = await plan(centre, '-refresh=false');
    await centre.emulator.control.change({ deny: [] });
    expect([told.code, told.warnings.map(({ summary }) => summary).sort()]).toEqual([
      0,
      ['The plan could not be checked with ListTrafficDistributionGroupUsers', 'The plan could not be checked with SearchQuickConnects'],
    ]);
  });

  it('is what apply does', async () => {
    const told = await apply(centre);
    expect(told.code).toBe(0);
    const ended = told.writes.filter((write) => write === 'DisassociateTrafficDistributionGroupUser 200');
    const deleted = told.calls.filter(({ operation }) => operation === 'DeleteQuickConnect').map(({ keys }) => keys.quickConnectId);
    expect([ended.length, deleted.sort()]).toEqual([
      3,
      Object.values(quickConnect)
        .filter((id) => id !== quickConnect.cleo)
        .sort(),
    ]);
    expect((await centre.instance()).users).toEqual([]);
  });
});
