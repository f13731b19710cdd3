import type { Diagnostic } from '../contract/diagnostic';
import type { SessionMemory, Way } from '../contract/session-memory';
import { isUnknown, type Planned } from '../contract/value';
import { bareId, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { declaredInTwoWays } from './diagnostics';

interface OfGroup {
  readonly traffic_distribution_group_id: Planned<string>;
}

/**
 * The users of a group are declared one by one or as a whole, for who owns all takes out those that others put in.
 * The same goes for a plan that destroys in the one way and creates in the other. Told once for a group.
 */
export function claimWay(memory: SessionMemory, states: readonly (OfGroup | undefined)[], way: Way): readonly Diagnostic[] {
  const groups = new Set(states.flatMap((state) => (state && !isUnknown(state.traffic_distribution_group_id) ? [bareId(TRAFFIC_DISTRIBUTION_GROUP, state.traffic_distribution_group_id)] : [])));
  return [...groups].flatMap((group) => {
    const first = memory.ways.get(group) ?? way;
    memory.ways.set(group, first);
    const subject = `the ways of the group ${group}`;
    if (first === way || memory.told.has(subject)) return [];
    memory.told.add(subject);
    return [declaredInTwoWays(group)];
  });
}
