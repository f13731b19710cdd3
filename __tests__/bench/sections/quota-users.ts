import { agents } from '../agents';
import type { Bench, Section } from '../bench';
import { callCells } from '../calls';
import { throttled } from '../emulator-process';
import { usersOf } from '../kinds';
import { planUnchanged, usageCells } from '../plan-unchanged';
import { connectProvider } from '../provider';
import { scaleNote } from '../scale-note';

const LARGEST = 10_000;
const MOST_CALLS = 40;
const LEAST_RATIO = 200;

/** What a plan of users that did not change costs of the API's quota. They have e-mails, which SearchUsers does not show. */
export const quotaUsers: Section = {
  name: 'quota-users',
  title: 'The quota, 2 requests a second and 5 at once: plans of unchanged users with e-mails, in bulk and one by one',
  async run(bench) {
    for (const size of bench.sizes(100, 1_000, LARGEST)) {
      const bulk = await measure(bench, size, 'bulk');
      const exact = await measure(bench, size, 'exact');
      if (size < LARGEST) continue;
      bench.goal({
        goal: `a plan of ${size} unchanged users makes at most ${MOST_CALLS} calls`,
        measured: `${bulk} calls`,
        met: bulk <= MOST_CALLS,
      });
      bench.goal({
        goal: `which are at least ${LEAST_RATIO} times fewer than one for each user`,
        measured: `${Math.floor(exact / bulk)} times`,
        met: exact / bulk >= LEAST_RATIO,
      });
    }
  },
};

/** The number of calls. */
async function measure(bench: Bench, size: number, mode: 'bulk' | 'exact'): Promise<number> {
  const timeScale = mode === 'exact' ? Math.max(1, size / 100) : 1;
  bench.progress(`plan of ${size} unchanged users, ${mode}`);
  const kind = usersOf(connectProvider(bench.scratch, { exact: mode === 'exact' }));
  const plan = await planUnchanged(bench, { kind, agents: agents(size), pace: throttled(timeScale) });
  const { operations, ...cells } = callCells(plan.calls);
  bench.row({
    measured: `users, ${mode}`,
    size,
    wallS: plan.wallS,
    ...cells,
    ...usageCells(plan),
    notes: [operations, ...scaleNote(timeScale)],
  });
  return plan.calls.length;
}
