import { agentStatuses } from './agent-status';
import type { Operation } from './call';
import { catalogue } from './catalogue';
import { distributions } from './distributions';
import { groupUsers } from './group-users';
import { groups } from './groups';
import { hierarchyGroups } from './hierarchy-groups';
import { hierarchyStructure } from './hierarchy-structure';
import { hoursOfOperation } from './hours-of-operation';
import { instances } from './instances';
import { proficiencies } from './proficiencies';
import { queueSettings } from './queue-settings';
import { queues } from './queues';
import { quickConnects } from './quick-connects';
import { routingProfileQueues } from './routing-profile-queues';
import { routingProfiles } from './routing-profiles';
import { searchHierarchyGroups } from './search-hierarchy-groups';
import { searchQuickConnects } from './search-quick-connects';
import { searchUsers } from './search-users';
import { securityProfiles } from './security-profiles';
import { tags } from './tags';
import { userUpdates } from './user-updates';
import { users } from './users';

/** Every operation that the emulator knows, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...users,
    ...userUpdates,
    ...agentStatuses,
    ...searchUsers,
    ...proficiencies,
    ...tags,
    ...groups,
    ...groupUsers,
    ...distributions,
    ...quickConnects,
    ...searchQuickConnects,
    ...queues,
    ...queueSettings,
    ...routingProfiles,
    ...routingProfileQueues,
    ...securityProfiles,
    ...hierarchyStructure,
    ...hierarchyGroups,
    ...searchHierarchyGroups,
    ...hoursOfOperation,
    ...instances,
    ...catalogue,
  }),
);
