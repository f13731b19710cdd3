import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const PROGRAM = `require(${JSON.stringify(resolve(__dirname, '../../../dist/emulator/cli'))}).runEmulator(process.argv.slice(1))`;
const ARGUMENTS = ['-e', PROGRAM, '--'];

/** The emulator, as built, as a process of its own. */
export function emulatorProgram(...options: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...ARGUMENTS, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** As `emulatorProgram`, with files of at most so many blocks of the shell's `ulimit -f`. */
export function emulatorProgramWithSmallFiles(blocks: number, ...options: readonly string[]): ChildProcess {
  const shell = ['-c', 'ulimit -f "$1" && shift && exec "$@"', 'sh', String(blocks), process.execPath, ...ARGUMENTS, ...options];
  return spawn('/bin/sh', shell, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Where a program that was just started listens; fails with what it says if it ends instead. */
export async function listening(program: ChildProcess): Promise<string> {
  let complaints = '';
  program.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = once(program, 'close').then(() => Promise.reject(new Error(`The emulator ended: ${complaints}`)));
  const [line] = (await Promise.race([once(program.stdout ?? program, 'data'), ended])) as Buffer[];
  ended.catch(() => undefined);
  const [, url] = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line)) ?? [];
  if (url === undefined) throw new Error(`The emulator says ${String(line)}`);
  return url;
}

/** Ends a program at once, as a crash does. */
export async function killed(program: ChildProcess): Promise<void> {
  const closed = once(program, 'close');
  program.kill('SIGKILL');
  await closed;
}
