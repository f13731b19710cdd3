import fc from 'fast-check';
import { delayBeforeRetry, retriesAfter } from '../../connect/calls/retry';
import type { Failure, FailureKind } from '../../connect/failure';

const failure = (kind: FailureKind): Failure => ({ kind, operation: 'CreateUser', region: 'eu-central-1', code: 'X', message: '' });
const silence = (kind: FailureKind, code: string): Failure => ({ ...failure(kind), code });
const longest = (): number => 0.999999;
const shortest = (): number => 0;

describe('how long the provider waits before it calls again', () => {
  it('waits longer after each failure of the service, up to 20 seconds, spread from nothing to all of it', () => {
    const longestDelays = [1, 2, 3, 7, 8].map((failed) =>
      Math.round(delayBeforeRetry(failure('unavailable'), { throttled: 0, failed }, 8, longest) ?? -1),
    );
    expect(longestDelays).toEqual([200, 400, 800, 12_800, 20_000]);
    expect(delayBeforeRetry(failure('unavailable'), { throttled: 0, failed: 8 }, 8, shortest)).toBe(0);
  });

  it('gives up after the configured number of retries', () => {
    expect(delayBeforeRetry(failure('unavailable'), { throttled: 0, failed: 3 }, 3, shortest)).toBeDefined();
    expect(delayBeforeRetry(failure('unavailable'), { throttled: 0, failed: 4 }, 3, shortest)).toBeUndefined();
    expect(delayBeforeRetry(failure('unavailable'), { throttled: 0, failed: 1 }, 0, shortest)).toBeUndefined();
  });

  it('never gives up on being throttled, and always waits a while', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (throttled, random) => {
        const delay = delayBeforeRetry(failure('throttled'), { throttled, failed: 0 }, 0, () => random);
        expect(delay).toBeGreaterThanOrEqual(250);
        expect(delay).toBeLessThanOrEqual(5000);
      }),
    );
  });

  it.each<FailureKind>(['not-found', 'conflict', 'quota-full', 'denied', 'unauthenticated', 'invalid', 'in-use', 'cancelled'])(
    'does not repeat a call that ended as %s',
    (kind) => {
      expect(delayBeforeRetry(failure(kind), { throttled: 0, failed: 1 }, 8, shortest)).toBeUndefined();
    },
  );
});

describe('how often the provider calls again', () => {
  it.each(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ConnectionTimeout'])(
    'not at all after %s, as long as Amazon Connect has not answered once',
    (code) => {
      expect(retriesAfter(silence('unreachable', code), false, 8)).toBe(0);
      expect(retriesAfter(silence('unreachable', code), true, 8)).toBe(8);
    },
  );

  it.each([
    ['unreachable', 'EAI_AGAIN'],
    ['unavailable', 'ECONNRESET'],
  ] as const)('a few times when it is %s (%s), and no more than max_retries', (kind, code) => {
    expect(retriesAfter(silence(kind, code), false, 8)).toBe(3);
    expect(retriesAfter(silence(kind, code), false, 1)).toBe(1);
  });

  it('not at all when the first request is never answered', () => {
    expect(retriesAfter(silence('unavailable', 'ETIMEDOUT'), false, 8)).toBe(0);
    expect(retriesAfter(silence('unavailable', 'RequestTimeout'), false, 8)).toBe(0);
  });

  it.each(['SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ProxyRefused'])('never after %s, which does not pass', (code) => {
    expect(retriesAfter(silence('unreachable', code), true, 8)).toBe(0);
  });

  it('as configured when the service itself fails', () => {
    expect(retriesAfter({ ...failure('unavailable'), status: 503 }, false, 8)).toBe(8);
  });
});
