import { connect, type ClientHttp2Session, type SecureClientSessionOptions } from 'node:http2';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { encodeFrame } from '../../../provider/plugin/grpc-frame';
import type { Identity } from '../../../provider/plugin/certificate';

export interface GrpcAnswer {
  readonly status: string;
  readonly message: string;
  /** The message without its frame. */
  readonly body: Buffer;
}

/** A connection to the socket, as Terraform makes it; `identity` is the client's. */
export function dial(path: string, tls?: { readonly identity?: Identity; readonly server: Identity }): ClientHttp2Session {
  if (!tls) return connect('http://localhost', { createConnection: () => createConnection(path) });
  const options: SecureClientSessionOptions = {
    createConnection: () =>
      tlsConnect({
        path,
        servername: 'localhost',
        ALPNProtocols: ['h2'],
        ca: tls.server.certificatePem,
        cert: tls.identity?.certificatePem,
        key: tls.identity?.privateKeyPem,
      }),
  };
  return connect('https://localhost', options);
}

/** One unary call; `frame` replaces the well-formed one. */
export async function invoke(
  session: ClientHttp2Session,
  path: string,
  message: Uint8Array,
  frame = encodeFrame(message),
): Promise<GrpcAnswer> {
  const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' });
  const chunks: Buffer[] = [];
  const found: Record<string, string> = {};
  const collect = (headers: object): unknown => Object.assign(found, headers);
  stream.on('response', collect).on('trailers', collect);
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.end(frame);
  await once(stream, 'close');
  return {
    status: found['grpc-status'] ?? 'none',
    message: decodeURIComponent(found['grpc-message'] ?? ''),
    body: Buffer.concat(chunks).subarray(5),
  };
}
