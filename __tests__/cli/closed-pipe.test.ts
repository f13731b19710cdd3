import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newDirectory, removeDirectories } from '../support/constructs/directories';

afterAll(removeDirectories);

const ROOT = join(__dirname, '..', '..');
const COMMAND = join(ROOT, 'dist', 'cli', 'cdktf-amazon-connect.js');

test.each([
  ['a verb', () => ['roster', 'check', manyMistakes()]],
  ['another verb', () => ['doctor', '--skip-connect']],
  ['the help', () => ['help']],
])('%s ends quietly where nobody reads on, as under "| head"', async (_, argv) => {
  const command = spawn(process.execPath, [COMMAND, ...argv()], { cwd: ROOT });
  command.stdout.destroy();
  let complaints = '';
  command.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const [status] = (await once(command, 'close')) as [number];
  expect([status, complaints]).toEqual([141, '']);
});

test.each([
  ['a verb', ['doctor', '--skip-connect']],
  ['the help', ['help']],
])('%s says that its output cannot be written, as where the disk is full', async (_, argv) => {
  if (!existsSync('/dev/full')) return;
  const full = openSync('/dev/full', 'w');
  const command = spawn(process.execPath, [COMMAND, ...argv], {
    cwd: ROOT,
    stdio: ['ignore', full, 'pipe'],
  });
  let complaints = '';
  command.stderr?.on('data', (text: Buffer) => (complaints += text.toString()));
  const [status] = (await once(command, 'close')) as [number];
  closeSync(full);
  expect([status, complaints]).toEqual([1, 'cdktf-amazon-connect: the output cannot be written: the disk is full\n']);
});

function manyMistakes(): string {
  const file = join(newDirectory(), 'team.csv');
  writeFileSync(file, `name,routing_profile,security_profiles,e-mail\n${'ada,,,\n'.repeat(100)}`);
  return file;
}
