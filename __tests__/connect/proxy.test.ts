import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idIn } from '../../connect/shapes/ids';
import { openConnect } from '../../connect/open';
import { failureOf, memoryLogger, openAt, valueOf } from '../support/connect/open';
import { startProxy, startTlsFront } from '../support/connect/proxy';
import { ok, startScriptedServer } from '../support/connect/scripted-server';
import { FastClock } from '../support/clocks/fast-clock';

const USER = { instanceId: idIn('i-1'), userId: idIn('u-1') };
const HOST = 'http://connect.example:8080';
const portOf = (url: string): number => Number(new URL(url).port);

let directory: string;
let environment: NodeJS.ProcessEnv;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'connect-proxy-'));
  environment = process.env;
  process.env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/proxy$/i.test(name)));
});
afterEach(() => {
  process.env = environment;
  rmSync(directory, { recursive: true });
});

describe('behind a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    'calls go through the one that %s names, with its user and password, of which nothing is logged',
    async (name) => {
      await using server = await startScriptedServer(ok(), ok());
      await using proxy = await startProxy({ target: portOf(server.endpoint) });
      process.env[name] = `http://jane:p%40ss@127.0.0.1:${proxy.port}`;
      const { gateway, log } = await openAt(HOST);
      valueOf(await gateway().users.updateHierarchy(USER, idIn('g-1')));
      valueOf(await gateway().users.updateHierarchy(USER, idIn('g-2')));
      expect([proxy.asked, proxy.users]).toEqual([['connect.example:8080'], ['jane:p@ss']]);
      expect(JSON.stringify(log.entries)).not.toMatch(/jane|p@ss|p%40ss/);
    },
  );

  it('calls to AWS ask it for a way to the Region, and TLS is spoken with AWS, not with the proxy', async () => {
    await using server = await startScriptedServer();
    await using front = await startTlsFront(portOf(server.endpoint));
    await using proxy = await startProxy({ target: front.port });
    process.env['HTTPS_PROXY'] = `127.0.0.1:${proxy.port}`;
    const keys = { region: 'eu-central-1', accessKey: 'AKIATEST', secretKey: 'x' };
    const call = async () => {
      const connect = valueOf(await openConnect(keys, { clock: new FastClock(50), log: memoryLogger() }));
      return failureOf(await connect.gateway({ signal: new AbortController().signal, timeoutMs: 60_000 }).users.find(USER));
    };
    const host = `connect.eu-central-1.amazonaws.com through the proxy 127.0.0.1:${proxy.port}`;
    expect(await call()).toMatchObject({ kind: 'unreachable', code: 'DEPTH_ZERO_SELF_SIGNED_CERT', host });
    process.env['AWS_CA_BUNDLE'] = join(directory, 'bundle.pem');
    writeFileSync(process.env['AWS_CA_BUNDLE'], front.certificate);
    expect(await call()).toMatchObject({ kind: 'unreachable', code: 'ERR_TLS_CERT_ALTNAME_INVALID', host });
    expect(proxy.asked).toEqual(['connect.eu-central-1.amazonaws.com:443', 'connect.eu-central-1.amazonaws.com:443']);
  });

  it('credentials for a role are asked for through it too', async () => {
    await using proxy = await startProxy({ refuse: 403 });
    process.env['HTTPS_PROXY'] = `http://127.0.0.1:${proxy.port}`;
    const connection = {
      region: 'eu-central-1',
      accessKey: 'AKIATEST',
      secretKey: 'x',
      assumeRole: { roleArn: 'arn:aws:iam::123456789012:role/x' },
    };
    const failure = failureOf(await openConnect(connection, { clock: new FastClock(50), log: memoryLogger() }));
    expect(failure).toMatchObject({ kind: 'unreachable', operation: 'AssumeRole', code: 'ProxyRefused' });
    expect(new Set(proxy.asked)).toEqual(new Set(['sts.eu-central-1.amazonaws.com:443']));
  });

  it('calls to this computer and to hosts of NO_PROXY go straight', async () => {
    await using server = await startScriptedServer(ok());
    process.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
    valueOf(await (await openAt(server.endpoint)).gateway().users.updateHierarchy(USER, idIn('g-1')));
    process.env['NO_PROXY'] = 'example.org,.invalid';
    expect(failureOf(await (await openAt('http://connect.invalid')).gateway().users.find(USER)).host).toBe('connect.invalid');
  });

  it.each([
    [407, 'ProxyRefused', 1],
    [403, 'ProxyRefused', 1],
    [502, 'ProxyFailed', 4],
  ])('that answers %i, calls fail as %s, which says so', async (refuse, code, times) => {
    await using proxy = await startProxy({ refuse });
    process.env['HTTP_PROXY'] = `http://jane:secret@127.0.0.1:${proxy.port}`;
    const failure = failureOf(await (await openAt(HOST)).gateway().users.find(USER));
    expect(failure).toMatchObject({
      kind: 'unreachable',
      code,
      message: `the proxy 127.0.0.1:${proxy.port} answered HTTP ${refuse} to the request for a connection`,
    });
    expect(proxy.asked).toHaveLength(times);
    expect(JSON.stringify(failure)).not.toMatch(/jane|secret/);
  });

  it('that is down, calls fail at once and name it', async () => {
    process.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
    const failure = failureOf(await (await openAt(HOST)).gateway().users.find(USER));
    expect(failure).toMatchObject({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
      host: 'connect.example:8080 through the proxy 127.0.0.1:1',
    });
  });

  it.each(['socks5://127.0.0.1:1080', 'http://:80', 'http://jane:p%ss@proxy', 'http://proxy:99999'])(
    'that is named by %s, nothing starts, and the value is not repeated',
    async (value) => {
      process.env['https_proxy'] = value;
      const failure = failureOf(
        await openConnect({ region: 'eu-central-1', accessKey: 'a', secretKey: 'b' }, { clock: new FastClock(50), log: memoryLogger() }),
      );
      expect(failure).toMatchObject({
        kind: 'invalid',
        code: 'InvalidProxy',
        message: expect.stringContaining('The environment variable https_proxy is not the URL of a proxy'),
      });
      expect(failure.message).not.toContain(value);
    },
  );
});

describe('the certificates of AWS_CA_BUNDLE', () => {
  it('are those that the provider trusts', async () => {
    await using server = await startScriptedServer(ok());
    await using front = await startTlsFront(portOf(server.endpoint));
    const endpoint = `https://localhost:${front.port}`;
    expect(failureOf(await (await openAt(endpoint)).gateway().users.find(USER))).toMatchObject({
      kind: 'unreachable',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      host: `localhost:${front.port}`,
    });
    process.env['AWS_CA_BUNDLE'] = join(directory, 'bundle.pem');
    writeFileSync(process.env['AWS_CA_BUNDLE'], `a comment\n${front.certificate}`);
    valueOf(await (await openAt(endpoint)).gateway().users.updateHierarchy(USER, idIn('g-1')));
  });

  it.each([
    ['there is no such file', undefined],
    ['the file holds none', 'nothing here'],
    ['the file holds one that is broken', '-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----'],
  ])('stop the provider at its start when %s', async (_, content) => {
    const bundle = join(directory, 'bundle.pem');
    if (content !== undefined) writeFileSync(bundle, content);
    process.env['AWS_CA_BUNDLE'] = bundle;
    const failure = failureOf(
      await openConnect({ region: 'eu-central-1', accessKey: 'a', secretKey: 'b' }, { clock: new FastClock(50), log: memoryLogger() }),
    );
    expect(failure).toMatchObject({
      kind: 'invalid',
      code: 'InvalidCertificates',
      message: expect.stringContaining(`AWS_CA_BUNDLE names ${bundle}, but no certificates can be read`),
    });
  });

  describe('or of the profile', () => {
    const configure = (lines: string): void => {
      process.env['AWS_CONFIG_FILE'] = join(directory, 'config');
      writeFileSync(process.env['AWS_CONFIG_FILE'], `[profile office]\nca_bundle = ${join(directory, 'bundle.pem')}\n${lines}`);
      process.env['AWS_PROFILE'] = 'office';
    };

    it('are those that the provider trusts; the environment comes first', async () => {
      await using server = await startScriptedServer(ok());
      await using front = await startTlsFront(portOf(server.endpoint));
      const endpoint = `https://localhost:${front.port}`;
      configure('');
      writeFileSync(join(directory, 'bundle.pem'), front.certificate);
      valueOf(await (await openAt(endpoint)).gateway().users.updateHierarchy(USER, idIn('g-1')));
      await using other = await startTlsFront(portOf(server.endpoint));
      process.env['AWS_CA_BUNDLE'] = join(directory, 'other.pem');
      writeFileSync(process.env['AWS_CA_BUNDLE'], other.certificate);
      expect(failureOf(await (await openAt(endpoint)).gateway().users.find(USER)).kind).toBe('unreachable');
    });

    it('stop the provider at its start when there is no such file', async () => {
      configure('region = eu-central-1\naws_access_key_id = a\naws_secret_access_key = b');
      expect(failureOf(await openConnect({}, { clock: new FastClock(50), log: memoryLogger() }))).toMatchObject({
        kind: 'invalid',
        code: 'InvalidCertificates',
        message: expect.stringMatching(/^ca_bundle of the AWS profile "office" names .*bundle\.pem, but no certificates can be read/),
      });
    });
  });
});
