import { CredentialsError } from '../credentials/credentials-error';
import type { Failure } from '../failure';
import { INCOMPLETE } from '../shapes/members';
import { kindOf, TOO_LONG, UNREADABLE } from './error-codes';

/** What is known of a request besides the exception that it ended with. */
export interface Attempted {
  readonly operation: string;
  readonly region: string;
  /** Whether the operation changes anything. */
  readonly writes: boolean;
  /** Whether the request was handed to the network. */
  readonly sent: boolean;
}

/** The members of SDK and network errors that matter here; each may be missing. */
interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly errors?: unknown;
  /** Noted by the transport. */
  readonly host?: unknown;
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly clockSkewCorrected?: boolean };
}

const CONNECTION_TIMEOUT = /did not establish a connection/;
/** What the SDK calls an error whose answer names none. */
const NAMELESS = new Set(['Unknown', 'UnknownError', 'SyntaxError', 'Error']);

/**
 * The one place where exceptions become failures.
 * @throws the exception itself when it comes from neither the service nor the network: a bug.
 */
export function translate(error: unknown, attempted: Attempted): Failure {
  if (error instanceof CredentialsError) return ofCredentials(error);
  if (!isThrown(error)) throw error;
  const status = error.$metadata?.httpStatusCode;
  const code = codeOf(error, status);
  return {
    kind: isClockCorrected(error, code) ? 'unavailable' : kindOf(code, status),
    operation: attempted.operation,
    region: attempted.region,
    code,
    message: messageOf(error, code, status),
    requestId: error.$metadata?.requestId,
    status,
    ...hostOf(error, status),
    ...(mayHaveTakenEffect(code, status, attempted) && { ambiguous: true }),
  };
}

/** Whatever keeps credentials from us is a failure of them, a role that may not be taken on included; unless it may pass. */
function ofCredentials(error: CredentialsError): Failure {
  const cause = isThrown(error.cause) ? error.cause : undefined;
  const status = cause?.$metadata?.httpStatusCode;
  const code = cause ? codeOf(cause, status) : 'CredentialsProviderError';
  const kind = kindOf(code, status);
  const ofTheWay = (kind === 'throttled' || kind === 'unreachable' || kind === 'unavailable') && !isOfFile(cause, code);
  return {
    kind: cause && ofTheWay ? kind : 'unauthenticated',
    operation: error.operation,
    region: error.region,
    code,
    message: `No credentials from ${error.source}: ${cause ? messageOf(cause, code, status) : textOf(error.cause)}`,
    requestId: cause?.$metadata?.requestId,
    status,
    ...(cause && hostOf(cause, status)),
    credentials: error.source,
    ...(error.profile !== undefined && { profile: error.profile }),
  };
}

/** A file of credentials that is not there or not to be read: the network has a host. */
const isOfFile = (cause: Thrown | undefined, code: string): boolean =>
  cause?.host === undefined && /^E(NOENT|ACCES|PERM|ISDIR|NOTDIR|LOOP)$/.test(code);

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Who answered is told by the answer. */
const hostOf = ({ host }: Thrown, status: number | undefined): { readonly host?: string } =>
  typeof host === 'string' && status === undefined ? { host } : {};

function mayHaveTakenEffect(code: string, status: number | undefined, attempted: Attempted): boolean {
  if (!attempted.writes || !attempted.sent) return false;
  if (status !== undefined) return status >= 500 || status < 400;
  return kindOf(code, status) !== 'unreachable';
}

/** The SDK found this computer's clock to be wrong and signs by the service's from now on: the next try passes. */
const isClockCorrected = (error: Thrown, code: string): boolean =>
  error.$metadata?.clockSkewCorrected === true &&
  (/^Request(Expired|TimeTooSkewed)/.test(code) || /signature (expired|not yet current)/i.test(error.message));

const isThrown = (error: unknown): error is Thrown =>
  error instanceof Error &&
  ('$metadata' in error ||
    ('code' in error && typeof error.code === 'string') ||
    /^(Timeout|CredentialsProvider|TokenProvider)Error$/.test(error.name));

/** Names of errors about a text in the place of an answer: it is no JSON, or a page for people. */
const NO_ANSWER: ReadonlySet<string> = new Set(['SyntaxError', 'NoAnswer']);

/** An answer that was cut short on its way: the connection broke off, or what came is JSON that cannot be read. */
const isHalfAnAnswer = ({ name, code, $response }: Thrown): boolean =>
  (typeof code === 'string' && /^E[A-Z]+$/.test(code)) ||
  (name === 'SyntaxError' && /json/i.test($response?.headers?.['content-type'] ?? ''));

/** With a status, the service's name for the error; without one, the network's. */
function codeOf(error: Thrown, status: number | undefined): string {
  if (status !== undefined) {
    if (error.code === TOO_LONG) return UNREADABLE;
    if (isHalfAnAnswer(error)) return INCOMPLETE;
    if (status < 300 && !NO_ANSWER.has(error.name)) return INCOMPLETE;
    // Of the pages that come in the place of STS the SDK makes an error with a name of its own, and nothing to say.
    const nameless = NAMELESS.has(error.name) || (error.message === 'Unknown' && !error.name.endsWith('Exception'));
    if (status < 400 || (status < 500 && status !== 429 && nameless)) return UNREADABLE;
    return error.name === 'SyntaxError' ? 'Unknown' : error.name;
  }
  if (CONNECTION_TIMEOUT.test(error.message)) return 'ConnectionTimeout';
  return typeof error.code === 'string' ? error.code : error.name;
}

function messageOf(error: Thrown, code: string, status: number | undefined): string {
  if (code === UNREADABLE && status !== undefined) {
    return `The answer (HTTP ${status}) does not come from AWS: is the endpoint another server, or is a proxy or the login page of a network in between?`;
  }
  if (code === INCOMPLETE && isHalfAnAnswer(error)) return `The answer (HTTP ${status}) breaks off.`;
  if (code === INCOMPLETE && status !== undefined) return `The answer (HTTP ${status}) has members of another type than it should.`;
  if (code === 'ConnectionTimeout') return 'No connection could be made in time.';
  const [first] = Array.isArray(error.errors) ? error.errors : [];
  const text = String((first instanceof Error ? first : error).message)
    .split('\n')[0]
    ?.trim();
  if (text && !NAMELESS.has(text) && error.name !== 'SyntaxError') return text;
  return status === undefined ? error.name : `The service answered HTTP ${status} and gave no reason.`;
}
