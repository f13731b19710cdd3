import type { $Command, ConnectClient, ConnectClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-connect';

/** Any command of the Connect client. */
export type ConnectCommand<I extends ServiceInputTypes, O extends ServiceOutputTypes> = $Command<
  I,
  O,
  ConnectClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes
>;

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
  abortSignal: AbortSignal,
): Promise<O> {
  command.middlewareStack.add(
    (next) => async (args) => {
      exchange.sent = true;
      const result = await next(args);
      refuseWebPage(result.response);
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

/** Where a proxy or a network shows a page instead of letting the request pass. */
class WebPage extends Error {
  override readonly name = 'WebPage';
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(httpStatusCode: number) {
    super('The answer is a web page.');
    this.$metadata = { httpStatusCode };
  }
}

/**
 * Of operations whose answer says nothing the SDK reads no body: it would take a page to sign in for success.
 * @throws WebPage
 */
function refuseWebPage(response: unknown): void {
  const { statusCode = 0, headers } = response as Response;
  if (statusCode < 300 && /^text\/html\b/i.test(headers?.['content-type'] ?? '')) throw new WebPage(statusCode);
}

function dateOf(response: unknown): number | undefined {
  const { headers } = response as Response;
  const time = Date.parse(headers?.['date'] ?? '');
  return Number.isNaN(time) ? undefined : time;
}
