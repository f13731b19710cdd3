import type { Names } from './model';

/** The name of a thing, where no other of the instance has it too; else nothing, and its id has to do. */
export type NameOf = (id: string) => string | undefined;

export function nameOf(names: ReadonlyMap<string, string>): NameOf {
  const times = new Map<string, number>();
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
  return (id) => {
    const name = names.get(id);
    return name !== undefined && times.get(name) === 1 ? name : undefined;
  };
}

/** What code calls the things that agents and quick connects refer to: names, and ids where a name would not do. */
export interface UniqueNames {
  routingProfile(id: string): string;
  securityProfile(id: string): string;
  hierarchyGroup(id: string): string | readonly string[];
  trafficDistributionGroup(id: string): string;
}

export function uniqueNames({ routingProfiles, securityProfiles, hierarchyGroups, trafficDistributionGroups }: Names): UniqueNames {
  const orId = (names: ReadonlyMap<string, string>): ((id: string) => string) => {
    const unique = nameOf(names);
    return (id) => unique(id) ?? id;
  };
  const path = nameOf(new Map([...hierarchyGroups].map(([id, names]) => [id, JSON.stringify(names)])));
  return {
    routingProfile: orId(routingProfiles),
    securityProfile: orId(securityProfiles),
    hierarchyGroup: (id) => (path(id) === undefined ? id : (hierarchyGroups.get(id) ?? id)),
    trafficDistributionGroup: orId(trafficDistributionGroups),
  };
}
