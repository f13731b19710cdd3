import { type Failure, stopped } from '../../connect/failure';
import type { Diagnostic } from '../contract/diagnostic';
import { callFailed } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { PASSING, UNEXPLAINED_MS } from '../membership/group';
import { placeOf } from '../values/place';
import { type Attempt, retry } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import { defaultGroupStays, deletionFailed, groupInUse, notGoneInTime } from './diagnostics';
import type { GroupState } from './schema';

/** What is wrong in the end; nothing once the group is gone. */
type Result = Diagnostic | undefined;

/** DeleteTrafficDistributionGroup, and the wait until the group is gone. One that is gone already is what was asked for. */
export function removeGroup({ connect, context, deadline }: Work, state: GroupState): Promise<Result> {
  if (state.is_default) return Promise.resolve(defaultGroupStays(state));
  const group = { group: state.id ?? '', region: state.region ?? connect.region };
  const failed = (failure: Failure): Diagnostic =>
    callFailed(`deleting the traffic distribution group "${state.name}" (${group.group})`, failure);
  const wait = (again: string, otherwise: Diagnostic, withinMs?: number): Attempt<Result> => {
    return { again, otherwise, stopped: failed(stopped(again, group.region)), withinMs };
  };
  /** Whether Amazon Connect took the deletion. */
  let asked = false;
  return retry<Result>(context, { deadline, fields: { groupId: group.group, region: group.region } }, async () => {
    const found = await connect.groups.find(group);
    if (!found.ok) return { done: failed(found.failure) };
    if (!found.value)
      return { done: asked ? undefined : await instanceMissing(connect, placeOf(state.instance_id, group.region, connect)) };
    const { status, isDefault } = found.value;
    if (isDefault) return { done: defaultGroupStays(state) };
    if (status === 'PENDING_DELETION' || PASSING.includes(status)) return wait(`the group is ${status}`, notGoneInTime(state, status));
    if (asked && status === 'DELETION_FAILED') return { done: deletionFailed(state) };
    if (!asked) {
      const deleted = await connect.groups.delete(group);
      if (!deleted.ok) return { done: deleted.failure.kind === 'in-use' ? groupInUse(state, deleted.failure) : failed(deleted.failure) };
      asked = true;
    }
    return wait('the deletion of the group is not known everywhere yet', notGoneInTime(state, status), UNEXPLAINED_MS);
  });
}
