import type { QuickConnect } from '../../connect/gateway';
import type { Context } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { endOfWindow } from '../waiting/read-new';

/** What is kept beside a user's state, for as long as it matters. When it was created is kept of all resources alike. */

const AS_OF = 'asOf';

/** Kept with a user: everything about it is known up to this time of the service. */
export const asOf = (at: number | undefined): PrivateData => (at === undefined ? {} : { [AS_OF]: at });

/** The service tells the time of an answer in whole seconds, that of a modification more exactly. */
const SECOND = 999;
export const asOfWrite = (at: number | undefined): PrivateData => asOf(at === undefined ? undefined : at + SECOND);

/** Never, for a user of which the time is not known: it has to be looked at. */
export const knownAsOf = (known: PrivateData): number => timeIn(known, AS_OF) ?? 0;

const WRITTEN = 'proficienciesWritten';

/** Kept with a user whose proficiencies were just written; `at` is when the service answered. */
export const proficienciesWritten = (at: number | undefined): PrivateData => (at === undefined ? {} : { [WRITTEN]: at + SECOND });

/** The same mark, while it still matters. */
export function whileRecent(known: PrivateData, context: Context): PrivateData {
  const written = writtenAt(known);
  return written !== undefined && endOfWindow(written, context) > context.clock.now() ? { [WRITTEN]: written } : {};
}

export const writtenAt = (known: PrivateData): number | undefined => timeIn(known, WRITTEN);

function timeIn(known: PrivateData, name: string): number | undefined {
  const time = known[name];
  return typeof time === 'number' ? time : undefined;
}

/**
 * A user that came from `aws_connect_user` by a `moved` block: its quick connects are often managed as
 * `aws_connect_quick_connect`, so they stay when the user goes, unless the configuration says otherwise.
 */
const MOVED = 'moved';

export const MOVED_MARK: PrivateData = { [MOVED]: true };

export const isMoved = (known: PrivateData): boolean => known[MOVED] === true;

/** The mark, to be kept as long as the user is. */
export const movedMark = (known: PrivateData): PrivateData => (isMoved(known) ? MOVED_MARK : {});

/**
 * What a deleted user may leave: quick connects that point at it. DeleteUser does not delete them.
 * While some are left, the resource stays in the state, marked as gone, so that a later run finishes
 * the cleaning. Their ids are kept too: whether a quick connect still names its user after DeleteUser
 * is not documented.
 */
const GONE = 'gone';
const QUICK_CONNECTS = 'quickConnects';

export const isGone = (known: PrivateData): boolean => known[GONE] === true;

export const goneLeaving = (quickConnects: readonly QuickConnect[]): PrivateData => ({ [GONE]: true, ...perhapsLeaving(quickConnects) });

/** For a user of which nobody knows whether it is deleted: the answer was lost. */
export const perhapsLeaving = (quickConnects: readonly QuickConnect[]): PrivateData => ({
  [QUICK_CONNECTS]: quickConnects.map(({ id }) => id).join(','),
});

export function notedQuickConnects(known: PrivateData): readonly string[] {
  const text = known[QUICK_CONNECTS];
  return typeof text === 'string' && text !== '' ? text.split(',') : [];
}
