import type { FailureKind } from '../failure';

/** Codes of Connect, of STS and of the checks that all services share. */
const KINDS: Readonly<Record<string, FailureKind>> = {
  ResourceNotFoundException: 'not-found',
  DuplicateResourceException: 'conflict',
  ResourceConflictException: 'conflict',
  ConditionalOperationFailedException: 'conflict',
  ResourceInUseException: 'in-use',
  // Not ready now, ready later: the same as a service that has to be asked again.
  ResourceNotReadyException: 'unavailable',
  InternalServiceException: 'unavailable',
  RequestTimeout: 'unavailable',
  RequestTimeoutException: 'unavailable',
  // HTTP 429 like a throttle, but asking again does not help.
  LimitExceededException: 'quota-full',
  ServiceQuotaExceededException: 'quota-full',
  ThrottlingException: 'throttled',
  Throttling: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  InvalidRequestException: 'invalid',
  InvalidParameterException: 'invalid',
  ValidationException: 'invalid',
  ValidationError: 'invalid',
  UnrecognizedClientException: 'denied',
  InvalidClientTokenId: 'denied',
  SignatureDoesNotMatch: 'denied',
  OptInRequired: 'denied',
  NotAuthorized: 'denied',
  RequestExpired: 'denied',
  RequestTimeTooSkewed: 'denied',
  CredentialsProviderError: 'denied',
  TokenProviderError: 'denied',
};

const DENIED = /^(AccessDenied|ExpiredToken|InvalidSignature|IncompleteSignature|MissingAuthenticationToken)/;

/**
 * The kind of an answer by its code, else by its status. A 404 without the service's own code is not
 * `not-found`: a proxy or a mistyped endpoint must never make a user look deleted.
 */
export function kindOf(code: string, status: number | undefined): FailureKind {
  const known = Object.hasOwn(KINDS, code) ? KINDS[code] : undefined;
  if (known) return known;
  if (DENIED.test(code)) return 'denied';
  if (status === undefined || status < 400 || status >= 500 || status === 408) return 'unavailable';
  if (status === 401 || status === 403 || status === 407) return 'denied';
  if (status === 409) return 'conflict';
  return status === 429 ? 'throttled' : 'invalid';
}
