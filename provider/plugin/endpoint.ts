import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListenOptions } from 'node:net';
import type { Address } from './handshake';

/** Where the plugin listens. */
export interface Endpoint {
  readonly listen: ListenOptions;
  /** As Terraform is told of it; asked once the server listens. */
  address(server: Server): Address;
  /** Leaves nothing behind. Called when the process exits. */
  remove(): void;
}

/** The path of a Unix socket must fit into 104 bytes on macOS, 108 on Linux. */
const LONGEST_DIRECTORY = 90;

/** A Unix socket in a directory that only its owner may enter; Windows has none that Terraform could use. */
export const createEndpoint = (platform = process.platform): Endpoint => (platform === 'win32' ? loopback() : unixSocket());

function unixSocket(): Endpoint {
  const parent = tmpdir();
  const directory = mkdtempSync(join(parent.length < LONGEST_DIRECTORY ? parent : '/tmp', 'tf-plugin-'));
  const path = join(directory, 's');
  return {
    listen: { path },
    address: () => ({ network: 'unix', address: path }),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function loopback(): Endpoint {
  const host = '127.0.0.1';
  return {
    listen: { host, port: 0 },
    address: (server) => {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') throw new Error('the server does not listen on a port');
      return { network: 'tcp', address: `${host}:${bound.port}` };
    },
    remove: () => undefined,
  };
}
