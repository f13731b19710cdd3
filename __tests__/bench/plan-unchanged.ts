import type { LoggedCall, SettingsPatch } from '../support/emulator/test-emulator';
import type { Agent } from './agents';
import type { Bench } from './bench';
import { BenchProject, type Measured } from './bench-project';
import { type Pace, startEmulatorProcess } from './emulator-process';
import { told } from './plan-summary';
import { SAML, worldOf } from './world';
import { type Kind, writtenState } from './written-state';

export interface Unchanged {
  readonly kind: Kind;
  readonly agents: readonly Agent[];
  /** Users of the instance that are not declared. */
  readonly others?: readonly Agent[];
  readonly pace: Pace;
  readonly settings?: SettingsPatch;
}

export type Plan = Measured & { readonly calls: readonly LoggedCall[] };

/** Plans resources that are in the state already and did not change; terraform must find the same. */
export async function planUnchanged({ scratch }: Bench, { kind, agents, others = [], pace, settings }: Unchanged): Promise<Plan> {
  const written = await writtenState(scratch, kind);
  const emulator = await startEmulatorProcess(
    scratch,
    worldOf({ home: kind.home, agents: others }, { home: kind.home, agents, members: kind.home === SAML }),
    pace,
  );
  const declared = kind.resources(agents);
  const project = await BenchProject.create(scratch, kind.provider, emulator, [declared]);
  try {
    if (settings) await emulator.control.change(settings);
    project.writeState(declared.type, written(agents));
    const measured = told(await project.plan(), {});
    return { ...measured, calls: await emulator.control.calls() };
  } finally {
    project.remove();
    await emulator.close();
  }
}

/** The cells of a row that tell what providers used. */
export const usageCells = ({ providers }: Measured): { readonly cpuS?: number; readonly peakMb?: number } =>
  providers ? { cpuS: providers.cpuS, peakMb: providers.peakMb } : {};
