import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandReaching } from '../../provider/plugin/reattached-command';
import { reattachJson } from '../../provider/plugin/handshake';

const ADDRESS = '/tmp/tf-plugin-debug-abcdef/s';
const TF_REATTACH_PROVIDERS = reattachJson('example.test/acme/toy', { network: 'unix', address: ADDRESS }, 1);

/** What terraform is for this: a program that runs until it is ended, with a command line and an environment of its own. */
let directory: string;
let running: ChildProcess[];
async function runs(line: string, env: NodeJS.ProcessEnv = { TF_REATTACH_PROVIDERS }): Promise<void> {
  const args = line.split(' ');
  writeFileSync(join(directory, args[0] ?? ''), 'echo running; read end_of_input');
  const child = spawn('sh', args, { cwd: directory, env: { PATH: process.env['PATH'], ...env }, stdio: ['pipe', 'pipe', 'ignore'] });
  running.push(child);
  // Once spawned, a process may still be without its command line: what it says itself comes later.
  await once(child.stdout, 'data');
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'reattached-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) child.stdin?.end();
  await Promise.all(running.map((child) => child.exitCode ?? once(child, 'exit')));
  rmSync(directory, { recursive: true });
});

describe('what the Terraform was asked for that uses a provider which somebody debugs', () => {
  test.each([
    ['plan -input=false', 'change'],
    ['destroy -auto-approve', 'destroy'],
    ['test', 'unknown'],
  ])('%s: %s', async (line, expected) => {
    await runs(line);
    expect(commandReaching(ADDRESS)).toBe(expected);
  });

  test('a saved plan lies where Terraform runs, not where the provider does', async () => {
    await runs('apply tests.tfplan');
    expect(commandReaching(ADDRESS)).toBe('change');
    writeFileSync(join(directory, 'tests.tfplan'), '');
    expect(commandReaching(ADDRESS)).toBe('saved plan');
  });

  test('arguments may stand in its variables', async () => {
    await runs('plan', { TF_REATTACH_PROVIDERS, TF_CLI_ARGS_plan: '-no-color -destroy' });
    expect(commandReaching(ADDRESS)).toBe('destroy');
  });

  test('programs that only hand the variable on do not count, nor does a Terraform that uses another provider', async () => {
    await runs('deploy.sh');
    await runs('destroy', { TF_REATTACH_PROVIDERS: TF_REATTACH_PROVIDERS.replace('abcdef', 'abcdeg') });
    expect(commandReaching(ADDRESS)).toBe('unknown');
    await runs('plan');
    expect(commandReaching(ADDRESS)).toBe('change');
  });

  test('is not known while two do different things, or nobody is there', async () => {
    expect(commandReaching(ADDRESS)).toBe('unknown');
    await runs('plan');
    await runs('apply');
    expect(commandReaching(ADDRESS)).toBe('change');
    await runs('destroy');
    expect(commandReaching(ADDRESS)).toBe('unknown');
  });
});
