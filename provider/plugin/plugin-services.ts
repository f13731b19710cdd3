import type { Service } from './transport';

/** `status: SERVING` of grpc.health.v1.HealthCheckResponse. */
const SERVING = Uint8Array.of(0x08, 0x01);
const EMPTY = new Uint8Array();

/** Streams that Terraform opens at once and expects to stay: output and side channels, which we do not use. */
const HELD: ReadonlySet<string> = new Set(['/plugin.GRPCStdio/StreamStdio', '/plugin.GRPCBroker/StartStream']);

/** What every plugin answers, around what this one does. */
export const pluginService = (calls: Service['calls'], shutDown: () => void): Service => ({
  calls: new Map([
    ...calls,
    ['/grpc.health.v1.Health/Check', (_request, _cancellation, send) => send(SERVING)],
    [
      '/plugin.GRPCController/Shutdown',
      (_request, _cancellation, send) => {
        shutDown();
        return send(EMPTY);
      },
    ],
  ]),
  held: HELD,
});
