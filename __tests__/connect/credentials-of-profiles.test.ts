import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../connect/failure';
import { type Connect, openConnect } from '../../connect/open';
import { idIn } from '../../connect/shapes/ids';
import { FastClock } from '../support/clocks/fast-clock';
import { failureOf, memoryLogger, valueOf } from '../support/connect/open';
import { refusal, startScriptedServer } from '../support/connect/scripted-server';

const ROLE = 'arn:aws:iam::123456789012:role/terraform';

/** What a role of the container gives, for the asking. */
const CONTAINER = { AccessKeyId: 'AKIACONTAINER', SecretAccessKey: 'of-the-container', Token: 't', Expiration: '2099-01-01T00:00:00Z' };

const PRINTED = {
  good: { Version: 1, AccessKeyId: 'AKIAPROCESS', SecretAccessKey: 'of-the-process' },
  expired: { Version: 1, AccessKeyId: 'AKIAPROCESS', SecretAccessKey: 'of-the-process', Expiration: '2020-01-01T00:00:00Z' },
  numbers: { Version: 1, AccessKeyId: 1, SecretAccessKey: [2] },
  nothing: null,
  endless: { Version: 1, AccessKeyId: 'AKIAPROCESS', SecretAccessKey: 'of-the-process', Expiration: 'in an hour' },
};

const configIn = (home: string): string => `
[profile place]
region = us-west-2
[profile failing]
credential_process = /nowhere/vault login
[profile good]
credential_process = cat ${home}/good.json
[profile expired]
credential_process = cat ${home}/expired.json
[profile numbers]
credential_process = cat ${home}/numbers.json
[profile nothing]
credential_process = cat ${home}/nothing.json
[profile endless]
credential_process = cat ${home}/endless.json
[profile token]
role_arn = ${ROLE}
web_identity_token_file = /nowhere/token
[profile badge]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Ops
`;

let container: Server;
let home: string;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  container = createServer((_, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(CONTAINER)));
  await once(container.listen(0, '127.0.0.1'), 'listening');
  home = await mkdtemp(join(tmpdir(), 'connect-profiles-'));
  await writeFile(join(home, 'config'), configIn(home));
  for (const [name, printed] of Object.entries(PRINTED)) await writeFile(join(home, `${name}.json`), JSON.stringify(printed));
  environment = process.env;
  process.env = {
    PATH: environment['PATH'],
    HOME: home,
    AWS_CONFIG_FILE: join(home, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${(container.address() as AddressInfo).port}/`,
    AWS_REGION: 'us-east-1',
  };
});

afterEach(async () => {
  process.env = environment;
  container.close();
  await rm(home, { recursive: true });
});

const open = async (keys: { readonly accessKey?: string; readonly secretKey?: string; readonly token?: string } = {}) =>
  openConnect({ endpoint: 'http://127.0.0.1:1', maxRetries: 0, ...keys }, { clock: new FastClock(50), log: memoryLogger() });

/** Where credentials come from, as the failure of a call that does not accept them tells it. */
async function sourceTold(): Promise<string | undefined> {
  await using server = await startScriptedServer(refusal(403, 'ExpiredTokenException', 'expired'));
  const opened: Connect = valueOf(
    await openConnect({ endpoint: server.endpoint, maxRetries: 0 }, { clock: new FastClock(50), log: memoryLogger() }),
  );
  const found = await opened.gateway({ signal: new AbortController().signal, timeoutMs: 60_000 }).instances.find(idIn('i-1'));
  return failureOf(found).credentials;
}

describe('the profile of AWS_PROFILE, beside a role of the container', () => {
  it.each<[string, RegExp]>([
    ['failing', /^No credentials from the AWS profile "failing" \(AWS_PROFILE\): Command failed: \/nowhere\/vault login/],
    ['expired', /credential_process returned expired credentials/],
    ['token', /no such file or directory, open '\/nowhere\/token'/],
    ['mistyped', /Could not resolve credentials using profile: \[mistyped\]/],
  ])('is not passed over for the role where it gives no credentials: "%s"', async (profile, message) => {
    process.env['AWS_PROFILE'] = profile;
    const failure = failureOf(await open());
    expect(failure).toMatchObject({ kind: 'unauthenticated', operation: 'ResolveCredentials', profile });
    expect(failure.message).toMatch(message);
  });

  it('gives its credentials', async () => {
    process.env['AWS_PROFILE'] = 'good';
    expect(await sourceTold()).toBe('the AWS profile "good" (AWS_PROFILE)');
  });

  it('leaves them to the role where it holds none, but a Region', async () => {
    process.env['AWS_PROFILE'] = 'place';
    expect(await sourceTold()).toMatch(/^the default chain/);
    delete process.env['AWS_PROFILE'];
    expect(await sourceTold()).toMatch(/^the default chain/);
  });

  it('leaves them to the role where it names a source, but no role to take on with it', async () => {
    await writeFile(join(home, 'config'), '[default]\ncredential_source = EcsContainer\n');
    expect(await sourceTold()).toMatch(/^the default chain/);
  });

  it('is the profile "default" where no other is named', async () => {
    await writeFile(join(home, 'config'), '[default]\ncredential_process = /nowhere/vault login\n');
    expect(failureOf(await open())).toMatchObject({
      kind: 'unauthenticated',
      profile: 'default',
      credentials: 'the AWS profile "default"',
    });
  });
});

it('keys need no session token: an empty one is none', async () => {
  valueOf(await open({ accessKey: 'AKIA', secretKey: 'x', token: '' }));
});

describe('credentials that nobody can sign with', () => {
  const told = (outcome: Awaited<ReturnType<typeof open>>): Pick<Failure, 'kind' | 'message'> => failureOf(outcome);

  it('are refused at the start where a key holds a line break, as a secret of a pipeline that was pasted does', async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'x', AWS_SESSION_TOKEN: 'token\n' });
    expect(told(await open())).toMatchObject({
      kind: 'unauthenticated',
      message:
        'No credentials from the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: the session token holds an invalid character, such as a space or a line break at its end.',
    });
    expect(told(await open({ accessKey: 'AKIA\n', secretKey: 'x' })).message).toMatch(
      /access_key\): the access key id holds an invalid character/,
    );
    expect(told(await open({ accessKey: 'AKIA', secretKey: 'x ' })).message).toMatch(
      /access_key\): the secret key holds an invalid character/,
    );
  });

  it('are refused where they are no texts', async () => {
    process.env['AWS_PROFILE'] = 'numbers';
    expect(told(await open()).message).toMatch(/"numbers" \(AWS_PROFILE\): the access key id is not a text/);
  });

  it('are refused where nobody can tell when they expire', async () => {
    process.env['AWS_PROFILE'] = 'endless';
    expect(told(await open()).message).toMatch(/"endless" \(AWS_PROFILE\): their expiration time is not in ISO 8601 format/);
  });

  it('are told to be had before where the profile asks for a multi-factor code', async () => {
    await writeFile(
      join(home, 'config'),
      `[profile keys]\naws_access_key_id = AKIA\naws_secret_access_key = x\n[profile code]\nrole_arn = ${ROLE}\nsource_profile = keys\nmfa_serial = arn:aws:iam::1:mfa/ada\n`,
    );
    process.env['AWS_PROFILE'] = 'code';
    expect(told(await open())).toMatchObject({
      kind: 'unauthenticated',
      message: expect.stringMatching(
        /"code" \(AWS_PROFILE\): it asks for a multi-factor code \(mfa_serial\), and the provider cannot ask for one\. First get temp/,
      ),
    });
  });

  it.each([
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'],
  ])('name the half of the keys that the environment lacks, where it has %s alone', async (half, missing) => {
    process.env[half] = 'AKIAENV';
    expect(await sourceTold()).toMatch(/^the default chain/);
    Object.assign(process.env, { AWS_CONTAINER_CREDENTIALS_FULL_URI: '', AWS_EC2_METADATA_DISABLED: 'true' });
    expect(told(await open())).toMatchObject({
      kind: 'unauthenticated',
      message: expect.stringContaining(`: the environment variable ${half} is set, but ${missing} is not: they belong together.`),
    });
  });

  it('are no bug where the process of the profile prints null', async () => {
    process.env['AWS_PROFILE'] = 'nothing';
    expect(told(await open())).toMatchObject({
      kind: 'unauthenticated',
      message:
        'No credentials from the AWS profile "nothing" (AWS_PROFILE): the AWS SDK cannot make sense of it, as where its credential_process prints "null" in place of credentials.',
    });
  });

  it('are no bug where the profile names an SSO session that is not there', async () => {
    process.env['AWS_PROFILE'] = 'badge';
    expect(told(await open())).toMatchObject({
      kind: 'unauthenticated',
      message:
        'No credentials from the AWS profile "badge" (AWS_PROFILE): the AWS SDK cannot make sense of it, as where it names an sso_session that the file does not have.',
    });
  });
});
