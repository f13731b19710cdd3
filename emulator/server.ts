/** The emulator behind an HTTP server on the loopback interface. Knows sockets; leaves all meaning to `Emulator`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { CONTROL_PREFIX, control } from './control/control';
import { Emulator, type EmulatorOptions } from './emulator';
import { bodyRefusal, refusal } from './guard';

export interface ServerOptions extends EmulatorOptions {
  /** @default 0, any free port */
  readonly port?: number;
}

export interface RunningEmulator {
  readonly url: string;
  readonly port: number;
  /** State, settings, calls and faults, for programs in the same process. */
  readonly emulator: Emulator;
  /** Cuts open connections, writes the state file and frees the port. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Far above what any operation takes. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Starts an emulator. Rejects when the port is taken or the state file cannot be read. */
export async function startEmulator({ port = 0, ...options }: ServerOptions = {}): Promise<RunningEmulator> {
  const emulator = new Emulator(options);
  const server = createServer((request, response) => {
    serve(emulator, request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  }).catch((error: unknown) => {
    emulator.close();
    throw error;
  });

  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${HOST}:${actualPort}`,
    port: actualPort,
    emulator,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      emulator.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(emulator: Emulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const { method = 'GET', url = '/', headers } = request;
  const [path = '/', query = ''] = splitOnce(url, '?');
  const isControl = path.startsWith(CONTROL_PREFIX);

  const refused = refusal(headers);
  if (refused !== undefined) return reply(response, 403, { message: refused });
  if (body === undefined) return reply(response, 413, { message: `The body of a request can have at most ${MAX_BODY_BYTES} bytes.` });
  const unreadable = isControl ? bodyRefusal(headers, body) : undefined;
  if (unreadable !== undefined) return reply(response, 415, { message: unreadable });
  if (isControl) {
    const answer = control(emulator, method, path, body);
    return reply(response, answer.status, answer.body);
  }
  const answer = await emulator.handle({ method, path, query, authorization: headers.authorization, target: targetOf(headers), body });
  if (!answer) {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) }).end(answer.body);
}

/** Services that take JSON at one address say in a header which operation is meant. */
function targetOf({ 'x-amz-target': target }: IncomingMessage['headers']): string | undefined {
  return Array.isArray(target) ? target[0] : target;
}

function reply(response: ServerResponse, status: number, body: string | object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The body, or nothing if it is too large: what comes beyond is read, so that the answer is, and dropped. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes <= MAX_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
