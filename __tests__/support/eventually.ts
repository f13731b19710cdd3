import { setTimeout } from 'node:timers/promises';

/** Waits until `condition` holds; fails, naming it, after 20 seconds. */
export async function eventually(description: string, condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`still not so: ${description}`);
    await setTimeout(20);
  }
}
