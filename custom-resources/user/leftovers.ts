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

export const goneLeaving = (quickConnects: readonly QuickConnect[]): PrivateData => ({
  [GONE]: true,
  [QUICK_CONNECTS]: JSON.stringify(quickConnects.map(({ id, name }) => [id, name])),
});

/** The quick connects that point at the user, with those that an unfinished removal noted. */
export async function leftovers(connect: Gateway, user: UserRef, known: PrivateData): Promise<Outcome<readonly QuickConnect[]>> {
  const found = await connect.quickConnects.listForUser(user);
  if (!found.ok) return failed(found.failure);
  const noted = notedQuickConnects(known).filter(({ id }) => !found.value.some((quickConnect) => quickConnect.id === id));
  return succeeded([...found.value, ...noted]);
}

function notedQuickConnects(known: PrivateData): readonly QuickConnect[] {
  const text = known[QUICK_CONNECTS];
  if (typeof text !== 'string') return [];
  return (JSON.parse(text) as [string, string][]).map(([id, name]) => ({ id, name, arn: '', type: 'USER' }));
}
