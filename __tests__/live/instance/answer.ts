import { ConnectServiceException } from '@aws-sdk/client-connect';

/** How the service answered a call. */
export interface Answer {
  readonly status: number;
  /** Of a refusal. */
  readonly code?: string;
  readonly message?: string;
}

/** Waits for the answer to a call, be it a refusal. What is no answer of the service is thrown. */
export async function answerTo(call: Promise<unknown>): Promise<Answer> {
  try {
    await call;
    return { status: 200 };
  } catch (error) {
    if (!(error instanceof ConnectServiceException)) throw error;
    return { status: error.$metadata.httpStatusCode ?? 0, code: error.name, message: error.message };
  }
}

export const isOk = ({ status }: Answer): boolean => status === 200;

export const inWords = ({ status, code }: Answer): string => (code === undefined ? String(status) : `${status} ${code}`);

export const codeOf = (error: unknown): string => (error instanceof ConnectServiceException ? error.name : '');

export const isThrottle = (code: string): boolean =>
  /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded)$/.test(code);

export const isNotFound = (error: unknown): boolean => codeOf(error) === 'ResourceNotFoundException';

/** The service failed, or nobody heard of it. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ConnectServiceException
    ? (error.$metadata.httpStatusCode ?? 500) >= 500 && codeOf(error) !== 'NotImplementedException'
    : isNetwork(error);

const isNetwork = (error: unknown): boolean =>
  error instanceof Error &&
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|TimeoutError)/.test((error as NodeJS.ErrnoException).code ?? error.name);
