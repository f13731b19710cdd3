import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import type { WorldRecord } from '../../emulator/state/world';
import { ControlClient } from '../support/emulator/test-emulator';
import type { Scratch } from './scratch';

export interface Pace {
  /** Requests a second of each operation, or none counted. */
  readonly rate: number | 'off';
  /** How many times faster the emulator's clock runs; the provider's rate has to follow. */
  readonly timeScale: number;
}

export const QUOTA = { rate: 2, burst: 5 } as const;
export const UNTHROTTLED: Pace = { rate: 'off', timeScale: 1 };
/** The documented quota, on a clock that runs so many times faster. */
export const throttled = (timeScale = 1): Pace => ({ rate: QUOTA.rate, timeScale });

/** An emulator in a process of its own. */
export interface EmulatorProcess {
  readonly url: string;
  readonly pace: Pace;
  readonly control: ControlClient;
  close(): Promise<void>;
}

/** More than any section makes. */
const MOST_USERS = 100_000;

const COMMAND = join(thisPackage().root, 'dist', 'cli', 'cdktf-amazon-connect.js');

let started = 0;

/** Starts an emulator that holds `world`, or what its demo has. */
export async function startEmulatorProcess(scratch: Scratch, world: WorldRecord | undefined, pace: Pace): Promise<EmulatorProcess> {
  const args = ['--port', '0', '--rate', String(pace.rate), '--burst', String(QUOTA.burst), '--time-scale', String(pace.timeScale)];
  if (world) args.push('--state', writeState(scratch, world));
  const child = scratch.watch(spawn(process.execPath, [COMMAND, 'emulator', ...args], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const ended = once(child, 'close');
  const url = await Promise.race([
    firstLine(child.stdout).then((line) => /^listening on (\S+)$/.exec(line)?.[1]),
    ended.then(() => undefined),
  ]);
  if (url === undefined) throw new Error('The emulator did not start.');
  const control = new ControlClient(url);
  // Large instances have a quota that was raised: without it, a plan with one user more is refused.
  await control.change({ quotas: { users: MOST_USERS } });
  return {
    url,
    pace,
    control,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function writeState(scratch: Scratch, world: WorldRecord): string {
  const path = join(scratch.directory, `world-${++started}.json`);
  writeFileSync(path, JSON.stringify(world));
  return path;
}

/** What a stream says until its first line ends; never comes if it does not. */
export function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [line, ...rest] = text.split('\n');
      if (line !== undefined && rest.length > 0) resolve(line);
    });
  });
}
