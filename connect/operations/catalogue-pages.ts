import {
  ListQueuesCommand,
  ListQuickConnectsCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
  ListUserHierarchyGroupsCommand,
  SearchUserHierarchyGroupsCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import type { Page } from '../calls/pages';
import type { Outcome } from '../failure';
import type { HierarchyGroup, Id, Listed, ListedQuickConnect, User } from '../model';
import { hierarchyGroupsOf } from '../shapes/hierarchy-group-shape';
import { listedOf } from '../shapes/listed-shape';
import { list, optionalText } from '../shapes/members';
import { listedQuickConnectOf } from '../shapes/quick-connect-shape';
import { foundUserOf } from '../shapes/user-shape';

/** One list of the things of an instance. */
export interface ThingPages<T> {
  readonly operation: string;
  page(caller: Caller, instanceId: Id, region: string, nextToken: string | undefined): Promise<Outcome<Page<T>>>;
}

/** The largest pages of these lists, of a search for hierarchy groups, and of a search for users. */
const LIST_PAGE = 1000;
const GROUPS_PAGE = 100;
const USERS_PAGE = 500;

const query = (InstanceId: string, NextToken: string | undefined, MaxResults = LIST_PAGE) => ({ InstanceId, NextToken, MaxResults });

const pageOf = <T>(items: readonly T[], nextToken: string | undefined): Page<T> => ({
  items,
  nextToken: optionalText(nextToken, 'NextToken'),
});

export const routingProfiles: ThingPages<Listed> = {
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

export const securityProfiles: ThingPages<Listed> = {
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

export const hierarchyGroups: ThingPages<Listed> = {
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

export const hierarchyPaths: ThingPages<HierarchyGroup> = {
  operation: 'SearchUserHierarchyGroups',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'SearchUserHierarchyGroups',
      region,
      command: () => new SearchUserHierarchyGroupsCommand(query(instanceId, nextToken, GROUPS_PAGE)),
      read: ({ UserHierarchyGroups, NextToken }) => pageOf(hierarchyGroupsOf(UserHierarchyGroups), NextToken),
    }),
};

/** Those that people made: an agent's own queue has no name. */
export const standardQueues: ThingPages<Listed> = {
  operation: 'ListQueues',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'ListQueues',
      region,
      command: () => new ListQueuesCommand({ ...query(instanceId, nextToken), QueueTypes: ['STANDARD'] }),
      read: ({ QueueSummaryList, NextToken }) => pageOf(list(QueueSummaryList, 'QueueSummaryList', listedOf), NextToken),
    }),
};

export const quickConnects: ThingPages<ListedQuickConnect> = {
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

export const users: ThingPages<User> = {
  operation: 'SearchUsers',
  page: (caller, instanceId, region, nextToken) =>
    caller.call({
      operation: 'SearchUsers',
      region,
      command: () => new SearchUsersCommand(query(instanceId, nextToken, USERS_PAGE)),
      read: ({ Users, NextToken }) => pageOf(list(Users, 'Users', foundUserOf), NextToken),
    }),
};
