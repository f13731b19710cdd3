import {
  ListQueuesCommand,
  ListQuickConnectsCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
  ListUserHierarchyGroupsCommand,
  SearchUserHierarchyGroupsCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import type { Page } from '../calls/pages';
import type { Outcome } from '../failure';
import type { HierarchyGroup, Listed, ListedQuickConnect } from '../model';
import { hierarchyGroupsOf } from '../shapes/hierarchy-group-shape';
import { listedOf } from '../shapes/listed-shape';
import { list, optionalText } from '../shapes/members';
import { listedQuickConnectOf } from '../shapes/quick-connect-shape';

/** One list of the things of an instance that have names. */
export interface NamedPages<T> {
  readonly operation: string;
  page(caller: Caller, instanceId: string, region: string, nextToken: string | undefined): Promise<Outcome<Page<T>>>;
}

/** The largest page of these lists, and that of a search for hierarchy groups. */
const LIST_PAGE = 1000;
const SEARCH_PAGE = 100;

const query = (InstanceId: string, NextToken: string | undefined, MaxResults = LIST_PAGE) => ({ InstanceId, NextToken, MaxResults });

const pageOf = <T>(items: readonly T[], nextToken: string | undefined): Page<T> => ({
  items,
  nextToken: optionalText(nextToken, 'NextToken'),
});

export const routingProfiles: NamedPages<Listed> = {
  operation: 'ListRoutingProfiles',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'ListRoutingProfiles',
      region,
      command: () => new ListRoutingProfilesCommand(query(instanceId, nextToken)),
      read: ({ RoutingProfileSummaryList, NextToken }) =>
        pageOf(list(RoutingProfileSummaryList, 'RoutingProfileSummaryList', listedOf), NextToken),
    }),
};

export const securityProfiles: NamedPages<Listed> = {
  operation: 'ListSecurityProfiles',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'ListSecurityProfiles',
      region,
      command: () => new ListSecurityProfilesCommand(query(instanceId, nextToken)),
      read: ({ SecurityProfileSummaryList, NextToken }) =>
        pageOf(list(SecurityProfileSummaryList, 'SecurityProfileSummaryList', listedOf), NextToken),
    }),
};

export const hierarchyGroups: NamedPages<Listed> = {
  operation: 'ListUserHierarchyGroups',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'ListUserHierarchyGroups',
      region,
      command: () => new ListUserHierarchyGroupsCommand(query(instanceId, nextToken)),
      read: ({ UserHierarchyGroupSummaryList, NextToken }) =>
        pageOf(list(UserHierarchyGroupSummaryList, 'UserHierarchyGroupSummaryList', listedOf), NextToken),
    }),
};

export const hierarchyPaths: NamedPages<HierarchyGroup> = {
  operation: 'SearchUserHierarchyGroups',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'SearchUserHierarchyGroups',
      region,
      command: () => new SearchUserHierarchyGroupsCommand(query(instanceId, nextToken, SEARCH_PAGE)),
      read: ({ UserHierarchyGroups, NextToken }) => pageOf(hierarchyGroupsOf(UserHierarchyGroups), NextToken),
    }),
};

/** Those that people made: an agent's own queue has no name. */
export const standardQueues: NamedPages<Listed> = {
  operation: 'ListQueues',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'ListQueues',
      region,
      command: () => new ListQueuesCommand({ ...query(instanceId, nextToken), QueueTypes: ['STANDARD'] }),
      read: ({ QueueSummaryList, NextToken }) => pageOf(list(QueueSummaryList, 'QueueSummaryList', listedOf), NextToken),
    }),
};

export const quickConnects: NamedPages<ListedQuickConnect> = {
  operation: 'ListQuickConnects',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'ListQuickConnects',
      region,
      command: () => new ListQuickConnectsCommand(query(instanceId, nextToken)),
      read: ({ QuickConnectSummaryList, NextToken }) =>
        pageOf(list(QuickConnectSummaryList, 'QuickConnectSummaryList', listedQuickConnectOf), NextToken),
    }),
};
