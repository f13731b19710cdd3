import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock';

/** How long a caller is willing to wait: for all calls that it makes, together. */
export interface Scope {
  /** Aborts when Terraform asks the provider to stop. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch, by the injected clock. */
  readonly deadline: number;
}

/** The longest time that a timer of Node takes; a longer one would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

export function scopeOf(clock: Clock, limits: { readonly signal: AbortSignal; readonly timeoutMs: number }): Scope {
  // Every call under way listens; Node would take more than ten for a leak and say so on stderr.
  setMaxListeners(0, limits.signal);
  return { signal: limits.signal, deadline: clock.now() + Math.min(limits.timeoutMs, LONGEST_MS) };
}

/** What ended a wait before it was over. */
export type Ending = 'cancelled' | 'too-late';

export const endingOf = (scope: Scope, clock: Clock): Ending | undefined => {
  if (scope.signal.aborted) return 'cancelled';
  return clock.now() >= scope.deadline ? 'too-late' : undefined;
};

/** Waits within the scope. A wait that would outlast the deadline is not begun. */
export async function pause(scope: Scope, clock: Clock, ms: number): Promise<Ending | undefined> {
  if (scope.signal.aborted) return 'cancelled';
  if (clock.now() + ms >= scope.deadline) return 'too-late';
  try {
    await clock.sleep(ms, scope.signal);
    return undefined;
  } catch (reason) {
    if (scope.signal.aborted) return 'cancelled';
    throw reason;
  }
}

/** One for all: without a reason, Node would make an error with a stack for each call. */
export const OVER = new Error('The wait is over.');

/**
 * Runs `work` until it settles or the scope ends, whichever is first. Its signal aborts when the
 * scope ends; the answer does not wait for the work to notice.
 */
export async function within<T>(
  scope: Scope,
  clock: Clock,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly value: T } | { readonly ended: Ending }> {
  const begun = endingOf(scope, clock);
  if (begun) return { ended: begun };
  const over = new AbortController();
  const stop = new AbortController();
  const ended = endOf(scope, clock, over.signal);
  try {
    return await Promise.race([work(stop.signal).then((value) => ({ value })), ended.then((ending) => ({ ended: ending }))]);
  } finally {
    over.abort(OVER);
    stop.abort(OVER);
  }
}

/** Settles when the scope ends; never when the work is `over` first. */
export const endOf = (scope: Scope, clock: Clock, over: AbortSignal): Promise<Ending> =>
  Promise.race([aborted(scope.signal, over), expiry(scope, clock, over)]);

const aborted = (signal: AbortSignal, over: AbortSignal): Promise<Ending> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('cancelled'), { once: true, signal: over });
  });

const expiry = (scope: Scope, clock: Clock, over: AbortSignal): Promise<Ending> =>
  new Promise((resolve, reject) => {
    clock.sleep(Math.max(0, scope.deadline - clock.now()), over).then(
      () => resolve('too-late'),
      (reason: unknown) => {
        if (!over.aborted) reject(reason);
      },
    );
  });
