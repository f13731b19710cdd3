import { agents } from '../agents';
import type { Bench, Section } from '../bench';
import { callCells, countByOperation } from '../calls';
import { throttled } from '../emulator-process';
import { usersOf } from '../kinds';
import { type Plan, planUnchanged, usageCells } from '../plan-unchanged';
import { connectProvider } from '../provider';

const SIZE = 3;
const TIMES = 7;
/** What the clocks of two equal plans may differ by. */
const TOLERANCE_S = 0.15;

/** A small stack must not pay for what large ones need. */
export const smallStack: Section = {
  name: 'small-stack',
  title: `A small stack under the quota: plans of ${SIZE} unchanged users with e-mails`,
  async run(bench) {
    const plans: Record<'bulk' | 'exact', Plan[]> = { bulk: [], exact: [] };
    for (let time = 1; time <= TIMES; time++) {
      bench.progress(`${time} of ${TIMES}`);
      for (const mode of ['bulk', 'exact'] as const) {
        const kind = usersOf(connectProvider(bench.scratch, { exact: mode === 'exact' }));
        plans[mode].push(await planUnchanged(bench, { kind, agents: agents(SIZE), pace: throttled() }));
      }
    }
    const bulk = report(bench, 'bulk', plans.bulk);
    const exact = report(bench, 'exact', plans.exact);
    const sweeps = plans.bulk
      .map(({ calls }) => countByOperation(calls))
      .reduce((sum, counts) => sum + (counts.get('SearchUsers') ?? 0) + (counts.get('ListUsers') ?? 0), 0);
    bench.goal({
      goal: `a plan of ${SIZE} users lists no other users`,
      measured: `${sweeps} calls of SearchUsers and ListUsers`,
      met: sweeps === 0,
    });
    bench.goal({
      goal: 'and waits no longer than one that reads each user',
      measured: `${Math.round((bulk - exact) * 1000)} ms longer`,
      met: bulk - exact <= TOLERANCE_S,
    });
  },
};

/** The shortest wall time: what else the machine does only adds to it. */
function report(bench: Bench, mode: string, plans: readonly Plan[]): number {
  const wallS = Math.min(...plans.map((plan) => plan.wallS));
  for (const plan of plans.slice(-1)) {
    const { operations, ...cells } = callCells(plan.calls);
    bench.row({
      measured: `users, ${mode}`,
      size: SIZE,
      wallS,
      ...cells,
      ...usageCells(plan),
      notes: [`${operations}; wall: the shortest of ${plans.length}, in turns; the rest: of the last`],
    });
  }
  return wallS;
}
