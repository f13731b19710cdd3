import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../connect/connection';
import type { Failure } from '../../connect/failure';
import { openConnect } from '../../connect/open';
import { FastClock } from '../support/clocks/fast-clock';
import { failureOf, memoryLogger, valueOf } from '../support/connect/open';

const HERE = 'http://127.0.0.1:1';
const KEYS = { region: 'us-east-1', accessKey: 'AKIATEST', secretKey: 'x' };
const REMOTE = 'http://connect.acme.example:4599';

let home: string;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'connect-endpoint-'));
  await writeFile(
    join(home, 'config'),
    `[profile afar]\nendpoint_url = ${REMOTE}\nuse_fips_endpoint = true\n[profile gov]\nuse_fips_endpoint = True\n`,
  );
  environment = process.env;
  process.env = { HOME: home, AWS_CONFIG_FILE: join(home, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials') };
});

afterEach(async () => {
  process.env = environment;
  await rm(home, { recursive: true });
});

const opened = (connection: Partial<Connection>, variables: NodeJS.ProcessEnv = {}) => {
  Object.assign(process.env, variables);
  return openConnect({ ...KEYS, ...connection }, { clock: new FastClock(50), log: memoryLogger() });
};
const refused = async (connection: Partial<Connection>, variables?: NodeJS.ProcessEnv): Promise<Failure> =>
  failureOf(await opened(connection, variables));

describe('an endpoint that the AWS environment names', () => {
  it('is refused where it is plain http to another computer, as one of the configuration is', async () => {
    expect(await refused({}, { AWS_ENDPOINT_URL_CONNECT: REMOTE })).toMatchObject({ kind: 'invalid', code: 'PlainHttp' });
    expect((await refused({}, { AWS_ENDPOINT_URL_CONNECT: REMOTE })).message).toMatch(
      /AWS_ENDPOINT_URL_CONNECT, AWS_ENDPOINT_URL or endpoint_url of the profile in AWS_PROFILE.* is plain http to connect\.acme\.example, another computer/,
    );
  });

  it('is refused in the profile that AWS_PROFILE names, too', async () => {
    expect(await refused({}, { AWS_PROFILE: 'afar' })).toMatchObject({ code: 'PlainHttp' });
  });

  it('is refused for AWS STS where one is named for all services, and another for Amazon Connect', async () => {
    const failure = await refused({}, { AWS_ENDPOINT_URL: REMOTE, AWS_ENDPOINT_URL_CONNECT: HERE });
    expect(failure).toMatchObject({ code: 'PlainHttp', message: expect.stringContaining('The endpoint of AWS STS') });
  });

  it('is refused for AWS STS, too, where a role is assumed', async () => {
    const assumeRole = { roleArn: 'arn:aws:iam::123456789012:role/terraform' };
    const failure = await refused({ endpoint: HERE, assumeRole }, { AWS_ENDPOINT_URL_STS: REMOTE });
    expect(failure).toMatchObject({ kind: 'invalid', code: 'PlainHttp' });
    expect(failure.message).toMatch(/AWS_ENDPOINT_URL_STS/);
  });

  it('is refused where it is no URL, by the name of where it stands', async () => {
    const failure = await refused({}, { AWS_ENDPOINT_URL: '127.0.0.1:4599' });
    expect(failure).toMatchObject({ kind: 'invalid', code: 'InvalidEndpoint' });
    expect(failure.message).toMatch(/AWS_ENDPOINT_URL.* is not a URL that begins with .*: "127\.0\.0\.1:4599"/);
  });

  it('is refused without repeating it where it may hold a password', async () => {
    const failure = await refused({}, { AWS_ENDPOINT_URL: 'ops:Canary-1@connect.acme.example' });
    expect(failure.message).toMatch(/AWS_ENDPOINT_URL.* is not a URL that begins with/);
    expect(failure.message).not.toContain('Canary-1');
  });

  it('serves where it is this computer, or TLS', async () => {
    valueOf(await opened({}, { AWS_ENDPOINT_URL: HERE }));
    valueOf(await opened({}, { AWS_ENDPOINT_URL: 'https://connect.acme.example' }));
  });

  it('does not count beside one of the configuration, nor where the environment says to ignore it', async () => {
    valueOf(await opened({ endpoint: HERE }, { AWS_ENDPOINT_URL_CONNECT: REMOTE }));
    valueOf(await opened({}, { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }));
    valueOf(await opened({}, { AWS_ENDPOINT_URL_STS: REMOTE }));
  });
});

describe('endpoints of FIPS 140 and dual-stack endpoints', () => {
  it.each(['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT'])('%s cannot be asked for beside an endpoint', async (name) => {
    const failure = await refused({ endpoint: HERE }, { [name]: 'true' });
    expect(failure).toMatchObject({ kind: 'invalid', code: 'TwoEndpoints' });
    expect(failure.message).toContain(name);
    valueOf(await opened({}, {}));
  });

  it.each(['True', '1', 'yes'])('are not passed over in silence for the value "%s"', async (value) => {
    const failure = await refused({}, { AWS_USE_FIPS_ENDPOINT: value });
    expect(failure).toMatchObject({ kind: 'invalid', code: 'InvalidEnvironment' });
    expect(failure.message).toBe(`The environment variable AWS_USE_FIPS_ENDPOINT is "${value}". Write "true" or "false".`);
  });

  it('are not passed over in silence for a profile that says "True", unless the environment decides', async () => {
    const message = 'use_fips_endpoint of the AWS profile "gov" is "True". Write "true" or "false".';
    expect(await refused({ profile: 'gov' })).toMatchObject({ kind: 'invalid', code: 'InvalidEnvironment', message });
    expect(await refused({}, { AWS_PROFILE: 'gov' })).toMatchObject({ message });
    valueOf(await opened({}, { AWS_USE_FIPS_ENDPOINT: 'true' }));
  });
});
