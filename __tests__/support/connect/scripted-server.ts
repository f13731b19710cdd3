import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request: answers, loses the answer, or never answers. */
export type Reaction = Answer | 'lose-answer' | 'never-answer';

export interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly body?: unknown;
  /** Sent instead of JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the answer has a request id, as each of AWS has. @default true */
  readonly requestId?: boolean;
}

export interface ScriptedServer extends AsyncDisposable {
  readonly endpoint: string;
  /** `METHOD path` of each request so far. */
  readonly requests: readonly string[];
  readonly headers: readonly IncomingMessage['headers'][];
  /** Resolves when so many requests have come. */
  received(count: number): Promise<void>;
}

export const ok = (body: unknown = {}): Answer => ({ status: 200, body });
export const refusal = (status: number, code: string, message = 'because'): Answer => ({ status, code, body: { Message: message } });

/** A server on localhost that reacts to the requests that come as told, in this order; then it fails the test's call. */
export async function startScriptedServer(...script: readonly Reaction[]): Promise<ScriptedServer> {
  const requests: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const watchers = new Set<() => void>();
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      requests.push(`${request.method} ${request.url}`);
      headers.push(request.headers);
      react(script[requests.length - 1] ?? refusal(400, 'InvalidRequestException', 'The script is over.'), response);
      watchers.forEach((watch) => watch());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    headers,
    received: (count) =>
      new Promise((resolve) => {
        const watch = (): void => {
          if (requests.length >= count) resolve();
        };
        watchers.add(watch);
        watch();
      }),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function react(reaction: Reaction, response: ServerResponse): void {
  if (reaction === 'never-answer') return;
  if (reaction === 'lose-answer') {
    response.destroy();
    return;
  }
  const { status, code, body = {}, text, headers, requestId = true } = reaction;
  response.writeHead(status, {
    'content-type': text === undefined ? 'application/json' : 'text/html',
    ...(requestId && { 'x-amzn-requestid': `request-${status}` }),
    ...(code && { 'x-amzn-errortype': code }),
    ...headers,
  });
  response.end(text ?? JSON.stringify(body));
}
