import fc from 'fast-check';
import { RandomRun, StepFailure, type World } from './random-run';
import { step, type Step } from './steps';

/** How a check of random sequences is bounded, and who is told of it. */
export interface Bounds {
  readonly sequences: number;
  readonly seed: number;
  /** The most steps of a sequence. @default 12 */
  readonly longest?: number;
  /** How many tries there are to make a sequence that fails shorter. @default 200 */
  readonly tries?: number;
  /** Is told of the length of each sequence that is about to be taken. */
  readonly onSequence?: (steps: number) => void;
  /** Is told of the first failure before the sequence is made shorter. */
  readonly onFailure?: (told: string) => void;
}

interface Sequence {
  readonly world: World;
  readonly steps: readonly Step[];
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
export async function checkSequences({ sequences, seed, longest = 12, tries = 200, onSequence, onFailure }: Bounds): Promise<void> {
  const arbitrary = fc.record({ world, steps: fc.array(step, { minLength: 1, maxLength: longest, size: 'max' }) });
  for (const sequence of fc.sample(arbitrary, { numRuns: sequences, seed })) {
    onSequence?.(sequence.steps.length);
    const failure = await failureOf(sequence);
    if (!failure) continue;
    onFailure?.(describe(sequence, failure));
    const shortest = await shortened(upTo(sequence, failure), failure, tries);
    throw new Error(`seed ${seed}: ${describe(shortest.sequence, shortest.failure)}`);
  }
}

async function failureOf({ world: chosen, steps }: Sequence): Promise<StepFailure | undefined> {
  try {
    await RandomRun.take(chosen, steps);
    return undefined;
  } catch (error) {
    if (error instanceof StepFailure) return error;
    throw error;
  }
}

/** Takes away what the failure does not need: whole steps first, then parts of steps. */
async function shortened(
  from: Sequence,
  why: StepFailure,
  tries: number,
): Promise<{ readonly sequence: Sequence; readonly failure: StepFailure }> {
  let [sequence, failure, left] = [from, why, tries];
  for (let candidates = shorter(sequence); candidates.length > 0 && left > 0;) {
    const [candidate, ...rest] = candidates;
    if (!candidate) break;
    left -= 1;
    const found = await failureOf(candidate);
    candidates = rest;
    if (!found) continue;
    [sequence, failure] = [upTo(candidate, found), found];
    candidates = shorter(sequence);
  }
  return { sequence, failure };
}

const upTo = ({ world: chosen, steps }: Sequence, { step: count }: StepFailure): Sequence => ({
  world: chosen,
  steps: steps.slice(0, count),
});

function shorter({ world: chosen, steps }: Sequence): readonly Sequence[] {
  const without = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, position) => position !== index);
  const change = (index: number, part: Partial<Step>): Sequence => ({
    world: chosen,
    steps: steps.map((one, position) => (position === index ? { ...one, ...part } : one)),
  });
  return [
    ...steps.map((_, index) => ({ world: chosen, steps: without(steps, index) })),
    ...steps.flatMap(({ outside, edits, trouble }, index) => [
      ...trouble.map((_, part) => change(index, { trouble: without(trouble, part) })),
      ...outside.map((_, part) => change(index, { outside: without(outside, part) })),
      ...edits.map((_, part) => change(index, { edits: without(edits, part) })),
    ]),
  ].filter((sequence) => sequence.steps.length > 0);
}

const describe = ({ world: chosen, steps }: Sequence, failure: StepFailure): string =>
  [
    'a sequence fails',
    `  world ${JSON.stringify(chosen)}`,
    ...steps.map((one, index) => `  step ${index + 1} ${JSON.stringify(one)}`),
    `step ${failure.step}: ${failure.message}`,
  ].join('\n');
