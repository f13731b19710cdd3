import {
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
  ListUserHierarchyGroupsCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { Catalogue } from '../gateway';
import { present } from '../shapes/incomplete-answer';

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

interface Summaries {
  readonly list: readonly { readonly Id?: string }[] | undefined;
  readonly nextToken: string | undefined;
}

export function catalogueOf(caller: Caller, memory: CatalogueMemory): Catalogue {
  const ids = async (page: (nextToken: string | undefined) => Promise<Outcome<Summaries>>): Promise<Outcome<Ids>> => {
    const all = await allPages(async (nextToken) => {
      const outcome = await page(nextToken);
      return outcome.ok ? succeeded({ items: outcome.value.list ?? [], nextToken: outcome.value.nextToken }) : outcome;
    });
    return all.ok ? succeeded(new Set(all.value.map(({ Id }) => present(Id, 'Id')))) : all;
  };
  const query = (InstanceId: string, NextToken: string | undefined) => ({ InstanceId, NextToken, MaxResults: PAGE });
  return {
    routingProfiles: (instanceId, region = caller.region, options = {}) =>
      memory.routingProfiles.get({ region, id: instanceId }, caller.scope, () =>
        ids((nextToken) =>
          caller.call({
            operation: 'ListRoutingProfiles',
            region,
            command: () => new ListRoutingProfilesCommand(query(instanceId, nextToken)),
            read: (output) => ({ list: output.RoutingProfileSummaryList, nextToken: output.NextToken }),
          }),
        ), options),
    securityProfiles: (instanceId, region = caller.region, options = {}) =>
      memory.securityProfiles.get({ region, id: instanceId }, caller.scope, () =>
        ids((nextToken) =>
          caller.call({
            operation: 'ListSecurityProfiles',
            region,
            command: () => new ListSecurityProfilesCommand(query(instanceId, nextToken)),
            read: (output) => ({ list: output.SecurityProfileSummaryList, nextToken: output.NextToken }),
          }),
        ), options),
    hierarchyGroups: (instanceId, region = caller.region, options = {}) =>
      memory.hierarchyGroups.get({ region, id: instanceId }, caller.scope, () =>
        ids((nextToken) =>
          caller.call({
            operation: 'ListUserHierarchyGroups',
            region,
            command: () => new ListUserHierarchyGroupsCommand(query(instanceId, nextToken)),
            read: (output) => ({ list: output.UserHierarchyGroupSummaryList, nextToken: output.NextToken }),
          }),
        ), options),
  };
}
