import type { LoggedCall } from '../../support/emulator/test-emulator';
import { agents } from '../agents';
import type { Bench, Section } from '../bench';
import { BenchProject, type Measured, succeeded } from '../bench-project';
import { callCells, isThrottled, quotaSeconds } from '../calls';
import { users } from '../declarations';
import { startEmulatorProcess, throttled } from '../emulator-process';
import { connectProvider } from '../provider';
import { SAML } from '../world';

const MOST_THROTTLED = 0.1;
const LONGEST = 1.3;
const MOST_UNEVEN = 2;

/**
 * Stacks that are planned at once, and whose plans are then applied at once, as a pipeline does it, by processes that know nothing of
 * each other. Both clocks are true: a busy machine delays terraform and not the quota, so that the figures get worse with the load and
 * never better.
 */
export const manyStacks: Section = {
  name: 'many-stacks',
  title: 'The quota, shared: stacks of new users applied at once',
  async run(bench) {
    for (const [count, size] of [
      [10, 20],
      [2, 200],
    ] as const)
      await applyAtOnce(bench, count, Math.min(...bench.sizes(size)));
  },
};

async function applyAtOnce(bench: Bench, count: number, size: number): Promise<void> {
  bench.progress(`${count} stacks of ${size} users`);
  const provider = connectProvider(bench.scratch);
  const emulator = await startEmulatorProcess(bench.scratch, undefined, throttled());
  const all = agents(count * size);
  const projects: BenchProject[] = [];
  try {
    await emulator.control.change({ quotas: { users: all.length } });
    for (let stack = 0; stack < count; stack++) {
      projects.push(
        await BenchProject.create(bench.scratch, provider, emulator, [users(all.slice(stack * size, (stack + 1) * size), SAML)]),
      );
    }
    await Promise.all(projects.map(async (project) => succeeded(await project.plan())));
    const planning = await emulator.control.calls();
    await emulator.control.clearCalls();
    const applied = await Promise.all(projects.map(async (project) => succeeded(await project.applyPlan())));
    report(bench, `${count} stacks of ${size} users`, applied, await emulator.control.calls(), planning);
  } finally {
    for (const project of projects) project.remove();
    await emulator.close();
  }
}

function report(
  bench: Bench,
  stacks: string,
  applied: readonly Measured[],
  calls: readonly LoggedCall[],
  planning: readonly LoggedCall[],
): void {
  const seconds = applied.map(({ wallS }) => wallS).sort((a, b) => a - b);
  const [first = NaN, last = NaN] = [seconds[0], seconds.at(-1)];
  const { operations, ...cells } = callCells(calls);
  const created = calls.filter(({ operation, status }) => operation === 'CreateUser' && status === 200);
  const times = created.map(({ time }) => Date.parse(time)).sort((a, b) => a - b);
  const calling = ((times.at(-1) ?? NaN) - (times[0] ?? NaN)) / 1000;
  const ideal = quotaSeconds([created.length]);
  bench.row({
    measured: stacks,
    size: created.length,
    wallS: last,
    ratio: last / ideal,
    ...cells,
    notes: [
      operations,
      `throttled: ${throttledByOperation(calls)}`,
      `before, to plan them all at once: ${planning.length} calls, ${planning.filter(isThrottled).length} of them throttled`,
      `each stack: ${seconds.map((each) => Math.round(each)).join(', ')} s`,
      `ratio: to the ${Math.round(ideal)} s that CreateUser takes at the quota; from its first call to its last it took ${Math.round(calling)} s, ${(calling / ideal).toFixed(2)} times as long`,
    ],
  });
  const share = calls.filter(isThrottled).length / calls.length;
  bench.goal({
    goal: `${stacks} at once: less than ${percent(MOST_THROTTLED)} of the calls are throttled`,
    measured: percent(share),
    met: share < MOST_THROTTLED,
  });
  bench.goal({
    goal: `the last is done within ${LONGEST} times of what the quota takes`,
    measured: (last / ideal).toFixed(2),
    met: last <= LONGEST * ideal,
  });
  bench.goal({
    goal: `and within ${MOST_UNEVEN} times of the first`,
    measured: (last / first).toFixed(2),
    met: last <= MOST_UNEVEN * first,
  });
}

function throttledByOperation(calls: readonly LoggedCall[]): string {
  const operations = [...new Set(calls.map(({ operation }) => operation))];
  return operations
    .map((name) => {
      const own = calls.filter(({ operation }) => operation === name);
      return `${name} ${percent(own.filter(isThrottled).length / own.length)}`;
    })
    .join(', ');
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
