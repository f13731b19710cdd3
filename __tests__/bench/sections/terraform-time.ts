import { agents } from '../agents';
import { type Bench, median, type Section } from '../bench';
import { BenchProject, type Measured } from '../bench-project';
import { startEmulatorProcess, UNTHROTTLED, type EmulatorProcess } from '../emulator-process';
import { dataResources, groupUsersOf, membershipsOf, usersOf } from '../kinds';
import { told } from '../plan-summary';
import { awsProvider, connectProvider } from '../provider';
import { duration } from '../table';
import { SAML, worldOf } from '../world';
import { type Kind, writtenState } from '../written-state';

/** By number of resources: how often each plan is measured, and how many times terraform's own time it may take. */
const GOALS: Readonly<Record<number, { readonly times: number; readonly ratio: number; readonly memoryMb?: number }>> = {
  1_000: { times: 5, ratio: 2.5 },
  10_000: { times: 3, ratio: 1.5, memoryMb: 250 },
};

/** What terraform takes for another provider's users shows how much of the time is its own. */
const LARGEST_OF_AWS = 1_000;

interface Subject {
  readonly kind: Kind;
  readonly name: string;
  readonly plan: 'create' | 'unchanged';
  /** How many resources the plan is about. */
  readonly resources: number;
  readonly project: BenchProject;
  readonly emulator: EmulatorProcess;
  readonly measured: Measured[];
}

/** What the provider adds to the time that terraform takes for so many resources anyway. */
export const terraformTime: Section = {
  name: 'terraform-time',
  title: "Terraform's own time: plans without a quota, beside as many terraform_data",
  async run(bench) {
    for (const size of bench.sizes(1_000, 10_000)) await compare(bench, size);
  },
};

async function compare(bench: Bench, size: number): Promise<void> {
  const { times, ratio: largest, memoryMb } = GOALS[size] ?? { times: 3 };
  const subjects = await subjectsOf(bench, size);
  try {
    for (let time = 1; time <= times; time++) {
      for (const subject of subjects) {
        bench.progress(`plan of ${size} ${subject.name}, ${subject.plan}, ${time} of ${times}`);
        subject.measured.push(told(await subject.project.plan(), subject.plan === 'create' ? { add: subject.resources } : {}));
      }
    }
  } finally {
    for (const { project, emulator } of subjects) {
      project.remove();
      await emulator.close();
    }
  }
  const results = subjects.map((subject) => resultOf(subject));
  for (const { kind, name, plan, wallS, cpuS, peakMb, note } of results) {
    const floor = results.find((other) => other.kind === dataResources && other.plan === plan)?.wallS ?? NaN;
    const own = kind === dataResources ? {} : { ratio: wallS / floor, cpuS, peakMb };
    bench.row({ measured: `${name}, ${plan}`, size, wallS, ...own, notes: [`median of ${times}, in turns; ${note}`] });
    if (kind.provider.name === 'connect' && largest !== undefined)
      bench.goal({
        goal: `a plan of ${size} ${name}, ${plan}, takes at most ${largest} times as long as one of terraform_data`,
        measured: `${(wallS / floor).toFixed(2)} times`,
        met: wallS / floor <= largest,
      });
  }
  const peak = Math.max(...results.filter(({ kind }) => kind.provider.name === 'connect').map((result) => result.peakMb));
  if (memoryMb !== undefined)
    bench.goal({
      goal: `the provider takes less than ${memoryMb} MB for ${size} resources`,
      measured: `${Math.round(peak)} MB`,
      met: peak < memoryMb,
    });
}

async function subjectsOf(bench: Bench, size: number): Promise<readonly Subject[]> {
  const all = agents(size);
  const provider = connectProvider(bench.scratch);
  const aws = size <= LARGEST_OF_AWS ? awsProvider() : undefined;
  const kinds: readonly (readonly [string, Kind])[] = [
    ['terraform_data', dataResources],
    ['users', usersOf(provider)],
    ['memberships', membershipsOf(provider)],
    ['users of one group, in one resource', groupUsersOf(provider)],
    ...(aws ? [['aws_connect_user', usersOf(aws)] as const] : []),
  ];
  const subjects: Subject[] = [];
  for (const [name, kind] of kinds) {
    const written = await writtenState(bench.scratch, kind);
    for (const plan of ['create', 'unchanged'] as const) {
      bench.progress(`preparing ${size} ${name}, ${plan}`);
      const there = plan === 'unchanged';
      const population = { home: kind.home, agents: all, members: kind.home === SAML && there };
      const emulator = await startEmulatorProcess(
        bench.scratch,
        there || kind.home === SAML ? worldOf(population) : undefined,
        UNTHROTTLED,
      );
      const declared = kind.resources(all);
      const project = await BenchProject.create(bench.scratch, kind.provider, emulator, [declared]);
      if (there) project.writeState(declared.type, written(all));
      subjects.push({ kind, name, plan, resources: Object.keys(declared.bodies).length, project, emulator, measured: [] });
    }
  }
  return subjects;
}

function resultOf({ kind, name, plan, measured }: Subject) {
  const terraform = measured.map((each) => each.terraform?.cpuS ?? 0);
  return {
    kind,
    name,
    plan,
    wallS: median(measured.map(({ wallS }) => wallS)),
    cpuS: median(measured.map(({ providers }) => providers?.cpuS ?? 0)),
    peakMb: Math.max(...measured.map(({ providers }) => providers?.peakMb ?? 0)),
    note: `terraform itself used ${duration(median(terraform))} of CPU and ${Math.round(Math.max(...measured.map((each) => each.terraform?.peakMb ?? 0)))} MB`,
  };
}
