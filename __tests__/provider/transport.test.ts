import { EventEmitter, once } from 'node:events';
import { connect } from 'node:http2';
import { createIdentity } from '../../provider/plugin/certificate';
import { listenSomewhere } from '../../provider/plugin/endpoint';
import { listen, type Handler, type Service, type TransportOptions } from '../../provider/plugin/transport';
import { dial, invoke } from '../support/provider/grpc';

const server = createIdentity();
const terraform = createIdentity();
const ending: (() => unknown)[] = [];
afterEach(() => Promise.all(ending.splice(0).map((end) => end())));

const echo: Service = {
  calls: new Map<string, Handler>([
    ['/toy/Echo', (request, _cancellation, send) => send(request)],
    ['/toy/Break', () => Promise.reject(new Error('100 % broken'))],
    [
      '/toy/Count',
      async (request, _cancellation, send) => {
        for (const byte of request) await send(Uint8Array.of(byte));
      },
    ],
  ]),
  held: new Set(['/toy/Held']),
};

async function start(options: Partial<TransportOptions> = {}, platform = process.platform) {
  const problems: string[] = [];
  const events = new EventEmitter();
  const idle = once(events, 'idle');
  const serve = async (place: TransportOptions['listen']) => {
    const http = await listen({
      listen: place,
      open: () => echo,
      onIdle: () => events.emit('idle'),
      onError: (problem) => problems.push(problem),
      ...options,
    });
    ending.push(() => http.close());
    return http;
  };
  const endpoint = await listenSomewhere(serve, { platform, environment: process.env, guarded: false, owner: 'test' });
  ending.push(() => endpoint.remove());
  return { ...endpoint.address, path: endpoint.address.address, problems, idle };
}

function open(...parameters: Parameters<typeof dial>): ReturnType<typeof dial> {
  const session = dial(...parameters).on('error', () => undefined);
  ending.push(() => session.destroy());
  return session;
}

describe('the transport', () => {
  test('answers calls, many at a time on one connection', async () => {
    const { path } = await start();
    const session = open(path);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => invoke(session, '/toy/Echo', Buffer.from(`m${index}`))));
    expect(answers.map(({ body }) => body.toString())).toEqual(answers.map((_, index) => `m${index}`));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['0']));
  });

  test('carries messages of many megabytes', async () => {
    const { path } = await start();
    const large = Buffer.alloc(20_000_000, 'x');
    expect((await invoke(open(path), '/toy/Echo', large)).body.equals(large)).toBe(true);
  });

  test('holds the streams that Terraform expects to stay open', async () => {
    const { path } = await start();
    const session = open(path);
    const stream = session.request({ ':method': 'POST', ':path': '/toy/Held' }).on('error', () => undefined);
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
    expect(headers[':status']).toBe(200);
    await invoke(session, '/toy/Echo', Buffer.from('meanwhile'));
    expect(stream.closed).toBe(false);
  });

  test('says that a method is not implemented', async () => {
    const { path } = await start();
    expect(await invoke(open(path), '/toy/New', Buffer.alloc(0))).toMatchObject({ status: '12', message: 'unknown method /toy/New' });
  });

  test('fails calls whose handler breaks, and no others', async () => {
    const { path } = await start();
    const session = open(path);
    expect(await invoke(session, '/toy/Break', Buffer.alloc(0))).toMatchObject({ status: '13', message: 'Error: 100 % broken' });
    expect(await invoke(session, '/toy/Echo', Buffer.from('fine'))).toMatchObject({ status: '0' });
  });

  test.each([
    ['compressed', Buffer.from('0100000000', 'hex')],
    ['cut short', Buffer.from('000000000561', 'hex')],
    ['empty', Buffer.alloc(0)],
  ])('fails a request that is %s', async (_name, frame) => {
    const { path } = await start();
    expect(await invoke(open(path), '/toy/Echo', Buffer.alloc(0), frame)).toMatchObject({ status: '13' });
  });

  test('refuses a request that announces more than 256 MB, before it is there', async () => {
    const { path } = await start();
    const stream = open(path)
      .request({ ':method': 'POST', ':path': '/toy/Echo' })
      .on('error', () => undefined);
    stream.write(Buffer.from('0010000001', 'hex'));
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
    expect(headers).toMatchObject({ 'grpc-status': '8', 'grpc-message': encodeURIComponent('the request is longer than 268435456 bytes') });
  });

  test('tells a handler that its call was cancelled', async () => {
    const events = new EventEmitter();
    const called = once(events, 'called');
    const cancelled = once(events, 'cancelled');
    const wait: Handler = async (_request, { signal }) => {
      events.emit('called');
      await once(signal, 'abort');
      events.emit('cancelled', signal.reason);
    };
    const { path } = await start({ open: () => ({ calls: new Map([['/toy/Wait', wait]]), held: new Set() }) });
    const stream = open(path)
      .request({ ':method': 'POST', ':path': '/toy/Wait' })
      .on('error', () => undefined);
    stream.end(Buffer.from('0000000000', 'hex'));
    await called;
    stream.close(8);
    expect(await cancelled).toEqual([new Error('the request was cancelled')]);
  });

  test('answers a streaming call with one message after another, and with none', async () => {
    const { path } = await start();
    const { status, body } = await invoke(open(path), '/toy/Count', Uint8Array.of(7, 8));
    expect([status, body.toString('hex')]).toEqual(['0', '07' + '0000000001' + '08']);
    expect(await invoke(open(path), '/toy/Count', new Uint8Array())).toMatchObject({ status: '0', body: Buffer.alloc(0) });
  });

  test('waits with a stream until its reader has room, and goes on when the reader leaves', async () => {
    const events = new EventEmitter();
    const over = once(events, 'over');
    let sent = 0;
    const flood: Handler = async (_request, { signal }, send) => {
      while (!signal.aborted) {
        await send(new Uint8Array(1 << 20));
        sent += 1;
      }
      events.emit('over', signal.reason);
    };
    const { path } = await start({ open: () => ({ calls: new Map([['/toy/Flood', flood]]), held: new Set() }) });
    const stream = open(path)
      .request({ ':method': 'POST', ':path': '/toy/Flood' })
      .on('error', () => undefined);
    stream.end(Buffer.from('0000000000', 'hex'));
    await once(stream, 'response');
    // Nobody reads: what is under way is bounded by the windows of the connection.
    stream.close(8);
    expect(await over).toEqual([new Error('the request was cancelled')]);
    expect(sent).toBeLessThan(100);
  });

  test('listens on the loopback interface where there are no Unix sockets', async () => {
    const { network, address } = await start({}, 'win32');
    expect(network).toBe('tcp');
    const session = connect(`http://${address}`);
    ending.push(() => session.destroy());
    expect(await invoke(session, '/toy/Echo', Buffer.from('in'))).toMatchObject({ status: '0' });
  });

  test('leaves the signal of an answered call alone', async () => {
    const signals: AbortSignal[] = [];
    const note: Handler = (request, cancellation, send) => {
      signals.push(cancellation.signal);
      return send(request);
    };
    const { path, idle } = await start({ open: () => ({ calls: new Map([['/toy/Note', note]]), held: new Set() }) });
    const session = open(path);
    await invoke(session, '/toy/Note', Buffer.alloc(0));
    session.destroy();
    await idle;
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  test('gives up waiting for a first connection, and none that has come', async () => {
    await (
      await start({ firstConnectionMs: 1 })
    ).idle;
    const { path, idle } = await start({ firstConnectionMs: 500 });
    const session = open(path);
    await invoke(session, '/toy/Echo', Buffer.alloc(0));
    let idled = false;
    void idle.then(() => (idled = true));
    expect(idled).toBe(false);
    session.destroy();
    await idle;
  });

  test('says when the last connection is gone', async () => {
    const { path, idle } = await start();
    const [first, second] = [open(path), open(path)];
    await Promise.all([first, second].map((session) => invoke(session, '/toy/Echo', Buffer.alloc(1))));
    first.destroy();
    second.destroy();
    await idle;
  });
});

describe('mutual TLS', () => {
  const tls = { identity: server, clientCertificate: terraform.certificate };

  test('lets in the client whose certificate Terraform announced', async () => {
    const { path } = await start({ tls });
    expect(await invoke(open(path, { server, identity: terraform }), '/toy/Echo', Buffer.from('in'))).toMatchObject({ status: '0' });
  });

  test.each([
    ['another certificate', createIdentity()],
    ['no certificate', undefined],
  ])('refuses a client with %s', async (_name, identity) => {
    const { path, problems } = await start({ tls });
    const session = open(path, { server, identity });
    await once(session, 'close');
    expect(problems).toContain('a connection without the expected client certificate was refused');
  });
});
