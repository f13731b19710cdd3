import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { QuickConnect, TrafficDistributionGroup, UserRef } from '../../connect/model';
import type { PrivateData } from '../contract/value';
import { groupsInAllRegions } from '../membership/group';
import { regionOf } from '../values/identifiers';

/** What hangs on a user, and goes along with it: the plan names it, and the removal ends it. */

/** A group that has the user, and its home Region. */
export interface MemberOf {
  readonly group: TrafficDistributionGroup;
  readonly region: string;
}

/** The traffic distribution groups that have a user, in all Regions of its instance; by `recent` lists, or such as the process has. */
export async function membershipsOf(
  connect: Gateway,
  { instanceId, userId, region = connect.region }: UserRef,
  options: { readonly recent?: boolean } = {},
): Promise<Outcome<readonly MemberOf[]>> {
  const groups = await groupsInAllRegions(connect, instanceId, region, options);
  if (!groups.ok) return groups.failure.kind === 'not-found' ? succeeded([]) : groups;
  const found: MemberOf[] = [];
  for (const group of groups.value) {
    const home = regionOf(group.arn) ?? region;
    const member = await connect.groups.hasUser({ group: group.id, region: home }, userId, options);
    if (!member.ok && member.failure.kind !== 'not-found') return failed({ ...member.failure, message: `${member.failure.message} (about the group "${group.name}", ${group.id})` });
    if (member.ok && member.value) found.push({ group, region: home });
  }
  return succeeded(found);
}

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

/**
 * The quick connects that point at the user, with those that an unfinished removal noted and that point at nobody.
 * Nobody would look for them again, so a single "not found" is not taken for an empty list.
 */
export async function leftovers(connect: Gateway, user: UserRef, known: PrivateData): Promise<Outcome<readonly QuickConnect[]>> {
  const list = (): Promise<Outcome<readonly QuickConnect[]>> => connect.quickConnects.listForUser(user, notedQuickConnects(known));
  const found = await list();
  return !found.ok && found.failure.kind === 'not-found' ? list() : found;
}

function notedQuickConnects(known: PrivateData): readonly string[] {
  const text = known[QUICK_CONNECTS];
  return typeof text === 'string' && text !== '' ? text.split(',') : [];
}
