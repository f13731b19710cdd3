import { setTimeout } from 'node:timers/promises';

/** Before a test's own time is over, so that what it waits for is named. */
const LIMIT_MS = 100_000;

/** Waits until `condition` holds, however busy the machine is. @throws an error that names it when a test has no more time */
export async function eventually(description: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`still not so: ${description}`);
    await setTimeout(20);
  }
}
