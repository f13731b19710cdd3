import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Emulator } from '../../emulator/emulator';
import { route } from '../../emulator/wire/router';

/** One request that a fault may meet. Exactly one of the functions that end it is called. */
export interface Exchange {
  readonly operation: string;
  readonly accessKeyId: string;
  /** Lets the service do what is asked, and gives its answer. */
  perform(): Promise<Answer>;
  send(answer: Answer): void;
  /** Promises the whole answer, sends half of it, and cuts the connection. */
  sendHalf(answer: Answer): void;
  /** Cuts the connection. */
  cut(): void;
  /** Never answers. */
  hang(): void;
}

/** What becomes of a request; without one, it is answered. */
export type Meet = (exchange: Exchange) => Promise<void> | undefined;

/** How long the way to the service and back takes. */
const TRAVEL_MS = 20;

interface Watched {
  readonly pass?: (ms: number) => void;
  readonly forget?: (clientPort: number) => void;
}

/** Stands before an emulator, where things go wrong between the provider and the service. */
export class FaultsServer implements AsyncDisposable {
  /** Every answer that went out whole, in order. */
  readonly answered: { readonly operation: string; readonly answer: Answer }[] = [];
  meet: Meet = () => undefined;
  private readonly server = createServer((request, response) => void this.serve(request, response).catch(() => response.destroy()));
  private readonly hanging = new Set<ServerResponse>();

  constructor(
    private readonly emulator: Emulator,
    private readonly watched: Watched = {},
  ) {
    this.server.keepAliveTimeout = 600_000;
  }

  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo | null)?.port ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Cuts what hangs. */
  release(): void {
    for (const response of this.hanging) response.destroy();
    this.hanging.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = 'GET', url = '/', headers } = request;
    const [path = '/', query = ''] = url.split('?');
    const target = headers['x-amz-target']?.toString();
    const asked = {
      method,
      path,
      query: withoutOurs(query),
      authorization: headers.authorization,
      target,
      body: withoutOurs(Buffer.concat(chunks).toString()),
    };
    const operation = route(method, path)?.operation ?? target?.split('.')[1] ?? new URLSearchParams(asked.body).get('Action') ?? 'Unknown';
    this.watched.pass?.(TRAVEL_MS);
    const perform = async (): Promise<Answer> => (await this.emulator.handle(asked)) ?? { status: 500, headers: {}, body: '' };
    const send = (answer: Answer): void => {
      this.answered.push({ operation, answer });
      response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) }).end(answer.body);
    };
    const met = this.meet({
      operation,
      accessKeyId: /Credential=([^/]+)/.exec(headers.authorization ?? '')?.[1] ?? '',
      perform,
      send,
      sendHalf: ({ status, headers: answered, body }) => {
        const half = body.slice(0, Math.ceil(body.length / 2));
        response.writeHead(status, { ...answered, 'content-length': Buffer.byteLength(body) + 1 });
        response.write(half, () => response.destroy());
      },
      cut: () => void response.destroy(),
      hang: () => {
        this.hanging.add(response);
        response.once('close', () => this.hanging.delete(response));
        this.watched.forget?.(request.socket.remotePort ?? 0);
      },
    });
    if (met) return met;
    send(await perform());
  }
}

/** Page tokens of ours begin so; the service must not see them. */
export const OUR_TOKEN = 'again-';

/** A request without a page token of ours, as a query or in JSON. */
const withoutOurs = (text: string): string =>
  text
    .replace(/&?nextToken=again-\w*/i, '')
    .replace(/"NextToken":"again-\w*",?/, '')
    .replace(/,}$/, '}');
