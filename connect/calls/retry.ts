import type { Failure } from '../failure';

/** Tries of one call so far that failed: throttled ones, and others that may pass. */
export interface Tries {
  readonly throttled: number;
  readonly failed: number;
}

export const DEFAULT_MAX_RETRIES = 8;

const THROTTLE_BASE_MS = 500;
const THROTTLE_MAX_MS = 5_000;
const FAILURE_BASE_MS = 200;
const FAILURE_MAX_MS = 20_000;

/**
 * Milliseconds to wait before the call is tried again; nothing when the failure is final. Being
 * throttled never uses up `maxRetries`: time is its only limit. `random` is in [0, 1).
 */
export function delayBeforeRetry(
  failure: Failure,
  tries: Tries,
  maxRetries: number,
  random: () => number,
): number | undefined {
  switch (failure.kind) {
    case 'throttled': {
      const ceiling = Math.min(THROTTLE_MAX_MS, THROTTLE_BASE_MS * 2 ** (tries.throttled - 1));
      return ceiling / 2 + (random() * ceiling) / 2;
    }
    case 'unavailable': {
      if (tries.failed > maxRetries) return undefined;
      return random() * Math.min(FAILURE_MAX_MS, FAILURE_BASE_MS * 2 ** (tries.failed - 1));
    }
    case 'not-found':
    case 'conflict':
    case 'quota-full':
    case 'denied':
    case 'invalid':
    case 'in-use':
    case 'not-configured':
    case 'cancelled':
      return undefined;
  }
}
