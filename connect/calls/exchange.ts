import type { $Command, ConnectClient, ConnectClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-connect';

/** Any command of the Connect client. */
export type ConnectCommand<I extends ServiceInputTypes, O extends ServiceOutputTypes> = $Command<
  I,
  O,
  ConnectClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes
>;

export type CommandClass<I extends ServiceInputTypes, O extends ServiceOutputTypes> = new (input: I) => ConnectCommand<I, O>;

/** The API operation that a command calls, `CreateUser`, by the API's model in the SDK: no bundler shortens it. */
export function operationOf({ schema }: Pick<ConnectCommand<never, never>, 'schema'>): string {
  if (!schema) throw new TypeError('The SDK does not tell the operation of a command.');
  return Array.isArray(schema) ? schema[2] : schema.name;
}

/** Whether an operation changes nothing. */
export const isRead = (operation: string): boolean => /^(Describe|Get|List|Search)/.test(operation);

/** What happened on the wire, as far as it got. */
export interface Exchange {
  sent: boolean;
  /** The Date header of the answer: the service's clock, in whole seconds (ms since the epoch). */
  servedAt?: number;
  /** Of an answer that took the call. */
  status?: number;
  requestId?: string;
}

/** Sends a command once, and notes in `exchange` what the SDK does not tell. */
export async function send<I extends ServiceInputTypes, O extends ServiceOutputTypes>(
  client: ConnectClient,
  command: ConnectCommand<I, O>,
  exchange: Exchange,
  { abortSignal, reads }: { readonly abortSignal: AbortSignal; readonly reads: boolean },
): Promise<O> {
  command.middlewareStack.add(
    (next) => async (args) => {
      exchange.sent = true;
      const result = await next(args);
      refuseNoAnswer(result.response, reads);
      exchange.servedAt = dateOf(result.response);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'exchange' },
  );
  const output = await client.send(command, { abortSignal });
  exchange.status = output.$metadata.httpStatusCode;
  exchange.requestId = output.$metadata.requestId;
  return output;
}

/** What the transport gives; each may be missing. */
interface Response {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Something in the place of an answer, such as the page that a proxy or a network shows instead of letting the request pass. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(httpStatusCode: number) {
    super('This is no answer of Amazon Connect, which has a body where it is asked for something, and an x-amzn-RequestId.');
    this.$metadata = { httpStatusCode };
  }
}

/** One of these is in every answer of AWS, whatever the operation says in it. */
const REQUEST_IDS = ['x-amzn-requestid', 'x-amzn-request-id', 'x-amz-request-id'];

/**
 * Of operations whose answer says nothing the SDK reads no body: it would take the word of a proxy for success, and an account for deleted. And of
 * those that read it would take nothing at all, or other JSON, for an empty list.
 * @throws NoAnswer
 */
function refuseNoAnswer(response: unknown, reads: boolean): void {
  const { statusCode = 0, headers = {} } = response as Response;
  const isForeign = /^text\/html\b/i.test(headers['content-type'] ?? '') || !REQUEST_IDS.some((name) => name in headers);
  if (statusCode < 300 && (isForeign || (reads && headers['content-length'] === '0'))) throw new NoAnswer(statusCode);
}

function dateOf(response: unknown): number | undefined {
  const { headers } = response as Response;
  const time = Date.parse(headers?.['date'] ?? '');
  return Number.isNaN(time) ? undefined : time;
}
