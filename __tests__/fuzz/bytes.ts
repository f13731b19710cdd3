import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeFrame } from '../../provider/plugin/grpc-frame';
import { pluginService } from '../../provider/plugin/plugin-services';
import { type Handler, listen } from '../../provider/plugin/transport';
import { corpusOf } from './corpus';
import type { Dice } from './dice';
import type { FuzzedProvider } from './provider';
import type { FuzzTarget } from './fuzz';
import { dial, invoke } from '../support/provider/grpc';

const RPCS = [
  'GetMetadata',
  'GetProviderSchema',
  'GetFunctions',
  'ValidateProviderConfig',
  'ValidateResourceConfig',
  'ValidateDataResourceConfig',
  'UpgradeResourceState',
  'GetResourceIdentitySchemas',
  'UpgradeResourceIdentity',
  'MoveResourceState',
  'ImportResourceState',
  'ReadResource',
  'PlanResourceChange',
  'ApplyResourceChange',
  'ReadDataSource',
  'ValidateListResourceConfig',
  'ListResource',
  'StopProvider',
];

interface Wrong {
  readonly rpc: string;
  readonly bytes: Uint8Array;
}

function wrong(dice: Dice, provider: FuzzedProvider): Wrong {
  const corpus = corpusOf(dice, provider.configuration());
  const { rpc, bytes } = dice.pick(corpus);
  if (dice.chance(5)) return { rpc: dice.pick(RPCS), bytes: dice.bytes(dice.below(200)) };
  return { rpc: dice.chance(95) ? rpc : dice.pick(RPCS), bytes: dice.mutate(bytes, dice.pick(corpus).bytes) };
}

const inputOf = ({ rpc, bytes }: Wrong): string => `${rpc} ${Buffer.from(bytes).toString('hex').slice(0, 20_000)}`;

/** Broken bytes for every RPC: each gets an answer. What it says is not looked at, no Terraform sends such requests. */
export function fuzzedRpcs(provider: FuzzedProvider): FuzzTarget {
  return {
    name: 'RPC',
    next: (dice) => {
      const request = wrong(dice, provider);
      return {
        input: inputOf(request),
        run: async () => {
          if (request.rpc === 'ListResource') await provider.client.events(request.bytes);
          else await provider.client.raw(request.rpc, request.bytes);
          if (request.rpc === 'StopProvider') await provider.start();
          return undefined;
        },
      };
    },
    refresh: () => Promise.resolve(undefined),
  };
}

/** The same through the socket, and broken frames: a call always ends, and the next one is answered. */
export async function fuzzedSocket(provider: FuzzedProvider): Promise<FuzzTarget & { close(): void }> {
  const directory = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const path = join(directory, 's');
  const calls: ReadonlyMap<string, Handler> = new Map(
    RPCS.filter((rpc) => rpc !== 'StopProvider').map((rpc) => [
      `/tfplugin6.Provider/${rpc}`,
      async (bytes, _cancellation, send) =>
        rpc === 'ListResource' ? provider.client.events(bytes, send) : send(await provider.client.raw(rpc, bytes)),
    ]),
  );
  const stay = (): void => undefined;
  const server = await listen({ listen: { path }, open: () => pluginService(calls, stay), onIdle: stay, onError: stay });
  const open = (): ReturnType<typeof dial> => dial(path).on('error', stay);
  let session = open();
  return {
    name: 'socket',
    next: (dice) => {
      const request = wrong(dice, provider);
      const frame = dice.chance(30) ? dice.mutate(encodeFrame(request.bytes)) : undefined;
      const method = dice.chance(3)
        ? `/tfplugin6.Provider/${encodeURIComponent(dice.text(request.rpc)).slice(0, 200)}`
        : `/tfplugin6.Provider/${request.rpc}`;
      return {
        input: `${method} ${frame ? `frame ${frame.toString('hex').slice(0, 20_000)}` : inputOf(request)}`,
        run: async () => {
          if (session.destroyed) session = open();
          const { status } = await invoke(session, method, request.bytes, frame);
          if (!frame && calls.has(method) && status !== '0') return `the call ended with ${status}`;
          const health = await invoke(session, '/grpc.health.v1.Health/Check', Buffer.alloc(0));
          return health.status === '0' ? undefined : `the next call ended with ${health.status}`;
        },
      };
    },
    refresh: () => Promise.resolve(undefined),
    close: () => {
      session.destroy();
      server.close();
      rmSync(directory, { recursive: true });
    },
  };
}
