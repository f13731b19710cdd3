import { ListRoutingProfilesCommand, ListSecurityProfilesCommand, ListUserHierarchyGroupsCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages, type Page } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { Catalogue, Fresh } from '../gateway';
import { list, optionalText, structure, text } from '../shapes/members';

/** The largest page of these lists. */
const PAGE = 1000;

type Ids = ReadonlySet<string>;

/** What users refer to, listed once for all that ask. */
export interface CatalogueMemory {
  readonly routingProfiles: SharedReads<Ids>;
  readonly securityProfiles: SharedReads<Ids>;
  readonly hierarchyGroups: SharedReads<Ids>;
}

export const catalogueMemoryOf = (clock: Clock): CatalogueMemory => ({
  routingProfiles: new SharedReads('ListRoutingProfiles', clock),
  securityProfiles: new SharedReads('ListSecurityProfiles', clock),
  hierarchyGroups: new SharedReads('ListUserHierarchyGroups', clock),
});

type Summaries = readonly { readonly Id?: string }[] | undefined;

const idsIn = (summaries: Summaries, name: string, nextToken: string | undefined): Page<string> => ({
  items: list(summaries, name, (summary, member) => text(structure(summary, member).Id, `${member}.Id`)),
  nextToken: optionalText(nextToken, 'NextToken'),
});

interface Query {
  readonly InstanceId: string;
  readonly NextToken: string | undefined;
  readonly MaxResults: number;
}

export function catalogueOf(caller: Caller, memory: CatalogueMemory): Catalogue {
  type PageOf = (query: Query, region: string) => Promise<Outcome<Page<string>>>;
  const listed =
    (lists: SharedReads<Ids>, operation: string, page: PageOf) =>
    (instanceId: string, region = caller.region, options: Fresh = {}): Promise<Outcome<Ids>> =>
      lists.get(
        { region, id: instanceId },
        caller.scope,
        async () => {
          const all = await allPages({ operation, region }, (NextToken) =>
            page({ InstanceId: instanceId, NextToken, MaxResults: PAGE }, region),
          );
          return all.ok ? succeeded(new Set(all.value)) : all;
        },
        options,
      );

  return {
    routingProfiles: listed(memory.routingProfiles, 'ListRoutingProfiles', (query, region) =>
      caller.call({
        operation: 'ListRoutingProfiles',
        region,
        command: () => new ListRoutingProfilesCommand(query),
        read: (output) => idsIn(output.RoutingProfileSummaryList, 'RoutingProfileSummaryList', output.NextToken),
      }),
    ),
    securityProfiles: listed(memory.securityProfiles, 'ListSecurityProfiles', (query, region) =>
      caller.call({
        operation: 'ListSecurityProfiles',
        region,
        command: () => new ListSecurityProfilesCommand(query),
        read: (output) => idsIn(output.SecurityProfileSummaryList, 'SecurityProfileSummaryList', output.NextToken),
      }),
    ),
    hierarchyGroups: listed(memory.hierarchyGroups, 'ListUserHierarchyGroups', (query, region) =>
      caller.call({
        operation: 'ListUserHierarchyGroups',
        region,
        command: () => new ListUserHierarchyGroupsCommand(query),
        read: (output) => idsIn(output.UserHierarchyGroupSummaryList, 'UserHierarchyGroupSummaryList', output.NextToken),
      }),
    ),
  };
}
