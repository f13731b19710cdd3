import {
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
  ListUserHierarchyGroupsCommand,
  SearchUserHierarchyGroupsCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages, type Page } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { Catalogue, ListOf } from '../gateway';
import type { HierarchyGroup, Listed } from '../model';
import { hierarchyGroupsOf } from '../shapes/hierarchy-group-shape';
import { listedOf } from '../shapes/listed-shape';
import { list, optionalText } from '../shapes/members';

/** The largest page of these lists. */
const PAGE = 1000;
/** The largest page of a search for hierarchy groups. */
const SEARCH_PAGE = 100;

type Lists<T = Listed> = SharedReads<ReadonlyMap<string, T>>;

/** What users refer to, listed once for all that ask. */
export interface CatalogueMemory {
  readonly routingProfiles: Lists;
  readonly securityProfiles: Lists;
  readonly hierarchyGroups: Lists;
  readonly hierarchyPaths: Lists<HierarchyGroup>;
}

export const catalogueMemoryOf = (clock: Clock): CatalogueMemory => ({
  routingProfiles: new SharedReads('ListRoutingProfiles', clock),
  securityProfiles: new SharedReads('ListSecurityProfiles', clock),
  hierarchyGroups: new SharedReads('ListUserHierarchyGroups', clock),
  hierarchyPaths: new SharedReads('SearchUserHierarchyGroups', clock),
});

type Summaries = Parameters<typeof listedOf>[0][] | undefined;

const pageOf = (summaries: Summaries, name: string, nextToken: string | undefined): Page<Listed> => ({
  items: list(summaries, name, listedOf),
  nextToken: optionalText(nextToken, 'NextToken'),
});

interface Query {
  readonly InstanceId: string;
  readonly NextToken: string | undefined;
  readonly MaxResults: number;
}

export function catalogueOf(caller: Caller, memory: CatalogueMemory): Catalogue {
  const listed =
    <T extends Listed>(
      lists: Lists<T>,
      operation: string,
      read: (query: Query, region: string) => Promise<Outcome<Page<T>>>,
      MaxResults = PAGE,
    ): ListOf<T> =>
    (instanceId, region = caller.region, options = {}) =>
      lists.get(
        { region, id: instanceId },
        caller.scope,
        async () => {
          const all = await allPages({ operation, region }, (NextToken) => read({ InstanceId: instanceId, NextToken, MaxResults }, region));
          return all.ok ? succeeded(new Map(all.value.map((thing) => [thing.id, thing]))) : all;
        },
        options,
      );

  return {
    routingProfiles: listed(memory.routingProfiles, 'ListRoutingProfiles', (query, region) =>
      caller.call({
        operation: 'ListRoutingProfiles',
        region,
        command: () => new ListRoutingProfilesCommand(query),
        read: (output) => pageOf(output.RoutingProfileSummaryList, 'RoutingProfileSummaryList', output.NextToken),
      }),
    ),
    securityProfiles: listed(memory.securityProfiles, 'ListSecurityProfiles', (query, region) =>
      caller.call({
        operation: 'ListSecurityProfiles',
        region,
        command: () => new ListSecurityProfilesCommand(query),
        read: (output) => pageOf(output.SecurityProfileSummaryList, 'SecurityProfileSummaryList', output.NextToken),
      }),
    ),
    hierarchyGroups: listed(memory.hierarchyGroups, 'ListUserHierarchyGroups', (query, region) =>
      caller.call({
        operation: 'ListUserHierarchyGroups',
        region,
        command: () => new ListUserHierarchyGroupsCommand(query),
        read: (output) => pageOf(output.UserHierarchyGroupSummaryList, 'UserHierarchyGroupSummaryList', output.NextToken),
      }),
    ),
    hierarchyPaths: listed(
      memory.hierarchyPaths,
      'SearchUserHierarchyGroups',
      (query, region) =>
        caller.call({
          operation: 'SearchUserHierarchyGroups',
          region,
          command: () => new SearchUserHierarchyGroupsCommand(query),
          read: (output) => ({
            items: hierarchyGroupsOf(output.UserHierarchyGroups),
            nextToken: optionalText(output.NextToken, 'NextToken'),
          }),
        }),
      SEARCH_PAGE,
    ),
  };
}
