import type { Adopted, AdoptedAgent, Grouping } from '../model';

/** The agents by the name of what they stand under in the code, names and agents in alphabetical order. */
export function agentsTogether({ agents, names }: Adopted, grouping: Grouping): ReadonlyMap<string, readonly AdoptedAgent[]> {
  const groupOf = ({ state }: AdoptedAgent): string =>
    grouping === 'routing profile'
      ? (names.routingProfiles.get(state.routing_profile_id) ?? state.routing_profile_id)
      : state.hierarchy_group_id === null
        ? 'no hierarchy group'
        : (names.hierarchyGroups.get(state.hierarchy_group_id)?.join(' ') ?? state.hierarchy_group_id);
  const together = new Map<string, AdoptedAgent[]>();
  for (const agent of [...agents].sort((a, b) => compare(a.state.name, b.state.name))) {
    const there = together.get(groupOf(agent));
    if (there) there.push(agent);
    else together.set(groupOf(agent), [agent]);
  }
  return new Map([...together].sort(([a], [b]) => compare(a, b)));
}

/** By code units: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
