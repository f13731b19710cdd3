import { scopeOf, type Scope } from '../../connect/calls/scope';
import { type Permit, TokenBucket } from '../../connect/calls/token-bucket';
import { FakeClock } from '../support/fake-clock';

const RATE = { requestsPerSecond: 2, burst: 5 };

function setUp(rate = RATE) {
  const clock = new FakeClock();
  const begin = clock.now();
  const bucket = new TokenBucket(rate, clock);
  const patient = scopeOf(clock, { signal: new AbortController().signal, timeoutMs: 3_600_000 });
  return { clock, bucket, patient, elapsed: () => clock.now() - begin };
}

/** The service's side: what it takes a second, and five at once. */
class ServiceBucket {
  taken = 0;
  private tokens = 5;
  private filledAt: number;

  constructor(
    private readonly clock: FakeClock,
    private readonly requestsPerSecond: number,
  ) {
    this.filledAt = clock.now();
  }

  takes(): boolean {
    const now = this.clock.now();
    this.tokens = Math.min(5, this.tokens + ((now - this.filledAt) / 1000) * this.requestsPerSecond);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    this.taken += 1;
    return true;
  }
}

async function permitOf(bucket: TokenBucket, scope: Scope): Promise<Permit> {
  const result = await bucket.acquire(scope);
  if (typeof result === 'string') throw new Error(`no permit: ${result}`);
  return result;
}

describe('the pacing of one operation in one Region', () => {
  it('lets a burst through at once and then keeps to the rate', async () => {
    const { clock, bucket, patient, elapsed } = setUp();
    const times: number[] = [];
    const calls = Array.from({ length: 10 }, async () => {
      await permitOf(bucket, patient);
      times.push(elapsed());
    });
    await clock.run(Promise.all(calls));
    expect(times).toEqual([0, 0, 0, 0, 500, 1000, 1500, 2000, 2500, 3000]);
  });

  it('serves callers in the order in which they came', async () => {
    const { clock, bucket, patient } = setUp({ requestsPerSecond: 2, burst: 1 });
    const order: number[] = [];
    const calls = [1, 2, 3, 4, 5].map(async (caller) => {
      await permitOf(bucket, patient);
      order.push(caller);
    });
    await clock.run(Promise.all(calls));
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells how long calls made now would wait, behind those that wait already', async () => {
    const { clock, bucket, patient } = setUp({ requestsPerSecond: 2, burst: 3 });
    expect([1, 2, 3, 12].map((calls) => bucket.waitMs(calls))).toEqual([0, 0, 500, 5_000]);
    await permitOf(bucket, patient);
    await permitOf(bucket, patient);
    const waiting = permitOf(bucket, patient);
    expect(bucket.waitMs(1)).toBe(1_000);
    await clock.run(waiting);
    await clock.advance(500);
    expect(bucket.waitMs(1)).toBe(0);
  });

  it('gives the turn of a stopped caller to the next one', async () => {
    const { clock, bucket, patient, elapsed } = setUp({ requestsPerSecond: 2, burst: 1 });
    await permitOf(bucket, patient);
    const stop = new AbortController();
    const stopped = bucket.acquire({ ...patient, signal: stop.signal });
    const next = permitOf(bucket, patient);
    stop.abort();
    expect(await stopped).toBe('cancelled');
    await clock.run(next);
    expect(elapsed()).toBe(500);
  });

  it('holds no timer once nobody waits any more', async () => {
    const { clock, bucket, patient } = setUp({ requestsPerSecond: 1, burst: 1 });
    await permitOf(bucket, patient);
    const stop = new AbortController();
    const stopped = bucket.acquire({ ...patient, signal: stop.signal });
    expect(clock.sleeping).toBe(1);
    stop.abort();
    await stopped;
    expect(clock.sleeping).toBe(0);
  });

  it('turns a caller away at once when its turn cannot come before its deadline', async () => {
    const { clock, bucket, patient, elapsed } = setUp({ requestsPerSecond: 2, burst: 1 });
    await permitOf(bucket, patient);
    const waiting = permitOf(bucket, patient);
    const hurried = { ...patient, deadline: clock.now() + 900 };
    expect(await bucket.acquire(hurried)).toBe('too-late');
    expect(elapsed()).toBe(0);
    await clock.run(waiting);
  });

  it('keeps a caller whose turn comes just before its deadline', async () => {
    const { clock, bucket, patient, elapsed } = setUp({ requestsPerSecond: 2, burst: 1 });
    await permitOf(bucket, patient);
    await clock.run(Promise.all([permitOf(bucket, patient), permitOf(bucket, { ...patient, deadline: clock.now() + 1001 })]));
    expect(elapsed()).toBe(1000);
  });

  it('halves the rate once for all calls that were under way when the service throttled', async () => {
    const { clock, bucket, patient, elapsed } = setUp();
    const permits = await Promise.all([1, 2, 3].map(() => permitOf(bucket, patient)));
    permits.forEach((permit) => permit.throttled());
    await clock.run(Promise.all([permitOf(bucket, patient), permitOf(bucket, patient)]));
    expect(elapsed()).toBe(2000);
  });

  it('halves it again when the service throttles again, but never stands still', async () => {
    const { clock, bucket, patient } = setUp({ requestsPerSecond: 2, burst: 1 });
    for (let time = 0; time < 20; time += 1) (await clock.run(permitOf(bucket, patient))).throttled();
    const before = clock.now();
    await clock.run(permitOf(bucket, patient));
    expect(clock.now() - before).toBe(8000);
  });

  it('grows back to the configured rate, and not beyond it, while the service takes its calls', async () => {
    const { clock, bucket, patient } = setUp({ requestsPerSecond: 2, burst: 1 });
    (await permitOf(bucket, patient)).throttled();
    const gaps: number[] = [];
    for (let call = 0; call < 60; call += 1) {
      const before = clock.now();
      (await clock.run(permitOf(bucket, patient))).accepted();
      gaps.push(clock.now() - before);
    }
    expect(gaps[0]).toBe(1000);
    expect(gaps.slice(1)).toEqual([...gaps.slice(1)].sort((a, b) => b - a));
    expect(gaps.at(-1)).toBe(500);
  });

  it.each([0.25, 0.5, 0.75, 0.9])('finds the part of the quota that others leave, here %d, and is seldom refused', async (part) => {
    const { clock, bucket, patient, elapsed } = setUp();
    const service = new ServiceBucket(clock, 2 * part);
    const refused: boolean[] = [];
    for (let call = 0; call < 600; call += 1) {
      const permit = await clock.run(permitOf(bucket, patient));
      refused.push(!service.takes());
      if (refused.at(-1)) permit.throttled();
      else permit.accepted();
    }
    expect(refused.filter(Boolean).length).toBeLessThan(0.05 * refused.length);
    expect(service.taken / (2 * part * (elapsed() / 1000))).toBeGreaterThan(0.95);
  });

  it('turns away, while throttled, who cannot make it any more', async () => {
    const { clock, bucket, patient, elapsed } = setUp({ requestsPerSecond: 2, burst: 1 });
    const first = await permitOf(bucket, patient);
    const hurried = bucket.acquire({ ...patient, deadline: clock.now() + 700 });
    first.throttled();
    expect(await clock.run(hurried)).toBe('too-late');
    expect(elapsed()).toBe(500);
  });

  it.each([
    { requestsPerSecond: 0, burst: 5 },
    { requestsPerSecond: 2, burst: 0 },
  ])('refuses a rate at which no call would ever pass', (rate) => {
    expect(() => new TokenBucket(rate, new FakeClock())).toThrow(RangeError);
  });
});
