import { ConnectClient } from '@aws-sdk/client-connect';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Connection } from './connection';

const CONNECT_TIMEOUT_MS = 5_000;
/** Of one request, from its first byte to the first of the answer. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Silence on the socket in the middle of an answer. */
const SOCKET_TIMEOUT_MS = 30_000;
const MAX_SOCKETS = 50;

const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // The SDK's own messages would hold names and e-mails.
}

/** One pool of kept-alive connections for Connect in all Regions, and for STS. */
export const requestHandlerOf = (): NodeHttpHandler =>
  new NodeHttpHandler({
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    throwOnRequestTimeout: true,
    socketTimeout: SOCKET_TIMEOUT_MS,
    httpAgent: { keepAlive: true, maxSockets: MAX_SOCKETS },
    httpsAgent: { keepAlive: true, maxSockets: MAX_SOCKETS },
    logger: silent,
  });

/** One SDK client per Region, made on demand. The SDK tries each call once: the caller retries. */
export function clientsOf(
  connection: Pick<Connection, 'endpoint' | 'profile' | 'userAgent'>,
  parts: { readonly credentials: AwsCredentialIdentityProvider; readonly requestHandler: NodeHttpHandler },
): (region: string) => ConnectClient {
  const clients = new Map<string, ConnectClient>();
  return (region) => {
    const known = clients.get(region);
    if (known) return known;
    const client = new ConnectClient({
      ...parts,
      region,
      ...(connection.endpoint && { endpoint: connection.endpoint }),
      ...(connection.profile && { profile: connection.profile }),
      customUserAgent: userAgentOf(connection.userAgent),
      maxAttempts: 1,
      retryMode: 'standard',
      defaultsMode: 'standard',
      logger: silent,
    });
    clients.set(region, client);
    return client;
  };
}

/** "name/1.0 other/2.0" as the pairs that the SDK wants. */
const userAgentOf = (userAgent = ''): [string, string?][] =>
  userAgent
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', version] = part.split('/', 2);
      return version === undefined ? [name] : [name, version];
    });
