import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { createIdentity } from '../../../provider/plugin/certificate';

export interface TestProxy extends AsyncDisposable {
  readonly port: number;
  /** `host:port` of each connection that was asked for. */
  readonly asked: readonly string[];
  /** The `Proxy-Authorization` of each, decoded. */
  readonly users: readonly string[];
}

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

/** A proxy of a company on localhost: takes CONNECT, and leads to `target`, a port of localhost, whatever was asked for. */
export async function startProxy({ target = 0, refuse }: { readonly target?: number; readonly refuse?: number }): Promise<TestProxy> {
  const asked: string[] = [];
  const users: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    users.push(Buffer.from((request.headers['proxy-authorization'] ?? '').replace(/^Basic /, ''), 'base64').toString());
    if (refuse !== undefined) {
      socket.end(`HTTP/1.1 ${refuse} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) end.on('error', () => [socket, onward].forEach((each) => each.destroy()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    asked,
    users,
    [Symbol.asyncDispose]: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

export interface TlsFront extends AsyncDisposable {
  readonly port: number;
  /** What trusts it, PEM: a certificate of its own for `localhost`. */
  readonly certificate: string;
}

/** Speaks TLS for a server on localhost that does not. */
export async function startTlsFront(target: number): Promise<TlsFront> {
  const { certificatePem, privateKeyPem } = createIdentity();
  const sockets = new Set<Socket>();
  const server = createTlsServer({ cert: certificatePem, key: privateKeyPem }, (socket) => {
    const onward = connect(target, '127.0.0.1');
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) end.on('error', () => [socket, onward].forEach((each) => each.destroy()));
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    certificate: certificatePem,
    [Symbol.asyncDispose]: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
