import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { QuickConnect, UserRef } from '../../connect/model';
import type { PrivateData } from '../contract/resource';

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

/** The quick connects that point at the user, with those that an unfinished removal noted and that point at nobody. */
export async function leftovers(connect: Gateway, user: UserRef, known: PrivateData): Promise<Outcome<readonly QuickConnect[]>> {
  const found = await connect.quickConnects.listForUser(user, notedQuickConnects(known));
  if (found.ok) return found;
  return found.failure.kind === 'not-found' ? succeeded([]) : failed(found.failure);
}

function notedQuickConnects(known: PrivateData): readonly string[] {
  const text = known[QUICK_CONNECTS];
  return typeof text === 'string' && text !== '' ? text.split(',') : [];
}
