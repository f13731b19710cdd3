import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  type ConnectClient,
  CreateQuickConnectCommand,
} from '@aws-sdk/client-connect';
import {
  AGENT_TRANSFER_FLOW_ID,
  DEFAULT_GROUP_ID,
  HOME_REGION,
  INSTANCE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  REPLICA_REGION,
  SALES_QUEUE_ID,
  SALES_ROUTING_PROFILE_ID,
  SUPPORT_QUEUE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { BEFORE, CHANGED } from '../answers/declarations';
import { agent, type Body, type Declaration, membership } from '../support/terraform/contact-centre';
import type { SettingsPatch } from '../support/emulator/test-emulator';
import type { Scenario } from './scenario';

type Bodies = Readonly<Record<string, Body>>;

const declared = (users: Bodies, memberships: Bodies = {}, groups: Bodies = {}): Declaration => ({
  resource: {
    ...(Object.keys(users).length > 0 && { connect_user: users }),
    ...(Object.keys(memberships).length > 0 && { connect_traffic_distribution_group_user: memberships }),
    ...(Object.keys(groups).length > 0 && { connect_traffic_distribution_group_users: groups }),
  },
});
const NOTHING: Declaration = {};

const agents = (...names: readonly string[]): Bodies => Object.fromEntries(names.map((name) => [name, agent(name)]));
const userId = (name: string): string => `\${connect_user.${name}.user_id}`;
const joined = (name: string, group = TEAM_GROUP_ID): Body => membership(userId(name), { traffic_distribution_group_id: group });
const whole = (names: readonly string[], group = TEAM_GROUP_ID): Body => ({
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: group,
  user_ids: names.map(userId),
});

const PROFICIENCY = { attribute_name: 'Product', attribute_value: 'Mobile', level: 3 };
const complete = (name: string, more: Body = {}): Body =>
  agent(name, {
    identity_info: { first_name: 'Ada', last_name: 'Lovelace', secondary_email: 'ada@example.com', mobile: '+12065550101' },
    phone_config: { phone_type: 'DESK_PHONE', desk_phone_number: '+12065550102', after_contact_work_time_limit: 30 },
    hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
    proficiency: [PROFICIENCY],
    tags: { site: 'Leeds' },
    ...more,
  });

/** Two quick connects to a user, one of which a queue offers, and a membership that nobody declares. */
async function callAndJoin(client: ConnectClient, UserId: string): Promise<void> {
  const user = { InstanceId: INSTANCE_ID, UserId };
  for (const [index, QueueId] of [SUPPORT_QUEUE_ID, SALES_QUEUE_ID].entries()) {
    const QuickConnectConfig = { QuickConnectType: 'USER' as const, UserConfig: { UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } };
    const { QuickConnectId = '' } = await client.send(
      new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name: `Call ${UserId} ${index}`, QuickConnectConfig }),
    );
    if (index === 0)
      await client.send(new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId, QuickConnectIds: [QuickConnectId] }));
  }
  await client.send(new AssociateTrafficDistributionGroupUserCommand({ ...user, TrafficDistributionGroupId: DEFAULT_GROUP_ID }));
}

const quickConnectsOf =
  (...names: readonly string[]): Scenario['outside'] =>
  async (client, idOf) => {
    for (const name of names) await callAndJoin(client, idOf(name));
  };

/** The answers that make the most work. */
const UNKIND: SettingsPatch['answers'] = {
  reassociate: 'conflict',
  disassociateNonMember: 'not-found',
  memberOfDeletedUser: 'lingers',
  disassociateDeletedUser: 'not-found',
  memberIds: 'arn',
  groupUsersPageMax: 10,
  quickConnectUserIdAfterDelete: 'kept',
  deleteQuickConnectInQueue: 'in-use',
  omittedOnUpdate: 'cleared',
};

const THREE = ['ada', 'bob', 'cleo'] as const;
const MEMBERSHIPS = { ada: joined('ada'), bob: joined('bob'), cleo: joined('cleo') };

const USERS: readonly Scenario[] = [
  { name: 'create users with everything declared', before: NOTHING, after: declared({ ada: complete('ada'), bob: complete('bob') }) },
  { name: 'change everything of users', before: BEFORE, after: CHANGED },
  {
    name: 'replace users by a new name',
    handsOnMemberships: true,
    before: declared({ ada: complete('ada') }, { ada: joined('ada') }),
    outside: quickConnectsOf('ada'),
    after: declared({ ada: complete('ada.king') }, { ada: joined('ada') }),
  },
  {
    name: 'replace users by a new name, creating before destroying',
    before: declared({ ada: complete('ada', { lifecycle: { create_before_destroy: true } }) }, { ada: joined('ada') }),
    outside: quickConnectsOf('ada'),
    after: declared({ ada: complete('ada.king', { lifecycle: { create_before_destroy: true } }) }, { ada: joined('ada') }),
  },
  {
    name: 'destroy users with quick connects',
    before: declared(agents('ada', 'bob'), { ada: joined('ada') }),
    outside: quickConnectsOf('ada', 'bob'),
    after: NOTHING,
  },
  {
    name: 'destroy users, with unkind answers',
    answers: UNKIND,
    before: declared(agents('ada'), { ada: joined('ada') }),
    outside: quickConnectsOf('ada'),
    after: declared(agents('ada'), { ada: joined('ada') }),
    destroy: true,
  },
  {
    name: 'destroy users who are at work',
    before: declared({ ada: agent('ada', { drain_on_delete: '5m' }), bob: agent('bob', { drain_on_delete: '5m' }) }),
    atWork: ['ada', 'bob'],
    after: NOTHING,
  },
  {
    name: 'destroy a user whose quick connects forget it',
    answers: { ...UNKIND, quickConnectUserIdAfterDelete: 'cleared' },
    before: declared(agents('ada')),
    outside: quickConnectsOf('ada'),
    after: NOTHING,
  },
];

const GROUPS: readonly Scenario[] = [
  { name: 'create memberships', before: declared(agents(...THREE)), after: declared(agents(...THREE), MEMBERSHIPS) },
  {
    name: 'replace memberships, with unkind answers',
    answers: UNKIND,
    before: declared(agents(...THREE, 'dan'), MEMBERSHIPS),
    after: declared(agents(...THREE, 'dan'), {
      ada: joined('ada', DEFAULT_GROUP_ID),
      bob: joined('bob', DEFAULT_GROUP_ID),
      cleo: joined('dan'),
    }),
  },
  { name: 'destroy memberships', before: declared(agents(...THREE), MEMBERSHIPS), after: declared(agents(...THREE)) },
  { name: 'create a whole group', before: declared(agents(...THREE)), after: declared(agents(...THREE), {}, { team: whole(THREE) }) },
  {
    name: 'change a whole group, with unkind answers',
    answers: UNKIND,
    before: declared(agents(...THREE, 'dan'), {}, { team: whole(['ada', 'bob']) }),
    after: declared(agents(...THREE, 'dan'), {}, { team: whole(['cleo', 'dan']) }),
  },
  {
    name: 'replace a whole group',
    before: declared(agents(...THREE), {}, { team: whole(['ada', 'bob']) }),
    after: declared(agents(...THREE), {}, { team: whole(['bob', 'cleo'], DEFAULT_GROUP_ID) }),
  },
  {
    name: 'destroy a whole group',
    before: declared(agents(...THREE), {}, { team: whole(THREE) }),
    after: declared(agents(...THREE), {}, { team: whole(THREE) }),
    destroy: true,
  },
];

const callAda = (more: Body = {}): Declaration['resource'] => ({
  connect_quick_connect: {
    ada: {
      instance_id: INSTANCE_ID,
      name: 'Call Ada',
      queue_ids: [SUPPORT_QUEUE_ID],
      tags: { site: 'Leeds' },
      user_config: { user_id: userId('ada'), contact_flow_id: AGENT_TRANSFER_FLOW_ID },
      ...more,
    },
  },
});
const withCalls = (name: string, calls: Declaration['resource'] = {}): Declaration => ({
  resource: { connect_user: { ada: agent(name) }, ...(calls as object) },
});

const QUICK_CONNECTS: readonly Scenario[] = [
  { name: 'create a quick connect', before: withCalls('ada'), after: withCalls('ada', callAda()) },
  {
    name: 'change a quick connect',
    before: withCalls('ada', callAda()),
    after: withCalls('ada', callAda({ name: 'Ring Ada', queue_ids: [SALES_QUEUE_ID], tags: { site: 'York' } })),
  },
  { name: 'rename the user of a quick connect', before: withCalls('ada', callAda()), after: withCalls('ada.king', callAda()) },
  {
    name: 'destroy a quick connect that queues hold',
    answers: { deleteQuickConnectInQueue: 'in-use' },
    before: withCalls('ada', callAda()),
    after: withCalls('ada'),
  },
];

/** Changes that do not wait for each other, of each kind of resource. */
export const MIXED: Scenario = {
  name: 'a mixed stack',
  before: declared(
    { ...agents('changed', 'deleted', 'member', 'leaver', 'joiner', 'stayer') },
    { leaver: joined('leaver') },
    { all: whole(['stayer'], DEFAULT_GROUP_ID) },
  ),
  after: declared(
    {
      ...agents('member', 'leaver', 'joiner', 'stayer'),
      created: complete('created'),
      changed: agent('changed', { routing_profile_id: SALES_ROUTING_PROFILE_ID, proficiency: [PROFICIENCY] }),
    },
    { member: joined('member') },
    { all: whole(['stayer', 'joiner'], DEFAULT_GROUP_ID) },
  ),
};

const percent = (home: number) => [
  { region: HOME_REGION, percentage: home },
  { region: REPLICA_REGION, percentage: 100 - home },
];

/** A group that Terraform makes, its shares, and an agent in it. */
const voice = (group: Body, home: number): Declaration => ({
  resource: {
    connect_user: { ada: agent('ada') },
    connect_traffic_distribution_group: { voice: { instance_id: INSTANCE_ID, name: 'Voice', ...group } },
    connect_traffic_distribution: {
      voice: {
        traffic_distribution_group_id: '${connect_traffic_distribution_group.voice.arn}',
        telephony: percent(home),
        agent: percent(home),
      },
    },
    connect_traffic_distribution_group_user: { ada: joined('ada', '${connect_traffic_distribution_group.voice.arn}') },
  },
});

const SHARES: readonly Scenario[] = [
  { name: 'create a group and its shares', before: declared(agents('ada')), after: voice({ tags: { team: 'voice' } }, 0) },
  { name: 'change a group and its shares', before: voice({ tags: { team: 'voice' } }, 100), after: voice({ tags: { site: 'Leeds' } }, 0) },
  { name: 'replace a group and its shares', before: voice({}, 0), after: voice({ description: 'Calls' }, 0) },
  { name: 'destroy a group and its shares', before: voice({}, 0), after: declared(agents('ada')) },
];

export const SCENARIOS: readonly Scenario[] = [...USERS, ...GROUPS, ...SHARES, ...QUICK_CONNECTS, MIXED];
