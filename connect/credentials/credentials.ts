import { fromEnv, fromIni, fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { Connection } from '../connection';
import type { Clock } from '../clock';
import type { Transport } from '../network/transport';
import { UNREADABLE } from '../calls/error-codes';
import { within } from '../calls/scope';
import { translate } from '../calls/translate';
import { CredentialsError } from './credentials-error';
import { decidingProfile } from './profile';
import { NoCredentials, usable } from './usable';

export interface Surroundings {
  readonly region: string;
  readonly requestHandler: Transport;
  readonly clock: Clock;
  /** Ends every wait for credentials. */
  readonly signal: AbortSignal;
  /** Told the secrets of all credentials that are found. */
  keepSecret(secret: string): void;
}

export interface Credentials {
  /** Rejects with a `CredentialsError` only. */
  readonly provide: AwsCredentialIdentityProvider;
  /** Where they come from, `the AWS profile "ops"`. Holds no secret. */
  readonly source: string;
}

/** Where no name is given, CloudTrail shows this one. */
const SESSION_NAME = 'cdktf-amazon-connect';
const SESSION_SECONDS = 3600;

/** A credential process or a sign-in that hangs must not hang Terraform. */
const PATIENCE_MS = 60_000;

/**
 * Credentials as the connection says: an access key or a profile, else what the environment offers;
 * then the role, if there is one.
 */
export async function credentialsOf(connection: Connection, surroundings: Surroundings): Promise<Credentials> {
  const base = await baseOf(connection, surroundings);
  const role = connection.assumeRole;
  if (!role) return base;
  const assume = (masterCredentials: AwsCredentialIdentity): AwsCredentialIdentityProvider =>
    fromTemporaryCredentials({
      masterCredentials,
      params: {
        RoleArn: role.roleArn,
        RoleSessionName: role.sessionName ?? SESSION_NAME,
        ExternalId: role.externalId,
        DurationSeconds: role.durationSeconds ?? SESSION_SECONDS,
      },
      clientConfig: { ...stsConfig(connection, surroundings), region: surroundings.region, maxAttempts: 1 },
    });
  const source = `the role ${role.roleArn} (AssumeRole)`;
  // The keys first, by themselves: what goes wrong with them is not said of the role.
  const provide = async (): Promise<AwsCredentialIdentity> =>
    named(persistent(assume(await base.provide()), surroundings), source, 'AssumeRole', surroundings)();
  return { source, provide };
}

async function baseOf(connection: Connection, surroundings: Surroundings): Promise<Credentials> {
  const { accessKey, secretKey, token, profile } = connection;
  const resolving = (provide: AwsCredentialIdentityProvider, source: string, ofProfile?: string): Credentials => ({
    source,
    provide: named(provide, source, 'ResolveCredentials', surroundings, ofProfile),
  });
  const nested = {
    clientConfig: stsConfig(connection, surroundings),
    parentClientConfig: { region: surroundings.region },
  };
  const ofConfiguration = 'the provider configuration (access_key)';
  if (accessKey && secretKey) {
    const identity: AwsCredentialIdentity = { accessKeyId: accessKey, secretAccessKey: secretKey, sessionToken: token };
    return resolving(() => Promise.resolve(identity), ofConfiguration);
  }
  if (accessKey || secretKey) {
    const half = new NoCredentials('access_key and secret_key go together; one of them is missing.');
    return resolving(() => Promise.reject(half), ofConfiguration);
  }
  if (profile) return resolving(fromIni({ profile, ...nested }), `the AWS profile "${profile}"`, profile);
  // As every other Terraform provider has it: an access key in the environment wins over AWS_PROFILE.
  if (process.env['AWS_ACCESS_KEY_ID'] && process.env['AWS_SECRET_ACCESS_KEY']) {
    return resolving(fromEnv(), 'the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  }
  const ambient = process.env['AWS_PROFILE'];
  const deciding = await decidingProfile(ambient);
  if (deciding !== undefined) {
    return resolving(
      fromIni({ profile: deciding, ...nested }),
      `the AWS profile "${deciding}"${ambient ? ' (AWS_PROFILE)' : ''}`,
      deciding,
    );
  }
  return resolving(
    sayingHalfKeys(fromNodeProviderChain(nested)),
    'the default chain (environment variables, shared configuration files, SSO, web identity, container and instance roles)',
  );
}

const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;

/** The SDK passes over one half of the keys in the environment: right where there are others, and a riddle where there are none. */
const sayingHalfKeys =
  (provide: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider =>
  async (properties) => {
    try {
      return await provide(properties);
    } catch (error) {
      const set = KEYS.find((name) => process.env[name]);
      const missing = KEYS.find((name) => !process.env[name]);
      if (set === undefined || missing === undefined) throw error;
      throw new NoCredentials(`the environment variable ${set} is set, but ${missing} is not: they belong together.`);
    }
  };

/** Another endpoint stands in for all of AWS, STS too, unless the environment has one for STS. */
const stsConfig = (connection: Connection, { requestHandler }: Surroundings) => ({
  requestHandler,
  ...(connection.endpoint && !process.env['AWS_ENDPOINT_URL_STS'] && { endpoint: connection.endpoint }),
});

const named =
  (
    provide: AwsCredentialIdentityProvider,
    source: string,
    operation: string,
    { region, clock, signal, keepSecret }: Surroundings,
    profile?: string,
  ): AwsCredentialIdentityProvider =>
  async (properties) => {
    try {
      const patience = { signal, deadline: clock.now() + PATIENCE_MS };
      const provided = await within(patience, clock, () => provide(properties));
      if ('ended' in provided) throw operation === 'AssumeRole' ? silentSts() : hanging();
      const identity = usable(provided.value);
      keepSecret(identity.secretAccessKey);
      if (identity.sessionToken !== undefined) keepSecret(identity.sessionToken);
      return identity;
    } catch (error) {
      throw new CredentialsError(source, operation, region, operation === 'AssumeRole' ? ofSts(error) : ofFiles(error), profile);
    }
  };

const hanging = (): Error => new NoCredentials(`none after ${PATIENCE_MS / 1000} seconds: it hangs, or waits for somebody to sign in.`);

const silentSts = (): Error => new StsFailure('RequestTimeout', `AWS STS did not answer in time, which is ${PATIENCE_MS / 1000} seconds.`);

/** What the SDK's words do not tell of somebody else who answers in the place of STS. */
function ofSts(error: unknown): unknown {
  if (error instanceof Error && /^Invalid response from STS/.test(error.message))
    return new StsFailure(UNREADABLE, 'The answer is not one of AWS STS: is a proxy, or the login page of a network, in between?');
  return error;
}

/** The SDK trusts in what the shared files hold, and in what a process prints: of an error there, it passes on the text alone. */
function ofFiles(error: unknown): unknown {
  const senseless = (such: string): Error => new NoCredentials(`the AWS SDK cannot make sense of it, as where ${such}.`);
  if (error instanceof TypeError) return senseless('it names an sso_session that the file does not have');
  if (error instanceof Error && error.message.startsWith('Cannot read properties of'))
    return senseless('its credential_process prints "null" in place of credentials');
  if (error instanceof Error && error.message.includes('requires multi-factor authentication'))
    return new NoCredentials(
      'it asks for a multi-factor code (mfa_serial), and the provider cannot ask for one. First get temporary credentials with the code ("aws sts assume-role" with --serial-number and --token-code), and put them into the environment.',
    );
  return error;
}

class StsFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const STS_TRIES = 4;
const STS_PAUSE_MS = 250;

/** What may pass is tried again by our clock, as calls of Amazon Connect are. */
const persistent =
  (provide: AwsCredentialIdentityProvider, { region, clock }: Surroundings): AwsCredentialIdentityProvider =>
  async (properties) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await provide(properties);
      } catch (error) {
        const call = { operation: 'AssumeRole', region };
        const { kind } = translate(new CredentialsError('', call.operation, region, error), { ...call, writes: false, sent: true });
        if (tries === STS_TRIES || (kind !== 'throttled' && kind !== 'unavailable')) throw error;
        await clock.sleep(STS_PAUSE_MS * 2 ** tries);
      }
    }
  };
