import type { Connect } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import { agent, connectTo, createAgent, failure, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';
import { rawRequest } from '../support/emulator/raw';

const InstanceId = demo.INSTANCE_ID;

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

const put = (path: string, body: unknown) => rawRequest(emulator.url, 'PUT', path, body);

describe('a member that is null', () => {
  test.each([
    ['a phone setting', { PhoneConfig: { PhoneType: 'SOFT_PHONE', DeskPhoneNumber: null, AutoAccept: null } }],
    ['a part of the name', { IdentityInfo: { FirstName: 'Ada', LastName: 'Agent', Email: null, Mobile: null } }],
    ['a callback setting in a list', { AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true, AgentFirstCallbackAutoAccept: null }] }],
    [
      'a limit two levels down in a list',
      { AfterContactWorkConfigs: [{ Channel: 'CHAT', AfterContactWorkConfig: { AfterContactWorkTimeLimit: null } }] },
    ],
    ['a whole list', { PhoneNumberConfigs: null, Tags: null }],
  ])('is absent: %s of a new user', async (_, members) => {
    const { status, body } = await put(`/users/${InstanceId}`, { ...agent('ada'), ...members });
    expect(status).toBe(200);
    const { UserId = '' } = body as { readonly UserId?: string };
    const { User } = await client.describeUser({ InstanceId, UserId });
    expect(JSON.stringify(User)).not.toContain('null');
    expect((await client.searchUsers({ InstanceId })).Users).toHaveLength(1);
  });

  test('is absent in a quick connect, which has one kind of configuration', async () => {
    const UserId = await createAgent(client, 'ada');
    const config = {
      QuickConnectType: 'USER',
      UserConfig: { UserId, ContactFlowId: demo.AGENT_TRANSFER_FLOW_ID },
      QueueConfig: null,
      PhoneConfig: null,
    };
    expect(await put(`/quick-connects/${InstanceId}`, { Name: 'Ada', Description: null, QuickConnectConfig: config })).toMatchObject({
      status: 200,
    });
    expect((await client.searchQuickConnects({ InstanceId })).QuickConnects).toHaveLength(3);
    expect(
      await put(`/quick-connects/${InstanceId}`, { Name: 'Eve', QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: null } }),
    ).toMatchObject({ status: 400, code: 'InvalidRequestException' });
  });

  test.each([
    ['a required member', { RoutingProfileId: null }, 'InvalidRequestException'],
    ['an entry of a list', { SecurityProfileIds: [null] }, 'SerializationException'],
    ['the value of a tag', { Tags: { team: null } }, 'SerializationException'],
  ])('is refused as %s', async (_, members, code) => {
    expect(await put(`/users/${InstanceId}`, { ...agent('ada'), ...members })).toMatchObject({ status: 400, code });
    expect((await client.listUsers({ InstanceId })).UserSummaryList).toEqual([]);
  });
});

describe('names that every object has by nature', () => {
  test('are no field to search by, and no tag that everybody has', async () => {
    await createAgent(client, 'ada');
    const condition = { FieldName: 'constructor', Value: 'Object', ComparisonType: 'EXACT' as const };
    await expect(client.searchUsers({ InstanceId, SearchCriteria: { StringCondition: condition } })).rejects.toMatchObject(
      failure('InvalidParameterException', 400),
    );
    await expect(client.searchQuickConnects({ InstanceId, SearchCriteria: { StringCondition: condition } })).rejects.toMatchObject(
      failure('InvalidParameterException', 400),
    );
    const tagged = (TagKey: string) => client.searchUsers({ InstanceId, SearchFilter: { TagFilter: { TagCondition: { TagKey } } } });
    expect((await tagged('constructor')).Users).toEqual([]);
    await createAgent(client, 'grace', { Tags: { constructor: 'yes', __proto__: 'yes' } });
    expect((await tagged('constructor')).Users).toMatchObject([{ Username: 'grace' }]);
  });

  test.each([
    ['PUT', 'settings', { constructor: 1 }],
    ['PUT', 'settings', { answers: { toString: 'ok' } }],
    ['POST', 'faults', { operation: 'constructor' }],
    ['POST', 'faults', { operation: '*', valueOf: 1 }],
  ])('are refused by the control endpoint: %s %s %j', async (method, path, body) => {
    expect(await rawRequest(emulator.url, method, `/_emulator/${path}`, body)).toMatchObject({ status: 400 });
  });

  test('make a fault like any unknown code does', async () => {
    await emulator.control.fault({ operation: '*', code: 'constructor' });
    await expect(client.listUsers({ InstanceId })).rejects.toMatchObject(failure('constructor', 400));
  });
});

test('a search that is nested without end is refused, as a request that cannot be read', async () => {
  const nested = `${'{"AndConditions":['.repeat(200)}${']}'.repeat(200)}`;
  const answer = await rawRequest(emulator.url, 'POST', '/search-users', { InstanceId, SearchCriteria: JSON.parse(nested) as unknown });
  expect(answer).toMatchObject({ status: 400, code: 'SerializationException' });
});

test('a deleted group has no tags: neither to list nor to change', async () => {
  const { Id = '', Arn: resourceArn = '' } = await client.createTrafficDistributionGroup({
    Name: 'Night',
    InstanceId,
    Tags: { shift: 'night' },
  });
  await client.deleteTrafficDistributionGroup({ TrafficDistributionGroupId: Id });
  await expect(client.listTagsForResource({ resourceArn })).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
  await expect(client.tagResource({ resourceArn, tags: { a: 'b' } })).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
});
