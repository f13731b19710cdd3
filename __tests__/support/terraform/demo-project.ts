import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { thisPackage } from '../../../constructs/plugin/built-plugin';
import { type Snapshot, startTestEmulator, type TestEmulator } from '../emulator/test-emulator';

export interface DemoRun {
  readonly code: number | null;
  /** What it printed, and what it complained about. */
  readonly output: string;
}

export interface RunningDemo {
  readonly process: ChildProcess;
  readonly done: Promise<DemoRun>;
}

const { root } = thisPackage();
const SCRIPT = join(root, 'dist', 'examples', 'demo', 'run.js');

const TEAM = join('examples', 'demo', 'team.csv');

/** A copy of what the demo needs in a directory of its own: `main.ts` may be edited there. */
export class DemoProject {
  readonly directory = mkdtempSync(join(tmpdir(), 'demo-project-'));

  constructor() {
    if (!existsSync(SCRIPT)) throw new Error(`${SCRIPT} is missing: run "npm run build".`);
    mkdirSync(join(this.directory, 'examples', 'demo'), { recursive: true });
    for (const file of ['main.ts', 'cdktf.json', 'tsconfig.json', 'package.json', TEAM])
      copyFileSync(join(root, file), join(this.directory, file));
    for (const folder of ['dist', 'node_modules']) symlinkSync(join(root, folder), join(this.directory, folder), 'dir');
  }

  /** Runs the demo to its end. */
  run(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<DemoRun> {
    return this.start(args, env).done;
  }

  start(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): RunningDemo {
    const child = spawn(process.execPath, [SCRIPT, ...args], {
      cwd: this.directory,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const done = new Promise<DemoRun>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, output }));
    });
    return { process: child, done };
  }

  /** Takes the agent's line out of the team's file. */
  removeAgent(name: string): void {
    this.edit(TEAM, new RegExp(`^${name},.*\\n`, 'm'), '');
  }

  /** Replaces what is there to be found in a file. */
  edit(file: string, what: string | RegExp, by: string): void {
    const path = join(this.directory, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replaceAll(typeof what === 'string' ? what : new RegExp(what, `${what.flags.replace('g', '')}g`), by);
    if (after === before) throw new Error(`${file} does not hold ${String(what)}`);
    writeFileSync(path, after);
  }

  /** Adds a line to the end of `main.ts`. */
  addLine(line: string): void {
    appendFileSync(join(this.directory, 'main.ts'), `${line}\n`);
  }

  /** The demo's contact centre, between two runs. */
  contactCentre(): Promise<TestEmulator> {
    return startTestEmulator({ stateFile: join(this.directory, '.demo', 'connect.json') });
  }

  /** What the demo's contact centre holds, between two runs. */
  async snapshot(): Promise<Snapshot> {
    const contactCentre = await this.contactCentre();
    try {
      return await contactCentre.control.state();
    } finally {
      await contactCentre.close();
    }
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

interface Listed {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process that runs; one that has ended and was not yet taken note of is none. */
export function processes(): readonly Listed[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, status = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || status.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** The processes below a process, at any depth. */
export function descendants(pid: number, all: readonly Listed[] = processes()): readonly Listed[] {
  return all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...descendants(child.pid, all)]);
}

/** Waits for what another process does; fails, naming it, after half a minute. */
export async function eventually(description: string, condition: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`still not so: ${description}`);
    await setTimeout(20);
  }
}
