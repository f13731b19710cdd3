import { delayBeforeRetry } from '../../../connect/calls/retry';
import { scopeOf } from '../../../connect/calls/scope';
import { TokenBucket } from '../../../connect/calls/token-bucket';
import { Throttle } from '../../../emulator/throttle';
import { FakeClock } from '../clocks/fake-clock';

/** A process that has so many calls of one operation to make, ten at a time as terraform does. */
export interface Stack {
  /** Seconds after the first. */
  readonly begins: number;
  readonly calls: number;
}

export interface Shared {
  readonly stacks: readonly Stack[];
  /** The part of the quota that somebody else takes, who never backs off. */
  readonly otherClientShare?: number;
  readonly seed: number;
  /** Whether a plan calls the operation, and an apply again. */
  readonly reads?: boolean;
}

export interface Taken {
  readonly calls: number;
  readonly throttled: number;
  /** Seconds of each stack from its own beginning. */
  readonly seconds: readonly number[];
  /** Seconds from the first beginning to the last end. */
  readonly all: number;
  /** Seconds that the quota takes at least. */
  readonly possible: number;
}

const QUOTA = { requestsPerSecond: 2, burst: 5 };
const AT_A_TIME = 10;
/** Milliseconds of a way to the service or back. */
const WAY = { least: 20, most: 100 };

/**
 * Processes with our own buckets on one quota, in simulated time: nothing is measured, so that the same seed gives the
 * same figures on every machine.
 */
export async function share({ stacks, otherClientShare = 0, seed, reads = false }: Shared): Promise<Taken> {
  const clock = new FakeClock();
  const random = randomOf(seed);
  const begin = clock.now();
  const service = new Throttle();
  const settings = { rate: QUOTA.requestsPerSecond, burst: QUOTA.burst, otherClientShare };
  let calls = 0;
  let throttled = 0;

  const way = (): Promise<void> => clock.sleep(WAY.least + random() * (WAY.most - WAY.least));
  const call = async (bucket: TokenBucket): Promise<void> => {
    const scope = scopeOf(clock, { signal: new AbortController().signal, timeoutMs: 86_400_000 });
    for (let tries = 1; ; tries += 1) {
      const permit = await bucket.acquire(scope);
      if (typeof permit === 'string') throw new Error(`no permit: ${permit}`);
      await way();
      calls += 1;
      const taken = service.take('CreateUser', clock.now(), settings);
      await way();
      if (taken) {
        permit.accepted();
        return;
      }
      throttled += 1;
      permit.throttled();
      const failure = {
        kind: 'throttled',
        operation: 'CreateUser',
        region: 'eu-central-1',
        code: 'ThrottlingException',
        message: '',
      } as const;
      await clock.sleep(delayBeforeRetry(failure, { throttled: tries, failed: 0 }, 0, random) ?? 0);
    }
  };
  const run = async (stack: Stack): Promise<number> => {
    await clock.sleep(stack.begins * 1000);
    const begun = clock.now();
    const bucket = new TokenBucket(QUOTA, clock, { random, afterOwnCalls: reads });
    let left = stack.calls;
    const worker = async (): Promise<void> => {
      for (; left > 0;) {
        left -= 1;
        await call(bucket);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    return (clock.now() - begun) / 1000;
  };

  // The first call of the service's bucket must meet it as it is when nobody calls.
  service.take('CreateUser', begin - 60_000, settings);
  const seconds = await clock.run(Promise.all(stacks.map(run)));
  const wanted = stacks.reduce((sum, stack) => sum + stack.calls, 0);
  const possible = (wanted - QUOTA.burst) / (QUOTA.requestsPerSecond * (1 - otherClientShare));
  return { calls, throttled, seconds, all: (clock.now() - begin) / 1000, possible };
}

/** Numbers in [0, 1) that depend on the seed alone. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((again ^ (again >>> 16)) >>> 0) / 2 ** 32;
  };
}
