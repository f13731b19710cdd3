import type { Caller } from '../calls/caller';
import { GroupMembers } from '../bulk/group-members';
import { BulkUsers } from '../bulk/bulk-users';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { Gateway } from '../gateway';
import { type GroupMemory, groupMemoryOf, groupsOf } from './groups';
import { type CatalogueMemory, catalogueMemoryOf, catalogueOf } from './catalogue';
import { type InstanceMemory, instanceMemoryOf, instancesOf } from './instances';
import { type QueueMemory, queueMemoryOf, queuesOf } from './queues';
import { type QuickConnectMemory, quickConnectMemoryOf, quickConnectsOf } from './quick-connects';
import { usersOf } from './users';

/** What is kept for the life of the process, whatever the scope. */
export interface Memory {
  readonly groups: GroupMemory;
  readonly users: BulkUsers;
  readonly quickConnects: QuickConnectMemory;
  readonly queues: QueueMemory;
  readonly instances: InstanceMemory;
  readonly catalogue: CatalogueMemory;
}

export const memoryOf = (clock: Clock, mode: RefreshMode): Memory => ({
  groups: groupMemoryOf(clock, mode === 'bulk' ? new GroupMembers(clock) : undefined),
  quickConnects: quickConnectMemoryOf(clock),
  users: new BulkUsers(clock, mode),
  queues: queueMemoryOf(clock),
  instances: instanceMemoryOf(clock),
  catalogue: catalogueMemoryOf(clock),
});

export const gatewayOf = (caller: Caller, memory: Memory): Gateway => ({
  region: caller.region,
  users: usersOf(caller, memory.users),
  groups: groupsOf(caller, memory.groups),
  quickConnects: quickConnectsOf(caller, memory.quickConnects),
  queues: queuesOf(caller, memory.queues),
  instances: instancesOf(caller, memory.instances),
  catalogue: catalogueOf(caller, memory.catalogue),
});
