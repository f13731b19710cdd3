import fc from 'fast-check';
import { RandomRun, type World } from './random-run';
import { step, type Step } from './random-steps';

/** How a check of random sequences is bounded. A sequence has up to eight steps. */
export interface Bounds {
  readonly sequences: number;
  readonly seed: number;
  readonly longest?: number;
  /** Milliseconds for shrinking and all; what was found by then is reported. */
  readonly time?: number;
  /** Is told of the length of each sequence that is about to be taken. */
  readonly onSequence?: (steps: number) => void;
  /** Is told of each sequence that fails, in full, before and while it is made shorter. */
  readonly onFailure?: (told: string) => void;
}

const world: fc.Arbitrary<World> = fc.record({
  answers: fc.record({
    reassociate: fc.constantFrom('ok', 'conflict'),
    disassociateNonMember: fc.constantFrom('ok', 'not-found'),
    memberOfDeletedUser: fc.constantFrom('removed', 'lingers'),
    disassociateDeletedUser: fc.constantFrom('not-found', 'ok'),
    memberIds: fc.constantFrom('id', 'arn'),
    groupUsersPageMax: fc.constantFrom(1000, 10),
    quickConnectUserIdAfterDelete: fc.constantFrom('kept', 'cleared'),
    deleteQuickConnectInQueue: fc.constantFrom('ok', 'in-use'),
    omittedOnUpdate: fc.constantFrom('kept', 'cleared'),
    phoneStyles: fc.constantFrom('only-what-was-set', 'both'),
  }),
  provider: fc.constantFrom({}, { refresh_mode: 'exact' }, { burst: 2 }),
});

/** @throws with the shortest sequence found that fails, and what differed */
export async function checkSequences({ sequences, seed, longest = 8, time, onSequence, onFailure }: Bounds): Promise<void> {
  const property = fc.asyncProperty(world, fc.array(step, { minLength: 1, maxLength: longest, size: 'max' }), (chosen, steps) => {
    onSequence?.(steps.length);
    return RandomRun.take(chosen, steps).catch((error: unknown) => {
      onFailure?.(`${describeSequence(chosen, steps)}\n${messageOf(error)}`);
      throw error;
    });
  });
  const result = await fc.check(property, { numRuns: sequences, seed, ...(time !== undefined && { interruptAfterTimeLimit: time }) });
  if (!result.failed || result.counterexample === null) return;
  const [chosen, steps] = result.counterexample;
  throw new Error(`seed ${seed}, path ${result.counterexamplePath ?? ''}, after ${result.numShrinks} shrinks:\n${describeSequence(chosen, steps)}\n${messageOf(result.errorInstance)}`);
}

const describeSequence = (chosen: World, steps: readonly Step[]): string =>
  [`  world ${JSON.stringify(chosen)}`, ...steps.map((one, index) => `  step ${index + 1} ${JSON.stringify(one)}`)].join('\n');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
