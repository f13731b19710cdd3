import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idIn } from '../../connect/shapes/ids';
import type { Failure } from '../../connect/failure';
import { openConnect } from '../../connect/open';
import { eventually } from '../support/eventually';
import { failureOf, memoryLogger, openAt } from '../support/connect/open';
import { FakeClock } from '../support/clocks/fake-clock';

const USER = { instanceId: idIn('i-1'), userId: idIn('u-1') };
const NEW_USER = { instanceId: idIn('i-1'), username: 'jane', securityProfileIds: [idIn('s-1')], routingProfileId: idIn('r-1') };

/** Begins an answer and never ends it. */
async function startTrickle(): Promise<{ server: Server; endpoint: string; count: () => number }> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    count += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).write('{');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, count: () => count };
}

describe('an answer that does not come to its end', () => {
  it.each([
    ['a read', 'users.find', undefined],
    ['a write, which may have taken effect', 'users.create', true],
  ])('ends %s after a minute and a half', async (_, call, ambiguous) => {
    const { server, endpoint, count } = await startTrickle();
    const clock = new FakeClock();
    const { gateway } = await openAt(endpoint, {}, clock);
    const { users } = gateway();
    const answer = call === 'users.find' ? users.find(USER) : users.create(NEW_USER);
    await eventually('the request has come', () => Promise.resolve(count() === 1));
    await clock.advance(89_000);
    await clock.advance(2_000);
    const failure = failureOf(await answer);
    expect(failure).toMatchObject({ kind: 'unreachable', code: 'RequestTimeout' });
    expect(failure.ambiguous).toBe(ambiguous);
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
});

describe('a credential process that hangs', () => {
  const environment = process.env;
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'connect-hang-'));
    const program = join(directory, 'hang');
    writeFileSync(program, `#!${process.execPath}\nsetInterval(() => require('node:fs').existsSync(__filename) || process.exit(), 50)`);
    chmodSync(program, 0o755);
    writeFileSync(join(directory, 'config'), `[profile slow]\ncredential_process = ${program}\n`);
    process.env = { ...environment, AWS_CONFIG_FILE: join(directory, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(directory, 'none') };
  });

  afterEach(() => {
    process.env = environment;
    rmSync(directory, { recursive: true });
  });

  async function opening(): Promise<{ readonly clock: FakeClock; readonly stop: () => void; readonly failure: Promise<Failure> }> {
    const clock = new FakeClock();
    const stop = new AbortController();
    const opened = openConnect({ region: 'eu-central-1', profile: 'slow' }, { clock, log: memoryLogger(), signal: stop.signal });
    await eventually('the credentials are waited for', () => Promise.resolve(clock.sleeping === 1));
    return { clock, stop: () => stop.abort(), failure: opened.then(failureOf) };
  }

  it('is given up after a minute, with the profile that it belongs to', async () => {
    const { clock, failure } = await opening();
    await clock.advance(60_000);
    expect(await failure).toMatchObject({ kind: 'unauthenticated', operation: 'ResolveCredentials', code: 'CredentialsProviderError' });
    expect((await failure).message).toBe(
      'No credentials from the AWS profile "slow": none after 60 seconds: it hangs, or waits for somebody to sign in.',
    );
  });

  it('is waited for no longer when Terraform asks to stop', async () => {
    const { clock, stop, failure } = await opening();
    stop();
    expect(await failure).toMatchObject({ kind: 'cancelled', message: 'the provider was asked to stop while it waited: credentials' });
    expect(clock.sleeping).toBe(0);
  });
});
