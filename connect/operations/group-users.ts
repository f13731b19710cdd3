import { ListTrafficDistributionGroupUsersCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { type Outcome, succeeded } from '../failure';
import type { GroupRef, Id } from '../model';
import { idIn } from '../shapes/ids';
import { idOf, list, optionalText, structure } from '../shapes/members';

/** The page size that a group in a Region is known to take. */
export type GroupUserPages = Map<string, number>;

const PAGE = 1000;
/** What the service took until the autumn of 2026, and may still take in some Regions. */
const SMALL_PAGE = 10;

/** The user ids of one group. The large page is asked for first; a refusal is remembered. */
export async function listGroupUsers(
  caller: Caller,
  pages: GroupUserPages,
  { group, region = caller.region }: GroupRef,
): Promise<Outcome<ReadonlySet<Id>>> {
  const key = `${region} ${idIn(group)}`;
  const pageSize = pages.get(key) ?? PAGE;
  const ids = await allPages({ operation: 'ListTrafficDistributionGroupUsers', region }, (nextToken) =>
    caller.call({
      operation: 'ListTrafficDistributionGroupUsers',
      region,
      command: () =>
        new ListTrafficDistributionGroupUsersCommand({
          TrafficDistributionGroupId: group,
          MaxResults: pageSize,
          NextToken: nextToken,
        }),
      read: (output) => ({
        items: list(output.TrafficDistributionGroupUserSummaryList, 'TrafficDistributionGroupUserSummaryList', (user, member) =>
          idOf(structure(user, member).UserId, `${member}.UserId`),
        ),
        nextToken: optionalText(output.NextToken, 'NextToken'),
      }),
    }),
  );
  if (ids.ok) return succeeded(new Set(ids.value));
  const pageRefused = ids.failure.kind === 'invalid' && /max_?results/i.test(ids.failure.message);
  if (pageSize === SMALL_PAGE || !pageRefused) return ids;
  pages.set(key, SMALL_PAGE);
  return listGroupUsers(caller, pages, { group, region });
}
