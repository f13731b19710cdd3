import { idsOf } from '../ids';
import type { Adopted } from '../model';
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
}

/** What the agents and groups refer to, each looked up once. */
export function lookups({ agents, groups, names }: Adopted): Lookups {
  const used = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids.filter((id) => id !== null))];
  const routing = named(
    'connect_routing_profile',
    'routing_profile_id',
    used(agents.map(({ state }) => state.routing_profile_id)),
    names.routingProfiles,
    nameAttribute,
  );
  const security = named(
    'connect_security_profile',
    'security_profile_id',
    used(agents.flatMap(({ state }) => state.security_profile_ids)),
    names.securityProfiles,
    nameAttribute,
  );
  const hierarchy = named(
    'connect_user_hierarchy_group',
    'hierarchy_group_id',
    used(agents.map(({ state }) => state.hierarchy_group_id)),
    pathTexts(names.hierarchyGroups),
    (_, id) => ({
      path: names.hierarchyGroups.get(id) ?? [],
    }),
  );
  const group = named(
    'connect_traffic_distribution_group',
    'id',
    groups.map(({ id }) => id),
    new Map(groups.map(({ id, name }) => [id, name])),
    nameAttribute,
  );
  return {
    all: [routing, security, hierarchy, group].flatMap(({ list }) => list),
    routingProfile: routing.find,
    securityProfile: security.find,
    hierarchyGroup: hierarchy.find,
    group: group.find,
  };
}

const nameAttribute = (name: string): Readonly<Record<string, HclValue>> => ({ name });

const pathTexts = (paths: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> =>
  new Map([...paths].map(([id, path]) => [id, path.join(' / ')]));

function named(
  type: string,
  attribute: string,
  used: readonly string[],
  names: ReadonlyMap<string, string>,
  by: (name: string, id: string) => Readonly<Record<string, HclValue>>,
): { readonly list: readonly Lookup[]; find(id: string): string | undefined } {
  const times = new Map<string, number>();
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
  // What two things are called names neither.
  const nameOf = (id: string): string | undefined => {
    const name = names.get(id);
    return name !== undefined && times.get(name) === 1 ? name : undefined;
  };
  const ids = idsOf(
    used.flatMap((id) => nameOf(id) ?? []),
    '_',
  );
  const idFor = (id: string): string | undefined => ids.get(nameOf(id) ?? '');
  const list = used.flatMap((id) => {
    const [name, label] = [nameOf(id), idFor(id)];
    return name === undefined || label === undefined ? [] : [{ type, id: label, by: by(name, id) }];
  });
  return {
    list: [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
    find: (id) => (idFor(id) === undefined ? undefined : `data.${type}.${idFor(id)}.${attribute}`),
  };
}
