import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEAM_GROUP_ID } from '../../../emulator/seed/demo';
import { type RunningEmulator, startEmulator } from '../../../emulator/server';
import type { SettingsPatch } from '../../../emulator/settings';
import { eventually } from '../../support/eventually';
import { FastClock } from '../../support/clocks/fast-clock';
import { heldBy, sweepEmulator } from '../on-emulator';
import type { Part } from '../options';
import type { Swept } from '../sweep/sweep';

/** A run that is killed as a call of that number is answered, counted from 1. */
export interface Cut {
  readonly part: Part;
  readonly group: 'own' | typeof TEAM_GROUP_ID;
  readonly call: number;
}

export interface CutRun {
  /** How many calls the run had made by its end, killed or not. */
  readonly calls: number;
  readonly wasKilled: boolean;
  readonly before: unknown;
  readonly swept: Swept;
  readonly after: unknown;
}

const SCALE = 20;

/** Starts a run on an emulator of its own, kills it, waits for what it started, and sweeps. */
export async function cutRun({ part, group, call }: Cut, settings: SettingsPatch = {}): Promise<CutRun> {
  const running = await startEmulator({ settings: { rate: 'off', groupDelay: 20_000, timeScale: SCALE, ...settings } });
  const directory = mkdtempSync(join(tmpdir(), 'live-cut-'));
  const before = heldBy(running);
  try {
    const child = startChild(running.url, [part, group], directory);
    const calls = killAt(running, child, call);
    const [code] = (await once(child, 'exit')) as [number | null];
    await eventually('terraform and the provider have ended', () => Promise.resolve(workersIn(directory) === 0));
    return {
      calls: calls(),
      wasKilled: code === null,
      before,
      swept: await sweepEmulator(running.url, new FastClock(1000)),
      after: heldBy(running),
    };
  } finally {
    await running.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** All that it starts works below `directory`. */
function startChild(url: string, args: readonly string[], directory: string): ChildProcess {
  const env = { ...process.env, TMPDIR: directory, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  return spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'child.ts'), url, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Kills before the answer to that call gets back; tells how many calls came. */
function killAt({ emulator }: RunningEmulator, child: ChildProcess, call: number): () => number {
  const { calls } = emulator;
  const add = calls.add.bind(calls);
  let count = 0;
  calls.add = (logged): void => {
    add(logged);
    if (++count === call) child.kill('SIGKILL');
  };
  return () => count;
}

/** How many processes have their working directory below that one. */
const workersIn = (directory: string): number =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && workingDirectoryOf(name).startsWith(directory)).length;

/** Nothing for a process that has just ended. */
function workingDirectoryOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}
