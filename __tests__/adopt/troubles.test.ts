import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTANCE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { startProxy } from '../support/connect/proxy';
import { connectTo, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';
import { eventually } from '../support/eventually';
import { COMMAND, FAST, KEYS, runAdopt, type Told } from '../support/terraform/adopting';

/** What goes wrong at a desk: each time a clear error, and nothing half-written. */

const AGENTS = 60;
let emulator: TestEmulator;
let first: string;
let last: string;
let folder: string;
let out: string;
beforeAll(async () => {
  emulator = await startTestEmulator();
  const ids = await emulator.control.users({ count: AGENTS, instance: INSTANCE_ID, prefix: 'berlin.' });
  [first = '', last = ''] = [ids[0], ids.at(-1)];
});
afterAll(() => emulator.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'adopt-troubles-'));
  out = join(folder, 'agents');
});
afterEach(async () => {
  await emulator.control.clearFaults();
  rmSync(folder, { recursive: true });
});

const options = (endpoint = emulator.url): readonly string[] => ['--instance', INSTANCE_ID, '--endpoint', endpoint, ...FAST, '--out', out];
const refused = (told: Told): string => {
  expect([told.code, told.stdout, existsSync(out)]).toEqual([1, '', false]);
  return told.stderr;
};

describe('adopt writes nothing, and says why', () => {
  it('where AWS does not know the keys', async () => {
    const error = refused(await runAdopt(options(), { AWS_ACCESS_KEY_ID: 'AKIAWRONG1' }));
    expect(error).toContain('Reading the instance failed: AWS does not accept the credentials');
    expect(error).toContain('Check the access key, its session token, and the Region.');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('where no Region is named, with the option that names one', async () => {
    const nowhere = { AWS_REGION: '', AWS_DEFAULT_REGION: '', AWS_CONFIG_FILE: join(folder, 'none') };
    const error = refused(await runAdopt(options(), nowhere));
    expect(error).toContain('No AWS Region is set');
    expect(error).toContain('Give --region, or set AWS_REGION.');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('where the Region has no instance, and asks nobody to name one of none', async () => {
    const error = refused(await runAdopt(options(), { AWS_REGION: 'eu-west-1' }));
    expect(error).toMatch(/Its instances there: none\. Check --region and the account of the credentials\.\n$/);
  });

  it('where nobody listens', async () => {
    const { url, close } = await startTestEmulator();
    await close();
    const error = refused(await runAdopt(options(url)));
    expect(error).toContain('Reading the instance failed: Amazon Connect does not answer');
    expect(error).toContain('ECONNREFUSED');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('where a proxy lets nothing pass; one that does is gone through', async () => {
    const proxied = (port: number) => ({ HTTP_PROXY: `http://127.0.0.1:${port}`, HTTPS_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: '' });
    const elsewhere = options('https://connect.example');
    await using closed = await startProxy({ refuse: 403 });
    expect(refused(await runAdopt(elsewhere, proxied(closed.port)))).toContain('The proxy does not let the request pass.');
    expect(closed.asked[0]).toBe('connect.example:443');
    await using open = await startProxy({ target: Number(new URL(emulator.url).port) });
    refused(await runAdopt(elsewhere, proxied(open.port)));
    expect(open.asked[0]).toBe('connect.example:443');
  });

  it('where the directory cannot be made, before it reads anything', async () => {
    writeFileSync(join(folder, 'file'), '');
    await emulator.control.clearCalls();
    for (const place of ['file', 'file/agents']) {
      out = join(folder, place);
      expect((await runAdopt(options())).stderr).toContain(
        `${join(folder, 'file')} is not a directory. Name another directory with --out.`,
      );
    }
    expect(await emulator.control.calls()).toEqual([]);
  });

  it('with nothing in it that a terminal would obey, whatever answers and names hold', async () => {
    const [colour, title] = ['\u001B[31mred', '\u001B]0;title\u0007'];
    await emulator.control.fault({ operation: 'ListInstances', code: 'AccessDeniedException', message: `${colour}${title}` });
    expect(refused(await runAdopt(options()))).toContain('answered AccessDeniedException: <U+001B>[31mred<U+001B>]0;title<U+0007>');
    await connectTo(emulator.url).createRoutingProfile({
      InstanceId: INSTANCE_ID,
      Name: `${colour}\nline`,
      Description: 'A name that no console takes',
      DefaultOutboundQueueId: SUPPORT_QUEUE_ID,
      MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
    });
    const error = refused(await runAdopt([...options(), '--filter', 'routing-profile=None']));
    expect(error).toContain('It has: "<U+001B>[31mred<U+000A>line", "Basic');
  });

  it('without the keys, where the answer quotes the request', async () => {
    const keys = { AWS_SECRET_ACCESS_KEY: 'Canary-of-the-secret-key', AWS_SESSION_TOKEN: 'Canary/of+the/session+token==' };
    const message = `Not understood: ${Object.values(keys).join(' ')} Signature=${'a1'.repeat(32)}`;
    await emulator.control.fault({ operation: 'ListInstances', code: 'InvalidParameterException', message });
    expect(refused(await runAdopt(options(), keys))).toContain(
      'answered InvalidParameterException: Not understood: (secret) (secret) Signature=(secret)',
    );
  });

  it('where one agent may not be read: it waits for no other then', async () => {
    const operation = 'ListUserProficiencies';
    await emulator.control.fault({ operation, match: { userId: first }, code: 'AccessDeniedException' });
    await emulator.control.fault({ operation, count: AGENTS, hold: true });
    expect(refused(await runAdopt(options()))).toMatch(new RegExp(`Reading the user ".+" \\(${first}\\) failed: access denied`));
  });
});

it('says what it keeps where somebody else writes to the directory meanwhile: it is a file of names', async () => {
  await emulator.control.fault({ operation: 'DescribeUser', match: { userId: last }, hold: true });
  const running = runAdopt(options());
  await eventually('the last agent is asked for', async () => (await emulator.control.held()) === 1);
  mkdirSync(out);
  writeFileSync(join(out, 'main.ts'), 'mine');
  await emulator.control.clearFaults();
  const { code, stderr } = await running;
  expect(code).toBe(1);
  expect(stderr).toContain(`Cannot write to ${out}: it exists already and is not empty. Name another directory with --out.`);
  expect(stderr).toMatch(
    /\. No code was written\. \d+ agents that were read are kept in .*agents\.progress\.jsonl for the same --out; remove it if nobody needs it/,
  );
  expect(readdirSync(out)).toEqual(['main.ts']);
});

describe('adopt that is stopped in the middle', () => {
  it('says what it keeps, and goes on from there when it is run again', async () => {
    await emulator.control.fault({ operation: 'DescribeUser', match: { userId: last }, hold: true });
    const child = spawn(process.execPath, [COMMAND, 'adopt', ...options()], { env: { ...process.env, ...KEYS } });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const ended = once(child, 'close');
    const kept = `${out}.progress.jsonl`;
    const lines = (): number => (existsSync(kept) ? readFileSync(kept, 'utf8').split('\n').length - 1 : 0);
    await eventually('all agents but one are read', () => Promise.resolve(lines() === AGENTS));
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(130);
    expect(complaint).toContain(
      `stopped. No code was written. Run the same command again: ${AGENTS - 1} agents that were read are kept in ${kept}.`,
    );
    expect(readdirSync(folder)).toEqual(['agents.progress.jsonl']);

    await emulator.control.clearFaults();
    await emulator.control.clearCalls();
    expect((await runAdopt(options())).stdout).toContain(`has ${AGENTS} agents: ${AGENTS} written.`);
    expect(await emulator.control.calls('DescribeUser')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['agents']);
  });
});
