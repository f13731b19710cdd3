import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DEFAULT_GROUP_ID } from '../../../emulator/seed/demo';
import type { WorldRecord } from '../../../emulator/state/world';
import type { LoggedCall } from '../../support/emulator/test-emulator';
import { COMMAND, FAST, KEYS, useHcl, useProgram } from '../../support/terraform/adopting';
import { agents } from '../agents';
import type { Bench, Section } from '../bench';
import { BenchProject, succeeded } from '../bench-project';
import { callCells, writesOf } from '../calls';
import { type EmulatorProcess, startEmulatorProcess, UNTHROTTLED } from '../emulator-process';
import { watchUsage } from '../process-usage';
import { usageCells } from '../plan-unchanged';
import { connectProvider } from '../provider';
import { SAML, worldOf } from '../world';

const AGENTS = 5_000;
const QUICK_CONNECTS = 400;
/** Of the demo: a queue and a phone number. */
const OTHER_QUICK_CONNECTS = 2;
const GROUPS = 2;

/** An instance made without Terraform, read and imported: nobody is touched. A section for each format. */
export const adoptions: readonly Section[] = ['hcl', 'csv', 'ts'].map((format) => ({
  name: `adopt-${format}`,
  title: `An instance with two groups and ${QUICK_CONNECTS} quick connects, adopted as ${format}; no quota`,
  async run(bench) {
    for (const size of bench.sizes(AGENTS)) await adopted(bench, size, format);
  },
}));

async function adopted(bench: Bench, size: number, format: string): Promise<void> {
  bench.progress(`${size} agents as ${format}`);
  const emulator = await startEmulatorProcess(bench.scratch, madeByHand(size), UNTHROTTLED);
  const out = join(bench.scratch.directory, `adopted-${format}`);
  const project = BenchProject.empty(bench.scratch, connectProvider(bench.scratch));
  try {
    const reading = await read(bench, emulator, format, out);
    await (format === 'hcl' ? useHcl : useProgram)(out, project);
    if (format !== 'hcl') await project.project.succeed('init', '-input=false', '-no-color');
    tell(bench, size, `adopt --format ${format}`, reading, await callsOf(emulator));
    await imports(bench, size, format, project, emulator);
  } finally {
    project.project.remove();
    await emulator.close();
  }
}

async function imports(bench: Bench, size: number, format: string, project: BenchProject, emulator: EmulatorProcess): Promise<void> {
  const all = size + GROUPS + pointedAt(size) + OTHER_QUICK_CONNECTS;
  const planned = succeeded(await project.plan());
  tell(bench, size, `${format}: its first plan`, { ...planned, ...usageCells(planned) }, await callsOf(emulator));
  const expected = `Plan: ${all} to import, 0 to add, 0 to change, 0 to destroy.`;
  const said = /^(Plan: .*|No changes\..*)$/m.exec(planned.run.stdout)?.[0] ?? 'neither';
  bench.goal({ goal: `${format}: the first plan imports ${all} and does nothing else`, measured: said, met: said === expected });

  const applied = succeeded(await project.applyPlan());
  const calls = await callsOf(emulator);
  tell(bench, size, `${format}: its apply`, { ...applied, ...usageCells(applied) }, calls);
  const writes = writesOf(calls).length;
  bench.goal({ goal: `${format}: its apply writes nothing to Connect`, measured: `${writes} writes`, met: writes === 0 });

  const next = succeeded(await project.plan());
  tell(bench, size, `${format}: the next plan`, { ...next, ...usageCells(next) }, await callsOf(emulator));
  const empty = next.run.stdout.includes('No changes.');
  bench.goal({ goal: `${format}: the next plan is empty`, measured: empty ? 'no changes' : 'changes', met: empty });
}

const pointedAt = (size: number): number => Math.min(QUICK_CONNECTS, Math.ceil(size / 2));

/** Half of the agents in each of two groups, and a quick connect for each of the first ones. */
function madeByHand(size: number): WorldRecord {
  const all = agents(size);
  const half = Math.ceil(size / 2);
  return worldOf(
    { home: SAML, agents: all.slice(0, pointedAt(size)), members: true, quickConnects: true },
    { home: SAML, agents: all.slice(pointedAt(size), half), members: true },
    { home: SAML, agents: all.slice(half), members: true, group: DEFAULT_GROUP_ID },
  );
}

interface Took {
  readonly wallS: number;
  readonly cpuS?: number;
  readonly peakMb?: number;
}

/** Runs the command `adopt`. @throws with what it said when it failed */
async function read({ scratch }: Bench, { url, control }: EmulatorProcess, format: string, out: string): Promise<Took> {
  await control.clearCalls();
  const args = ['--instance', SAML.instanceId, '--endpoint', url, ...FAST, '--format', format, '--out', out];
  const begun = performance.now();
  const child = scratch.watch(
    spawn(process.execPath, [COMMAND, 'adopt', ...args], { env: { ...process.env, ...KEYS }, stdio: ['ignore', 'ignore', 'pipe'] }),
  );
  const usage = watchUsage(child.pid ?? 0);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = await once(child, 'close');
  const { terraform: own } = usage.stop();
  if (code !== 0) throw new Error(`adopt ended with ${String(code)}\n${complaint}`);
  return { wallS: (performance.now() - begun) / 1000, ...own };
}

/** The calls since it was last asked. */
async function callsOf({ control }: EmulatorProcess): Promise<readonly LoggedCall[]> {
  const calls = await control.calls();
  await control.clearCalls();
  return calls;
}

function tell(bench: Bench, size: number, measured: string, took: Took, calls: readonly LoggedCall[]): void {
  const { operations, ...cells } = callCells(calls);
  const { wallS, cpuS, peakMb } = took;
  bench.row({
    measured,
    size,
    wallS,
    ...cells,
    ...(cpuS !== undefined && { cpuS }),
    ...(peakMb !== undefined && { peakMb }),
    notes: [operations],
  });
}
