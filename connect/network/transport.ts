import { types } from 'node:util';
import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import { PROXY_FAILED, PROXY_REFUSED } from '../calls/error-codes';
import { onDemand } from '../on-demand';
import { bounded } from './bounded';
import { goesDirect } from './bypass';
import type { NetworkEnvironment } from './environment';

/** To make a connection, with TLS and through a proxy. */
const CONNECTION_TIMEOUT_MS = 10_000;
/** Of one request, from its first byte to the first of the answer. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Silence on the socket in the middle of an answer. */
const SOCKET_TIMEOUT_MS = 30_000;

const AGENT = { keepAlive: true, maxSockets: 50 };
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

export const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // The SDK's own messages would hold names and e-mails.
}

const LIMITS: NodeHttpHandlerOptions = {
  connectionTimeout: CONNECTION_TIMEOUT_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  throwOnRequestTimeout: true,
  socketTimeout: SOCKET_TIMEOUT_MS,
  logger: silent,
};

type Handle = NodeHttpHandler['handle'];
type Request = Parameters<Handle>[0];

/**
 * One pool of kept-alive connections for Connect in all Regions, for STS and for whoever else gives credentials:
 * through a proxy where the environment names one. Tells of an error where no answer came from.
 */
export class Transport extends NodeHttpHandler {
  /** The code for proxies is loaded only where there is one. */
  private readonly through = onDemand(async (proxy: string): Promise<NodeHttpHandler> => {
    const { HttpProxyAgent, HttpsProxyAgent } = await import('hpagent');
    const { trusted } = this.environment;
    const options = { ...AGENT, proxy, ...(trusted && { proxyRequestOptions: { ca: trusted.certificates } }) };
    return new NodeHttpHandler({
      ...LIMITS,
      httpAgent: new HttpProxyAgent(options),
      httpsAgent: new HttpsProxyAgent({ ...options, secureContext: trusted?.context }),
    });
  });

  constructor(private readonly environment: NetworkEnvironment) {
    super({ ...LIMITS, httpAgent: AGENT, httpsAgent: { ...AGENT, secureContext: environment.trusted?.context } });
  }

  override async handle(request: Request, options?: Parameters<Handle>[1]): ReturnType<Handle> {
    const { protocol, hostname, port = DEFAULT_PORTS[request.protocol] ?? 0 } = request;
    const declared = this.environment.proxies.get(protocol);
    const proxy = declared && !goesDirect(hostname, port, this.environment.direct) ? declared : undefined;
    try {
      const { response } = await (proxy ? (await this.through(proxy.href)).handle(request, options) : super.handle(request, options));
      response.body = bounded(response.body);
      return { response };
    } catch (error) {
      const host = request.port === undefined ? hostname : `${hostname}:${port}`;
      throw types.isNativeError(error) ? told(error, host, proxy) : error;
    }
  }
}

interface NetworkError extends Error {
  readonly code?: string;
  /** Of all addresses of a host. */
  readonly errors?: readonly Error[];
}

/** The same error with what is known here. Says nothing of the user and password in the URL of the proxy. */
function told(error: NetworkError, host: string, proxy: URL | undefined): Error {
  const { name, message, code, errors } = error;
  const where = proxy ? `${host} through the proxy ${proxy.host}` : host;
  const refused = proxy && /^Bad response: (\d+)$/.exec(message)?.[1];
  if (!proxy || !refused)
    return Object.assign(new Error(message || errors?.[0]?.message, { cause: error }), {
      name,
      host: where,
      ...(code !== undefined && { code }),
    });
  const refusal = new Error(`the proxy ${proxy.host} answered HTTP ${refused} to the request for a connection`);
  return Object.assign(refusal, { host: where, code: Number(refused) < 500 ? PROXY_REFUSED : PROXY_FAILED });
}
