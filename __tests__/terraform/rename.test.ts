import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  CreateQuickConnectCommand,
  TagResourceCommand,
} from '@aws-sdk/client-connect';
import { AGENT_TRANSFER_FLOW_ID, DEFAULT_GROUP_ID, INSTANCE_ID, SUPPORT_QUEUE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import type { SettingsPatch } from '../support/emulator/test-emulator';
import { agent, type Body, ContactCentre, membership } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

const QUICK_CONNECTS = 'Quick connects go on to the successor of their user';
const MEMBERSHIPS = 'Memberships go on to the successors of their users';

interface Way {
  readonly way: string;
  readonly lifecycle: Body;
  readonly answers?: SettingsPatch['answers'];
}

const CREATE_FIRST: Body = { lifecycle: { create_before_destroy: true } };
const WAYS: readonly Way[] = [
  { way: 'destroying the old account first', lifecycle: {} },
  {
    way: 'destroying it first, where Connect clears what pointed at a deleted user',
    lifecycle: {},
    answers: { quickConnectUserIdAfterDelete: 'cleared', memberOfDeletedUser: 'lingers' },
  },
  { way: 'creating the new account first', lifecycle: CREATE_FIRST },
  {
    way: 'creating it first, where a user cannot be deleted while quick connects point at it',
    lifecycle: CREATE_FIRST,
    answers: { deleteUserWithQuickConnect: 'refused' },
  },
];

describe.each(WAYS)('an agent gets another name, $way', ({ lifecycle, answers }) => {
  let centre: ContactCentre;
  const declare = (name: string): Promise<void> =>
    centre.declare({
      resource: {
        connect_user: { ada: agent(name, lifecycle) },
        connect_traffic_distribution_group_user: { ada: membership('${connect_user.ada.user_id}', lifecycle) },
        connect_quick_connect: {
          declared: {
            instance_id: INSTANCE_ID,
            name: 'Declared',
            queue_ids: [SUPPORT_QUEUE_ID],
            user_config: { user_id: '${connect_user.ada.user_id}', contact_flow_id: AGENT_TRANSFER_FLOW_ID },
          },
        },
      },
    });
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;

  /** What points at the agent, with who is meant by the user's name. */
  async function pointing(name: string): Promise<object> {
    const { quickConnects, queues, groups } = await centre.instance();
    const id = await idOf(name);
    return {
      quickConnects: quickConnects
        .filter(({ QuickConnectConfig: { UserConfig } }) => UserConfig?.UserId === id)
        .map(({ Id, Name, QuickConnectConfig: { QuickConnectType, UserConfig }, Tags }) => ({
          Id,
          Name,
          QuickConnectType,
          flow: UserConfig?.ContactFlowId,
          Tags,
          queues: queues.filter(({ QuickConnectIds }) => QuickConnectIds.includes(Id)).map(({ Name: queue }) => queue),
        })),
      groups: groups.filter(({ members }) => members.includes(id)).map(({ Id }) => Id),
    };
  }

  beforeAll(async () => {
    centre = await ContactCentre.start({ settings: { ...(answers && { answers }) } });
    await declare('ada');
    await apply(centre);
    const UserId = await idOf('ada');
    const client = centre.outside();
    for (const Name of ['Call Ada', 'Ada at night']) {
      const config = { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } } as const;
      const made = await client.send(new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name, QuickConnectConfig: config }));
      const offer = { InstanceId: INSTANCE_ID, QueueId: SUPPORT_QUEUE_ID, QuickConnectIds: [made.QuickConnectId ?? ''] };
      await client.send(new AssociateQueueQuickConnectsCommand(offer));
      await client.send(new TagResourceCommand({ resourceArn: made.QuickConnectARN, tags: { site: 'Leeds' } }));
    }
    const member = { InstanceId: INSTANCE_ID, TrafficDistributionGroupId: DEFAULT_GROUP_ID, UserId };
    await client.send(new AssociateTrafficDistributionGroupUserCommand(member));
  });
  afterAll(() => centre.close());

  it('keeps its quick connects with their queues and its memberships, as the plan says, and the next plan is empty', async () => {
    const before = await pointing('ada');
    expect(before).toMatchObject({ quickConnects: [{}, {}, {}], groups: [DEFAULT_GROUP_ID, TEAM_GROUP_ID].sort() });
    await declare('ada.king');
    const told = await apply(centre);
    expect([told.code, told.errors]).toEqual([0, []]);
    expect(told.planned).toMatchObject({ 'connect_user.ada': 'replace', 'connect_quick_connect.declared': 'update' });
    const said = told.warnings.map(({ summary, detail }) => [summary, detail] as const);
    expect(said.map(([summary]) => summary).sort()).toEqual([MEMBERSHIPS, QUICK_CONNECTS]);
    for (const [summary, detail] of said) {
      expect(detail).toContain('to "ada.king":');
      if (summary === QUICK_CONNECTS) expect(detail).toMatch(/"Call Ada" .*which agents are offered in "Support"/);
    }
    expect(await pointing('ada.king')).toEqual(before);
    expect(await centre.userNamed('ada')).toBeUndefined();
    expect((await plan(centre)).planned).toEqual({});
  });
});
