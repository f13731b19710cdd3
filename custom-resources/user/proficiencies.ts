import { type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Proficiency, UserRef } from '../../connect/model';
import type { Context } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { Patience } from '../waiting';
import { proficiencyChanges } from './changes';
import { asOfWrite } from './expectation';

const WRITTEN = 'proficienciesWritten';

/** Kept with a user whose proficiencies were just written; `at` is when the service answered. */
export const proficienciesWritten = (at: number | undefined): PrivateData => {
  const { asOf } = asOfWrite(at);
  return asOf === undefined ? {} : { [WRITTEN]: asOf };
};

/** The same mark, while it still matters. */
export function whileRecent(known: PrivateData, context: Context): PrivateData {
  const written = writtenAt(known);
  return written !== undefined && remainingMs(written, context) > 0 ? { [WRITTEN]: written } : {};
}

/**
 * ListUserProficiencies, which lags behind: for a while after a write of ours, a list that neither agrees with what is
 * `expected` nor tells of a later change is older than that write, and is read again.
 */
export async function readProficiencies(
  connect: Gateway,
  user: UserRef,
  expected: readonly Proficiency[],
  known: PrivateData,
  context: Context,
): Promise<Outcome<readonly Proficiency[]>> {
  const written = writtenAt(known);
  const patience = new Patience(context, written === undefined ? 0 : remainingMs(written, context));
  for (;;) {
    const listed = await connect.users.listProficiencies(user);
    if (!listed.ok) return listed;
    const { proficiencies, lastModified = 0 } = listed.value;
    const believed = written === undefined || lastModified > written || proficiencyChanges(proficiencies, expected, proficiencies).length === 0;
    if (believed || !(await patience.pause('the list of proficiencies is older than the last change', { userId: user.userId }))) return succeeded(proficiencies);
  }
}

const writtenAt = (known: PrivateData): number | undefined => {
  const written = known[WRITTEN];
  return typeof written === 'number' ? written : undefined;
};

/** Not longer than the window, whatever the clock of this machine says. */
const remainingMs = (written: number, { clock, settings: { consistencyWindowMs: window } }: Context): number =>
  Math.min(window, Math.max(0, written + window - clock.now()));
