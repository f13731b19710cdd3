import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DIRECTORY_PREFIX, errorCode } from './endpoint';

/** A younger one may belong to a process that this one cannot see: of another container, on another computer. */
const MINUTE = 60_000;

/**
 * Removes what processes that were killed left beside `directory`: socket directories of this user,
 * whose process is gone. Those of providers that are debugged tell no process id, and stay.
 */
export async function removeStaleSockets(directory: string, now = Date.now()): Promise<void> {
  const parent = dirname(directory);
  for (const name of await readdir(parent).catch(() => [])) {
    const owner = OURS.exec(name)?.groups?.['pid'];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const path = join(parent, name);
    try {
      const found = await lstat(path);
      if (!found.isDirectory() || found.uid !== process.getuid?.() || now - found.mtimeMs < MINUTE) continue;
      await unlink(join(path, 's')).catch(() => undefined);
      await rmdir(path);
    } catch {
      // Another process sweeps too, or the directory holds something that is not ours.
    }
  }
}

const OURS = new RegExp(`^${DIRECTORY_PREFIX}(?<pid>\\d+)-\\w{6}$`);

/** A process of another user counts too: it cannot be signalled, but it is there. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
