import { type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Proficiency, UserRef } from '../../connect/model';
import type { Context } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { endOfWindow } from '../waiting/read-new';
import { retry } from '../waiting/retry';
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
  return written !== undefined && endOfWindow(written, context) > context.clock.now() ? { [WRITTEN]: written } : {};
}

/**
 * ListUserProficiencies, which lags behind: for a while after a write of ours, a list that neither agrees with what is
 * `expected` nor tells of a later change is older than that write, and is read again.
 */
export function readProficiencies(
  connect: Gateway,
  user: UserRef,
  expected: readonly Proficiency[],
  known: PrivateData,
  context: Context,
): Promise<Outcome<readonly Proficiency[]>> {
  const written = writtenAt(known);
  return retry<Outcome<readonly Proficiency[]>>(context, { deadline: endOfWindow(written, context), fields: { userId: user.userId } }, async () => {
    const listed = await connect.users.listProficiencies(user);
    if (!listed.ok) return { done: listed };
    const { proficiencies, lastModified = 0 } = listed.value;
    const believed = written === undefined || lastModified > written || proficiencyChanges(proficiencies, expected, proficiencies).length === 0;
    return believed ? { done: succeeded(proficiencies) } : { again: 'the list of proficiencies is older than the last change', otherwise: succeeded(proficiencies) };
  });
}

const writtenAt = (known: PrivateData): number | undefined => {
  const written = known[WRITTEN];
  return typeof written === 'number' ? written : undefined;
};
