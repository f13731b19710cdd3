import { claimPlanned } from '../checking/claims';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest } from '../contract/resource';
import type { SessionMemory } from '../contract/session-memory';
import { isUnknown, type PlannedState } from '../contract/value';
import { claimWay } from '../traffic-distribution-group-user/claim-way';
import { groupUsersId } from './group-users-id';
import type { GroupUsersState } from './schema';

/** All users of a group are one thing, which one resource can declare; and no other may declare one of them. */
export function claimUsers(memory: SessionMemory, { prior, planned, replacing = false, replanned = false }: CheckRequest<GroupUsersState>): readonly Diagnostic[] {
  if (replanned) return [];
  return [
    ...claimPlanned(memory, { before: prior && thing(prior), after: planned && thing(planned), replacing }),
    ...claimWay(memory, { prior, planned }, 'as a whole'),
  ];
}

function thing({ instance_id: instance, traffic_distribution_group_id: group }: PlannedState<GroupUsersState>): string | undefined {
  return isUnknown(instance) || isUnknown(group) ? undefined : `all users of the traffic distribution group ${groupUsersId(instance, group)}`;
}
