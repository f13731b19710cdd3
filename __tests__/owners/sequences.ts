import fc from 'fast-check';
import { Broken } from './hold';
import { Owners } from './owners';
import { step, type Step } from './steps';
import { endAll, take } from './take';

/** How many steps are taken, in sequences that each begin with an untouched contact centre. */
export interface Bounds {
  readonly steps: number;
  readonly seed: number;
  /** The most steps of a sequence. @default 40 */
  readonly longest?: number;
  /** How many tries there are to make a sequence that fails shorter. @default 60 */
  readonly tries?: number;
  readonly onSequence?: (taken: number) => void;
  /** Is told of each failure; the sequence after it goes on. */
  readonly onFailure: (told: string) => void;
}

/** Takes random steps of several owners, those apart that are not possible when their turn comes; answers with how many were taken. */
export async function checkOwners({ steps, seed: first, longest = 40, tries = 60, onSequence, onFailure }: Bounds): Promise<number> {
  const owners = await Owners.open(MOST_STACKS);
  let taken = 0;
  try {
    for (let seed = first; taken < steps; seed++) {
      const [sequence = []] = fc.sample(fc.noBias(fc.array(step, { minLength: longest, maxLength: longest })), { numRuns: 1, seed });
      const stacks = MOST_STACKS - (seed % 2 === 0 ? 1 : 0);
      const run = await lived(owners, stacks, sequence, steps - taken);
      taken += run.taken.length;
      if (run.failure !== undefined) {
        onFailure(
          `seed ${seed}: ${run.failure}\n  npm run test:owners -- --seed ${seed} --steps ${run.taken.length}\n  looking for fewer steps`,
        );
        const { taken: fewest, failure } = await shortened(owners, stacks, run, tries);
        onFailure(['shorter:', ...fewest.map((one) => `    ${JSON.stringify(one)},`), `  ${failure ?? ''}`].join('\n'));
      }
      onSequence?.(taken);
    }
  } finally {
    await owners.close();
  }
  return taken;
}

/** Every other sequence has one less. */
const MOST_STACKS = 3;

interface Run {
  /** The steps that were possible when their turn came, the one that failed included. */
  readonly taken: readonly Step[];
  readonly failure?: string;
}

/** Takes steps from the beginning, at most so many, and lets every owner end. */
async function lived(owners: Owners, stacks: number, steps: readonly Step[], most = Infinity): Promise<Run> {
  const taken: Step[] = [];
  owners.startOver(stacks);
  try {
    for (const one of steps) {
      if (taken.length === most) break;
      taken.push(one);
      if (!(await take(owners, one))) taken.pop();
    }
    await endAll(owners, taken.length);
    return { taken };
  } catch (error) {
    if (error instanceof Broken) return { taken, failure: error.message };
    throw error;
  }
}

/** Takes away steps that the failure does not need. */
async function shortened(owners: Owners, stacks: number, from: Run, tries: number): Promise<Run> {
  let shortest = from;
  let left = tries;
  for (let index = from.taken.length - 1; index >= 0 && left > 0; index--, left--) {
    const run = await lived(
      owners,
      stacks,
      shortest.taken.filter((_, position) => position !== index),
    );
    if (run.failure !== undefined) shortest = run;
    index = Math.min(index, shortest.taken.length);
  }
  return shortest;
}
