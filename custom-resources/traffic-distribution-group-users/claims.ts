import { claim, claimPlanned } from '../checking/claims';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest } from '../contract/resource';
import type { SessionMemory } from '../contract/session-memory';
import { isUnknown, type PlannedState } from '../contract/value';
import { claimWay } from '../traffic-distribution-group-user/claim-way';
import { thingOf } from '../traffic-distribution-group-user/membership-id';
import { groupUsersId } from './group-users-id';
import type { GroupUsersState } from './schema';

/** All users of a group are one thing, and each membership is one, which nobody else may declare. */
export function claimUsers(memory: SessionMemory, { prior, planned, replacing = false, replanned = false }: CheckRequest<GroupUsersState>): readonly Diagnostic[] {
  if (replanned) return [];
  const [before, after] = [membershipsOf(prior), membershipsOf(planned)];
  return [
    ...claimPlanned(memory, { before: prior && groupThing(prior), after: planned && groupThing(planned), replacing }),
    ...(planned ? claimWay(memory, planned, 'as a whole') : []),
    ...[...before].filter((one) => !after.has(one)).flatMap((one) => claim(memory, one, 'destroy')),
    ...[...after].flatMap((one) => claim(memory, one, before.has(one) ? 'keep' : 'create')),
  ];
}

function groupThing({ instance_id: instance, traffic_distribution_group_id: group }: PlannedState<GroupUsersState>): string | undefined {
  return isUnknown(instance) || isUnknown(group) ? undefined : `all users of the traffic distribution group ${groupUsersId(instance, group)}`;
}

function membershipsOf(state: PlannedState<GroupUsersState> | undefined): ReadonlySet<string> {
  if (!state || isUnknown(state.user_ids)) return new Set();
  const { instance_id, traffic_distribution_group_id, user_ids } = state;
  return new Set(user_ids.flatMap((user_id) => thingOf({ instance_id, traffic_distribution_group_id, user_id }) ?? []));
}
