import type { Diagnostic } from '../contract/diagnostic';
import type { SessionMemory, Way } from '../contract/session-memory';
import { isUnknown, type Planned } from '../contract/value';
import { bareId, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { declaredInTwoWays } from './diagnostics';

/** The users of a group are declared one by one or as a whole, for who owns all takes out those that others put in. */
export function claimWay(memory: SessionMemory, { traffic_distribution_group_id: group }: { readonly traffic_distribution_group_id: Planned<string> }, way: Way): readonly Diagnostic[] {
  if (isUnknown(group)) return [];
  const groupId = bareId(TRAFFIC_DISTRIBUTION_GROUP, group);
  const other = memory.ways.get(groupId) ?? way;
  memory.ways.set(groupId, other);
  return other === way ? [] : [declaredInTwoWays(groupId)];
}
