import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown } from '../contract/value';
import { guardRemovals } from '../membership/guard';
import { knownUserIds } from '../membership/ids';
import { wouldBeEmpty } from './diagnostics';
import type { GroupUsersState } from './schema';

/** A plan does not empty a group unless that is allowed, nor take out more users than the configuration of the provider allows. */
export async function guardGroupUsers(request: CheckRequest<GroupUsersState>, context: Context): Promise<readonly Diagnostic[]> {
  const { prior, planned, replacing, replaced } = request;
  const before = prior ?? replaced?.state;
  if (!before) return [];
  const there = knownUserIds(before.user_ids);
  // One that is replaced by the same is changed in place.
  if (!planned || (prior && replacing)) return guardRemovals(before, there, context);
  // Who leaves will be known at apply, which asks once more.
  if (isUnknown(planned.user_ids)) return [];
  if (there.length > 0 && planned.user_ids.length === 0 && planned.allow_empty !== true)
    return [wouldBeEmpty(before.traffic_distribution_group_id, there.length)];
  const wanted = new Set(knownUserIds(planned.user_ids));
  return guardRemovals(
    before,
    there.filter((user) => !wanted.has(user)),
    context,
  );
}
