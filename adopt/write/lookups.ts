import { idsOfThings } from '../ids';
import type { Adopted } from '../model';
import { nameOf } from '../unique-names';
import type { HclValue } from './hcl-text';

/** A data source that finds a thing by its name. */
export interface Lookup {
  readonly type: string;
  readonly id: string;
  readonly by: Readonly<Record<string, HclValue>>;
}

/** The expressions that give the id of a thing; nothing where the thing has no name of its own, so that the id has to do. */
export interface Lookups {
  readonly all: readonly Lookup[];
  routingProfile(id: string): string | undefined;
  securityProfile(id: string): string | undefined;
  hierarchyGroup(id: string): string | undefined;
  group(id: string): string | undefined;
  queue(id: string): string | undefined;
}

/** What the agents, groups and quick connects refer to, each looked up once. */
export function lookups({ agents, groups, quickConnects, names }: Adopted): Lookups {
  const used = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids.filter((id) => id !== null))];
  const routing = named(
    'connect_routing_profile',
    'routing_profile_id',
    used(agents.map(({ state }) => state.routing_profile_id)),
    names.routingProfiles,
  );
  const security = named(
    'connect_security_profile',
    'security_profile_id',
    used(agents.flatMap(({ state }) => state.security_profile_ids)),
    names.securityProfiles,
  );
  const hierarchy = named(
    'connect_user_hierarchy_group',
    'hierarchy_group_id',
    used(agents.map(({ state }) => state.hierarchy_group_id)),
    new Map([...names.hierarchyGroups].map(([id, path]) => [id, path.join(' / ')])),
    (id) => ({ path: names.hierarchyGroups.get(id) ?? [] }),
  );
  const group = named('connect_traffic_distribution_group', 'id', used(groups.map(({ id }) => id)), names.trafficDistributionGroups);
  const queue = named(
    'connect_queue',
    'queue_id',
    used(quickConnects.flatMap(({ state }) => [...(state.queue_ids ?? []), ...state.queue_config.map(({ queue_id }) => queue_id)])),
    names.queues,
  );
  return {
    all: [routing, security, hierarchy, group, queue].flatMap(({ list }) => list),
    routingProfile: routing.find,
    securityProfile: security.find,
    hierarchyGroup: hierarchy.find,
    group: group.find,
    queue: queue.find,
  };
}

function named(
  type: string,
  attribute: string,
  used: readonly string[],
  names: ReadonlyMap<string, string>,
  by?: (id: string) => Readonly<Record<string, HclValue>>,
): { readonly list: readonly Lookup[]; find(id: string): string | undefined } {
  const unique = nameOf(names);
  const labels = idsOfThings(
    new Map(
      used.flatMap((id) => {
        const name = unique(id);
        return name === undefined ? [] : [[id, name] as const];
      }),
    ),
    '_',
  );
  return {
    list: [...labels]
      .map(([id, label]) => ({ type, id: label, by: by?.(id) ?? { name: unique(id) ?? '' } }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    find: (id) => (labels.has(id) ? `data.${type}.${labels.get(id)}.${attribute}` : undefined),
  };
}
