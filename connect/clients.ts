import { ConnectClient } from '@aws-sdk/client-connect';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { Connection } from './connection';
import { silent, type Transport } from './network/transport';
import { onDemand } from './on-demand';

/** What the clients of all services have in common. */
export const settingsOf = ({ endpoint, userAgent = '' }: Pick<Connection, 'endpoint' | 'userAgent'>) => ({
  ...(endpoint && { endpoint }),
  // "name/1.0 other/2.0" as the pairs that the SDK wants.
  customUserAgent: userAgent
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => part.split('/', 2) as [string, string?]),
  retryMode: 'standard',
  defaultsMode: 'standard' as const,
  logger: silent,
});

/** One SDK client per Region, made on demand. The SDK tries each call once: the caller retries. */
export const clientsOf = (
  connection: Pick<Connection, 'endpoint' | 'profile' | 'userAgent'>,
  parts: { readonly credentials: AwsCredentialIdentityProvider; readonly requestHandler: Transport },
): ((region: string) => ConnectClient) =>
  onDemand((region: string) => {
    const { profile } = connection;
    const client = new ConnectClient({ ...parts, ...settingsOf(connection), ...(profile && { profile }), region, maxAttempts: 1 });
    // It would copy each answer, 500 users and more, for a logger that says nothing.
    client.middlewareStack.remove('loggerMiddleware');
    return client;
  });
