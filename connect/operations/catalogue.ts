import {
  ListQueuesCommand,
  ListQuickConnectsCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
  ListUserHierarchyGroupsCommand,
  SearchUserHierarchyGroupsCommand,
} from '@aws-sdk/client-connect';
import { type Caller, forCaller } from '../calls/caller';
import { type Listing, listAll, listing } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { succeeded } from '../failure';
import type { Catalogue, Listed, ListOf } from '../gateway';
import { hierarchyGroupOf } from '../shapes/hierarchy-group-shape';
import { listedOf } from '../shapes/listed-shape';
import { listedQuickConnectOf } from '../shapes/quick-connect-shape';
import { foundUsers } from './find-user';

const routingProfiles = listing(ListRoutingProfilesCommand, 1000, 'RoutingProfileSummaryList', listedOf);
const securityProfiles = listing(ListSecurityProfilesCommand, 1000, 'SecurityProfileSummaryList', listedOf);
const hierarchyGroups = listing(ListUserHierarchyGroupsCommand, 1000, 'UserHierarchyGroupSummaryList', listedOf);
const hierarchyPaths = listing(SearchUserHierarchyGroupsCommand, 100, 'UserHierarchyGroups', hierarchyGroupOf);
const queues = listing(ListQueuesCommand, 1000, 'QueueSummaryList', listedOf);
const quickConnects = listing(ListQuickConnectsCommand, 1000, 'QuickConnectSummaryList', listedQuickConnectOf);

interface OfInstance {
  readonly InstanceId: string;
}

/** Those that people made: an agent's own queue has no name. */
export const standardQueues: Listing<OfInstance, Listed> = {
  ...queues,
  page: (caller, region, query, nextToken) => queues.page(caller, region, { ...query, QueueTypes: ['STANDARD'] }, nextToken),
};

/** A list of the things of an instance, read once for all that ask. */
function shared<T extends { readonly id: string }>(things: Listing<OfInstance, T>, clock: Clock): (caller: Caller) => ListOf<T> {
  const reads = new SharedReads<ReadonlyMap<string, T>>(things.operation, clock);
  return (caller) =>
    (instanceId, region = caller.region, options = {}) =>
      reads.get(
        { region, id: instanceId },
        caller,
        async () => {
          const all = await listAll(caller, things, region, { InstanceId: instanceId });
          return all.ok ? succeeded(new Map(all.value.map((thing) => [thing.id, thing]))) : all;
        },
        options,
      );
}

export function catalogueOf(clock: Clock): (caller: Caller) => Catalogue {
  const lists = {
    routingProfiles: shared(routingProfiles, clock),
    securityProfiles: shared(securityProfiles, clock),
    hierarchyGroups: shared(hierarchyGroups, clock),
    hierarchyPaths: shared(hierarchyPaths, clock),
    queues: shared(standardQueues, clock),
    quickConnects: shared(quickConnects, clock),
    users: shared(foundUsers, clock),
  };
  return (caller) => forCaller<Catalogue>(lists, caller);
}
