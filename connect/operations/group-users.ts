import { ListTrafficDistributionGroupUsersCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { listAll, listing } from '../calls/pages';
import { type Outcome, succeeded } from '../failure';
import type { GroupRef, Id } from '../gateway';
import { idIn } from '../shapes/ids';
import { idOf, structure } from '../shapes/members';

const groupUsers = (size: number) =>
  listing(ListTrafficDistributionGroupUsersCommand, size, 'TrafficDistributionGroupUserSummaryList', (user, member) =>
    idOf(structure(user, member).UserId, `${member}.UserId`),
  );
const largePages = groupUsers(1000);
/** What the service took until the autumn of 2026, and may still take in some Regions. */
const smallPages = groupUsers(10);

/** The groups, each in a Region, that are known to refuse large pages. */
export type RefusesLargePages = Set<string>;

/** The user ids of one group. The large page is asked for first; a refusal that says what it is about is remembered. */
export async function listGroupUsers(
  caller: Caller,
  refuses: RefusesLargePages,
  { group, region = caller.region }: GroupRef,
): Promise<Outcome<ReadonlySet<Id>>> {
  const key = `${region} ${idIn(group)}`;
  const pages = refuses.has(key) ? smallPages : largePages;
  const ids = await listAll(caller, pages, region, { TrafficDistributionGroupId: group });
  if (ids.ok) return succeeded(new Set(ids.value));
  if (pages === smallPages || ids.failure.kind !== 'invalid') return ids;
  // With which words a page is refused is not documented; and what was changed moments ago may be refused alike.
  if (/max_?results/i.test(ids.failure.message)) refuses.add(key);
  const again = await listAll(caller, smallPages, region, { TrafficDistributionGroupId: group });
  return again.ok ? succeeded(new Set(again.value)) : again;
}
