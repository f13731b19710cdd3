import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { tooManyMemberships } from '../guarding/diagnostics';
import { groupOf, type OfGroup } from './ids';

/** A plan does not take more users out of groups than the configuration of the provider allows. */
export async function guardRemovals(group: OfGroup, userIds: readonly string[], context: Context): Promise<readonly Diagnostic[]> {
  const { maxMembershipRemovals: most = Infinity } = context.settings;
  if (userIds.length === 0 || most === Infinity) return [];
  const tooMany = await context.ledger.beyond('memberships that end', removals(group, userIds), () => most, context);
  return tooMany ? [tooManyMemberships(tooMany, most)] : [];
}

/** The same for one resource by itself, at apply, of which the plan could not know who leaves. */
export function refuseRemovals(
  group: OfGroup,
  userIds: readonly string[],
  { maxMembershipRemovals: most = Infinity }: Context['settings'],
): Diagnostic | undefined {
  return userIds.length > most ? tooManyMemberships(removals(group, userIds), most) : undefined;
}

function removals(group: OfGroup, userIds: readonly string[]): readonly string[] {
  const { groupId } = groupOf(group);
  return userIds.map((userId) => `the user ${userId} of the group ${groupId}`);
}
