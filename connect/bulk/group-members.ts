import type { Caller } from '../calls/caller';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { GroupRef, Id } from '../gateway';
import { idIn } from '../shapes/ids';

type List = () => Promise<Outcome<ReadonlySet<Id>>>;

/** How old what is known may be where somebody outside may have put a user into a group meanwhile. */
const RECENT_MS = 10_000;
/** A list that takes long to read may be older, by how long it took: a tenth of the time is enough for reading lists. */
const AGE_FOR_READING = 10;

/** What this process did to a membership, and when. */
interface Change {
  readonly member: boolean;
  readonly at: number;
}

/**
 * The members of traffic distribution groups, listed once for all that ask. There is no call that
 * tells of one member, so an absence is confirmed by a second list, shared too. What this process itself
 * changed is known without a list.
 */
export class GroupMembers {
  private readonly lists: SharedReads<ReadonlySet<Id>>;
  private readonly confirmations: SharedReads<ReadonlySet<Id>>;
  private readonly changes = new Map<string, Change>();
  /** How long the last list of a group took (ms). */
  private readonly took = new Map<string, number>();

  constructor(private readonly clock: Clock) {
    this.lists = new SharedReads('ListTrafficDistributionGroupUsers', clock);
    this.confirmations = new SharedReads('ListTrafficDistributionGroupUsers', clock);
  }

  /** @param recent whether a list from the beginning of a long apply is too old. */
  async has(caller: Caller, group: GroupRef, userId: Id, list: List, recent: boolean): Promise<Outcome<boolean>> {
    const key = { region: group.region ?? caller.region, id: idIn(group.group) };
    const change = this.changes.get(memberKey(key.id, userId));
    if (change && (!recent || this.clock.now() - change.at <= RECENT_MS)) return succeeded(change.member);
    for (const reads of [this.lists, this.confirmations]) {
      const maxAgeMs = recent ? Math.max(RECENT_MS, AGE_FOR_READING * (this.took.get(key.id) ?? 0)) : Infinity;
      const members = await reads.get(key, caller, () => this.timed(key.id, list), { maxAgeMs });
      if (!members.ok) return members;
      if (members.value.has(userId)) return succeeded(true);
    }
    return succeeded(false);
  }

  /** Tells of a change that this process made. */
  note(groupId: Id, userId: Id, member: boolean): void {
    this.changes.set(memberKey(groupId, userId), { member, at: this.clock.now() });
  }

  private async timed(groupId: Id, list: List): ReturnType<List> {
    const begun = this.clock.now();
    const members = await list();
    this.took.set(groupId, this.clock.now() - begun);
    return members;
  }
}

const memberKey = (groupId: Id, userId: Id): string => `${groupId} ${userId}`;
