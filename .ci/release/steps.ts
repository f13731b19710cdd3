import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Something that a release must not have; the check ends with it. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** One line for each step: what was looked at, what was found, how long it took. */
export function step<T>(what: string, look: () => T, found: (result: T) => string = () => ''): T {
  const begun = performance.now();
  const result = look();
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stdout.write(`ok  ${what}${found(result) && `: ${found(result)}`} (${seconds} s)\n`);
  return result;
}

/** The stdout of a command; ends the check with all output where it fails. */
export function run(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
  });
  if (error) throw new NotReady(`${command} could not be run: ${error.message}`);
  if (status !== 0) throw new NotReady(`"${[command, ...args].join(' ')}" ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}
