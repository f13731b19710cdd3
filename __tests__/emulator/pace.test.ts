import type { Connect } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import type { SettingsPatch } from '../../emulator/settings';
import {
  agent,
  connectTo,
  createAgent,
  failure,
  ManualTime,
  startTestEmulator,
  type TestEmulator,
} from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;

let time: ManualTime;
let emulator: TestEmulator;
let client: Connect;
let replica: Connect;

async function start(settings: SettingsPatch): Promise<void> {
  time = new ManualTime();
  emulator = await startTestEmulator({ timeSource: time.source, settings });
  client = connectTo(emulator.url);
  replica = connectTo(emulator.url, { region: demo.REPLICA_REGION });
}

afterEach(async () => {
  client.destroy();
  replica.destroy();
  await emulator.close();
});

/** How many of some calls at once get through. */
async function accepted(calls: number, call: () => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: calls }, call));
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ $metadata: { httpStatusCode: 429 } });
  return results.filter(({ status }) => status === 'fulfilled').length;
}

describe('the rate of calls', () => {
  const list = () => client.listUsers({ InstanceId });

  test('is a burst of 5 and then 2 per second, for each operation and Region', async () => {
    await start({ rate: 2, burst: 5 });
    expect(await accepted(10, list)).toBe(5);
    await expect(list()).rejects.toMatchObject(failure('ThrottlingException', 429));
    expect(await accepted(10, () => replica.listUsers({ InstanceId }))).toBe(5);
    expect(await accepted(10, () => client.searchUsers({ InstanceId }))).toBe(5);
    time.advance(1_000);
    expect(await accepted(10, list)).toBe(2);
    time.advance(60_000);
    expect(await accepted(10, list)).toBe(5);
  });

  test('shrinks by what somebody else uses, and the code of a refusal is a setting', async () => {
    await start({ rate: 2, burst: 5, otherClientShare: 0.5, throttleCode: 'TooManyRequestsException' });
    expect(await accepted(10, list)).toBe(5);
    time.advance(2_000);
    expect(await accepted(10, list)).toBe(2);
    await expect(list()).rejects.toMatchObject(failure('TooManyRequestsException', 429));
  });

  test('runs faster with the time scale', async () => {
    await start({ rate: 2, burst: 5, timeScale: 10 });
    expect(await accepted(10, list)).toBe(5);
    time.advance(100);
    expect(await accepted(10, list)).toBe(2);
    await emulator.control.change({ timeScale: 20 });
    time.advance(100);
    expect(await accepted(10, list)).toBe(4);
  });
});

describe('eventual consistency', () => {
  const usernames = async (from: Connect) => ((await from.listUsers({ InstanceId })).UserSummaryList ?? []).map(({ Username }) => Username);

  test('a new user is not found at first, but its name is taken', async () => {
    await start({ consistencyDelay: 3_000 });
    const UserId = await createAgent(client, 'ada');
    const describeUser = () => client.describeUser({ InstanceId, UserId });
    await expect(describeUser()).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    await expect(
      client.updateUserRoutingProfile({ InstanceId, UserId, RoutingProfileId: demo.SALES_ROUTING_PROFILE_ID }),
    ).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    await expect(client.createUser(agent('ada'))).rejects.toMatchObject(failure('DuplicateResourceException', 409));
    expect(await usernames(client)).toEqual([]);
    time.advance(3_000);
    expect((await describeUser()).User?.Username).toBe('ada');
    expect(await usernames(client)).toEqual(['ada']);
  });

  test('lists and searches lag behind a change and a deletion; a call for the one user does not', async () => {
    await start({});
    const UserId = await createAgent(client, 'ada');
    await emulator.control.change({ consistencyDelay: 3_000 });
    const searched = async () => (await client.searchUsers({ InstanceId })).Users?.[0]?.RoutingProfileId;

    await client.updateUserRoutingProfile({ InstanceId, UserId, RoutingProfileId: demo.SALES_ROUTING_PROFILE_ID });
    expect((await client.describeUser({ InstanceId, UserId })).User?.RoutingProfileId).toBe(demo.SALES_ROUTING_PROFILE_ID);
    expect(await searched()).toBe(demo.BASIC_ROUTING_PROFILE_ID);
    time.advance(3_000);
    expect(await searched()).toBe(demo.SALES_ROUTING_PROFILE_ID);

    await client.deleteUser({ InstanceId, UserId });
    await expect(client.describeUser({ InstanceId, UserId })).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    expect(await usernames(client)).toEqual(['ada']);
    time.advance(3_000);
    expect(await usernames(client)).toEqual([]);
  });

  test('the other Region sees a user, its changes and its end later', async () => {
    await start({ mirrorDelay: 10_000 });
    const UserId = await createAgent(client, 'ada');
    expect(await usernames(client)).toEqual(['ada']);
    expect(await usernames(replica)).toEqual([]);
    time.advance(10_000);
    expect(await usernames(replica)).toEqual(['ada']);

    await replica.updateUserHierarchy({ InstanceId, UserId, HierarchyGroupId: demo.NORTH_HIERARCHY_GROUP_ID });
    await client.updateUserRoutingProfile({ InstanceId, UserId, RoutingProfileId: demo.SALES_ROUTING_PROFILE_ID });
    time.advance(10_000);
    const { User } = await replica.describeUser({ InstanceId, UserId });
    expect(User).toMatchObject({
      HierarchyGroupId: demo.NORTH_HIERARCHY_GROUP_ID,
      RoutingProfileId: demo.SALES_ROUTING_PROFILE_ID,
      LastModifiedRegion: demo.HOME_REGION,
    });

    await client.deleteUser({ InstanceId, UserId });
    expect(await usernames(replica)).toEqual(['ada']);
    await expect(replica.deleteUser({ InstanceId, UserId })).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    time.advance(10_000);
    expect(await usernames(replica)).toEqual([]);
  });
});
