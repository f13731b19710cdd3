import type { Operation } from './call';
import { catalogue } from './catalogue';
import { distributions } from './distributions';
import { groupUsers } from './group-users';
import { groups } from './groups';
import { instances } from './instances';
import { proficiencies } from './proficiencies';
import { queues } from './queues';
import { quickConnects } from './quick-connects';
import { searchQuickConnects } from './search-quick-connects';
import { searchUsers } from './search-users';
import { tags } from './tags';
import { userUpdates } from './user-updates';
import { users } from './users';

/** Every operation that the emulator knows, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...users,
    ...userUpdates,
    ...searchUsers,
    ...proficiencies,
    ...tags,
    ...groups,
    ...groupUsers,
    ...distributions,
    ...quickConnects,
    ...searchQuickConnects,
    ...queues,
    ...instances,
    ...catalogue,
  }),
);
