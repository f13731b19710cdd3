import { idIn } from '../../connect/shapes/ids';
import type { Gateway } from '../../connect/gateway';
import type { Outcome } from '../../connect/failure';
import { agentAtWorkOf, agentStatusOf } from '../../connect/shapes/agent-shape';
import { IncompleteAnswer } from '../../connect/shapes/members';
import { instanceOf, listedInstanceOf } from '../../connect/shapes/instance-shape';
import { groupOf } from '../../connect/shapes/group-shape';
import { proficiencyOf } from '../../connect/shapes/proficiency-shape';
import { quickConnectOf } from '../../connect/shapes/quick-connect-shape';
import { foundUserOf, listedUserOf, readableUserOf, userOf } from '../../connect/shapes/user-shape';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, startScriptedServer } from '../support/connect/scripted-server';

const USER = { instanceId: idIn('i-1'), userId: idIn('u-1') };
const NEW_USER = { instanceId: idIn('i-1'), username: 'jane', securityProfileIds: [idIn('s-1')], routingProfileId: idIn('r-1') };
const GROUP = 'arn:aws:connect:eu-central-1:1:traffic-distribution-group/g-1';
const AGENT = {
  Id: 'u-1',
  Arn: 'arn:aws:connect:eu-central-1:1:instance/i-1/agent/u-1',
  Username: 'jane',
  RoutingProfileId: 'r-1',
  SecurityProfileIds: ['s-1'],
  HierarchyGroupId: 'h-1',
  DirectoryUserId: 'd-1',
  IdentityInfo: { FirstName: 'Jane', LastName: 'Doe', Email: 'jane@example.com', SecondaryEmail: 'j@example.com', Mobile: '+1' },
  PhoneConfig: {
    PhoneType: 'SOFT_PHONE',
    AutoAccept: true,
    AfterContactWorkTimeLimit: 30,
    DeskPhoneNumber: '+1',
    PersistentConnection: false,
  },
  AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true, AgentFirstCallbackAutoAccept: false }],
  AfterContactWorkConfigs: [
    {
      Channel: 'VOICE',
      AfterContactWorkConfig: { AfterContactWorkTimeLimit: 60 },
      AgentFirstCallbackAfterContactWorkConfig: { AfterContactWorkTimeLimit: 0 },
    },
  ],
  PhoneNumberConfigs: [{ Channel: 'VOICE', PhoneType: 'DESK_PHONE', PhoneNumber: '+1' }],
  PersistentConnectionConfigs: [{ Channel: 'VOICE', PersistentConnection: true }],
  VoiceEnhancementConfigs: [{ Channel: 'VOICE', VoiceEnhancementMode: 'NONE' }],
  Tags: { team: 'north' },
  LastModifiedTime: new Date(0),
};

const SHAPES: readonly (readonly [name: string, read: (wire: never) => unknown, whole: unknown])[] = [
  ['a described user', userOf, AGENT],
  ['a found user', foundUserOf, AGENT],
  ['a listed user', (wire) => listedUserOf(wire, 'UserSummary'), AGENT],
  ['a user in a page', readableUserOf, AGENT],
  [
    'a group',
    groupOf,
    { Id: 'g-1', Arn: GROUP, Name: 'g', InstanceArn: 'arn:aws:connect:eu-central-1:1:instance/i-1', Status: 'ACTIVE', IsDefault: true },
  ],
  ['a proficiency', proficiencyOf, { AttributeName: 'Product', AttributeValue: 'Fax', Level: 1 }],
  [
    'an agent at work',
    (wire) => agentAtWorkOf(wire, 'UserData'),
    {
      User: { Id: 'u-1' },
      Status: { StatusArn: 'arn' },
      NextStatus: 'Break',
      Contacts: [{ Channel: 'VOICE', AgentContactState: 'CONNECTED' }],
    },
  ],
  ['an agent status', (wire) => agentStatusOf(wire, 'AgentStatus'), { Id: 's-1', Name: 'Break', Type: 'CUSTOM' }],
  [
    'a quick connect',
    quickConnectOf,
    {
      QuickConnectId: 'q',
      QuickConnectARN: 'arn',
      Name: 'n',
      QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { UserId: 'u-1' } },
    },
  ],
  [
    'a listed instance',
    (wire) => listedInstanceOf(wire, 'InstanceSummary'),
    { Id: 'i-1', Arn: 'arn:aws:connect:eu-central-1:1:instance/i-1', InstanceAlias: 'desk' },
  ],
  [
    'an instance',
    instanceOf,
    {
      Instance: {
        Id: 'i-1',
        Arn: 'arn:aws:connect:eu-central-1:1:instance/i-1',
        IdentityManagementType: 'SAML',
        InstanceAlias: 'desk',
        InstanceStatus: 'ACTIVE',
        InboundCallsEnabled: true,
        OutboundCallsEnabled: false,
        InstanceAccessUrl: 'https://desk.my.connect.aws',
        ServiceRole: 'arn:aws:iam::1:role/r',
        CreatedTime: new Date(0),
      },
      ReplicationConfiguration: {
        GlobalSignInEndpoint: 'https://desk.global.my.connect.aws',
        SourceRegion: 'us-east-1',
        ReplicationStatusSummaryList: [{ Region: 'us-west-2' }],
      },
    },
  ],
];

const WRONG: readonly unknown[] = [undefined, null, 7, true, 'text', [], {}, [null], [7], ['text'], { Id: 7 }];

/** The same answer with one of its members, at any depth, of another type; each in turn. */
function* spoilt(whole: unknown): Generator<unknown> {
  yield* WRONG;
  if (typeof whole !== 'object' || whole === null || whole instanceof Date) return;
  for (const [key, member] of Object.entries(whole)) {
    for (const other of spoilt(member)) yield Array.isArray(whole) ? [other] : { ...whole, [key]: other };
  }
}

it.each(SHAPES)('%s is read, or is told to be unreadable, whatever its members are', (_, read, whole) => {
  const readAny = read as (wire: unknown) => unknown;
  expect(() => readAny(whole)).not.toThrow();
  for (const wire of spoilt(whole)) {
    if (typeof wire !== 'object' || wire === null) continue;
    try {
      readAny(wire);
    } catch (error) {
      expect({ wire, error }).toEqual({ wire, error: expect.any(IncompleteAnswer) });
    }
  }
});

it('a page of users keeps those that can be read', async () => {
  const user = { ...AGENT, LastModifiedTime: 0 };
  await using server = await startScriptedServer(ok({ Users: [user, { ...user, Id: undefined }, { ...user, Id: 'u-2' }] }));
  const { gateway } = await openAt(server.endpoint);
  expect([...valueOf(await gateway().users.search(idIn('i-1'))).keys()]).toEqual(['u-1', 'u-2']);
});

const CALLS: readonly (readonly [name: string, call: (connect: Gateway) => Promise<Outcome<unknown>>, body: unknown])[] = [
  [
    'a profile without an id in the list',
    ({ catalogue }) => catalogue.routingProfiles(idIn('i-1')),
    { RoutingProfileSummaryList: [{ Name: 'Basic' }] },
  ],
  [
    'a name that is a number',
    ({ catalogue }) => catalogue.routingProfiles(idIn('i-1')),
    { RoutingProfileSummaryList: [{ Id: 'r-1', Name: 7 }] },
  ],
  ['null in the list', ({ catalogue }) => catalogue.securityProfiles(idIn('i-1')), { SecurityProfileSummaryList: [7] }],
  ['an object instead of a list', ({ catalogue }) => catalogue.hierarchyGroups(idIn('i-1')), { UserHierarchyGroupSummaryList: 'none' }],
  [
    'a path that is a text',
    ({ catalogue }) => catalogue.hierarchyPaths(idIn('i-1')),
    { UserHierarchyGroups: [{ Id: 'h-1', HierarchyPath: 'Europe' }] },
  ],
  [
    'a step of a path without a name',
    ({ catalogue }) => catalogue.hierarchyPaths(idIn('i-1')),
    { UserHierarchyGroups: [{ Id: 'h-1', HierarchyPath: { LevelOne: { Id: 'h-1' } } }] },
  ],
  [
    'a user id that is a number',
    ({ groups }) => groups.listUsers({ group: GROUP }),
    { TrafficDistributionGroupUserSummaryList: [{ UserId: 7 }] },
  ],
  ['a group without a name', ({ groups }) => groups.list(idIn('i-1')), { TrafficDistributionGroupSummaryList: [{ Id: 'g-1' }] }],
  ['a user that is a text', ({ users }) => users.find(USER), { User: 'jane' }],
  ['a user in the list who is a number', ({ users }) => users.list(idIn('i-1')), { UserSummaryList: [7] }],
  ['a text instead of users', ({ users }) => users.search(idIn('i-1')), { Users: 'none' }],
  ['a time that is none', ({ users }) => users.list(idIn('i-1')), { UserSummaryList: [{ Id: 'u-1', LastModifiedTime: 'yesterday' }] }],
  [
    'a level that is a text',
    ({ users }) => users.listProficiencies(USER),
    { UserProficiencyList: [{ AttributeName: 'a', AttributeValue: 'b', Level: 'high' }] },
  ],
  ['an agent without an id', ({ agents }) => agents.atWork(USER), { UserDataList: [{ Contacts: [] }] }],
  ['a status without an id', ({ agents }) => agents.statuses(idIn('i-1')), { AgentStatusSummaryList: [{ Name: 'Break' }] }],
  ['a queue without an id', ({ queues }) => queues.offering(idIn('i-1'), [idIn('q-1')]), { QueueSummaryList: [{}] }],
  ['a quick connect that is a number', ({ quickConnects }) => quickConnects.listForUser(USER), { QuickConnects: [7] }],
  ['an instance that is a list', ({ instances }) => instances.find(idIn('i-1')), { Instance: [] }],
  ['a page token that is an object', ({ catalogue }) => catalogue.routingProfiles(idIn('i-1')), { NextToken: { a: 1 } }],
];

it.each(CALLS)('%s is a failure of the service that another try may heal, not a bug of the provider', async (_, call, body) => {
  await using server = await startScriptedServer(ok(body), ok(body));
  const { gateway } = await openAt(server.endpoint, { maxRetries: 1 });
  expect(failureOf(await call(gateway()))).toMatchObject({ kind: 'unavailable', status: 200 });
  expect(server.requests).toHaveLength(2);
});

it.each([{ UserId: 7, UserArn: 'arn' }, { UserId: 'u-1' }, {}, { UserId: null, UserArn: null }])(
  'CreateUser that answers %j may have made the user: the name that is taken then is its own',
  async (body) => {
    const taken = { status: 409, code: 'DuplicateResourceException', body: {} };
    await using server = await startScriptedServer(ok(body), taken);
    const { gateway } = await openAt(server.endpoint);
    expect(failureOf(await gateway().users.create(NEW_USER))).toMatchObject({ kind: 'conflict', ambiguous: true });

    await using once = await startScriptedServer(ok(body));
    const single = await openAt(once.endpoint, { maxRetries: 0 });
    expect(failureOf(await single.gateway().users.create(NEW_USER))).toMatchObject({
      kind: 'unavailable',
      code: 'IncompleteAnswer',
      ambiguous: true,
    });
  },
);

it('a number of things that is none does not keep the list from being read', async () => {
  await using server = await startScriptedServer(ok({ QuickConnects: [], ApproximateTotalCount: 'many' }));
  const { gateway } = await openAt(server.endpoint);
  expect(valueOf(await gateway().quickConnects.search(idIn('i-1')))).toEqual(new Map());
});

it('members that this provider does not use may be anything', async () => {
  await using server = await startScriptedServer(ok({ RoutingProfileSummaryList: [{ Id: 'r-1', LastModifiedRegion: [], Colour: 7 }] }));
  const { gateway } = await openAt(server.endpoint);
  expect(valueOf(await gateway().catalogue.routingProfiles(idIn('i-1')))).toEqual(new Map([['r-1', { id: 'r-1' }]]));
});
