import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { model } from '../../emulator/model/api-model';
import * as demo from '../../emulator/seed/demo';
import { requestViolations, responseViolations } from '../support/emulator/conformance';
import { setUpAndTakeDown } from '../support/emulator/set-up';
import { RecordingHandler, type Exchange } from '../support/emulator/wire';
import { agent, connectTo, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;
const operations = Object.keys(model.operations);

describe('the wire of every operation', () => {
  let emulator: TestEmulator;
  const exchanges = new Map<string, Exchange>();

  beforeAll(async () => {
    emulator = await startTestEmulator();
    const requestHandler = new RecordingHandler();
    const client = connectTo(emulator.url, { requestHandler });
    await exerciseEverything(client, emulator);
    await setUpAndTakeDown(client);
    const calls = await emulator.control.calls();
    calls.forEach(({ operation }, index) => {
      const exchange = requestHandler.exchanges[index];
      if (exchange) exchanges.set(operation, exchange);
    });
    client.destroy();
  });

  afterAll(() => emulator.close());

  test.each(operations)('%s is asked and answered as the API model says', (operation) => {
    const exchange = exchanges.get(operation);
    if (!exchange) throw new Error(`${operation} was not called`);
    expect(requestViolations(operation, exchange)).toEqual([]);
    expect(responseViolations(operation, exchange)).toEqual([]);
  });
});

async function exerciseEverything(client: ReturnType<typeof connectTo>, emulator: TestEmulator): Promise<void> {
  const { UserId = '', UserArn: resourceArn = '' } = await client.createUser(
    agent('ada@example.com', {
      IdentityInfo: { FirstName: 'Ada', LastName: 'Agent', SecondaryEmail: 'ada@example.org', Mobile: '+12065550100' },
      AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true, AgentFirstCallbackAutoAccept: false }],
      AfterContactWorkConfigs: [{ Channel: 'CHAT', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 30 } }],
      PhoneNumberConfigs: [{ Channel: 'VOICE', PhoneType: 'DESK_PHONE', PhoneNumber: '+12065550101' }],
      PersistentConnectionConfigs: [{ Channel: 'VOICE', PersistentConnection: true }],
      VoiceEnhancementConfigs: [{ Channel: 'VOICE', VoiceEnhancementMode: 'NOISE_SUPPRESSION' }],
      HierarchyGroupId: demo.NORTH_HIERARCHY_GROUP_ID,
      Tags: { team: 'north' },
    }),
  );
  const user = { InstanceId, UserId };
  const proficiency = { AttributeName: 'Product', AttributeValue: 'Mobile' };
  await client.associateUserProficiencies({ ...user, UserProficiencies: [{ ...proficiency, Level: 3 }] });
  await client.updateUserProficiencies({ ...user, UserProficiencies: [{ ...proficiency, Level: 5 }] });
  await client.listUserProficiencies({ ...user, MaxResults: 10 });
  await client.disassociateUserProficiencies({ ...user, UserProficiencies: [proficiency] });
  await client.tagResource({ resourceArn, tags: { shift: 'early' } });
  await client.listTagsForResource({ resourceArn });
  await client.untagResource({ resourceArn, tagKeys: ['shift', 'team'] });
  await client.describeUser(user);
  await client.listUsers({ InstanceId, MaxResults: 1000 });
  await client.searchUsers({
    InstanceId,
    MaxResults: 500,
    SearchCriteria: { StringCondition: { FieldName: 'Username', Value: 'ada', ComparisonType: 'STARTS_WITH' } },
  });
  await client.updateUserIdentityInfo({ ...user, IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' } });
  await client.updateUserPhoneConfig({
    ...user,
    PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 0, PersistentConnection: false },
  });
  await client.updateUserConfig({ ...user, AutoAcceptConfigs: [{ Channel: 'TASK', AutoAccept: true }] });
  await client.updateUserRoutingProfile({ ...user, RoutingProfileId: demo.SALES_ROUTING_PROFILE_ID });
  await client.updateUserSecurityProfiles({ ...user, SecurityProfileIds: [demo.ADMIN_SECURITY_PROFILE_ID] });
  await client.updateUserHierarchy(user);

  await emulator.control.agent({ instance: InstanceId, user: UserId, status: 'Available', contacts: [{ channel: 'VOICE' }] });
  const { AgentStatusSummaryList = [] } = await client.listAgentStatuses({ InstanceId, AgentStatusTypes: ['OFFLINE'], MaxResults: 1000 });
  await client.putUserStatus({ ...user, AgentStatusId: AgentStatusSummaryList[0]?.Id ?? '' });
  await client.getCurrentUserData({ InstanceId, Filters: { Agents: [UserId] }, MaxResults: 100 });

  const membership = { ...user, TrafficDistributionGroupId: demo.TEAM_GROUP_ARN };
  await client.associateTrafficDistributionGroupUser(membership);
  await client.listTrafficDistributionGroupUsers({ TrafficDistributionGroupId: demo.TEAM_GROUP_ID, MaxResults: 1000 });
  await client.disassociateTrafficDistributionGroupUser(membership);
  await client.listTrafficDistributionGroups({ InstanceId, MaxResults: 10 });
  const { Id = '' } = await client.createTrafficDistributionGroup({
    Name: 'Night shift',
    Description: 'After hours',
    InstanceId,
    Tags: { shift: 'night' },
  });
  await client.describeTrafficDistributionGroup({ TrafficDistributionGroupId: Id });
  const Distributions = [
    { Region: demo.HOME_REGION, Percentage: 30 },
    { Region: demo.REPLICA_REGION, Percentage: 70 },
  ];
  await client.updateTrafficDistribution({ Id, AgentConfig: { Distributions }, TelephonyConfig: { Distributions } });
  await client.getTrafficDistribution({ Id: demo.DEFAULT_GROUP_ARN });
  await client.deleteTrafficDistributionGroup({ TrafficDistributionGroupId: Id });

  const toUser = { QuickConnectType: 'USER' as const, UserConfig: { UserId, ContactFlowId: demo.AGENT_TRANSFER_FLOW_ID } };
  const { QuickConnectId = '' } = await client.createQuickConnect({
    InstanceId,
    Name: 'Ada',
    Description: 'Reaches Ada',
    QuickConnectConfig: toUser,
    Tags: { team: 'north' },
  });
  await client.describeQuickConnect({ InstanceId, QuickConnectId });
  await client.updateQuickConnectConfig({ InstanceId, QuickConnectId, QuickConnectConfig: toUser });
  await client.listQuickConnects({ InstanceId, QuickConnectTypes: ['USER', 'QUEUE'], MaxResults: 1000 });
  await client.searchQuickConnects({
    InstanceId,
    MaxResults: 100,
    SearchCriteria: { StringCondition: { FieldName: 'name', Value: 'Ada', ComparisonType: 'EXACT' } },
  });
  const { QueueId = '' } = await client.createQueue({ InstanceId, Name: 'Evening', HoursOfOperationId: demo.HOURS_OF_OPERATION_ID });
  await client.associateQueueQuickConnects({ InstanceId, QueueId, QuickConnectIds: [QuickConnectId] });
  await client.listQueueQuickConnects({ InstanceId, QueueId, MaxResults: 100 });
  await client.disassociateQueueQuickConnects({ InstanceId, QueueId, QuickConnectIds: [QuickConnectId] });
  await client.listQueues({ InstanceId, QueueTypes: ['STANDARD'] });
  await client.deleteUser(user);
  await client.deleteQuickConnect({ InstanceId, QuickConnectId });

  await client.listInstances({ MaxResults: 10 });
  await client.describeInstance({ InstanceId });
  await client.describeInstanceAttribute({ InstanceId, AttributeType: 'INBOUND_CALLS' });
  await client.listRoutingProfiles({ InstanceId });
  await client.listSecurityProfiles({ InstanceId });
  await client.listUserHierarchyGroups({ InstanceId });
  await client.searchUserHierarchyGroups({ InstanceId });
  await client.describePredefinedAttribute({ InstanceId, Name: 'connect:Language' });
  await client.listPredefinedAttributes({ InstanceId });
}

describe('the extract of the API model', () => {
  const source = resolve(__dirname, '../../../shared/reference/connect-service-2.json');
  const known = existsSync(source) ? test : test.skip;

  known('equals a fresh extraction (needs the API model beside the checkout)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'extract-'));
    const model = resolve(__dirname, '../../emulator/model');
    const fresh = join(folder, 'fresh.json');
    expect(spawnSync(process.execPath, [join(model, 'extract.mjs'), source, fresh]).status).toBe(0);
    expect(readFileSync(fresh, 'utf8')).toBe(readFileSync(join(model, 'connect-2017-08-08.json'), 'utf8'));
    rmSync(folder, { recursive: true });
  });
});
