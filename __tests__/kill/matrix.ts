import type { Applied } from '../support/terraform/told';
import { writesOf } from '../support/terraform/contact-centre';
import { cutShort } from './cut-short';
import type { Cut } from './cuts';
import { danglingIn, differencesOf, type Ending } from './ending';
import { limitMet } from './limits';
import type { Scenario } from './scenario';
import { type Beginning, mustSucceed, type Stage } from './stage';

/** A scenario as it goes without interruption: what every interrupted run has to come to. */
export interface Reference {
  readonly scenario: Scenario;
  readonly beginning: Beginning;
  /** The operations of its writes, in the order in which they were answered. */
  readonly operations: readonly string[];
  readonly ending: Ending;
}

/** How often the command is run again. Once is enough, unless what was half made has to be made anew. */
const RERUNS = 3;

/** Terraform truncates its local state file before it writes it: killed in between, it has lost all that it knew, and nobody can mend that. */
const TRIES = 5;

export async function record(stage: Stage, scenario: Scenario): Promise<Reference> {
  const beginning = await stage.begin(scenario);
  await stage.startOver(scenario, beginning);
  const applied = await stage.run(scenario);
  mustSucceed('the run without interruption', applied);
  const ending = stage.ending(beginning);
  const dangling = danglingIn(stage.instance());
  if (dangling.length > 0) throw new Error(`the run without interruption leaves something behind: ${dangling.join('; ')}`);
  await stage.mustBeDone(scenario);
  return { scenario, beginning, operations: writesOf(applied.calls).map((write) => write.split(' ')[0] ?? write), ending };
}

/** Interrupts a run, repeats it until it succeeds, and compares; answers with the documented limit that it met, if any. */
export async function interrupt(stage: Stage, { scenario, beginning, ending }: Reference, cut: Cut): Promise<string | undefined> {
  for (let tries = 1; ; tries += 1) {
    await stage.startOver(scenario, beginning);
    await cutShort(stage, scenario, cut);
    if (!stage.isStateTorn) break;
    if (tries === TRIES) throw new Error(`in ${TRIES} tries terraform was killed while it wrote its state file`);
  }
  let again: Applied | undefined;
  for (let reruns = 0; reruns < RERUNS && again?.code !== 0; reruns++) again = await stage.run(scenario);
  if (again) mustSucceed('the command, run again,', again);
  const differences = differencesOf(stage.ending(beginning), ending);
  await stage.mustBeDone(scenario);
  const limit = limitMet(scenario, cut, differences);
  if (limit === undefined && differences.length > 0)
    throw new Error(['it ends otherwise than without interruption', ...differences].join('\n    '));
  return limit;
}
