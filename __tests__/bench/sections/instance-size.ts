import type { LoggedCall } from '../../support/emulator/test-emulator';
import { type Agent, agents } from '../agents';
import type { Bench, Section } from '../bench';
import { BenchProject, succeeded } from '../bench-project';
import { callCells, quotaSeconds } from '../calls';
import { users } from '../declarations';
import { type Pace, startEmulatorProcess, throttled, UNTHROTTLED } from '../emulator-process';
import { usersOf } from '../kinds';
import { planUnchanged } from '../plan-unchanged';
import { awsProvider, connectProvider, type Provider } from '../provider';
import type { Goal } from '../report';
import { scaleNote } from '../scale-note';
import { MANAGED, worldOf } from '../world';

const DECLARED = [3, 10, 100, 1_000];
const SIZES = [100, 5_000, 50_000];
/** Beyond so many, the AWS provider takes minutes, and creations go on a faster clock. */
const MANY = 100;
const CREATIONS_SCALE = 10;
const FACTOR = 1.2;
const SLACK_S = 1;
/** Of ten users in an instance of fifty thousand. */
const SMALL_PROJECT = { cell: '10/50000', planS: 4, creationS: 9 };

/** What is declared has to decide what a plan costs, not who else is in the instance. */
export const instanceSize: Section = {
  name: 'instance-size',
  title: 'The quota: a few users of a large instance, unchanged and created',
  async run(bench) {
    for (const declared of bench.sizes(...DECLARED)) {
      for (const size of SIZES) {
        if (size < declared || !bench.wants(`${declared}/${size}`)) continue;
        const all = agents(size);
        await unchanged(bench, { declared: all.slice(-declared), others: all.slice(0, -declared), size });
        await created(bench, { declared: agents(size + declared).slice(-declared), others: all, size });
      }
    }
  },
};

interface Cell {
  /** The last ones of the instance's lists. */
  readonly declared: readonly Agent[];
  readonly others: readonly Agent[];
  readonly size: number;
}

/** What is measured of one command, beside terraform's own time for it. */
interface Measured {
  readonly what: string;
  readonly wallS: number;
  readonly ownS: number;
  readonly calls: readonly LoggedCall[];
  /** What the quota takes for a call for each, and for lists of all users. */
  readonly ways: { readonly each: number; readonly lists: number };
  readonly timeScale: number;
}

const pages = (size: number): { readonly search: number; readonly list: number } => ({
  search: Math.ceil(size / 500),
  list: Math.ceil(size / 1000),
});

async function unchanged(bench: Bench, cell: Cell): Promise<void> {
  const { declared, others, size } = cell;
  const plan = (provider: Provider, pace: Pace) => planUnchanged(bench, { kind: usersOf(provider), agents: declared, others, pace });
  const ours = connectProvider(bench.scratch);
  bench.progress(`plan of ${declared.length} unchanged of ${size}`);
  const [measured, own] = [await plan(ours, throttled()), await plan(ours, UNTHROTTLED)];
  const { search, list } = pages(size);
  const ways = { each: quotaSeconds([declared.length]), lists: quotaSeconds([search, list]) };
  report(bench, cell, {
    what: 'plan of unchanged users',
    wallS: measured.wallS,
    ownS: own.wallS,
    calls: measured.calls,
    ways,
    timeScale: 1,
  });
  if (`${declared.length}/${size}` === SMALL_PROJECT.cell)
    bench.goal(atMost(`a plan of ${SMALL_PROJECT.cell} unchanged users`, measured.wallS, SMALL_PROJECT.planS));

  const aws = awsProvider();
  if (!aws || declared.length > MANY) return;
  bench.progress(`the same with ${aws.name}`);
  const theirs = await plan(aws, throttled());
  bench.row({
    measured: `the same in aws_connect_user, of ${size}`,
    size: declared.length,
    wallS: theirs.wallS,
    ratio: theirs.wallS / measured.wallS,
    ...callCells(theirs.calls),
    notes: ['ratio to connect_user'],
  });
}

async function created(bench: Bench, cell: Cell): Promise<void> {
  const { declared, size } = cell;
  const timeScale = declared.length > MANY ? CREATIONS_SCALE : 1;
  bench.progress(`creation of ${declared.length} beside ${size}`);
  const [measured, own] = [await creation(bench, cell, throttled(timeScale)), await creation(bench, cell, UNTHROTTLED)];
  const writesS = quotaSeconds([declared.length]) / timeScale;
  const ways = { each: 2 * writesS, lists: writesS + quotaSeconds([pages(size).list]) / timeScale };
  report(bench, cell, { what: 'new users, planned and applied', ...measured, ownS: own.wallS, ways, timeScale });
  if (`${declared.length}/${size}` === SMALL_PROJECT.cell)
    bench.goal(atMost(`a creation of ${SMALL_PROJECT.cell} users`, measured.wallS, SMALL_PROJECT.creationS));
}

async function creation(
  { scratch }: Bench,
  { declared, others }: Cell,
  pace: Pace,
): Promise<{ readonly wallS: number; readonly calls: readonly LoggedCall[] }> {
  const emulator = await startEmulatorProcess(scratch, worldOf({ home: MANAGED, agents: others }), pace);
  const project = await BenchProject.create(scratch, connectProvider(scratch), emulator, [users(declared, MANAGED)]);
  try {
    await emulator.control.change({ quotas: { users: others.length + declared.length + 100 } });
    const { wallS } = succeeded(await project.apply());
    return { wallS, calls: await emulator.control.calls() };
  } finally {
    project.remove();
    await emulator.close();
  }
}

function report(bench: Bench, { declared, size }: Cell, { what, wallS, ownS, calls, ways, timeScale }: Measured): void {
  const { operations, ...cells } = callCells(calls);
  const [each, lists] = [ownS + ways.each, ownS + ways.lists];
  const note = `${wallS.toFixed(1)} s; by a call for each ${each.toFixed(1)} s, by lists ${lists.toFixed(1)} s, terraform's own time of ${ownS.toFixed(1)} s included`;
  bench.row({
    measured: `${what}, of ${size}`,
    size: declared.length,
    wallS,
    ratio: wallS / Math.min(each, lists),
    ...cells,
    notes: [operations, note, ...scaleNote(timeScale)],
  });
  bench.goal(
    atMost(
      `${what}, ${declared.length}/${size} (${FACTOR} times the quicker way and a second)`,
      wallS,
      FACTOR * Math.min(each, lists) + SLACK_S,
    ),
  );
}

const atMost = (goal: string, wallS: number, mostS: number): Goal => ({
  goal: `${goal} takes at most ${mostS.toFixed(1)} s`,
  measured: `${wallS.toFixed(1)} s`,
  met: wallS <= mostS,
});
