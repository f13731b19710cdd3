import type { Answers } from '../../../emulator/settings';
import { failed, type Finding, type Findings } from '../findings';
import { codeOf } from '../instance/answer';
import type { Lab, LabParts } from '../instance/lab';

/** One experiment: makes what it needs, looks, and removes it again. */
export interface Question {
  /** As the progress of a run tells it. */
  readonly name: string;
  /** The rows that it answers. */
  readonly rows: readonly (keyof Answers)[];
  /** Why it cannot be asked in this run; nothing if it can. */
  readonly hindrance?: (parts: LabParts) => string | undefined;
  ask(lab: Lab): Promise<Findings>;
}

export const withoutGroup = ({ group }: LabParts): string | undefined => (group ? undefined : 'needs a group: --group or --new-group');

/** For what may leave traces in a group, or moves its traffic. */
export const withoutOwnGroup = ({ group }: LabParts): string | undefined =>
  group?.isOwn ? undefined : 'needs a group of its own, --new-group: it changes more of a group than the members that it puts there';

/** Finds out about one row by itself: what goes wrong with it is told there, and the others are asked all the same. */
export async function attempt<T>(lab: Lab, find: () => Promise<Finding<T>>): Promise<Finding<T>> {
  try {
    return await find();
  } catch (error) {
    if (lab.parts.signal?.aborted) throw error;
    return failed(whyOf(error));
  }
}

/** The service's own messages name ARNs: its code says enough. */
export const whyOf = (error: unknown): string => codeOf(error) || (error instanceof Error ? error.message : 'unknown');

/** When to look for what shows at once or soon, in milliseconds after the change. */
const LOOKS_MS = [0, 1_000, 2_000, 4_000, 8_000];

/** Whether something is so within a quarter of a minute. */
export async function soon(lab: Lab, condition: () => Promise<boolean>): Promise<boolean> {
  for (const ms of LOOKS_MS) {
    if (ms > 0) await lab.sleep(ms);
    if (await condition()) return true;
  }
  return false;
}
