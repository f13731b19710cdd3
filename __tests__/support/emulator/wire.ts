import { Readable } from 'node:stream';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** One request and its answer as they crossed the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  readonly requestBody: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly responseBody: string;
}

type HandlerInput = Parameters<NodeHttpHandler['handle']>;
type HandlerOutput = ReturnType<NodeHttpHandler['handle']>;

/** The SDK's own HTTP handler, keeping what it sends and gets. */
export class RecordingHandler {
  readonly exchanges: Exchange[] = [];
  private readonly inner = new NodeHttpHandler();
  readonly metadata = this.inner.metadata;

  async handle(...[request, options]: HandlerInput): HandlerOutput {
    const { response } = await this.inner.handle(request, options);
    const chunks: Buffer[] = [];
    for await (const chunk of response.body as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    this.exchanges.push({
      method: request.method,
      path: request.path,
      query: request.query ?? {},
      requestBody: text(request.body),
      status: response.statusCode,
      headers: response.headers,
      responseBody: body.toString('utf8'),
    });
    response.body = Readable.from([body]);
    return { response };
  }

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): object {
    return {};
  }

  destroy(): void {
    this.inner.destroy();
  }
}

function text(body: unknown): string {
  if (body === undefined) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new Error('The SDK sent a body of an unexpected kind.');
}
