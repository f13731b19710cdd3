import { mkdtempSync, rmSync } from 'node:fs';
import type { ListenOptions, Server } from 'node:net';
import { join, resolve } from 'node:path';
import type { Address } from './handshake';

/** Where the plugin listens. */
export interface Endpoint {
  /** As Terraform is told of it. */
  readonly address: Address;
  /** The directory of the socket; none for a port. */
  readonly directory?: string;
  /** Leaves nothing behind. Called when the process exits. */
  remove(): void;
}

interface Place {
  /** For people. */
  readonly name: string;
  /** Throws where there can be no such place. */
  open(): { readonly listen: ListenOptions; readonly directory?: string };
}

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether connections are encrypted and authenticated: a port is open to every user of the computer. */
  readonly guarded: boolean;
  /** What the name of a socket's directory tells of its owner: a process id, or `debug` for one that lives long. */
  readonly owner: string;
}

/** The names of socket directories begin so, then come the owner and six random characters. */
export const DIRECTORY_PREFIX = 'tf-plugin-';

/**
 * Starts the server at the first place that works: a Unix socket in a directory that only its owner may
 * enter, else a port of the loopback interface. Windows has no socket that Terraform could use.
 */
export async function listenSomewhere<S extends Server>(
  start: (listen: ListenOptions) => Promise<S>,
  surroundings: Surroundings,
): Promise<Endpoint> {
  const refusals: string[] = [];
  for (const { name, open } of places(surroundings)) {
    let directory: string | undefined;
    const remove = (): void => {
      if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
    };
    try {
      const place = open();
      directory = place.directory;
      const server = await start(place.listen);
      return { address: addressOf(server), ...(directory !== undefined && { directory }), remove };
    } catch (error) {
      remove();
      refusals.push(`${name} (${reasonOf(error)})`);
    }
  }
  throw new NowhereToListen(refusals);
}

/** Told to the user as it is. */
export class NowhereToListen extends Error {
  override readonly name = 'NowhereToListen';

  constructor(refusals: readonly string[]) {
    super(
      `The provider found no place for the socket on which Terraform talks to it: ${refusals.join(', ')}. ` +
        'Set TMPDIR to a directory that exists, that can be written to and has room, and whose path is not longer than 70 bytes.',
    );
  }
}

function places({ platform, environment, guarded, owner }: Surroundings): readonly Place[] {
  if (platform === 'win32') return [loopback];
  const wanted = ['TMPDIR', 'TMP', 'TEMP', 'XDG_RUNTIME_DIR'].map((name) => environment[name]);
  const parents = [...wanted, '/tmp', '/var/tmp'].flatMap((path) => (path ? [resolve(path)] : []));
  const sockets = [...new Set(parents)].map((parent) => unixSocketIn(parent, platform, owner));
  return guarded ? [...sockets, loopback] : sockets;
}

/** How many bytes the path of a socket may have; beyond, it would be cut, and lie elsewhere. */
const longestPath = (platform: NodeJS.Platform): number => (platform === 'linux' ? 107 : 103);

/** The handshake is one line, whose parts are divided by "|". */
const UNFIT = /[|\p{Cc}]/u;

const unixSocketIn = (parent: string, platform: NodeJS.Platform, owner: string): Place => ({
  name: parent,
  open: () => {
    const beginning = join(parent, `${DIRECTORY_PREFIX}${owner}-`);
    if (Buffer.byteLength(`${beginning}XXXXXX/s`) > longestPath(platform)) throw new Error('the path is too long for a socket');
    if (UNFIT.test(parent)) throw new Error('the path has characters that the handshake cannot carry');
    const directory = mkdtempSync(beginning);
    return { listen: { path: join(directory, 's') }, directory };
  },
});

const HOST = '127.0.0.1';
const loopback: Place = { name: HOST, open: () => ({ listen: { host: HOST, port: 0 } }) };

function addressOf(server: Server): Address {
  const bound = server.address();
  if (bound === null) throw new Error('the server does not listen');
  return typeof bound === 'string' ? { network: 'unix', address: bound } : { network: 'tcp', address: `${bound.address}:${bound.port}` };
}

const REASONS: ReadonlyMap<string | undefined, string> = new Map([
  ['EACCES', 'access denied'],
  ['EPERM', 'access denied'],
  ['ENOENT', 'no such directory'],
  ['ENOTDIR', 'not a directory'],
  ['ENOSPC', 'no room left'],
  ['EDQUOT', 'no room left'],
  ['EROFS', 'read-only'],
]);

/** The code of a system error, such as `ENOENT`; nothing for any other. */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const reasonOf = (error: unknown): string => REASONS.get(errorCode(error)) ?? (error instanceof Error ? error.message : String(error));
