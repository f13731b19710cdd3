/** Failures that no server told us: our own limits. */
import { type Failure, type FailureKind, OUT_OF_TIME } from '../failure';

interface Ended {
  readonly operation: string;
  readonly region: string;
  /** Whether a request that went out may have taken effect. */
  readonly ambiguous: boolean;
}

const marked = (ambiguous: boolean): { readonly ambiguous?: true } => (ambiguous ? { ambiguous: true } : {});

export const cancelled = ({ operation, region, ambiguous }: Ended): Failure => ({
  kind: 'cancelled',
  operation,
  region,
  code: 'Cancelled',
  message: ambiguous
    ? 'Terraform asked the provider to stop while the request was under way; it may have taken effect.'
    : 'Terraform asked the provider to stop before the request was sent.',
  ...marked(ambiguous),
});

/** `last` is what the service said to the latest try, if there was one. */
export const outOfTime = ({ operation, region, ambiguous }: Ended, kind: FailureKind, last: Failure | undefined): Failure =>
  last
    ? { ...last, message: `${last.message} (gave up: the time for it was used up)`, ...marked(ambiguous) }
    : {
        kind,
        operation,
        region,
        code: OUT_OF_TIME,
        message:
          kind === 'throttled'
            ? 'Too many calls were waiting for their turn to be made in time: the request rate is low, or lower still while the service throttles.'
            : 'The service did not answer in the time that was left for it. Calls before it may have been slow or throttled.',
        ...marked(ambiguous),
      };

/** One request took longer than any that goes well; the call may be tried again. */
export const tooSlow = ({ operation, region, ambiguous }: Ended): Failure => ({
  kind: 'unavailable',
  operation,
  region,
  code: 'RequestTimeout',
  message: 'The answer did not come, or not to its end, in time.',
  ...marked(ambiguous),
});

export const notARegion = (operation: string, region: string): Failure => ({
  kind: 'invalid',
  operation,
  region,
  code: 'InvalidRegion',
  message: `"${region}" is not the name of an AWS Region, such as "eu-central-1".`,
});
