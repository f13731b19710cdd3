/**
 * Everything that can go wrong outside the program, as one closed union. SDK exceptions are turned
 * into it in one place; nobody else looks at the name of an exception.
 *
 * - `not-found`: no such thing, or not yet (eventual consistency)
 * - `conflict`: the name is taken, or the change collides with another
 * - `throttled`: too many requests, still so when the time was up
 * - `quota-full`: a resource quota of the account or instance is used up (LimitExceededException)
 * - `denied`: the credentials are good, and their policy does not allow this operation
 * - `unauthenticated`: the credentials are missing, wrong or expired, or the account cannot use the service: no call will pass
 * - `invalid`: the service refuses the request as it is
 * - `unavailable`: the service or the way to it failed, still so when the time was up
 * - `unreachable`: Amazon Connect does not answer at all: no such host, nobody listens, no trust, a proxy that refuses, another server
 * - `in-use`: something else still refers to it
 * - `cancelled`: Terraform asked the provider to stop
 * - `not-configured`: the provider's own configuration is not known yet
 */
export type FailureKind =
  | 'not-found'
  | 'conflict'
  | 'throttled'
  | 'quota-full'
  | 'denied'
  | 'unauthenticated'
  | 'invalid'
  | 'unavailable'
  | 'unreachable'
  | 'in-use'
  | 'cancelled'
  | 'not-configured';

export interface Failure {
  readonly kind: FailureKind;
  /** The API operation, `CreateUser`. */
  readonly operation: string;
  readonly region: string;
  /** The service's error code, `ResourceNotFoundException`; or what the network said. */
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  readonly status?: number;
  /** Where no answer came from, `connect.eu-central-1.amazonaws.com`; with the proxy, if there is one. */
  readonly host?: string;
  /** Where the credentials came from that were not accepted, `the AWS profile "ops"`. */
  readonly credentials?: string;
  /** The AWS profile that gave none. */
  readonly profile?: string;
  /** Whether this try, or an earlier one of the same call, may have taken effect all the same (its answer was lost). */
  readonly ambiguous?: boolean;
  /** Whether the operation answers everybody in the Region, the instance or the group so: other calls of it fail alike, and most without a try. */
  readonly outage?: true;
}

/** The code of a failure that is about the time of the caller, not about the service. */
export const OUT_OF_TIME = 'DeadlineExceeded';

/** Whether the time was up before there was an answer, and nobody said why. */
export const isOutOfTime = ({ code }: Failure): boolean => code === OUT_OF_TIME;

/** Terraform asked the provider to stop while it waited; no call was under way. */
export const stopped = (waitingFor: string, region: string): Failure => ({
  kind: 'cancelled',
  operation: 'Stop',
  region,
  code: 'Stopped',
  message: `the provider was asked to stop while it waited: ${waitingFor}`,
});

/** Whether no call will pass, whatever it is about: one failure of the kind tells of all. */
export const isLostConnection = (kind: FailureKind | undefined): boolean => kind === 'unauthenticated' || kind === 'unreachable';

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const succeeded = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (failure: Failure): Outcome<never> => ({ ok: false, failure });
