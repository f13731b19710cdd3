import type { Service } from './transport';

/** `status: SERVING` of grpc.health.v1.HealthCheckResponse. */
const SERVING = Uint8Array.of(0x08, 0x01);
const EMPTY = new Uint8Array();

/** Streams that Terraform opens at once and expects to stay: output and side channels, which we do not use. */
const HELD: ReadonlySet<string> = new Set(['/plugin.GRPCStdio/StreamStdio', '/plugin.GRPCBroker/StartStream']);

/** What every plugin answers, around what this one does. */
export const pluginService = ({ unary, streaming }: Pick<Service, 'unary' | 'streaming'>, shutDown: () => void): Service => ({
  unary: new Map([
    ...unary,
    ['/grpc.health.v1.Health/Check', () => Promise.resolve(SERVING)],
    [
      '/plugin.GRPCController/Shutdown',
      () => {
        shutDown();
        return Promise.resolve(EMPTY);
      },
    ],
  ]),
  streaming,
  held: HELD,
});
