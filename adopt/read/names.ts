import type { Gateway } from '../../connect/gateway';
import type { Listed } from '../../connect/model';
import type { Names } from '../model';
import { value } from './value';

/** What people call the things that agents refer to. */
export async function readNames({ catalogue }: Gateway, instanceId: string): Promise<Names> {
  const [routingProfiles, securityProfiles, hierarchyGroups] = await Promise.all([
    catalogue.routingProfiles(instanceId),
    catalogue.securityProfiles(instanceId),
    catalogue.hierarchyPaths(instanceId),
  ]);
  return {
    routingProfiles: named(value(routingProfiles)),
    securityProfiles: named(value(securityProfiles)),
    hierarchyGroups: new Map([...value(hierarchyGroups).values()].map(({ id, path }) => [id, path])),
  };
}

const named = (listed: ReadonlyMap<string, Listed>): ReadonlyMap<string, string> =>
  new Map([...listed.values()].flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])));
