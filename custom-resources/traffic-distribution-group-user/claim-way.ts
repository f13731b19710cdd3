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
export function claimWay(memory: SessionMemory, { prior, planned }: { readonly prior?: OfGroup; readonly planned?: OfGroup }, way: Way): readonly Diagnostic[] {
  const [before, after] = [groupOf(prior), groupOf(planned)];
  return [...new Set([before, after])].flatMap((group) => {
    if (group === undefined) return [];
    const ways = memory.ways.get(group) ?? new Map<Way, boolean>();
    memory.ways.set(group, ways.set(way, ways.get(way) === true || group === after));
    const subject = `the ways of the group ${group}`;
    // To destroy what there is in both ways is the way out.
    if (ways.size === 1 || ![...ways.values()].includes(true) || memory.told.has(subject)) return [];
    memory.told.add(subject);
    return [declaredInTwoWays(group)];
  });
}

const groupOf = (state: OfGroup | undefined): string | undefined =>
  state && !isUnknown(state.traffic_distribution_group_id) ? bareId(TRAFFIC_DISTRIBUTION_GROUP, state.traffic_distribution_group_id) : undefined;
