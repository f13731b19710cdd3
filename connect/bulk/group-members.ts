import type { Caller } from '../calls/caller';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { GroupRef } from '../model';
import { bareId } from '../shapes/ids';

type List = () => Promise<Outcome<ReadonlySet<string>>>;

/**
 * The members of traffic distribution groups, listed once for all that ask. There is no call that
 * tells of one member, so an absence is confirmed by a second list, shared too. What this process itself
 * changed is known without a list.
 */
export class GroupMembers {
  private readonly lists: SharedReads<ReadonlySet<string>>;
  private readonly confirmations: SharedReads<ReadonlySet<string>>;
  private readonly changed = new Map<string, boolean>();

  constructor(clock: Clock) {
    this.lists = new SharedReads('ListTrafficDistributionGroupUsers', clock);
    this.confirmations = new SharedReads('ListTrafficDistributionGroupUsers', clock);
  }

  async has(caller: Caller, group: GroupRef, userId: string, list: List): Promise<Outcome<boolean>> {
    const key = { region: group.region ?? caller.region, id: bareId(group.group) };
    const changed = this.changed.get(memberKey(key.id, userId));
    if (changed !== undefined) return succeeded(changed);
    for (const reads of [this.lists, this.confirmations]) {
      const members = await reads.get(key, caller.scope, list);
      if (!members.ok) return members;
      if (members.value.has(userId)) return succeeded(true);
    }
    return succeeded(false);
  }

  /** Tells of a change that this process made. */
  note(groupId: string, userId: string, member: boolean): void {
    this.changed.set(memberKey(groupId, userId), member);
  }
}

const memberKey = (groupId: string, userId: string): string => `${groupId} ${userId}`;
