import { fromEnv, fromIni, fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Connection } from '../connection';
import { CredentialsError } from './credentials-error';

export interface Surroundings {
  readonly region: string;
  readonly requestHandler: NodeHttpHandler;
  /** Told the secrets of all credentials that are found. */
  keepSecret(secret: string): void;
}

/** Where no name is given, CloudTrail shows this one. */
const SESSION_NAME = 'cdktf-amazon-connect';
const SESSION_SECONDS = 3600;

/**
 * Credentials as the connection says: an access key or a profile, else what the environment offers;
 * then the role, if there is one. The provider rejects with a `CredentialsError` only.
 */
export function credentialsOf(connection: Connection, surroundings: Surroundings): AwsCredentialIdentityProvider {
  const base = baseOf(connection, surroundings);
  const role = connection.assumeRole;
  if (!role) return base;
  const assume = fromTemporaryCredentials({
    masterCredentials: base,
    params: {
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName ?? SESSION_NAME,
      ExternalId: role.externalId,
      DurationSeconds: role.durationSeconds ?? SESSION_SECONDS,
    },
    clientConfig: { ...stsConfig(connection, surroundings), region: surroundings.region },
  });
  return named(assume, `the role ${role.roleArn}`, 'AssumeRole', surroundings);
}

function baseOf(connection: Connection, surroundings: Surroundings): AwsCredentialIdentityProvider {
  const { accessKey, secretKey, token, profile } = connection;
  const resolving = (provide: AwsCredentialIdentityProvider, source: string): AwsCredentialIdentityProvider =>
    named(provide, source, 'ResolveCredentials', surroundings);
  const nested = {
    clientConfig: stsConfig(connection, surroundings),
    parentClientConfig: { region: surroundings.region },
  };
  if (accessKey && secretKey) {
    const identity: AwsCredentialIdentity = { accessKeyId: accessKey, secretAccessKey: secretKey, sessionToken: token };
    return () => Promise.resolve(identity);
  }
  if (accessKey || secretKey) {
    return resolving(
      () => Promise.reject(new HalfAKey()),
      'the provider configuration',
    );
  }
  if (profile) return resolving(fromIni({ profile, ...nested }), `the AWS profile "${profile}"`);
  // As every other Terraform provider has it: an access key in the environment wins over AWS_PROFILE.
  if (process.env['AWS_ACCESS_KEY_ID'] && process.env['AWS_SECRET_ACCESS_KEY']) {
    return resolving(fromEnv(), 'the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  }
  const ambient = process.env['AWS_PROFILE'];
  return resolving(
    fromNodeProviderChain(nested),
    ambient
      ? `the AWS profile "${ambient}" (AWS_PROFILE)`
      : 'the default chain (environment variables, shared configuration files, SSO, web identity, container and instance roles)',
  );
}

class HalfAKey extends Error {
  override readonly name = 'CredentialsProviderError';

  constructor() {
    super('access_key and secret_key go together; one of them is missing.');
  }
}

/** Another endpoint stands in for all of AWS, STS too, unless the environment has one for STS. */
const stsConfig = (connection: Connection, { requestHandler }: Surroundings) => ({
  requestHandler,
  ...(connection.endpoint && !process.env['AWS_ENDPOINT_URL_STS'] && { endpoint: connection.endpoint }),
});

const named =
  (provide: AwsCredentialIdentityProvider, source: string, operation: string, { region, keepSecret }: Surroundings): AwsCredentialIdentityProvider =>
  async (properties) => {
    try {
      const identity = await provide(properties);
      keepSecret(identity.secretAccessKey);
      if (identity.sessionToken !== undefined) keepSecret(identity.sessionToken);
      return identity;
    } catch (error) {
      throw error instanceof CredentialsError ? error : new CredentialsError(source, operation, region, error);
    }
  };
