import type { Connect, QueueQuickConnectConfig, RoutingProfileQueueConfig } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import { connectTo, createAgent, failure, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;
const IN_USE = failure('ResourceInUseException', 409);
const DUPLICATE = failure('DuplicateResourceException', 409);
const NOT_FOUND = failure('ResourceNotFoundException', 404);
const INVALID_PARAMETER = failure('InvalidParameterException', 400);
const INVALID_REQUEST = failure('InvalidRequestException', 400);
const QUOTA_FULL = failure('LimitExceededException', 429);

let emulator: TestEmulator;
let client: Connect;

beforeEach(async () => {
  emulator = await startTestEmulator();
  client = connectTo(emulator.url);
});

afterEach(async () => {
  client.destroy();
  await emulator.close();
});

const voice = (QueueId: string): RoutingProfileQueueConfig => ({ QueueReference: { QueueId, Channel: 'VOICE' }, Priority: 1, Delay: 0 });

async function createQueue(Name: string): Promise<string> {
  const { QueueId = '' } = await client.createQueue({ InstanceId, Name, HoursOfOperationId: demo.HOURS_OF_OPERATION_ID });
  return QueueId;
}

async function createRoutingProfile(Name: string, QueueId: string): Promise<string> {
  const settings = { DefaultOutboundQueueId: QueueId, MediaConcurrencies: [{ Channel: 'VOICE' as const, Concurrency: 1 }] };
  const { RoutingProfileId = '' } = await client.createRoutingProfile({ InstanceId, Name, Description: Name, ...settings });
  return RoutingProfileId;
}

async function createGroup(Name: string, ParentGroupId?: string): Promise<string> {
  const { HierarchyGroupId = '' } = await client.createUserHierarchyGroup({ InstanceId, Name, ParentGroupId });
  return HierarchyGroupId;
}

describe('what is in use cannot be deleted', () => {
  test('a routing profile, security profile or hierarchy group of a user goes only after the user', async () => {
    const QueueId = await createQueue('Night');
    const RoutingProfileId = await createRoutingProfile('Night', QueueId);
    const { SecurityProfileId = '' } = await client.createSecurityProfile({ InstanceId, SecurityProfileName: 'Night' });
    const HierarchyGroupId = await createGroup('Night');
    const UserId = await createAgent(client, 'ada', { RoutingProfileId, SecurityProfileIds: [SecurityProfileId], HierarchyGroupId });
    const deletions = [
      () => client.deleteRoutingProfile({ InstanceId, RoutingProfileId }),
      () => client.deleteSecurityProfile({ InstanceId, SecurityProfileId }),
      () => client.deleteUserHierarchyGroup({ InstanceId, HierarchyGroupId }),
    ];
    for (const deletion of deletions) await expect(deletion()).rejects.toMatchObject(IN_USE);
    await client.deleteUser({ InstanceId, UserId });
    for (const deletion of deletions) await deletion();
    for (const deletion of deletions) await expect(deletion()).rejects.toMatchObject(NOT_FOUND);
  });

  test('a queue goes only after the routing profiles that have it or call out from it', async () => {
    const outbound = await createQueue('Outbound');
    const inbound = await createQueue('Inbound');
    const RoutingProfileId = await createRoutingProfile('Night', outbound);
    await client.associateRoutingProfileQueues({ InstanceId, RoutingProfileId, QueueConfigs: [voice(inbound)] });
    for (const QueueId of [outbound, inbound]) await expect(client.deleteQueue({ InstanceId, QueueId })).rejects.toMatchObject(IN_USE);
    await client.disassociateRoutingProfileQueues({
      InstanceId,
      RoutingProfileId,
      QueueReferences: [{ QueueId: inbound, Channel: 'VOICE' }],
    });
    await client.deleteQueue({ InstanceId, QueueId: inbound });
    await client.deleteRoutingProfile({ InstanceId, RoutingProfileId });
    await client.deleteQueue({ InstanceId, QueueId: outbound });
  });

  test('a hierarchy group goes only after the groups below it, and a level only after its groups', async () => {
    const top = await createGroup('Enterprise');
    const below = await createGroup('Crew', top);
    await expect(client.deleteUserHierarchyGroup({ InstanceId, HierarchyGroupId: top })).rejects.toMatchObject(IN_USE);
    await expect(
      client.updateUserHierarchyStructure({ InstanceId, HierarchyStructure: { LevelOne: { Name: 'Company' } } }),
    ).rejects.toMatchObject(IN_USE);
    for (const id of [below, top, demo.NORTH_HIERARCHY_GROUP_ID, demo.SOUTH_HIERARCHY_GROUP_ID])
      await client.deleteUserHierarchyGroup({ InstanceId, HierarchyGroupId: id });
    await client.updateUserHierarchyStructure({ InstanceId, HierarchyStructure: { LevelOne: { Name: 'Company' } } });
    expect(Object.keys((await client.describeUserHierarchyStructure({ InstanceId })).HierarchyStructure ?? {})).toEqual(['LevelOne']);
  });

  test('hours of operation go only after the queues that keep them', async () => {
    const { HoursOfOperationId = '' } = await client.createHoursOfOperation({ InstanceId, Name: 'Night', TimeZone: 'UTC', Config: [] });
    const QueueId = await createQueue('Night');
    await client.updateQueueHoursOfOperation({ InstanceId, QueueId, HoursOfOperationId });
    await expect(client.deleteHoursOfOperation({ InstanceId, HoursOfOperationId })).rejects.toMatchObject(IN_USE);
    await client.deleteQueue({ InstanceId, QueueId });
    await client.deleteHoursOfOperation({ InstanceId, HoursOfOperationId });
  });
});

describe('names', () => {
  test('are unique in an instance, for each kind of things', async () => {
    await expect(createQueue('Support')).rejects.toMatchObject(DUPLICATE);
    await expect(createRoutingProfile('Sales', demo.SALES_QUEUE_ID)).rejects.toMatchObject(DUPLICATE);
    await expect(client.createSecurityProfile({ InstanceId, SecurityProfileName: 'Agent' })).rejects.toMatchObject(DUPLICATE);
    await expect(createGroup('North')).rejects.toMatchObject(DUPLICATE);
    await expect(client.createHoursOfOperation({ InstanceId, Name: 'Basic Hours', TimeZone: 'UTC', Config: [] })).rejects.toMatchObject(
      DUPLICATE,
    );

    await expect(client.updateQueueName({ InstanceId, QueueId: demo.SUPPORT_QUEUE_ID, Name: 'Sales' })).rejects.toMatchObject(DUPLICATE);
    await expect(
      client.updateRoutingProfileName({ InstanceId, RoutingProfileId: demo.BASIC_ROUTING_PROFILE_ID, Name: 'Sales' }),
    ).rejects.toMatchObject(DUPLICATE);
    await expect(
      client.updateUserHierarchyGroupName({ InstanceId, HierarchyGroupId: demo.NORTH_HIERARCHY_GROUP_ID, Name: 'South' }),
    ).rejects.toMatchObject(DUPLICATE);
    await expect(
      client.updateQuickConnectName({ InstanceId, QuickConnectId: demo.SALES_QUICK_CONNECT_ID, Name: 'Hotline' }),
    ).rejects.toMatchObject(INVALID_REQUEST);
  });

  test('may be given once more as they are, beside a new description', async () => {
    const queue = { InstanceId, QueueId: demo.SUPPORT_QUEUE_ID };
    await client.updateQueueName({ ...queue, Name: 'Support', Description: 'All calls' });
    await client.updateQueueName({ ...queue, Name: 'Help' });
    expect((await client.describeQueue(queue)).Queue).toMatchObject({ Name: 'Help', Description: 'All calls' });
    await expect(client.updateQueueName(queue)).rejects.toMatchObject(INVALID_REQUEST);
  });
});

describe('a routing profile', () => {
  const RoutingProfileId = demo.SALES_ROUTING_PROFILE_ID;
  const profile = { InstanceId, RoutingProfileId };

  test('has a queue with a channel once, and lists its queues page by page', async () => {
    await expect(client.associateRoutingProfileQueues({ ...profile, QueueConfigs: [voice(demo.SALES_QUEUE_ID)] })).rejects.toMatchObject(
      INVALID_REQUEST,
    );
    await client.associateRoutingProfileQueues({ ...profile, QueueConfigs: [voice(demo.SUPPORT_QUEUE_ID)] });
    await client.updateRoutingProfileQueues({ ...profile, QueueConfigs: [{ ...voice(demo.SALES_QUEUE_ID), Priority: 7, Delay: 30 }] });
    const first = await client.listRoutingProfileQueues({ ...profile, MaxResults: 1 });
    const second = await client.listRoutingProfileQueues({ ...profile, MaxResults: 1, NextToken: first.NextToken });
    const all = [first, second].flatMap(({ RoutingProfileQueueConfigSummaryList = [] }) => RoutingProfileQueueConfigSummaryList);
    expect(all.map(({ QueueName, Priority, Delay }) => `${QueueName} ${Priority} ${Delay}`).sort()).toEqual(['Sales 7 30', 'Support 1 0']);
    expect(second.NextToken).toBeUndefined();
  });

  test('does not change a queue that it does not have, nor take one that does not exist', async () => {
    await expect(client.updateRoutingProfileQueues({ ...profile, QueueConfigs: [voice(demo.SUPPORT_QUEUE_ID)] })).rejects.toMatchObject(
      NOT_FOUND,
    );
    await expect(client.associateRoutingProfileQueues({ ...profile, QueueConfigs: [voice('none')] })).rejects.toMatchObject(NOT_FOUND);
    await expect(client.updateRoutingProfileDefaultOutboundQueue({ ...profile, DefaultOutboundQueueId: 'none' })).rejects.toMatchObject(
      NOT_FOUND,
    );
  });

  test('has each channel once, VOICE with one contact at a time, and says how channels mix', async () => {
    const concurrency = (...MediaConcurrencies: { Channel: 'VOICE' | 'CHAT'; Concurrency: number }[]) =>
      client.updateRoutingProfileConcurrency({ ...profile, MediaConcurrencies });
    await expect(concurrency({ Channel: 'VOICE', Concurrency: 2 })).rejects.toMatchObject(INVALID_PARAMETER);
    await expect(concurrency({ Channel: 'CHAT', Concurrency: 2 }, { Channel: 'CHAT', Concurrency: 3 })).rejects.toMatchObject(
      INVALID_PARAMETER,
    );
    await concurrency({ Channel: 'CHAT', Concurrency: 3 });
    expect((await client.describeRoutingProfile(profile)).RoutingProfile?.MediaConcurrencies).toEqual([
      { Channel: 'CHAT', Concurrency: 3, CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } },
    ]);
  });

  test('gives up at most ten queues at once', async () => {
    const QueueReferences = Array.from({ length: 11 }, () => ({ QueueId: demo.SALES_QUEUE_ID, Channel: 'VOICE' as const }));
    await expect(client.disassociateRoutingProfileQueues({ ...profile, QueueReferences })).rejects.toMatchObject(INVALID_PARAMETER);
  });
});

describe('the hierarchy', () => {
  test('has groups only where it has a level, each with the path from the top', async () => {
    const deep = () => createGroup('Crew', demo.NORTH_HIERARCHY_GROUP_ID);
    await expect(deep()).rejects.toMatchObject(INVALID_REQUEST);
    await client.updateUserHierarchyStructure({
      InstanceId,
      HierarchyStructure: { LevelOne: { Name: 'Company' }, LevelTwo: { Name: 'Site' }, LevelThree: { Name: 'Team' } },
    });
    const { HierarchyGroup } = await client.describeUserHierarchyGroup({ InstanceId, HierarchyGroupId: await deep() });
    expect(HierarchyGroup).toMatchObject({
      LevelId: '3',
      HierarchyPath: { LevelOne: { Name: 'Company' }, LevelTwo: { Name: 'North' }, LevelThree: { Name: 'Crew' } },
    });
  });

  test('has no level below a missing one, and keeps the id of a level that is renamed', async () => {
    const levels = async () => (await client.describeUserHierarchyStructure({ InstanceId })).HierarchyStructure;
    const before = await levels();
    await expect(
      client.updateUserHierarchyStructure({ InstanceId, HierarchyStructure: { LevelTwo: { Name: 'Site' } } }),
    ).rejects.toMatchObject(INVALID_REQUEST);
    await client.updateUserHierarchyStructure({
      InstanceId,
      HierarchyStructure: { LevelOne: { Name: 'Enterprise' }, LevelTwo: { Name: 'Site' } },
    });
    expect(await levels()).toMatchObject({ LevelOne: { Id: before?.LevelOne?.Id, Name: 'Enterprise' }, LevelTwo: before?.LevelTwo });
  });

  test('shows a new level at once, although new things are found late', async () => {
    await emulator.control.change({ consistencyDelay: 60_000 });
    await client.updateUserHierarchyStructure({
      InstanceId,
      HierarchyStructure: { LevelOne: { Name: 'Enterprise' }, LevelTwo: { Name: 'Site' }, LevelThree: { Name: 'Team' } },
    });
    expect((await client.describeUserHierarchyStructure({ InstanceId })).HierarchyStructure).toMatchObject({
      LevelOne: { Name: 'Enterprise' },
      LevelThree: { Name: 'Team' },
    });
  });

  test('takes names of up to 100 characters for groups and 50 for levels', async () => {
    await expect(createGroup('x'.repeat(101))).rejects.toMatchObject(INVALID_PARAMETER);
    await expect(
      client.updateUserHierarchyStructure({
        InstanceId,
        HierarchyStructure: { LevelOne: { Name: 'x'.repeat(51) }, LevelTwo: { Name: 'Site' } },
      }),
    ).rejects.toMatchObject(INVALID_PARAMETER);
  });
});

test('an update of a security profile keeps what it leaves out', async () => {
  const { SecurityProfileId = '' } = await client.createSecurityProfile({
    InstanceId,
    SecurityProfileName: 'Night',
    Description: 'At night',
    Permissions: ['BasicAgentAccess', 'AccessMetrics'],
  });
  const profile = { InstanceId, SecurityProfileId };
  await client.updateSecurityProfile({ ...profile, Permissions: ['BasicAgentAccess'] });
  await client.updateSecurityProfile({ ...profile, TagRestrictedResources: ['User'] });
  expect((await client.listSecurityProfilePermissions(profile)).Permissions).toEqual(['BasicAgentAccess']);
  expect((await client.describeSecurityProfile(profile)).SecurityProfile).toMatchObject({
    Description: 'At night',
    TagRestrictedResources: ['User'],
  });
});

test('hours of operation need a time zone that exists, and are tagged by ARN', async () => {
  const hours = { InstanceId, Name: 'Night', Config: [] };
  await expect(client.createHoursOfOperation({ ...hours, TimeZone: 'Mars/Olympus' })).rejects.toMatchObject(INVALID_PARAMETER);
  const { HoursOfOperationArn: resourceArn = '' } = await client.createHoursOfOperation({
    ...hours,
    TimeZone: 'Europe/Berlin',
    Tags: { team: 'north' },
  });
  await client.tagResource({ resourceArn, tags: { shift: 'night' } });
  expect((await client.listTagsForResource({ resourceArn })).tags).toEqual({ team: 'north', shift: 'night' });
});

test('a queue needs hours of operation that exist', async () => {
  await expect(client.createQueue({ InstanceId, Name: 'Night', HoursOfOperationId: 'none' })).rejects.toMatchObject(NOT_FOUND);
  await expect(
    client.updateQueueHoursOfOperation({ InstanceId, QueueId: demo.SALES_QUEUE_ID, HoursOfOperationId: 'none' }),
  ).rejects.toMatchObject(NOT_FOUND);
});

test('a quick connect is renamed, and led to another queue', async () => {
  const quickConnect = { InstanceId, QuickConnectId: demo.SALES_QUICK_CONNECT_ID };
  const QueueConfig: QueueQuickConnectConfig = { QueueId: demo.SUPPORT_QUEUE_ID, ContactFlowId: demo.QUEUE_TRANSFER_FLOW_ID };
  await client.updateQuickConnectName({ ...quickConnect, Name: 'Help', Description: 'Leads to support' });
  await client.updateQuickConnectConfig({ ...quickConnect, QuickConnectConfig: { QuickConnectType: 'QUEUE', QueueConfig } });
  expect((await client.describeQuickConnect(quickConnect)).QuickConnect).toMatchObject({
    Name: 'Help',
    Description: 'Leads to support',
    QuickConnectConfig: { QueueConfig },
  });
  await client.updateQuickConnectName({ ...quickConnect, Description: '' });
  expect((await client.describeQuickConnect(quickConnect)).QuickConnect?.Description).toBeUndefined();
});

test.each([
  ['routingProfiles', () => createRoutingProfile('Night', demo.SALES_QUEUE_ID)],
  ['securityProfiles', () => client.createSecurityProfile({ InstanceId, SecurityProfileName: 'Night' })],
  ['hierarchyGroups', () => createGroup('Night')],
  ['hoursOfOperation', () => client.createHoursOfOperation({ InstanceId, Name: 'Night', TimeZone: 'UTC', Config: [] })],
  ['queues', () => createQueue('Night')],
])('the quota of %s is kept', async (quota, create) => {
  await emulator.control.change({ quotas: { [quota]: 1 } });
  await expect(create()).rejects.toMatchObject(QUOTA_FULL);
});

test('what was deleted is not changed from a Region that still shows it', async () => {
  const SecurityProfileId = demo.MANAGER_SECURITY_PROFILE_ID;
  await emulator.control.change({ mirrorDelay: 60_000 });
  await client.deleteSecurityProfile({ InstanceId, SecurityProfileId });
  const elsewhere = connectTo(emulator.url, { region: demo.REPLICA_REGION });
  await elsewhere.describeSecurityProfile({ InstanceId, SecurityProfileId });
  await expect(elsewhere.updateSecurityProfile({ InstanceId, SecurityProfileId, Permissions: [] })).rejects.toMatchObject(NOT_FOUND);
  elsewhere.destroy();
});
