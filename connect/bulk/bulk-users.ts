import { ListUsersCommand, SearchUsersCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { listing } from '../calls/pages';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import { succeeded } from '../failure';
import type { Id, User, Users } from '../gateway';
import { onDemand } from '../on-demand';
import { findByUsername, findUser } from '../operations/find-user';
import { listedUserOf, readableUserOf } from '../shapes/user-shape';
import { SideBySide } from './side-by-side';
import { confirms, SharedList, unchanged } from './shared-list';

/** All but e-mails, mobile numbers, proficiencies and when a user was modified. A user that cannot be read is looked at by itself. */
const shownUsers = listing(SearchUsersCommand, 500, 'Users', readableUserOf);
/** Names, and when a user was modified. */
const listedUsers = listing(ListUsersCommand, 1000, 'UserSummaryList', listedUserOf);

/**
 * What is asked about users, answered by a call for each or by lists of a whole instance, whichever is cheaper. Lists may
 * confirm what is expected; that a user is gone or changed, only a call tells.
 */
export function bulkUsers(
  clock: Clock,
  mode: RefreshMode,
): (caller: Caller) => Pick<Users, 'list' | 'count' | 'search' | 'observe' | 'isUnlisted' | 'deniedList' | 'holderOf' | 'exists'> {
  /** The users of one instance in one Region, as far as they were listed, and who asks about them. */
  const usersOf = onDemand((instanceId: Id, region: string) => {
    const shown = new SharedList(shownUsers, instanceId, region, clock, ({ username }) => username);
    return {
      shown,
      listed: new SharedList(listedUsers, instanceId, region, clock, ({ username }) => username),
      readers: new SideBySide<User | 'unchanged' | undefined>('DescribeUser', region, shown, clock),
      holders: new SideBySide<User | undefined>('SearchUsers', region, shown, clock),
      accounts: new SideBySide<boolean>('DescribeUser', region, shown, clock),
    };
  });

  return (caller) => ({
    list: (instanceId, region = caller.region) => usersOf(instanceId, region).listed.all(caller),

    count(instanceId, region = caller.region) {
      const { shown, listed } = usersOf(instanceId, region);
      return listed.complete ? listed.size(caller) : shown.size(caller);
    },

    search: (instanceId, region = caller.region) => usersOf(instanceId, region).shown.all(caller),

    observe(user, { agrees, since }) {
      if (mode === 'exact') return findUser(caller, user);
      const { shown, listed, readers } = usersOf(user.instanceId, user.region ?? caller.region);
      const agreed = once(agrees);
      return readers.answer({
        caller,
        lists: since === undefined ? [shown] : [shown, listed],
        known: () =>
          unchanged(
            confirms(shown, user.userId, agreed),
            since === undefined || confirms(listed, user.userId, ({ lastModified }) => (lastModified ?? Infinity) <= since),
          ),
        ask: () => findUser(caller, user),
      });
    },

    isUnlisted({ instanceId, userId, region = caller.region }) {
      const { shown } = usersOf(instanceId, region);
      return shown.complete && !shown.failure && !shown.byId(userId);
    },

    deniedList: (instanceId, region = caller.region) => usersOf(instanceId, region).readers.denied,

    // Whoever it seems to be is looked at.
    holderOf(instanceId, username, region = caller.region) {
      const { listed, holders } = usersOf(instanceId, region);
      const holder = () => listed.byName(username);
      return holders.answer({
        caller,
        lists: [listed],
        known: () => (holder() || listed.failure ? 'ask' : listed.complete ? { value: undefined } : undefined),
        ask: async () => {
          const id = holder()?.id;
          if (id === undefined) return findByUsername(caller, instanceId, username, region);
          const found = await findUser(caller, { instanceId, userId: id, region });
          return found.ok && found.value?.username !== username ? succeeded(undefined) : found;
        },
      });
    },

    exists(user) {
      const { listed, accounts } = usersOf(user.instanceId, user.region ?? caller.region);
      return accounts.answer({
        caller,
        lists: [listed],
        known: () => {
          const listing = confirms(listed, user.userId, () => true);
          return listing === false ? 'ask' : listing && { value: true };
        },
        ask: async () => {
          const found = await findUser(caller, user);
          return found.ok ? succeeded(found.value !== undefined) : found;
        },
      });
    },
  });
}

/** A user is compared once, however often somebody waits for the other list. */
function once(agrees: (user: User) => boolean): (user: User) => boolean {
  let known: boolean | undefined;
  return (user) => (known ??= agrees(user));
}
