import { agents } from '../agents';
import type { Bench, Section } from '../bench';
import { BenchProject, succeeded } from '../bench-project';
import { callCells, writesOf } from '../calls';
import { users } from '../declarations';
import { startEmulatorProcess, throttled } from '../emulator-process';
import { connectProvider } from '../provider';
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
/** What Go is told about collecting garbage decides a good part of it. */
const GARBAGE = ['GOGC', 'GOMEMLIMIT'];

interface Place {
  readonly name: string;
  open(scratch: Scratch): Promise<StateBackend | undefined>;
  readonly largest?: number;
}

const PLACES: readonly Place[] = [
  { name: 'pg', open: postgres },
  { name: 'http', open: http },
  { name: 'local', open: () => Promise.resolve(localFile()), largest: LARGEST_LOCAL },
];

/** What an apply costs terraform itself, by the number of agents. A section for each place of the state. */
export const scale: readonly Section[] = PLACES.map(({ name, open, largest = Infinity }) => ({
  name: `scale-${name}`,
  title: `Agents created, with the backend ${name}`,
  async run(bench) {
    const backend = await open(bench.scratch);
    if (!backend) return bench.row({ measured: `agents created, the state in ${name}`, notes: ['not installed on this machine'] });
    try {
      await grow(bench, backend, largest);
    } finally {
      await backend.close();
    }
  },
}));

async function grow(bench: Bench, backend: StateBackend, largest: number): Promise<void> {
  const costs = new Map<number, number>();
  for (const size of bench.sizes(...SIZES.filter((wanted) => wanted <= largest))) costs.set(size, await create(bench, backend, size));
  const [few = NaN, many = NaN] = [SIZES[0], SIZES.at(-1)];
  const ratio = (costs.get(many) ?? NaN) / (costs.get(few) ?? NaN);
  if (!Number.isNaN(ratio))
    bench.goal({
      goal: `with the state in ${backend.name}, terraform takes at most ${MOST} times as much CPU for each of ${many} agents as for each of ${few}`,
      measured: `${ratio.toFixed(2)} times`,
      met: ratio <= MOST,
    });
}

/** Answers with terraform's own CPU for each agent, in milliseconds. */
async function create(bench: Bench, backend: StateBackend, size: number): Promise<number> {
  bench.progress(`creating ${size} agents, the state in ${backend.name}`);
  const state = `agents_${size}`;
  const emulator = await startEmulatorProcess(bench.scratch, undefined, throttled(TIME_SCALE));
  const project = await BenchProject.create(bench.scratch, connectProvider(bench.scratch), emulator, [users(agents(size), SAML)], {
    terraform: backend.block(state),
  });
  try {
    await emulator.control.change({ quotas: { users: size } });
    const applied = succeeded(await project.apply());
    const { operations, ...cells } = callCells(await emulator.control.calls());
    const writes = writesOf(await emulator.control.calls()).length;
    if (writes !== size) throw new Error(`${writes} writes for ${size} agents`);
    const { cpuS = NaN, peakMb = NaN } = applied.terraform ?? {};
    const perAgentMs = (cpuS / size) * 1000;
    bench.row({
      measured: `agents created, the state in ${backend.name}`,
      size,
      wallS: applied.wallS,
      ...cells,
      ...(applied.providers && { cpuS: applied.providers.cpuS, peakMb: applied.providers.peakMb }),
      notes: [
        `terraform itself: ${duration(cpuS)} of CPU, ${perAgentMs.toFixed(1)} ms for each agent, ${Math.round(peakMb)} MB`,
        ...GARBAGE.flatMap((name) => (process.env[name] === undefined ? [] : [`${name}=${process.env[name]}`])),
        operations,
        ...backend.notes(state),
        ...scaleNote(TIME_SCALE),
      ],
    });
    return perAgentMs;
  } finally {
    project.remove();
    await emulator.close();
  }
}
