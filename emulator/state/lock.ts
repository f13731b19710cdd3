import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { codeOf } from './state-file-error';

/*
 * One process at a time, by a file beside what it guards that names the process. The lock of a process that has
 * ended counts for nothing, however it ended, so there is never one to remove by hand.
 */

/** Who holds a lock: a process, and when it started, since numbers of processes come back. */
interface Holder {
  readonly pid: number;
  readonly started?: string;
}

export interface Lock {
  release(): void;
}

/** The lock at that path, or the number of the process that holds it. Throws if the file cannot be written. */
export function lock(path: string): Lock | number {
  const draft = `${path}.${randomUUID()}`;
  const content = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder);
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    // Each round either takes the lock, meets a living holder, or removes one dead holder's lock.
    for (;;) {
      if (linked(draft, path)) return { release: () => release(path, content) };
      const found = read(path);
      if (found === undefined) continue;
      const holder = parse(found);
      if (holder && isRunning(holder)) return holder.pid;
      removeDead(path, found);
    }
  } finally {
    unlinkSync(draft);
  }
}

function release(path: string, content: string): void {
  if (read(path) === content) rmSync(path, { force: true });
}

/** Linking takes a name only if it is free, which no other process can do at the same time. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the lock away before it is removed: if another process has put its own there meanwhile, that one goes back. */
function removeDead(path: string, content: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== content) linked(aside, path);
  unlinkSync(aside);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(content: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(content);
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}

function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const now = startOf(pid);
  return started === undefined || now === undefined || started === now;
}

/** When a process started, where the system tells it (Linux); nothing for one that has ended and only waits to be reaped. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything: the state, and 19 fields further the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
