import type { Failure } from '../failure';
import { isFinal, PROXY_FAILED, UNREADABLE } from './error-codes';

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

/** Retries of what may pass, while Amazon Connect has not answered once: it may never do. */
const FIRST_RETRIES = 3;

/** No word of Amazon Connect: silence, or the answer of somebody else. */
export const isSilence = ({ kind, status, code }: Failure): boolean =>
  kind === 'unreachable' || (kind === 'unavailable' && (status === undefined || code === UNREADABLE));

/**
 * How often a call is tried again after this failure. A host that answered before is given all the time to
 * come back. One that never did is not waited for: an unknown name, a refused connection and silence are final;
 * a name server that says "try again" and a connection that breaks off may pass.
 */
export function retriesAfter(failure: Failure, answeredBefore: boolean, maxRetries: number): number {
  if (isFinal(failure.code) || (failure.kind === 'unreachable' && failure.status !== undefined)) return 0;
  if (answeredBefore || !isSilence(failure)) return maxRetries;
  const mayPass =
    failure.code === 'EAI_AGAIN' ||
    failure.code === PROXY_FAILED ||
    (failure.kind === 'unavailable' && !/Timeout|TIMEDOUT/.test(failure.code));
  return mayPass ? Math.min(FIRST_RETRIES, maxRetries) : 0;
}

/**
 * Milliseconds to wait before the call is tried again; nothing when the failure is final. Being
 * throttled never uses up `maxRetries`: time is its only limit. `random` is in [0, 1).
 */
export function delayBeforeRetry({ kind }: Failure, tries: Tries, maxRetries: number, random = Math.random): number | undefined {
  if (kind === 'throttled') {
    const ceiling = Math.min(THROTTLE_MAX_MS, THROTTLE_BASE_MS * 2 ** (tries.throttled - 1));
    return ceiling / 2 + (random() * ceiling) / 2;
  }
  if ((kind !== 'unavailable' && kind !== 'unreachable') || tries.failed > maxRetries) return undefined;
  return random() * Math.min(FAILURE_MAX_MS, FAILURE_BASE_MS * 2 ** (tries.failed - 1));
}
