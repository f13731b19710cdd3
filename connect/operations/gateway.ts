import type { Caller } from '../calls/caller';
import { GroupMembers } from '../bulk/group-members';
import { UserSweep } from '../bulk/user-sweep';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { Gateway } from '../gateway';
import { type GroupMemory, groupMemoryOf, groupsOf } from './groups';
import { instancesOf } from './instances';
import { type QuickConnectMemory, quickConnectMemoryOf, quickConnectsOf } from './quick-connects';
import { usersOf } from './users';

/** What is kept for the life of the process, whatever the scope. */
export interface Memory {
  readonly groups: GroupMemory;
  /** Absent where every reader calls for itself. */
  readonly users?: UserSweep;
  readonly quickConnects: QuickConnectMemory;
}

export const memoryOf = (clock: Clock, mode: RefreshMode): Memory => ({
  groups: groupMemoryOf(clock, mode === 'bulk' ? new GroupMembers(clock) : undefined),
  quickConnects: quickConnectMemoryOf(clock),
  ...(mode === 'bulk' && { users: new UserSweep(clock) }),
});

export const gatewayOf = (caller: Caller, memory: Memory): Gateway => ({
  region: caller.region,
  users: usersOf(caller, memory.users),
  groups: groupsOf(caller, memory.groups),
  quickConnects: quickConnectsOf(caller, memory.quickConnects),
  instances: instancesOf(caller),
});
