import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { succeeded } from '../failure';
import type { Catalogue, ListOf } from '../gateway';
import {
  hierarchyGroups,
  hierarchyPaths,
  type ThingPages,
  quickConnects,
  routingProfiles,
  securityProfiles,
  standardQueues,
  users,
} from './catalogue-pages';

/** A list of the things of an instance, read once for all that ask. */
function shared<T extends { readonly id: string }>({ operation, page }: ThingPages<T>, clock: Clock): (caller: Caller) => ListOf<T> {
  const reads = new SharedReads<ReadonlyMap<string, T>>(operation, clock);
  return (caller) =>
    (instanceId, region = caller.region, options = {}) =>
      reads.get(
        { region, id: instanceId },
        caller.scope,
        async () => {
          const all = await allPages({ operation, region }, (nextToken) => page(caller, instanceId, region, nextToken));
          return all.ok ? succeeded(new Map(all.value.map((thing) => [thing.id, thing]))) : all;
        },
        options,
      );
}

export const catalogueMemoryOf = (clock: Clock) => ({
  routingProfiles: shared(routingProfiles, clock),
  securityProfiles: shared(securityProfiles, clock),
  hierarchyGroups: shared(hierarchyGroups, clock),
  hierarchyPaths: shared(hierarchyPaths, clock),
  queues: shared(standardQueues, clock),
  quickConnects: shared(quickConnects, clock),
  users: shared(users, clock),
});

export type CatalogueMemory = ReturnType<typeof catalogueMemoryOf>;

export const catalogueOf = (caller: Caller, memory: CatalogueMemory): Catalogue => ({
  routingProfiles: memory.routingProfiles(caller),
  securityProfiles: memory.securityProfiles(caller),
  hierarchyGroups: memory.hierarchyGroups(caller),
  hierarchyPaths: memory.hierarchyPaths(caller),
  queues: memory.queues(caller),
  quickConnects: memory.quickConnects(caller),
  users: memory.users(caller),
});
