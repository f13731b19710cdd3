import type { AwsCredentialIdentity } from '@aws-sdk/types';

/** In the words of the SDK, for what is ours to say of credentials. */
export class NoCredentials extends Error {
  override readonly name = 'CredentialsProviderError';
}

/**
 * What requests can be signed with: what else a key holds would break the header that it goes into, or a signature.
 * @throws NoCredentials
 */
export function usable(identity: AwsCredentialIdentity): AwsCredentialIdentity {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = identity;
  refuse('access key id', accessKeyId);
  refuse('secret key', secretAccessKey);
  // An empty one is none: nothing is sent for it.
  if (sessionToken !== undefined && sessionToken !== '') refuse('session token', sessionToken);
  // They would be asked for anew before each request.
  if (expiration && Number.isNaN(expiration.getTime()))
    throw new NoCredentials('their expiration time is not in ISO 8601 format, such as "2026-01-31T12:00:00Z".');
  return identity;
}

function refuse(what: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') throw new NoCredentials(`the ${what} is not a text.`);
  if (!/^[\x21-\x7e]+$/.test(value))
    throw new NoCredentials(`the ${what} holds an invalid character, such as a space or a line break at its end.`);
}
