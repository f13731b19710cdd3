import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type ListenOptions, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Endpoint, listenSomewhere, type Surroundings } from '../../provider/plugin/endpoint';

const linux: Surroundings = { platform: 'linux', environment: {}, guarded: true, owner: '4194303' };
const home = mkdtempSync('/tmp/tmpdirs-');
const open: { endpoint: Endpoint; server: Server }[] = [];

afterEach(() => {
  for (const { endpoint, server } of open.splice(0)) {
    server.close();
    endpoint.remove();
  }
});
afterAll(() => rmSync(home, { recursive: true }));

async function bind(listen: ListenOptions): Promise<Server> {
  const server = createServer().listen(listen);
  await once(server, 'listening');
  return server;
}

async function start(surroundings: Partial<Surroundings> = {}, bindTo = bind): Promise<Endpoint> {
  let bound: Server | undefined;
  const endpoint = await listenSomewhere(async (listen) => (bound = await bindTo(listen)), { ...linux, ...surroundings });
  if (bound) open.push({ endpoint, server: bound });
  return endpoint;
}

/** A directory below `home` whose path has so many bytes, of characters of so many bytes each. */
function directoryOf(bytes: number, character = 'x'): string {
  const left = bytes - Buffer.byteLength(`${home}/`);
  const size = Buffer.byteLength(character);
  const path = join(home, character.repeat(Math.floor(left / size)) + 'y'.repeat(left % size));
  mkdirSync(path, { recursive: true });
  return path;
}

const socketOf = ({ address, directory }: Endpoint) => ({ network: address.network, path: address.address, directory });

describe('the place where the provider listens', () => {
  // "/tf-plugin-4194303-XXXXXX/s" has 27 bytes.
  test.each([
    ['60 bytes', 60, 'x', 'linux', true],
    ['80 bytes, the most that Linux takes', 80, 'x', 'linux', true],
    ['81 bytes', 81, 'x', 'linux', false],
    ['89 bytes', 89, 'x', 'linux', false],
    ['200 bytes', 200, 'x', 'linux', false],
    ['76 bytes, the most that macOS takes', 76, 'x', 'darwin', true],
    ['77 bytes, on macOS', 77, 'x', 'darwin', false],
    ['20 letters of two bytes', 61, 'ä', 'linux', true],
    ['45 letters of two bytes', 108, 'ä', 'linux', false],
    ['20 emoji', 100, '🙂', 'linux', false],
  ] as const)('lies in a TMPDIR of %s, if its path fits in bytes', async (_name, bytes, character, platform, fits) => {
    const TMPDIR = directoryOf(bytes, character);
    const { network, path, directory = '' } = socketOf(await start({ platform, environment: { TMPDIR } }));
    expect(network).toBe('unix');
    expect(dirname(dirname(path))).toBe(fits ? TMPDIR : '/tmp');
    expect(dirname(path)).toBe(directory);
    expect(readdirSync(directory)).toEqual(['s']);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  test.each<[string, () => string]>([
    ['does not exist', () => join(home, 'missing')],
    [
      'is a file',
      () => {
        writeFileSync(join(home, 'file'), '');
        return join(home, 'file');
      },
    ],
    ['cannot be written to', () => '/proc/self'],
    [
      'has a "|" in its path, which would break the handshake',
      () => {
        mkdirSync(join(home, 'a|b'));
        return join(home, 'a|b');
      },
    ],
    [
      'has a line break in its path',
      () => {
        mkdirSync(join(home, 'a\nb'));
        return join(home, 'a\nb');
      },
    ],
  ])('is another directory where TMPDIR %s', async (_name, path) => {
    const runtime = directoryOf(50, 'r');
    const { directory = '' } = socketOf(await start({ environment: { TMPDIR: path(), XDG_RUNTIME_DIR: runtime } }));
    expect(dirname(directory)).toBe(runtime);
  });

  test('is another one where the directory can be made, and the socket in it cannot', async () => {
    const full = directoryOf(50, 'f');
    const bindElsewhere = (listen: ListenOptions): Promise<Server> =>
      listen.path?.startsWith(full) ? Promise.reject(Object.assign(new Error('bind'), { code: 'ENOSPC' })) : bind(listen);
    const { path } = socketOf(await start({ environment: { TMPDIR: full } }, bindElsewhere));
    expect(path.startsWith('/tmp/')).toBe(true);
    expect(readdirSync(full)).toEqual([]);
  });

  test('is a port of this computer where no directory will do, and connections are authenticated', async () => {
    const onlyPorts = (listen: ListenOptions): Promise<Server> =>
      listen.path === undefined ? bind(listen) : Promise.reject(Object.assign(new Error('bind'), { code: 'EROFS' }));
    expect((await start({}, onlyPorts)).address).toEqual({ network: 'tcp', address: expect.stringMatching(/^127\.0\.0\.1:\d+$/) });
  });

  test('is no port where anybody could connect; one sentence says what was tried', async () => {
    const nowhere = (): Promise<Server> => Promise.reject(Object.assign(new Error('bind'), { code: 'EROFS' }));
    const refused = start({ guarded: false, environment: { TMPDIR: join(home, 'missing') } }, nowhere);
    await expect(refused).rejects.toThrow(
      `The provider found no place for the socket on which Terraform talks to it: ${home}/missing (no such directory), /tmp (read-only), /var/tmp (read-only). ` +
        'Set TMPDIR to a directory that exists, that can be written to and has room, and whose path is not longer than 70 bytes.',
    );
  });

  test('is gone when it is removed', async () => {
    const endpoint = await start();
    endpoint.remove();
    expect(existsSync(endpoint.directory ?? tmpdir())).toBe(false);
  });
});
