import { scopeOf, type Scope } from '../../connect/calls/scope';
import { type Permit, TokenBucket } from '../../connect/calls/token-bucket';
import { FakeClock } from '../support/clocks/fake-clock';

const RATE = { requestsPerSecond: 2, burst: 5 };
/** Between two calls at a tenth of that rate. */
const TENTH_MS = 5000;

function setUp(rate = RATE) {
  const clock = new FakeClock();
  const begin = clock.now();
  // Of all first waits after a throttle, the middle one.
  const bucket = new TokenBucket(rate, clock, { random: () => 0.5 });
  const patient = scopeOf(clock, { signal: new AbortController().signal, timeoutMs: 3_600_000 });
  return { clock, bucket, patient, elapsed: () => clock.now() - begin };
}

async function permitOf(bucket: TokenBucket, scope: Scope): Promise<Permit> {
  const result = await bucket.acquire(scope);
  if (typeof result === 'string') throw new Error(`no permit: ${result}`);
  return result;
}

describe('the pacing of one operation in one Region', () => {
  it('lets a burst through, each call with the answer to the one before, and then keeps to the rate', async () => {
    const { clock, bucket, patient, elapsed } = setUp();
    const times: number[] = [];
    const calls = Array.from({ length: 10 }, async () => {
      const permit = await permitOf(bucket, patient);
      times.push(elapsed());
      await clock.sleep(50);
      permit.accepted();
    });
    await clock.run(Promise.all(calls));
    expect(times).toEqual([0, 50, 100, 150, 500, 1000, 1500, 2000, 2500, 3000]);
  });

  it('keeps to the rate from the beginning where no answer comes', async () => {
    const { clock, bucket, patient, elapsed } = setUp();
    await clock.run(Promise.all([1, 2, 3].map(() => permitOf(bucket, patient))));
    expect(elapsed()).toBe(1000);
  });

  it('lets out no more than the burst at once after a time without calls', async () => {
    const { clock, bucket, patient } = setUp();
    (await permitOf(bucket, patient)).accepted();
    await clock.advance(60_000);
    const times: number[] = [];
    const begin = clock.now();
    const calls = Array.from({ length: 6 }, async () => {
      const permit = await permitOf(bucket, patient);
      times.push(clock.now() - begin);
      permit.accepted();
    });
    await clock.run(Promise.all(calls));
    expect(times).toEqual([0, 0, 0, 0, 500, 1000]);
  });

  it('lets no burst out while others use the quota', async () => {
    const { clock, bucket, patient } = setUp();
    (await permitOf(bucket, patient)).throttled();
    await clock.advance(20_000);
    const begin = clock.now();
    await permitOf(bucket, patient);
    await clock.run(permitOf(bucket, patient));
    expect(clock.now() - begin).toBeGreaterThan(2000);
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
    (await permitOf(bucket, patient)).accepted();
    (await permitOf(bucket, patient)).accepted();
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

  it('tells nobody to wait who comes before the burst is used up', async () => {
    const { bucket, patient } = setUp();
    const waits = [1, 2, 3, 4, 5].map(() => {
      const wait = bucket.waitMs(1) > 0;
      void bucket.acquire(patient);
      return wait;
    });
    expect(waits).toEqual([false, false, false, false, true]);
  });

  it('slows down once for all calls that were under way when the service throttled', async () => {
    const { clock, bucket, patient, elapsed } = setUp();
    (await permitOf(bucket, patient)).accepted();
    const permits = await Promise.all([1, 2].map(() => clock.run(permitOf(bucket, patient))));
    permits.forEach((permit) => permit.throttled());
    const begun = elapsed();
    await clock.run(permitOf(bucket, patient));
    expect(elapsed() - begun).toBe(TENTH_MS);
  });

  it.each([
    [0, 7500],
    [0.999, 2500],
  ])('comes back at a moment of its own, so that others who were throttled with it do not meet it again (%d)', async (random, latest) => {
    const clock = new FakeClock();
    const bucket = new TokenBucket(RATE, clock, { random: () => random });
    const patient = scopeOf(clock, { signal: new AbortController().signal, timeoutMs: 3_600_000 });
    (await permitOf(bucket, patient)).throttled();
    const begin = clock.now();
    await clock.run(permitOf(bucket, patient));
    expect(clock.now() - begin).toBeLessThanOrEqual(latest + 10);
    expect(clock.now() - begin).toBeGreaterThan(latest * 0.9);
  });

  it('slows down again when the service throttles again, but never stands still', async () => {
    const { clock, bucket, patient } = setUp({ requestsPerSecond: 2, burst: 1 });
    for (let time = 0; time < 20; time += 1) (await clock.run(permitOf(bucket, patient))).throttled();
    const before = clock.now();
    await clock.run(permitOf(bucket, patient));
    expect(clock.now() - before).toBeGreaterThan(8000);
    expect(clock.now() - before).toBeLessThanOrEqual(16_000);
  });

  it('grows back to the configured rate, and not beyond it, while the service takes its calls', async () => {
    const { clock, bucket, patient, elapsed } = setUp({ requestsPerSecond: 2, burst: 1 });
    (await permitOf(bucket, patient)).throttled();
    const gaps: number[] = [];
    while (elapsed() < 150_000) {
      const before = clock.now();
      (await clock.run(permitOf(bucket, patient))).accepted();
      gaps.push(clock.now() - before);
    }
    expect(gaps[0]).toBe(TENTH_MS);
    expect(gaps.slice(1)).toEqual([...gaps.slice(1)].sort((a, b) => b - a));
    expect(gaps.at(-1)).toBe(500);
  });

  it('hopes for a quarter where it had a whole burst before the first throttle, until the next one comes soon', async () => {
    const { clock, bucket, patient } = setUp();
    for (let call = 0; call < RATE.burst; call += 1) (await clock.run(permitOf(bucket, patient))).accepted();
    (await clock.run(permitOf(bucket, patient))).throttled();
    const waits: number[] = [];
    for (const settle of ['accepted', 'throttled', 'accepted'] as const) {
      const begin = clock.now();
      (await clock.run(permitOf(bucket, patient)))[settle]();
      waits.push(clock.now() - begin);
    }
    expect(waits).toEqual([2000, 2000, TENTH_MS]);
  });

  it('stands still for a minute after a throttle, and has the whole rate another minute later', async () => {
    const { clock, bucket, patient, elapsed } = setUp({ requestsPerSecond: 2, burst: 1 });
    (await permitOf(bucket, patient)).throttled();
    const gaps: { readonly at: number; readonly ms: number }[] = [];
    while (elapsed() < 125_000) {
      const before = clock.now();
      (await clock.run(permitOf(bucket, patient))).accepted();
      gaps.push({ at: elapsed(), ms: clock.now() - before });
    }
    expect(gaps.filter(({ at, ms }) => at < 50_000 && ms < TENTH_MS * 0.98)).toEqual([]);
    expect(gaps.at(-1)?.ms).toBe(500);
  });

  it('forgets little of what it had to itself when it is throttled once and soon again after a long time', async () => {
    const { clock, bucket, patient, elapsed } = setUp();
    for (let call = 0; call < 400; call += 1) (await clock.run(permitOf(bucket, patient))).accepted();
    for (const most of [1100, 1200]) {
      (await clock.run(permitOf(bucket, patient))).throttled();
      const begin = elapsed();
      (await clock.run(permitOf(bucket, patient))).accepted();
      expect(elapsed() - begin).toBeLessThan(most);
    }
  });

  it('guesses a part of the quota, and not of the part that it was given', async () => {
    const { clock, bucket, patient, elapsed } = setUp({ requestsPerSecond: 0.4, burst: 1 });
    (await permitOf(bucket, patient)).throttled();
    await clock.run(permitOf(bucket, patient));
    expect(elapsed()).toBe(TENTH_MS);
  });

  it('turns away, while throttled, who cannot make it any more', async () => {
    const { clock, bucket, patient, elapsed } = setUp({ requestsPerSecond: 2, burst: 1 });
    const first = await permitOf(bucket, patient);
    const hurried = bucket.acquire({ ...patient, deadline: clock.now() + 700 });
    first.throttled();
    expect(await clock.run(hurried)).toBe('too-late');
    expect(elapsed()).toBe(500);
  });

  it('goes on at its rate after the first throttle, and slows down after the next, where the plan of this apply may just have called', async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket(RATE, clock, { random: () => 0.5, afterOwnCalls: true });
    const patient = scopeOf(clock, { signal: new AbortController().signal, timeoutMs: 3_600_000 });
    const call = async (settle: 'accepted' | 'throttled'): Promise<number> => {
      const begin = clock.now();
      (await clock.run(permitOf(bucket, patient)))[settle]();
      return clock.now() - begin;
    };
    expect([await call('accepted'), await call('accepted'), await call('throttled')]).toEqual([0, 0, 0]);
    expect([await call('accepted'), await call('throttled')]).toEqual([1000, 500]);
    expect(await call('accepted')).toBe(TENTH_MS);
  });

  it('makes room for others after a throttle of the very first call, even where the plan of this apply may just have called', async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket(RATE, clock, { random: () => 0.5, afterOwnCalls: true });
    const patient = scopeOf(clock, { signal: new AbortController().signal, timeoutMs: 3_600_000 });
    (await permitOf(bucket, patient)).throttled();
    const begin = clock.now();
    await clock.run(permitOf(bucket, patient));
    expect(clock.now() - begin).toBe(TENTH_MS);
  });

  it.each([
    { requestsPerSecond: 0, burst: 5 },
    { requestsPerSecond: 2, burst: 0 },
  ])('refuses a rate at which no call would ever pass', (rate) => {
    expect(() => new TokenBucket(rate, new FakeClock())).toThrow(RangeError);
  });
});
