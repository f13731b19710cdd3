import { ListUsersCommand, SearchUsersCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import { type Outcome, succeeded } from '../failure';
import type { Expectation, ListedUser, User, UserRef } from '../model';
import { list, optionalText } from '../shapes/members';
import { listedUserOf, readableUsersOf } from '../shapes/user-shape';

/** Pages of SearchUsers and ListUsers: the largest that the API takes. */
const SEARCH_PAGE = 500;
const LIST_PAGE = 1000;

/** Readers of one instance that may call directly before a sweep is the cheaper way for all. */
const DIRECT_READS = 5;

/**
 * The users of an instance, read once for all that ask: by SearchUsers, and by ListUsers where it matters
 * when they were last modified. A sweep confirms that a user is unchanged; it concludes nothing else, for
 * both lists may lag behind.
 */
export class UserSweep {
  private readonly shown: SharedReads<ReadonlyMap<string, User>>;
  private readonly listed: SharedReads<ReadonlyMap<string, ListedUser>>;
  private readonly direct = new Map<string, number>();
  /** Instances whose users could not be listed: there everybody calls for itself. */
  private readonly broken = new Set<string>();

  constructor(
    clock: Clock,
    private readonly mode: RefreshMode,
  ) {
    this.shown = new SharedReads('SearchUsers', clock);
    this.listed = new SharedReads('ListUsers', clock);
  }

  /** ListUsers, once. */
  list(caller: Caller, instanceId: string, region: string): Promise<Outcome<ReadonlyMap<string, ListedUser>>> {
    return this.listed.get({ region, id: instanceId }, caller.scope, () => listAll(caller, instanceId, region));
  }

  /** Whether a reader should call DescribeUser itself: few did, and the call goes out at once. */
  prefersDirect(caller: Caller, { instanceId, region = caller.region }: UserRef): boolean {
    if (this.mode === 'exact') return true;
    const key = `${region} ${instanceId}`;
    if (this.broken.has(key)) return true;
    const count = this.direct.get(key) ?? 0;
    if (count >= DIRECT_READS) return false;
    const free = !caller.wouldWait('DescribeUser', region);
    this.direct.set(key, free ? count + 1 : DIRECT_READS);
    return free;
  }

  /** False when the lists do not show the user as expected, and when they cannot be read. */
  async confirms(caller: Caller, user: UserRef, { agrees, since }: Expectation): Promise<boolean> {
    const key = { region: user.region ?? caller.region, id: user.instanceId };
    const [shown, listed] = await Promise.all([
      this.shown.get(key, caller.scope, () => searchAll(caller, key.id, key.region)),
      since === undefined ? undefined : this.list(caller, key.id, key.region),
    ]);
    if (!shown.ok || listed?.ok === false) this.broken.add(`${key.region} ${key.id}`);
    const found = shown.ok ? shown.value.get(user.userId) : undefined;
    if (!found || !agrees(found)) return false;
    if (since === undefined) return true;
    const lastModified = listed?.ok ? listed.value.get(user.userId)?.lastModified : undefined;
    return lastModified !== undefined && lastModified <= since;
  }
}

const searchAll = async (caller: Caller, instanceId: string, region: string): Promise<Outcome<ReadonlyMap<string, User>>> =>
  byId(
    await allPages({ operation: 'SearchUsers', region }, (nextToken) =>
      caller.call({
        operation: 'SearchUsers',
        region,
        command: () => new SearchUsersCommand({ InstanceId: instanceId, MaxResults: SEARCH_PAGE, NextToken: nextToken }),
        // A user that lacks what every user has is looked at by itself.
        read: (output) => ({ items: readableUsersOf(output.Users), nextToken: optionalText(output.NextToken, 'NextToken') }),
      }),
    ),
  );

const listAll = async (caller: Caller, instanceId: string, region: string): Promise<Outcome<ReadonlyMap<string, ListedUser>>> =>
  byId(
    await allPages({ operation: 'ListUsers', region }, (nextToken) =>
      caller.call({
        operation: 'ListUsers',
        region,
        command: () => new ListUsersCommand({ InstanceId: instanceId, MaxResults: LIST_PAGE, NextToken: nextToken }),
        read: (output) => ({ items: list(output.UserSummaryList, 'UserSummaryList', listedUserOf), nextToken: optionalText(output.NextToken, 'NextToken') }),
      }),
    ),
  );

const byId = <T extends { readonly id: string }>(list: Outcome<readonly T[]>): Outcome<ReadonlyMap<string, T>> =>
  list.ok ? succeeded(new Map(list.value.map((item) => [item.id, item]))) : list;
