import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtPlugin } from '../../constructs/plugin/built-plugin';
import { HOME_REGION, INSTANCE_ID } from '../../emulator/seed/demo';
import { startEmulator } from '../../emulator/server';

const PROGRAM = `
const { openConnect } = require('./aws.cjs');
const nothing = () => {};
const log = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
const clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  }),
};
(async () => {
  const rate = { requestsPerSecond: 1000, burst: 100 };
  const opened = await openConnect({ endpoint: process.env.ENDPOINT, rate }, { clock, log });
  if (!opened.ok) throw new Error(opened.failure.message);
  const scope = { signal: new AbortController().signal, timeoutMs: 3600000 };
  const { instances } = opened.value.gateway(scope);
  const found = await Promise.all(Array.from({ length: 30 }, () => instances.find('${INSTANCE_ID}')));
  console.log(found.filter(({ ok }) => ok).length);
})();
`;

describe('the part of the provider that holds the AWS SDK', () => {
  it('works in one file, says nothing by itself on stderr, and lets the process end at once', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'connect-bundle-'));
    const service = await startEmulator({ settings: { rate: 'off' } });
    await copyFile(join(builtPlugin().directory, 'aws.cjs'), join(directory, 'aws.cjs'));
    await writeFile(join(directory, 'program.cjs'), PROGRAM);
    const keys = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'x', AWS_PROFILE: 'nobody', AWS_REGION: HOME_REGION };
    const env = { PATH: process.env['PATH'], HOME: directory, ENDPOINT: service.url, ...keys };
    // Far less than the hour for which the program would wait, and enough for a busy machine.
    const timeout = 100_000;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(directory, 'program.cjs')], { env, timeout });
    await service.close();
    await rm(directory, { recursive: true });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('30');
  });

  it('describes the operations of Amazon Connect that the provider calls, and no other', async () => {
    const text = await readFile(join(builtPlugin().directory, 'aws.cjs'), 'utf8');
    const described = ['CreateUser', 'ListUsers', 'StartChatContact', 'CreateContactFlow'].filter((operation) =>
      text.includes(`"${operation}"`),
    );
    expect(described).toEqual(['CreateUser', 'ListUsers']);
  });
});
