import type { Connect } from '@aws-sdk/client-connect';
import { createUsers } from '../../emulator/control/bulk-users';
import * as demo from '../../emulator/seed/demo';
import { connectTo, createAgent, failure, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;
const QueueId = demo.SUPPORT_QUEUE_ID;

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

interface Listed {
  readonly keys: readonly (string | undefined)[];
  readonly NextToken?: string;
}

const groups = async (NextToken?: string): Promise<Listed> => {
  const page = await client.listTrafficDistributionGroups({ InstanceId, MaxResults: 2, NextToken });
  return { keys: (page.TrafficDistributionGroupSummaryList ?? []).map(({ Id }) => Id), NextToken: page.NextToken };
};
const quickConnectsOfQueue = async (NextToken?: string): Promise<Listed> => {
  const page = await client.listQueueQuickConnects({ InstanceId, QueueId, MaxResults: 2, NextToken });
  return { keys: (page.QuickConnectSummaryList ?? []).map(({ Id }) => Id), NextToken: page.NextToken };
};

/** Three proficiencies of a user, a page of two at a time. */
async function proficiencies(): Promise<{ list(token?: string): Promise<Listed>; remove(key: string): Promise<unknown> }> {
  const UserId = await createAgent(client, 'ada');
  const product = (AttributeValue: string) => ({ AttributeName: 'Product', AttributeValue });
  await client.associateUserProficiencies({
    InstanceId,
    UserId,
    UserProficiencies: ['Broadband', 'Mobile', 'Television'].map((value) => ({ ...product(value), Level: 1 })),
  });
  return {
    list: async (NextToken) => {
      const page = await client.listUserProficiencies({ InstanceId, UserId, MaxResults: 2, NextToken });
      return { keys: (page.UserProficiencyList ?? []).map(({ AttributeValue }) => AttributeValue), NextToken: page.NextToken };
    },
    remove: (key) => client.disassociateUserProficiencies({ InstanceId, UserId, UserProficiencies: [product(key)] }),
  };
}

/** Reads a page, removes the first of what it showed, reads on. */
async function readAround(
  list: (token?: string) => Promise<Listed>,
  remove: (key: string) => Promise<unknown>,
): Promise<readonly (string | undefined)[]> {
  const first = await list();
  await remove(first.keys[0] ?? '');
  await remove(first.keys[1] ?? '');
  const second = await list(first.NextToken);
  expect(second.NextToken).toBeUndefined();
  return [...first.keys, ...second.keys];
}

describe('a page goes on where the last one stopped, although what that one showed is gone', () => {
  test('for groups', async () => {
    for (const Name of ['Night', 'Day']) await client.createTrafficDistributionGroup({ Name, InstanceId });
    const [first, second] = [await groups(), await groups((await groups()).NextToken)];
    const seen = [...first.keys, ...second.keys];
    await client.deleteTrafficDistributionGroup({ TrafficDistributionGroupId: seen[1] ?? '' });
    expect((await groups(first.NextToken)).keys).toEqual(second.keys);
    expect(new Set(seen).size).toBe(4);
  });

  test('for the quick connects of a queue', async () => {
    const config = { QuickConnectType: 'PHONE_NUMBER' as const, PhoneConfig: { PhoneNumber: '+12065550101' } };
    const { QuickConnectId = '' } = await client.createQuickConnect({ InstanceId, Name: 'Third', QuickConnectConfig: config });
    await client.associateQueueQuickConnects({ InstanceId, QueueId, QuickConnectIds: [QuickConnectId] });
    const seen = await readAround(quickConnectsOfQueue, (id) =>
      client.disassociateQueueQuickConnects({ InstanceId, QueueId, QuickConnectIds: [id] }),
    );
    expect(new Set(seen)).toEqual(new Set([demo.SALES_QUICK_CONNECT_ID, demo.HOTLINE_QUICK_CONNECT_ID, QuickConnectId]));
  });

  test('for the proficiencies of a user', async () => {
    const { list, remove } = await proficiencies();
    expect(await readAround(list, remove)).toEqual(['Broadband', 'Mobile', 'Television']);
  });
});

describe('a page token is for the operation and the parameters that gave it', () => {
  const byName = (Value: string) => ({
    SearchCriteria: { StringCondition: { FieldName: 'Username', Value, ComparisonType: 'STARTS_WITH' as const } },
  });

  test.each([
    ['another operation', (NextToken?: string) => client.listUsers({ InstanceId, NextToken })],
    ['other criteria', (NextToken?: string) => client.searchUsers({ InstanceId, MaxResults: 2, NextToken, ...byName('agent-1') })],
    [
      'another instance',
      (NextToken?: string) => client.searchUsers({ InstanceId: demo.MANAGED_INSTANCE_ID, MaxResults: 2, NextToken, ...byName('agent') }),
    ],
  ])('and is refused by a call with %s', async (_, ask) => {
    await emulator.control.users({ count: 5, instance: InstanceId });
    const { NextToken } = await client.searchUsers({ InstanceId, MaxResults: 2, ...byName('agent') });
    await expect(ask(NextToken)).rejects.toMatchObject(failure('InvalidRequestException', 400));
    expect((await client.searchUsers({ InstanceId, MaxResults: 3, NextToken, ...byName('agent') })).Users).toHaveLength(3);
  });

  test('and is refused in another Region', async () => {
    await emulator.control.users({ count: 5, instance: InstanceId });
    const { NextToken } = await client.listUsers({ InstanceId, MaxResults: 2 });
    const replica = connectTo(emulator.url, { region: demo.REPLICA_REGION });
    await expect(replica.listUsers({ InstanceId, NextToken })).rejects.toMatchObject(failure('InvalidRequestException', 400));
    replica.destroy();
  });
});

describe('the work for a page', () => {
  /** How often a page has to look at a user, of so many. */
  async function looks(users: number, page: () => Promise<unknown>): Promise<number> {
    const { world } = emulator.running.emulator;
    createUsers(world, { count: users, instance: InstanceId, prefix: `of-${users}-` }, 0);
    const collection = world.instance(InstanceId)?.users;
    let seen = 0;
    for (const thing of collection?.toJSON() ?? []) {
      const { versions } = thing;
      Object.defineProperty(thing, 'versions', { get: () => (seen++, versions) });
    }
    await page();
    return seen;
  }

  test('does not grow with the instance: neither of a second page nor of a search for one name', async () => {
    await emulator.control.users({ count: 20, instance: InstanceId });
    const search = await client.searchUsers({ InstanceId, MaxResults: 5 });
    const list = await client.listUsers({ InstanceId, MaxResults: 5 });
    expect(await looks(1_000, () => client.searchUsers({ InstanceId, MaxResults: 5, NextToken: search.NextToken }))).toBeLessThan(20);
    expect(await looks(2_000, () => client.listUsers({ InstanceId, MaxResults: 5, NextToken: list.NextToken }))).toBeLessThan(20);
    const named = { SearchCriteria: { StringCondition: { FieldName: 'Username', Value: 'of-2000-77', ComparisonType: 'EXACT' as const } } };
    expect(
      await looks(3_000, async () => expect((await client.searchUsers({ InstanceId, ...named })).ApproximateTotalCount).toBe(1)),
    ).toBeLessThan(20);
  });
});
