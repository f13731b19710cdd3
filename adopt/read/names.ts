import type { Gateway, Id, Listed } from '../../connect/gateway';
import type { Names } from '../model';
import { value } from './value';

/** What people call the things that agents refer to, and where quick connects are read, the queues. */
export async function readNames({ catalogue, groups }: Gateway, instanceId: Id, withQueues: boolean): Promise<Names> {
  const [routingProfiles, securityProfiles, hierarchyGroups, trafficDistributionGroups, queues] = await Promise.all([
    catalogue.routingProfiles(instanceId),
    catalogue.securityProfiles(instanceId),
    catalogue.hierarchyPaths(instanceId),
    groups.list(instanceId),
    withQueues ? catalogue.queues(instanceId) : undefined,
  ]);
  return {
    routingProfiles: named(value(routingProfiles).values()),
    securityProfiles: named(value(securityProfiles).values()),
    hierarchyGroups: new Map([...value(hierarchyGroups).values()].map(({ id, path }) => [id, path])),
    trafficDistributionGroups: named(value(trafficDistributionGroups)),
    queues: queues ? named(value(queues).values()) : new Map(),
  };
}

const named = (listed: Iterable<Listed>): ReadonlyMap<string, string> =>
  new Map([...listed].flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])));
