import { agents } from '../agents';
import type { Bench, Section } from '../bench';
import { callCells, countByOperation, quotaSeconds } from '../calls';
import { throttled } from '../emulator-process';
import { groupUsersOf, membershipsOf } from '../kinds';
import { planUnchanged, usageCells } from '../plan-unchanged';
import { connectProvider } from '../provider';
import { scaleNote } from '../scale-note';

const LARGEST = 10_000;
const LIST = 'ListTrafficDistributionGroupUsers';

type PageSize = 1000 | 10;
/** List calls that a plan of the largest number may make. */
const MOST_CALLS: Readonly<Record<PageSize, number>> = { 1000: 12, 10: 1_012 };
/** Above that many list calls, a plan is computed and not waited for. */
const MEASURABLE = 2_000;

/** What a plan of the memberships of one group costs of the API's quota, with the pages that it has now and had before. */
export const quotaMemberships: Section = {
  name: 'quota-memberships',
  title: 'The quota: plans of unchanged memberships in one group, in bulk and one by one',
  async run(bench) {
    for (const size of bench.sizes(LARGEST)) await measureAsAWhole(bench, size);
    for (const pageSize of [1000, 10] as const) {
      for (const size of bench.sizes(100, 1_000, LARGEST)) {
        const lists = await measure(bench, size, pageSize, 'bulk');
        const most = MOST_CALLS[pageSize];
        if (size === LARGEST)
          bench.goal({
            goal: `a plan of ${size} unchanged memberships makes at most ${most} list calls with pages of ${pageSize}`,
            measured: `${lists} calls`,
            met: lists <= most,
          });
        if (pages(size, pageSize) * size <= MEASURABLE) await measure(bench, size, pageSize, 'exact');
        else compute(bench, size, pageSize);
      }
    }
  },
};

const pages = (size: number, pageSize: PageSize): number => Math.ceil(size / pageSize);
const title = (pageSize: PageSize, mode: 'bulk' | 'exact'): string => `memberships, ${mode}, pages of ${pageSize}`;

/** The number of list calls. */
async function measure(bench: Bench, size: number, pageSize: PageSize, mode: 'bulk' | 'exact'): Promise<number> {
  const expected = pages(size, pageSize) * (mode === 'exact' ? size : 1);
  const timeScale = expected > 500 ? 10 : 1;
  bench.progress(`plan of ${size} unchanged ${title(pageSize, mode)}`);
  const kind = membershipsOf(connectProvider(bench.scratch, { exact: mode === 'exact' }));
  const settings = { answers: { groupUsersPageMax: pageSize } };
  const plan = await planUnchanged(bench, { kind, agents: agents(size), pace: throttled(timeScale), settings });
  const { operations, ...cells } = callCells(plan.calls);
  bench.row({
    measured: title(pageSize, mode),
    size,
    wallS: plan.wallS,
    ...cells,
    ...usageCells(plan),
    notes: [operations, ...scaleNote(timeScale)],
  });
  return countByOperation(plan.calls).get(LIST) ?? 0;
}

async function measureAsAWhole(bench: Bench, size: number): Promise<void> {
  bench.progress(`plan of a group of ${size} in one resource`);
  const plan = await planUnchanged(bench, { kind: groupUsersOf(connectProvider(bench.scratch)), agents: agents(size), pace: throttled() });
  const { operations, ...cells } = callCells(plan.calls);
  bench.row({
    measured: 'users of one group, in one resource',
    size,
    wallS: plan.wallS,
    ...cells,
    ...usageCells(plan),
    notes: [operations],
  });
}

function compute(bench: Bench, size: number, pageSize: PageSize): void {
  const calls = pages(size, pageSize) * size;
  bench.row({
    measured: title(pageSize, 'exact'),
    size,
    calls,
    quotaS: quotaSeconds([calls]),
    notes: ['computed: the whole group listed for each membership'],
  });
}
