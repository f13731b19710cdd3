import { setTimeout } from 'node:timers/promises';

/** Waits until `condition` holds; fails, naming it, after ten seconds. */
export async function until(description: string, condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`still not so: ${description}`);
    await setTimeout(10);
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
