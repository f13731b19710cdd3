import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../connect/connection';
import type { Outcome } from '../../connect/failure';
import { type Connect, openConnect } from '../../connect/open';
import { HOME_REGION, INSTANCE_ID } from '../support/connect/seed';
import { type RunningEmulator, startEmulator } from '../../emulator/server';
import { environmentSecrets } from '../../connect/credentials/environment-secrets';
import { failureOf, memoryLogger, valueOf } from '../support/connect/open';
import { FastClock } from '../support/clocks/fast-clock';

const ROLE = 'arn:aws:iam::123456789012:role/terraform';
const CONFIG = `
[profile keys]
region = us-west-2
aws_access_key_id = AKIAPROFILE
aws_secret_access_key = of-the-profile
[profile role]
region = us-east-1
role_arn = ${ROLE}
source_profile = keys
[profile denied]
role_arn = arn:aws:iam::123456789012:role/denied
source_profile = keys
`;

let service: RunningEmulator;
let home: string;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  service = await startEmulator({ settings: { rate: 'off' } });
  home = await mkdtemp(join(tmpdir(), 'connect-credentials-'));
  await writeFile(join(home, 'config'), CONFIG);
  environment = process.env;
  process.env = {
    HOME: home,
    AWS_CONFIG_FILE: join(home, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
  };
});

afterEach(async () => {
  process.env = environment;
  await service.close();
  await rm(home, { recursive: true });
});

const open = (connection: Connection): Promise<Outcome<Connect>> =>
  openConnect({ endpoint: service.url, maxRetries: 0, ...connection }, { clock: new FastClock(50), log: memoryLogger() });

/** The access key that a call is signed with, and its Region. */
async function signature(connection: Connection): Promise<{ accessKeyId?: string; region?: string }> {
  const connect = valueOf(await open(connection));
  await connect.gateway({ signal: new AbortController().signal, timeoutMs: 60_000 }).instances.find(INSTANCE_ID);
  const { accessKeyId, region } = service.emulator.calls.list().at(-1) ?? {};
  return { accessKeyId, region };
}

const operations = (): readonly string[] => service.emulator.calls.list().map(({ operation }) => operation);

describe('credentials', () => {
  it('are the access key of the configuration', async () => {
    expect(await signature({ region: HOME_REGION, accessKey: 'AKIASTATIC', secretKey: 'x' })).toEqual({
      accessKeyId: 'AKIASTATIC',
      region: HOME_REGION,
    });
  });

  it('are those of a profile, and so is the Region', async () => {
    expect(await signature({ profile: 'keys' })).toEqual({ accessKeyId: 'AKIAPROFILE', region: 'us-west-2' });
  });

  it('are those of the role of a profile', async () => {
    expect((await signature({ profile: 'role' })).accessKeyId).toMatch(/^ASIA/);
  });

  it('are those of the environment, which win over its profile', async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'x', AWS_PROFILE: 'keys', AWS_REGION: HOME_REGION });
    expect((await signature({})).accessKeyId).toBe('AKIAENV');
  });

  it('are those of the profile of the environment', async () => {
    process.env['AWS_PROFILE'] = 'keys';
    expect(await signature({})).toEqual({ accessKeyId: 'AKIAPROFILE', region: 'us-west-2' });
  });

  it('are those of the role to assume, asked for once, before the first call', async () => {
    const connection = { region: HOME_REGION, profile: 'keys', assumeRole: { roleArn: ROLE, sessionName: 'test', durationSeconds: 900 } };
    expect((await signature(connection)).accessKeyId).toMatch(/^ASIA/);
    expect(operations()).toEqual(['AssumeRole', 'DescribeInstance']);
    expect(service.emulator.calls.list()[0]?.accessKeyId).toBe('AKIAPROFILE');
  });

  it('are asked for once for many calls in two Regions', async () => {
    const connect = valueOf(await open({ region: HOME_REGION, profile: 'keys', assumeRole: { roleArn: ROLE } }));
    const { instances } = connect.gateway({ signal: new AbortController().signal, timeoutMs: 60_000 });
    await Promise.all([instances.find(INSTANCE_ID), instances.find(INSTANCE_ID, 'us-west-2'), instances.find(INSTANCE_ID)]);
    expect(operations().filter((operation) => operation === 'AssumeRole')).toHaveLength(1);
  });

  it('come from the STS endpoint of the environment when there is one', async () => {
    const sts = await startEmulator();
    process.env['AWS_ENDPOINT_URL_STS'] = sts.url;
    const opened = await open({ region: HOME_REGION, profile: 'keys', assumeRole: { roleArn: ROLE } });
    await sts.close();
    valueOf(opened);
    expect(sts.emulator.calls.list().map(({ operation }) => operation)).toEqual(['AssumeRole']);
    expect(operations()).toEqual([]);
  });

  it.each<[string, Connection, RegExp]>([
    ['a profile that does not exist', { profile: 'nobody' }, /the AWS profile "nobody"/],
    ['half an access key', { accessKey: 'AKIASTATIC' }, /access_key and secret_key go together/],
    ['no credentials anywhere', {}, /the default chain/],
  ])('fails at the start, with the source that was tried, for %s', async (_, connection, message) => {
    const failure = failureOf(await open({ region: HOME_REGION, ...connection }));
    expect(failure).toMatchObject({ kind: 'unauthenticated', operation: 'ResolveCredentials' });
    expect(failure.message).toMatch(message);
    expect(operations()).toEqual([]);
  });

  it('fails at the start for a role that may not be assumed', async () => {
    const roleArn = 'arn:aws:iam::123456789012:role/denied';
    const failure = failureOf(await open({ region: HOME_REGION, profile: 'keys', assumeRole: { roleArn } }));
    expect(failure).toMatchObject({ kind: 'unauthenticated', operation: 'AssumeRole', code: 'AccessDenied', status: 403 });
    expect(failure.message).toContain(`No credentials from the role ${roleArn}`);
    expect(failureOf(await open({ region: HOME_REGION, profile: 'denied' })).message).toContain('the AWS profile "denied"');
    expect(operations()).toEqual(['AssumeRole', 'AssumeRole']);
  });

  it('names the source of the keys, not the role, when the keys to assume it with are missing', async () => {
    const failure = failureOf(await open({ region: HOME_REGION, profile: 'nobody', assumeRole: { roleArn: ROLE } }));
    expect(failure).toMatchObject({ kind: 'unauthenticated', operation: 'ResolveCredentials' });
    expect(failure.message).toContain('the AWS profile "nobody"');
  });

  it('fails with the operation when the service does not know the access key', async () => {
    const connect = valueOf(await open({ region: HOME_REGION, accessKey: 'AKIAWRONG', secretKey: 'x' }));
    const outcome = await connect.gateway({ signal: new AbortController().signal, timeoutMs: 60_000 }).instances.find(INSTANCE_ID);
    expect(failureOf(outcome)).toMatchObject({
      kind: 'unauthenticated',
      code: 'UnrecognizedClientException',
      operation: 'DescribeInstance',
    });
  });
});

describe('the secrets of credentials', () => {
  const kept = async (connection: Connection): Promise<readonly string[]> => {
    const secrets: string[] = [];
    const host = { clock: new FastClock(50), log: memoryLogger(), keepSecret: (secret: string) => secrets.push(secret) };
    valueOf(await openConnect({ endpoint: service.url, maxRetries: 0, region: HOME_REGION, ...connection }, host));
    return secrets;
  };

  it('are told of a profile, and of the role that it takes on', async () => {
    expect(await kept({ profile: 'keys' })).toEqual(['of-the-profile']);
    const [key, temporaryKey, temporaryToken] = await kept({ profile: 'keys', assumeRole: { roleArn: ROLE } });
    expect(key).toBe('of-the-profile');
    expect([temporaryKey, temporaryToken].map((secret) => typeof secret)).toEqual(['string', 'string']);
  });

  it('are told of the environment, used or not, with the password of a proxy', async () => {
    const environment = {
      AWS_SECRET_ACCESS_KEY: 'EnvironmentKey',
      AWS_SESSION_TOKEN: 'EnvironmentToken',
      https_proxy: 'http://ada:p%40ss@127.0.0.1:1',
    };
    expect(
      environmentSecrets({ ...environment, HTTP_PROXY: 'no url', HTTPS_PROXY: 'http://proxy:3128', ALL_PROXY: 'http://a:%E0%A4%A@b' }),
    ).toEqual(['EnvironmentKey', 'EnvironmentToken', 'p%40ss', 'p@ss', '%E0%A4%A']);
    Object.assign(process.env, { AWS_SECRET_ACCESS_KEY: 'EnvironmentKey', AWS_SESSION_TOKEN: 'EnvironmentToken' });
    expect(await kept({ profile: 'keys' })).toEqual(['EnvironmentKey', 'EnvironmentToken', 'of-the-profile']);
  });
});

describe('the Region', () => {
  const keys = { accessKey: 'AKIASTATIC', secretKey: 'x' };
  const scope = { signal: new AbortController().signal, timeoutMs: 60_000 };
  const regionOf = async (connection: Parameters<typeof open>[0]) => valueOf(await open(connection)).gateway(scope).region;

  it('is the one of the configuration, then of AWS_REGION, then of AWS_DEFAULT_REGION, then of the profile', async () => {
    expect(await regionOf({ profile: 'keys' })).toBe('us-west-2');
    process.env['AWS_DEFAULT_REGION'] = 'eu-west-2';
    expect(await regionOf({ profile: 'keys' })).toBe('eu-west-2');
    process.env['AWS_REGION'] = 'eu-central-1';
    expect(await regionOf({ profile: 'keys' })).toBe('eu-central-1');
    expect(await regionOf({ ...keys, region: 'ap-northeast-1' })).toBe('ap-northeast-1');
  });

  it('fails with where it was looked for when there is none', async () => {
    const failure = failureOf(await open(keys));
    expect(failure).toMatchObject({ kind: 'invalid', code: 'MissingRegion' });
    expect(failure.message).toBe('No AWS Region is set: not here, not in AWS_REGION, and not in the AWS profile.');
  });

  it('fails when it cannot be one', async () => {
    expect(failureOf(await open({ ...keys, region: 'Frankfurt' }))).toMatchObject({ kind: 'invalid', code: 'InvalidRegion' });
  });
});
