/**
 * gRPC on node:http2, as much as a plugin needs: calls with any number of answers, and streams that are only held open.
 * Knows connections, streams and bytes; not what the calls mean. grpc-js would add 60 ms to each start.
 */
import { createSecureServer, createServer, type Http2Server, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { ListenOptions } from 'node:net';
import { TLSSocket } from 'node:tls';
import { decodeFrame, encodeFrame, IncomingFrame } from './grpc-frame';
import type { Identity } from './certificate';

/**
 * Answers one call in bytes, with one message or any number of them. `send` resolves when there is room for the next one, or nobody
 * to take it; `cancellation` comes when the caller drops the call.
 */
export type Handler = (request: Uint8Array, cancellation: AbortController, send: (message: Uint8Array) => Promise<void>) => Promise<void>;

export interface Service {
  /** By path, `/package.Service/Method`. */
  readonly calls: ReadonlyMap<string, Handler>;
  /** Paths of streams that are accepted and stay silent. */
  readonly held: ReadonlySet<string>;
}

export interface TransportOptions {
  readonly listen: ListenOptions;
  /** Without it, connections are neither encrypted nor authenticated. */
  readonly tls?: { readonly identity: Identity; /** DER, the only one let in. */ readonly clientCertificate: Buffer };
  /** Gives each connection its own service. */
  open(): Service;
  /** The last connection is gone, or the first one did not come in time. */
  onIdle(): void;
  /** How long to wait for the first connection. @default for ever */
  readonly firstConnectionMs?: number;
  onError(problem: string): void;
}

const RESPONSE = { ':status': 200, 'content-type': 'application/grpc' };
const RESOURCE_EXHAUSTED = 8;
const UNIMPLEMENTED = 12;
const INTERNAL = 13;

/** Resolves when the server listens. */
export function listen(options: TransportOptions): Promise<Http2Server> {
  const server = createHttp2Server(options);
  let sessions = 0;
  let nobody: NodeJS.Timeout | undefined;
  server.on('session', (session: ServerHttp2Session) => {
    session.on('error', (error) => options.onError(`connection: ${error.message}`));
    if (!isAllowed(session, options)) {
      options.onError('a connection without the expected client certificate was refused');
      session.destroy();
      return;
    }
    clearTimeout(nobody);
    sessions++;
    session.setLocalWindowSize(16 * MIB);
    const service = options.open();
    session.on('stream', (stream, headers) => serve(stream, headers[':path'] ?? '', service, options));
    session.on('close', () => {
      if (--sessions === 0) options.onIdle();
    });
  });
  return new Promise((resolve, reject) => {
    server.on('error', (error) => {
      options.onError(`server: ${error.message}`);
      reject(error);
    });
    server.listen(options.listen, () => {
      if (options.firstConnectionMs !== undefined) nobody = setTimeout(options.onIdle, options.firstConnectionMs).unref();
      resolve(server);
    });
  });
}

const MIB = 1024 * 1024;
/** Four times of what Terraform itself takes as an answer. */
const LONGEST_MESSAGE = 256 * MIB;
/** States of many megabytes pass in a few frames; node's defaults are made for browsers. */
const LIMITS = {
  settings: { initialWindowSize: 4 * MIB, maxFrameSize: MIB, maxConcurrentStreams: 10_000, enablePush: false },
  maxSessionMemory: 1000,
};

/**
 * With `ca`, Node 20 would load all its root certificates, 20 ms a start. Instead any client certificate
 * is taken in the handshake, which proves that the client has its key, and compared afterwards.
 */
const createHttp2Server = ({ tls }: TransportOptions): Http2Server =>
  tls
    ? createSecureServer({
        ...LIMITS,
        cert: tls.identity.certificatePem,
        key: tls.identity.privateKeyPem,
        ca: [],
        requestCert: true,
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2',
      })
    : createServer(LIMITS);

function isAllowed({ socket }: ServerHttp2Session, { tls }: TransportOptions): boolean {
  if (!tls) return true;
  return socket instanceof TLSSocket && socket.getPeerX509Certificate()?.raw.equals(tls.clientCertificate) === true;
}

function serve(stream: ServerHttp2Stream, path: string, { calls, held }: Service, options: TransportOptions): void {
  stream.on('error', (error) => options.onError(`${path}: ${error.message}`));
  const handler = calls.get(path);
  if (handler) call(stream, handler);
  else if (held.has(path)) {
    stream.respond(RESPONSE);
    stream.resume();
  } else fail(stream, UNIMPLEMENTED, `unknown method ${path}`);
}

function call(stream: ServerHttp2Stream, handler: Handler): void {
  const incoming = new IncomingFrame(LONGEST_MESSAGE);
  // Most requests never ask for its signal, and Node makes that only for those that do.
  const cancellation = new AbortController();
  let answered = false;
  stream.on('data', (chunk: Buffer) => {
    if (!incoming.add(chunk)) fail(stream, RESOURCE_EXHAUSTED, `the request is longer than ${LONGEST_MESSAGE} bytes`);
  });
  stream.once('close', () => {
    if (!answered) cancellation.abort(new Error('the request was cancelled'));
  });
  stream.once('end', () => {
    if (stream.headersSent) return;
    const message = decodeFrame(incoming.bytes());
    if (!message) return fail(stream, INTERNAL, 'the request is not one plain gRPC message');
    answer(
      stream,
      handler(message, cancellation, (response) => write(stream, response)),
    )
      .catch((error: unknown) => fail(stream, INTERNAL, String(error)))
      .finally(() => {
        answered = true;
      });
  });
}

const isOpen = (stream: ServerHttp2Stream): boolean => !stream.closed && !stream.destroyed;

/** The head of an answer: what fails before has none, and the caller learns why. */
function begin(stream: ServerHttp2Stream): void {
  if (stream.headersSent) return;
  stream.respond(RESPONSE, { waitForTrailers: true });
  stream.once('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
}

/** Resolves when all of the answer is on its way. */
async function answer(stream: ServerHttp2Stream, written: Promise<void>): Promise<void> {
  await written;
  if (!isOpen(stream)) return;
  begin(stream);
  stream.end();
}

async function write(stream: ServerHttp2Stream, message: Uint8Array): Promise<void> {
  if (!isOpen(stream)) return;
  begin(stream);
  if (stream.write(encodeFrame(message))) return;
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      stream.off('drain', goOn).off('close', goOn);
      resolve();
    };
    stream.on('drain', goOn).on('close', goOn);
  });
}

function fail(stream: ServerHttp2Stream, status: number, message: string): void {
  if (!isOpen(stream) || stream.headersSent) return;
  const trailers = { 'grpc-status': String(status), 'grpc-message': encodeURIComponent(message) };
  stream.respond({ ...RESPONSE, ...trailers }, { endStream: true });
  stream.resume();
}
