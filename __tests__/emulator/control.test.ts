import type { Connect } from '@aws-sdk/client-connect';
import { CallLog, type LoggedCall } from '../../emulator/control/call-log';
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

/** Asks again until the condition holds; the test's own time limit ends a vain wait. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(setImmediate);
}

describe('the log of calls', () => {
  test('tells operation, Region, answer and ids, and no secrets, names or addresses', async () => {
    const UserId = await createAgent(client, 'secret-name', {
      InstanceId: demo.MANAGED_INSTANCE_ID,
      RoutingProfileId: demo.MANAGED_ROUTING_PROFILE_ID,
      SecurityProfileIds: [demo.MANAGED_SECURITY_PROFILE_ID],
      Password: 'SecretPassw0rd',
      IdentityInfo: { FirstName: 'SecretFirst', LastName: 'SecretLast', Email: 'secret@example.com' },
    });
    await expect(
      client.associateTrafficDistributionGroupUser({ TrafficDistributionGroupId: demo.PENDING_GROUP_ARN, InstanceId, UserId }),
    ).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    const calls = await emulator.control.calls();
    const common = { region: demo.HOME_REGION, accessKeyId: 'AKIAADMIN', time: expect.any(String) as string };
    expect(calls).toEqual([
      { ...common, operation: 'CreateUser', status: 200, keys: { instanceId: demo.MANAGED_INSTANCE_ID, userId: UserId } },
      {
        ...common,
        operation: 'AssociateTrafficDistributionGroupUser',
        status: 404,
        error: 'ResourceNotFoundException',
        keys: { instanceId: InstanceId, userId: UserId, groupId: demo.PENDING_GROUP_ID },
      },
    ]);
    expect(JSON.stringify(calls)).not.toMatch(/secret/i);
    await emulator.control.clearCalls();
    expect(await emulator.control.calls()).toEqual([]);
  });
});

describe('the room that the log of calls takes', () => {
  const call = (operation: string): LoggedCall => ({ time: '', operation, region: '', accessKeyId: '', status: 200, keys: {} });
  const logged = (log: CallLog): readonly string[] => log.list().map(({ operation }) => operation);

  test('is bounded by the number of calls and by their size: the older half goes', () => {
    const few = new CallLog(4, 1_000_000);
    for (const name of ['a', 'b', 'c', 'd', 'e']) few.add(call(name));
    expect(logged(few)).toEqual(['c', 'd', 'e']);
    const small = new CallLog(1_000, 1_000);
    for (let index = 0; index < 100; index++) small.add(call(`call-${index}`));
    expect(JSON.stringify(small.list()).length).toBeLessThan(1_200);
    expect(logged(small).at(-1)).toBe('call-99');
  });

  test('does not grow with what a caller sends as an id or a path', async () => {
    await rawRequest(emulator.url, 'POST', '/search-users', { InstanceId: 'x'.repeat(1_000_000) });
    await rawRequest(emulator.url, 'GET', `/${'x'.repeat(10_000)}`);
    expect(JSON.stringify(await emulator.control.calls()).length).toBeLessThan(2_000);
  });
});

describe('faults', () => {
  test('answer the next calls of an operation with an error, and let the others pass', async () => {
    await emulator.control.fault({ operation: 'ListUsers', count: 2, code: 'InternalServiceException', message: 'Out of order' });
    await client.listInstances({});
    for (let call = 0; call < 2; call++)
      await expect(client.listUsers({ InstanceId })).rejects.toMatchObject({
        ...failure('InternalServiceException', 500),
        message: 'Out of order',
      });
    await client.listUsers({ InstanceId });
  });

  test('meet only the calls about the things they name', async () => {
    const ada = await createAgent(client, 'ada');
    const grace = await createAgent(client, 'grace');
    await emulator.control.fault({ operation: '*', status: 429, match: { userId: grace } });
    await client.describeUser({ InstanceId, UserId: ada });
    await expect(client.describeUser({ InstanceId, UserId: grace })).rejects.toMatchObject(failure('ThrottlingException', 429));
  });

  test('cut the connection before or after the call is done', async () => {
    await emulator.control.fault({ operation: 'CreateUser', dropConnection: 'before' });
    await expect(client.createUser(agent('ada'))).rejects.toThrow();
    expect((await client.listUsers({ InstanceId })).UserSummaryList).toEqual([]);
    await emulator.control.fault({ operation: 'CreateUser', dropConnection: 'after' });
    await expect(client.createUser(agent('ada'))).rejects.toThrow();
    expect((await client.listUsers({ InstanceId })).UserSummaryList).toHaveLength(1);
    expect((await emulator.control.calls('CreateUser')).map(({ status, dropped }) => [status, dropped])).toEqual([
      [0, 'before'],
      [200, 'after'],
    ]);
  });

  test('hold a call until they are cleared', async () => {
    await emulator.control.fault({ operation: 'CreateUser', hold: true });
    const created = client.createUser(agent('ada'));
    await until(async () => (await emulator.control.held()) === 1);
    expect((await client.listUsers({ InstanceId })).UserSummaryList).toEqual([]);
    await emulator.control.clearFaults();
    expect((await created).UserId).toBeDefined();
  });

  test("delay a call by the emulator's time", async () => {
    await emulator.control.change({ timeScale: 100_000 });
    await emulator.control.fault({ operation: 'ListUsers', delayMs: 1_000_000 });
    const start = performance.now();
    await client.listUsers({ InstanceId });
    expect(performance.now() - start).toBeGreaterThanOrEqual(9);
  });

  test('do not keep the emulator from closing', async () => {
    await emulator.control.fault({ operation: 'CreateUser', hold: true });
    const created = expect(client.createUser(agent('ada'))).rejects.toThrow();
    await until(async () => (await emulator.control.held()) === 1);
    await emulator.close();
    await created;
    emulator = await startTestEmulator();
  });
});

describe('settings and seeds', () => {
  test('settings are merged member by member', async () => {
    const before = await emulator.control.settings();
    const after = await emulator.control.change({ mirrorDelay: 5, answers: { memberIds: 'arn' }, quotas: { users: 3 } });
    expect(after).toEqual({
      ...before,
      mirrorDelay: 5,
      answers: { ...before.answers, memberIds: 'arn' },
      quotas: { ...before.quotas, users: 3 },
    });
  });

  test.each([
    ['PUT', 'settings', { speed: 1 }, 'settings has no member speed'],
    ['PUT', 'settings', { answers: { reassociate: 'maybe' } }, 'answers cannot have reassociate = "maybe"'],
    ['PUT', 'seed', { seed: 'full' }, 'The seed must be demo or empty'],
    ['POST', 'faults', { operation: 'Nothing' }, 'A fault cannot have operation = "Nothing"'],
    ['POST', 'faults', { operation: '*', code: 'Two\nlines' }, 'A fault cannot have code = "Two\\nlines"'],
    ['POST', 'faults', { operation: '*', region: 7 }, 'A fault cannot have region = 7'],
    ['POST', 'faults', { operation: '*', status: 404.5 }, 'A fault cannot have status = 404.5'],
    ['POST', 'faults', { operation: '*', match: { UserId: 'x' } }, 'The match of a fault has no member UserId; it has instanceId, userId'],
    ['POST', 'faults', { operation: '*', delayMs: 3e9 }, 'A fault cannot have delayMs = 3000000000'],
    ['PUT', 'settings', { deny: [{ operation: 'ListUser' }] }, 'settings cannot have deny = [{"operation":"ListUser"}]'],
    [
      'PUT',
      'settings',
      { deny: [{ operation: 'ListUsers', region: 'us-east-1' }] },
      'deny has no member region; it has operation, accessKeyId',
    ],
    ['POST', 'users', { count: 0, instance: InstanceId }, 'users needs count, prefix and instance'],
  ])('refuses %s %s %j', async (method, path, body, message) => {
    const response = await fetch(`${emulator.url}/_emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(JSON.stringify(message).slice(1, -1));
  });

  test('many users are created all or none', async () => {
    await createAgent(client, 'agent-3');
    await expect(emulator.control.users({ count: 5, instance: InstanceId })).rejects.toThrow(
      'The user name agent-3 is taken; none of the users was created.',
    );
    expect((await client.listUsers({ InstanceId })).UserSummaryList).toHaveLength(1);
  });

  test('a seed puts everything back', async () => {
    await createAgent(client, 'ada');
    await emulator.control.seed('empty');
    const { instances } = await emulator.control.state();
    expect(
      instances.map(({ users, quickConnects, routingProfiles, securityProfiles }) =>
        [users, quickConnects, routingProfiles, securityProfiles].map(({ length }) => length),
      ),
    ).toEqual([
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]);
  });
});
