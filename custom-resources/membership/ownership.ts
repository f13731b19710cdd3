import type { Diagnostic } from '../contract/diagnostic';
import type { Ownership, SessionMemory } from '../contract/session-memory';
import { isUnknown, type Planned } from '../contract/value';
import { bareId, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { sharedAndExclusive } from './diagnostics';

interface OfGroup {
  readonly traffic_distribution_group_id: Planned<string>;
}

/**
 * The users of a group are declared one by one (shared) or all in one resource (exclusive), for who owns all takes out those
 * that others put in. The same goes for a plan that destroys the one and creates the other. Told once for a group.
 */
export function checkOwnership(
  memory: SessionMemory,
  { prior, planned }: { readonly prior?: OfGroup; readonly planned?: OfGroup },
  ownership: Ownership,
): readonly Diagnostic[] {
  const [before, after] = [groupOf(prior), groupOf(planned)];
  return [...new Set([before, after])].flatMap((group) => {
    if (group === undefined) return [];
    const owners = memory.groupOwners.get(group) ?? new Map<Ownership, boolean>();
    memory.groupOwners.set(group, owners.set(ownership, owners.get(ownership) === true || group === after));
    const subject = `the owners of the group ${group}`;
    // To destroy both is the way out.
    if (owners.size === 1 || ![...owners.values()].includes(true) || memory.told.has(subject)) return [];
    memory.told.add(subject);
    return [sharedAndExclusive(group)];
  });
}

const groupOf = (state: OfGroup | undefined): string | undefined =>
  state && !isUnknown(state.traffic_distribution_group_id)
    ? bareId(TRAFFIC_DISTRIBUTION_GROUP, state.traffic_distribution_group_id)
    : undefined;
