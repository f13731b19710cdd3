import type { LoggedCall } from '../../support/emulator/test-emulator';
import { agents, type Agent } from '../agents';
import type { Bench, Section } from '../bench';
import { BenchProject, type Measured } from '../bench-project';
import { callCells, isThrottled, shareOfQuota, writesOf } from '../calls';
import { memberships, users } from '../declarations';
import { startEmulatorProcess, throttled } from '../emulator-process';
import { membershipsOf, usersOf } from '../kinds';
import { usageCells } from '../plan-unchanged';
import { connectProvider } from '../provider';
import { scaleNote } from '../scale-note';
import { SAML, worldOf } from '../world';
import { writtenState } from '../written-state';

const CREATED = 1_000;
const DELETED = 200;
/** As slow as terraform's own time, which grows with the square of the number of resources, lets the quota count. */
const TIME_SCALE = 4;
const LEAST_SHARE = 0.95;
const MOST_THROTTLED = 0.01;
const OTHER_CLIENT_SHARE = 0.5;
const MOST_THROTTLED_BESIDE_ANOTHER = 0.05;

/** How well an apply uses the quota: all of it, and next to no call too many. */
export const apply: Section = {
  name: 'apply',
  title: 'The quota: users and memberships created, and destroyed',
  async run(bench) {
    for (const size of bench.sizes(CREATED)) {
      await create(bench, size);
      await createAtOnce(bench, size);
      await createBesideAnother(bench, size);
    }
    for (const size of bench.sizes(DELETED)) await destroy(bench, size);
  },
};

type Applied = Measured & { readonly calls: readonly LoggedCall[] };

async function create(bench: Bench, size: number): Promise<void> {
  const applied = await creation(bench, size, 0);
  const shares = ['CreateUser', 'AssociateTrafficDistributionGroupUser'].map((name) =>
    shareOfQuota(applied.calls.filter(({ operation, status }) => operation === name && status === 200)),
  );
  const share = Math.min(...shares);
  report(bench, 'users and as many memberships, created', size, applied, [
    `of the quota: ${shares.map(percent).join(' for CreateUser, ')} for Associate...`,
  ]);
  if (size < CREATED) return;
  const writes = writesOf(applied.calls).length;
  bench.goal({
    goal: `creating ${size} users and as many memberships makes exactly ${2 * size} writes`,
    measured: `${writes} writes`,
    met: writes === 2 * size,
  });
  bench.goal({ goal: 'none of them fails', measured: outcome(applied), met: succeededWholly(applied) });
  bench.goal({
    goal: `they use at least ${percent(LEAST_SHARE)} of the quota once the burst is used up`,
    measured: percent(share),
    met: share >= LEAST_SHARE,
  });
  throttleGoal(bench, applied, MOST_THROTTLED, 'calls of it');
}

/** Terraform begins ten resources at a time, in order: all users come before the first membership. Begun together, they use two quotas. */
async function createAtOnce(bench: Bench, size: number): Promise<void> {
  const parallelism = `-parallelism=${size}`;
  const applied = await creation(bench, size, 0, parallelism);
  report(bench, `the same with ${parallelism}`, size, applied, [outcome(applied)]);
}

async function createBesideAnother(bench: Bench, size: number): Promise<void> {
  const applied = await creation(bench, size, OTHER_CLIENT_SHARE);
  report(bench, 'the same while another client uses half of the quota', size, applied, [outcome(applied)], OTHER_CLIENT_SHARE);
  if (size < CREATED) return;
  bench.goal({
    goal: 'while another client uses half of the quota, none fails',
    measured: outcome(applied),
    met: succeededWholly(applied),
  });
  throttleGoal(bench, applied, MOST_THROTTLED_BESIDE_ANOTHER, 'calls beside that client');
}

async function creation(bench: Bench, size: number, otherClientShare: number, ...args: readonly string[]): Promise<Applied> {
  bench.progress(`creating ${size} users and as many memberships ${args.join(' ')}${otherClientShare > 0 ? 'beside another client' : ''}`);
  const all = agents(size);
  const provider = connectProvider(bench.scratch);
  const emulator = await startEmulatorProcess(bench.scratch, undefined, throttled(TIME_SCALE));
  const project = await BenchProject.create(bench.scratch, provider, emulator, [users(all, SAML), memberships(all, { declared: true })]);
  try {
    await emulator.control.change({ quotas: { users: size }, otherClientShare });
    const measured = await project.apply(...args);
    return { ...measured, calls: await emulator.control.calls() };
  } finally {
    project.remove();
    await emulator.close();
  }
}

async function destroy(bench: Bench, size: number): Promise<void> {
  bench.progress(`destroying ${size} users with memberships and quick connects`);
  const all = agents(size);
  const provider = connectProvider(bench.scratch);
  const emulator = await startEmulatorProcess(
    bench.scratch,
    worldOf({ home: SAML, agents: all, members: true, quickConnects: true }),
    throttled(TIME_SCALE),
  );
  const project = await BenchProject.create(bench.scratch, provider, emulator, [users(all, SAML), memberships(all, { declared: true })]);
  try {
    await writeStates(bench, project, all);
    const measured = await project.destroy();
    const destroyed = { ...measured, calls: await emulator.control.calls() };
    report(bench, 'users with a membership and a quick connect, destroyed', size, destroyed, [outcome(destroyed)]);
  } finally {
    project.remove();
    await emulator.close();
  }
}

/** Memberships depend on their users: terraform ends them first. */
async function writeStates({ scratch }: Bench, project: BenchProject, all: readonly Agent[]): Promise<void> {
  const provider = connectProvider(scratch);
  const written = {
    users: await writtenState(scratch, usersOf(provider, SAML)),
    memberships: await writtenState(scratch, membershipsOf(provider)),
  };
  project.writeState('connect_user', written.users(all));
  const dependent = Object.entries(written.memberships(all)).map(
    ([key, instance]) => [key, { ...instance, dependencies: [`connect_user.${key}`] }] as const,
  );
  project.writeState('connect_traffic_distribution_group_user', Object.fromEntries(dependent));
}

function report(bench: Bench, measured: string, size: number, applied: Applied, notes: readonly string[], otherClientShare = 0): void {
  const { operations, ...cells } = callCells(applied.calls, 1 - otherClientShare);
  bench.row({
    measured,
    size,
    wallS: applied.wallS,
    ...cells,
    ...usageCells(applied),
    notes: [operations, ...notes, ...scaleNote(TIME_SCALE)],
  });
}

function throttleGoal(bench: Bench, { calls }: Applied, most: number, which: string): void {
  const share = calls.filter(isThrottled).length / calls.length;
  bench.goal({ goal: `less than ${percent(most)} of the ${which} are throttled`, measured: percent(share), met: share < most });
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const failedOf = (calls: readonly LoggedCall[]): readonly LoggedCall[] => calls.filter((call) => call.status !== 200 && !isThrottled(call));

const succeededWholly = ({ run, calls }: Applied): boolean => run.code === 0 && failedOf(calls).length === 0;

const outcome = ({ run, calls }: Applied): string =>
  run.code === 0
    ? `terraform succeeded, ${failedOf(calls).length} calls failed`
    : `terraform ended with ${run.code}: ${(/Error: .*/.exec(run.stderr) ?? [''])[0]}`;
