/** Failures that no server told us: our own limits. */
import { type Failure, type FailureKind, OUT_OF_TIME } from '../failure';
import type { Ending } from './scope';

interface Call {
  readonly operation: string;
  readonly region: string;
  /** Whether a request that went out may have taken effect. */
  readonly ambiguous?: boolean;
}

/**
 * Whoever waited has left: Terraform asked the provider to stop, or the time was up.
 * @param kind what a call that is too late fails as
 * @param last what the service said to the latest try, if there was one
 */
export function gaveUp({ operation, region, ambiguous }: Call, ending: Ending, kind: FailureKind = 'unavailable', last?: Failure): Failure {
  if (ending === 'cancelled') {
    const message = ambiguous
      ? 'Terraform asked the provider to stop while the request was under way; it may have taken effect.'
      : 'Terraform asked the provider to stop before the request was sent.';
    return { kind: 'cancelled', operation, region, code: 'Cancelled', message };
  }
  if (last) return { ...last, message: `${last.message} (gave up: the time for it was used up)` };
  const message =
    kind === 'throttled'
      ? 'Too many calls were waiting for their turn to be made in time: the request rate is low, or lower still while the service throttles.'
      : 'The service did not answer in the time that was left for it. Calls before it may have been slow or throttled.';
  return { kind, operation, region, code: OUT_OF_TIME, message };
}

/** One request took longer than any that goes well; the call may be tried again. */
export const tooSlow = ({ operation, region }: Call): Failure => ({
  kind: 'unavailable',
  operation,
  region,
  code: 'RequestTimeout',
  message: 'The answer did not come, or not to its end, in time.',
});

export const notARegion = ({ operation, region }: Call): Failure => ({
  kind: 'invalid',
  operation,
  region,
  code: 'InvalidRegion',
  message: `"${region}" is not the name of an AWS Region, such as "eu-central-1".`,
});
