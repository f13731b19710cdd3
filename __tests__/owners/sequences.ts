import fc from 'fast-check';
import { Owners } from './owners';
import { step, type Step } from './steps';
import { Broken, endAll, take } from './take';

/** How many steps are taken, in sequences that each begin with an untouched contact centre. */
export interface Bounds {
  readonly steps: number;
  readonly seed: number;
  /** The most steps of a sequence. @default 16 */
  readonly longest?: number;
  /** How many tries there are to make a sequence that fails shorter. @default 60 */
  readonly tries?: number;
  readonly onSequence?: (taken: number) => void;
  /** Is told of each failure; the sequence after it goes on. */
  readonly onFailure: (told: string) => void;
}

/** Takes random steps of several owners, those apart that are not possible when their turn comes; answers with how many were taken. */
export async function checkOwners({ steps, seed: first, longest = 16, tries = 60, onSequence, onFailure }: Bounds): Promise<number> {
  const owners = await Owners.open(3);
  let taken = 0;
  const count = (): void => void (taken += 1);
  try {
    for (let seed = first; taken < steps; seed++) {
      const [sequence = []] = fc.sample(fc.array(step, { minLength: longest, maxLength: longest }), { numRuns: 1, seed });
      const failure = await failureOf(owners, sequence, { most: steps - taken, count });
      if (failure !== undefined) {
        const told = (list: readonly Step[], why: string): string => [`seed ${seed}: ${why}`, ...list.map((one) => `    ${JSON.stringify(one)},`), `  npm run test:owners -- --seed ${seed} --steps ${longest}`].join('\n');
        onFailure(told(sequence, failure));
        const shortest = await shortened(owners, sequence, failure, tries);
        if (shortest.steps.length < sequence.length) onFailure(`shorter: ${told(shortest.steps, shortest.failure)}`);
      }
      onSequence?.(taken);
    }
  } finally {
    await owners.close();
  }
  return taken;
}

/** Takes the steps from the beginning, and lets every owner end; answers with what went wrong. */
async function failureOf(owners: Owners, steps: readonly Step[], { most, count }: { readonly most: number; readonly count: () => void } = NO_LIMIT): Promise<string | undefined> {
  owners.startOver();
  try {
    let taken = 0;
    for (const one of steps) {
      if (taken === most || !(await take(owners, one))) continue;
      taken += 1;
      count();
    }
    await endAll(owners, steps.length);
    return undefined;
  } catch (error) {
    if (error instanceof Broken) return error.message;
    throw error;
  }
}

const NO_LIMIT = { most: Infinity, count: (): void => undefined };

/** Takes away steps that the failure does not need. */
async function shortened(owners: Owners, all: readonly Step[], why: string, tries: number): Promise<{ readonly steps: readonly Step[]; readonly failure: string }> {
  let [steps, failure] = [all, why];
  let left = tries;
  for (let index = steps.length - 1; index >= 0 && left > 0; index--, left--) {
    const fewer = steps.filter((_, position) => position !== index);
    const found = await failureOf(owners, fewer);
    if (found !== undefined) [steps, failure] = [fewer, found];
  }
  return { steps, failure };
}
