import { ConnectClient } from '@aws-sdk/client-connect';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { Connection } from './connection';
import { silent, type Transport } from './network/transport';

/** One SDK client per Region, made on demand. The SDK tries each call once: the caller retries. */
export function clientsOf(
  connection: Pick<Connection, 'endpoint' | 'profile' | 'userAgent'>,
  parts: { readonly credentials: AwsCredentialIdentityProvider; readonly requestHandler: Transport },
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
    // It would copy each answer, 500 users and more, for a logger that says nothing.
    client.middlewareStack.remove('loggerMiddleware');
    clients.set(region, client);
    return client;
  };
}

/** "name/1.0 other/2.0" as the pairs that the SDK wants. */
export const userAgentOf = (userAgent = ''): [string, string?][] =>
  userAgent
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', version] = part.split('/', 2);
      return version === undefined ? [name] : [name, version];
    });
