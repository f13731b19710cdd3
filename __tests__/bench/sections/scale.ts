import { type Agent, agents } from '../agents';
import type { Bench, Section } from '../bench';
import { BenchProject, type Measured, succeeded } from '../bench-project';
import { callCells, writesOf } from '../calls';
import { type Body, users } from '../declarations';
import { type EmulatorProcess, startEmulatorProcess, throttled } from '../emulator-process';
import { connectProvider } from '../provider';
import type { Used } from '../process-usage';
import { scaleNote } from '../scale-note';
import type { Scratch } from '../scratch';
import { http, localFile, postgres, type StateBackend } from '../state-backend';
import { duration } from '../table';
import { SAML } from '../world';

/** The first is what the others are compared with. */
const SIZES = [500, 2_000, 5_000];
/** Beyond so many, a local file takes longer than anybody waits: terraform's time grows with the square of the number. */
const LARGEST_LOCAL = 2_000;
/** Faster than terraform: it decides how long an apply takes, not the quota. */
const TIME_SCALE = 400;
const MOST = 1.5;
/** How the guide splits many agents. */
const STACK = 1_000;
/** What Go is told about collecting garbage decides a good part of it. */
const GARBAGE = ['GOGC', 'GOMEMLIMIT'];

interface Place {
  readonly name: string;
  open(scratch: Scratch): Promise<StateBackend | undefined>;
  readonly largest?: number;
  /** Whether the largest number is created in stacks, too. */
  readonly split?: boolean;
}

const PLACES: readonly Place[] = [
  { name: 'pg', open: postgres, split: true },
  { name: 'http', open: http },
  { name: 'local', open: () => Promise.resolve(localFile()), largest: LARGEST_LOCAL },
];

/** What an apply costs terraform itself, by the number of agents. A section for each place of the state. */
export const scale: readonly Section[] = PLACES.map(({ name, open, largest = Infinity, split = false }) => ({
  name: `scale-${name}`,
  title: `Agents created, with the backend ${name}`,
  async run(bench) {
    const backend = await open(bench.scratch);
    if (!backend) return bench.row({ measured: `agents created, the state in ${name}`, notes: ['not installed on this machine'] });
    try {
      await grow(bench, backend, largest, split);
    } finally {
      await backend.close();
    }
  },
}));

async function grow(bench: Bench, backend: StateBackend, largest: number, split: boolean): Promise<void> {
  const [first = NaN, ...larger] = bench.sizes(...SIZES.filter((wanted) => wanted <= largest));
  const few = await create(bench, backend, first, 1);
  for (const size of larger)
    for (const stacks of split ? [size / STACK, 1] : [1]) {
      const ratio = (await create(bench, backend, size, stacks)) / few;
      if (size !== SIZES.at(-1)) continue;
      bench.goal({
        goal: `with the state in ${backend.name}, terraform takes at most ${MOST} times as much CPU for each of ${size} agents${inStacks(stacks)} as for each of ${first}`,
        measured: `${ratio.toFixed(2)} times`,
        met: ratio <= MOST,
      });
    }
}

const inStacks = (stacks: number): string => (stacks === 1 ? '' : ` in ${stacks} stacks`);

/** Creates agents, in one stack after the other. Answers with terraform's own CPU for each agent, in milliseconds. */
async function create(bench: Bench, backend: StateBackend, size: number, stacks: number): Promise<number> {
  const measured = `agents created${inStacks(stacks)}, the state in ${backend.name}`;
  bench.progress(`${size} ${measured}`);
  const emulator = await startEmulatorProcess(bench.scratch, undefined, throttled(TIME_SCALE));
  try {
    await emulator.control.change({ quotas: { users: size } });
    const runs: Measured[] = [];
    const all = agents(size);
    for (let stack = 0; stack < stacks; stack++) {
      const own = all.slice((stack * size) / stacks, ((stack + 1) * size) / stacks);
      runs.push(await apply(bench, emulator, own, backend.block(stateOf(size, stacks, stack))));
    }
    const { operations, ...cells } = callCells(await emulator.control.calls());
    const writes = writesOf(await emulator.control.calls()).length;
    if (writes !== size) throw new Error(`${writes} writes for ${size} agents`);
    const terraform = together(runs.map((run) => run.terraform));
    const perAgentMs = (terraform.cpuS / size) * 1000;
    bench.row({
      measured,
      size,
      wallS: runs.reduce((sum, { wallS }) => sum + wallS, 0),
      ...cells,
      ...together(runs.map((run) => run.providers)),
      notes: [
        `terraform itself: ${duration(terraform.cpuS)} of CPU, ${perAgentMs.toFixed(1)} ms for each agent, ${Math.round(terraform.peakMb)} MB`,
        ...GARBAGE.flatMap((name) => (process.env[name] === undefined ? [] : [`${name}=${process.env[name]}`])),
        operations,
        ...(stacks === 1 ? backend.notes(stateOf(size, stacks, 0)) : []),
        ...scaleNote(TIME_SCALE),
      ],
    });
    return perAgentMs;
  } finally {
    await emulator.close();
  }
}

const stateOf = (size: number, stacks: number, stack: number): string => `agents_${size}_${stacks}_${stack}`;

async function apply(bench: Bench, emulator: EmulatorProcess, people: readonly Agent[], terraform: Body): Promise<Measured> {
  const project = await BenchProject.create(bench.scratch, connectProvider(bench.scratch), emulator, [users(people, SAML)], { terraform });
  try {
    return succeeded(await project.apply());
  } finally {
    project.remove();
  }
}

/** Of runs one after the other: the CPU of all, the memory of the largest. Not a number where the system does not tell. */
function together(runs: readonly (Used | undefined)[]): Used {
  return {
    cpuS: runs.reduce((sum, used) => sum + (used?.cpuS ?? NaN), 0),
    peakMb: Math.max(...runs.map((used) => used?.peakMb ?? NaN)),
  };
}
