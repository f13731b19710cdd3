import { INCOMPLETE } from '../shapes/members';
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
  NotAuthorized: 'denied',
  UnrecognizedClientException: 'unauthenticated',
  InvalidClientTokenId: 'unauthenticated',
  SignatureDoesNotMatch: 'unauthenticated',
  RequestExpired: 'unauthenticated',
  RequestTimeTooSkewed: 'unauthenticated',
  CredentialsProviderError: 'unauthenticated',
  TokenProviderError: 'unauthenticated',
  // The account has not switched on the service or the Region: no policy can allow it.
  OptInRequired: 'unauthenticated',
  SubscriptionRequiredException: 'unauthenticated',
};

const UNAUTHENTICATED =
  /^(ExpiredToken|InvalidSignature|IncompleteSignature|MissingAuthenticationToken|InvalidToken|InvalidAccessKeyId|AuthFailure)/;

/** The network said so before any byte of the request left. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ConnectionTimeout|ProxyFailed)$/;

/** The names of OpenSSL and Node for a server that is not trusted, or that does not speak TLS. */
const UNTRUSTED = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH$|EPROTO$)/;

/** A proxy does not open the way; it cannot, at the moment. */
export const PROXY_REFUSED = 'ProxyRefused';
export const PROXY_FAILED = 'ProxyFailed';
/** An answer that is not one of Amazon Connect: another server, a proxy, a page to log in. */
export const UNREADABLE = 'UnreadableAnswer';

/** What comes in the place of an answer, and does not end. */
export const TOO_LONG = 'TooLong';

/** Whether asking again cannot help: who answers will answer the same. */
export const isFinal = (code: string): boolean => UNTRUSTED.test(code) || code === PROXY_REFUSED;

/**
 * The kind of an answer by its code, else by its status. Amazon Connect gives each refusal a code: a 403 or
 * 404 without one comes from somebody else. It must never make a user look deleted, or a permission missing.
 */
export function kindOf(code: string, status: number | undefined): FailureKind {
  const known = Object.hasOwn(KINDS, code) ? KINDS[code] : undefined;
  if (known) return known;
  if (code === INCOMPLETE) return 'unavailable';
  if (/^AccessDenied/.test(code)) return 'denied';
  if (UNAUTHENTICATED.test(code)) return 'unauthenticated';
  if (status === undefined) return NEVER_CONNECTED.test(code) || isFinal(code) ? 'unreachable' : 'unavailable';
  if (status < 400 || status >= 500 || status === 408) return 'unavailable';
  if (status === 429) return 'throttled';
  if (code === UNREADABLE) return 'unreachable';
  if (status === 401 || status === 407) return 'unauthenticated';
  if (status === 403) return 'denied';
  return status === 409 ? 'conflict' : 'invalid';
}
