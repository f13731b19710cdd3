import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgresPrograms, startPostgres } from '../support/postgres/postgres';
import type { Body } from './declarations';
import type { Scratch } from './scratch';

/** Where terraform keeps states. */
export interface StateBackend {
  readonly name: string;
  /** What a configuration whose state is called so has in its block `terraform`. */
  block(state: string): Body;
  /** What a row about that state has to say. */
  notes(state: string): readonly string[];
  close(): Promise<void>;
}

export const localFile = (): StateBackend => ({
  name: 'a local file',
  block: () => ({}),
  notes: () => [],
  close: () => Promise.resolve(),
});

/** Nothing where this machine has no PostgreSQL. */
export async function postgres(scratch: Scratch): Promise<StateBackend | undefined> {
  const programs = postgresPrograms();
  if (programs === undefined) return undefined;
  // As root, its server runs as somebody else, who has to get to its directory.
  chmodSync(scratch.directory, 0o711);
  const server = await startPostgres(programs);
  scratch.watch(server.process);
  return {
    name: 'PostgreSQL',
    block: (state) => ({ backend: { pg: { conn_str: server.connection, schema_name: state } } }),
    notes: () => [],
    close: () => server.close(),
  };
}

/** A server that keeps states in memory. */
export async function http(): Promise<StateBackend> {
  const states = new Map<string, { readonly bytes: Buffer; readonly written: number }>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url = '' } = request;
      const name = new URL(url, 'http://localhost').pathname.slice(1);
      const state = states.get(name);
      if (method === 'POST') states.set(name, { bytes: Buffer.concat(chunks), written: (state?.written ?? 0) + 1 });
      response.writeHead(method === 'GET' && !state ? 404 : 200).end(method === 'GET' ? state?.bytes : undefined);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const addressOf = (state: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${state}`;
  return {
    name: 'http',
    block: (state) => ({ backend: { http: { address: addressOf(state) } } }),
    notes: (state) => {
      const { bytes, written = 0 } = states.get(state) ?? {};
      return [`terraform wrote the state ${written} times; it has ${Math.round((bytes?.length ?? 0) / 1024)} kB`];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
