import { HOME_REGION, INSTANCE_ID } from '../support/connect/seed';
import { systemClock } from '../../connect/clock';
import { startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';
import { openAt, valueOf } from '../support/connect/open';

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator({ seed: 'demo', settings: { rate: 'off', quotas: { users: 5_000, quickConnects: 120 } } });
});
afterAll(() => emulator.close());
beforeEach(() => emulator.control.clearCalls());

/** In the time of the machine, as the client of Service Quotas keeps to it. */
const open = async () =>
  (await openAt(emulator.url, { region: HOME_REGION, rate: { requestsPerSecond: 1000, burst: 100 } }, systemClock)).gateway();

describe('the quotas of an instance', () => {
  it('are what Service Quotas tells, asked once for each', async () => {
    const { instances, quotas } = await open();
    const instance = valueOf(await instances.find(INSTANCE_ID));
    if (!instance) throw new Error('no instance');
    const asked = ['users', 'users', 'quickConnects'] as const;
    const told = await Promise.all(asked.map(async (quota) => valueOf(await quotas.ofInstance(instance, quota))));
    expect(told).toEqual([5_000, 5_000, 120]);
    const calls = (await emulator.control.calls()).filter(({ operation }) => operation === 'GetServiceQuota');
    expect(calls.map(({ keys, status }) => [keys.instanceId, status])).toEqual([
      [INSTANCE_ID, 200],
      [INSTANCE_ID, 200],
    ]);
  });

  it.each<[string, object]>([
    ['is denied', { code: 'AccessDeniedException', status: 403 }],
    ['knows no such quota', { code: 'NoSuchResourceException', status: 400 }],
    ['throttles', { code: 'TooManyRequestsException', status: 429 }],
    ['fails', { status: 500 }],
    ['does not know the credentials', { code: 'UnrecognizedClientException', status: 403 }],
    ['cuts the connection', { dropConnection: 'before' }],
  ])('are unknown where Service Quotas %s, and Amazon Connect can be called all the same', async (_how, fault) => {
    await emulator.control.fault({ operation: 'GetServiceQuota', count: 5, ...fault });
    const { instances, quotas } = await open();
    const arn = `arn:aws:connect:${HOME_REGION}:123456789012:instance/${INSTANCE_ID}`;
    expect(await quotas.ofInstance({ arn }, 'users')).toMatchObject({ ok: false, failure: { operation: 'GetServiceQuota' } });
    await emulator.control.clearFaults();
    expect(valueOf(await instances.find(INSTANCE_ID))?.id).toBe(INSTANCE_ID);
    expect(await quotas.ofInstance({ arn }, 'users')).toMatchObject({ ok: false });
  });

  it('are unknown where Service Quotas never answers', async () => {
    await emulator.control.fault({ operation: 'GetServiceQuota', count: 5, hold: true });
    const { quotas } = (await openAt(emulator.url, { region: HOME_REGION })).gateway();
    const arn = `arn:aws:connect:${HOME_REGION}:123456789012:instance/${INSTANCE_ID}`;
    expect(await quotas.ofInstance({ arn }, 'users')).toMatchObject({ ok: false, failure: { code: 'DeadlineExceeded' } });
    await emulator.control.clearFaults();
  });

  it('go with how many there are, about', async () => {
    const { users, quickConnects } = await open();
    const listed = valueOf(await users.list(INSTANCE_ID)).size;
    expect(valueOf(await users.count(INSTANCE_ID))).toBe(listed);
    expect(valueOf(await quickConnects.count(INSTANCE_ID))).toEqual(expect.any(Number));
    const fresh = await open();
    expect(valueOf(await fresh.users.count(INSTANCE_ID))).toBe(listed);
  });
});
