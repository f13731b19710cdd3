import type { Caller } from '../calls/caller';
import { GroupMembers } from '../bulk/group-members';
import { BulkUsers } from '../bulk/bulk-users';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { AskQuota } from './service-quotas';
import type { Gateway } from '../gateway';
import { type AgentMemory, agentMemoryOf, agentsOf } from './agents';
import { distributionsOf } from './distributions';
import { type GroupMemory, groupMemoryOf, groupsOf } from './groups';
import { type CatalogueMemory, catalogueMemoryOf, catalogueOf } from './catalogue';
import { type InstanceMemory, instanceMemoryOf, instancesOf } from './instances';
import { type QueueMemory, queueMemoryOf, queuesOf } from './queues';
import { type QuickConnectMemory, quickConnectMemoryOf, quickConnectsOf } from './quick-connects';
import { type QuotaMemory, quotaMemoryOf, quotasOf } from './quotas';
import { usersOf } from './users';

/** What is kept for the life of the process, whatever the scope. */
export interface Memory {
  readonly groups: GroupMemory;
  readonly users: BulkUsers;
  readonly agents: AgentMemory;
  readonly quickConnects: QuickConnectMemory;
  readonly queues: QueueMemory;
  readonly instances: InstanceMemory;
  readonly catalogue: CatalogueMemory;
  readonly quotas: QuotaMemory;
}

export const memoryOf = (clock: Clock, mode: RefreshMode, askQuota: AskQuota): Memory => ({
  groups: groupMemoryOf(clock, mode === 'bulk' ? new GroupMembers(clock) : undefined),
  quickConnects: quickConnectMemoryOf(clock, mode),
  users: new BulkUsers(clock, mode),
  agents: agentMemoryOf(clock),
  queues: queueMemoryOf(clock),
  instances: instanceMemoryOf(clock),
  catalogue: catalogueMemoryOf(clock),
  quotas: quotaMemoryOf(askQuota),
});

/** Each part is made when it is first asked for: most requests need one. */
export const gatewayOf = (caller: Caller, memory: Memory): Gateway => ({
  region: caller.region,
  get users() {
    return once(this, 'users', usersOf(caller, memory.users));
  },
  get agents() {
    return once(this, 'agents', agentsOf(caller, memory.agents));
  },
  get groups() {
    return once(this, 'groups', groupsOf(caller, memory.groups));
  },
  get distributions() {
    return once(this, 'distributions', distributionsOf(caller));
  },
  get quickConnects() {
    return once(this, 'quickConnects', quickConnectsOf(caller, memory.quickConnects));
  },
  get queues() {
    return once(this, 'queues', queuesOf(caller, memory.queues));
  },
  get instances() {
    return once(this, 'instances', instancesOf(caller, memory.instances));
  },
  get catalogue() {
    return once(this, 'catalogue', catalogueOf(caller, memory.catalogue));
  },
  get quotas() {
    return once(this, 'quotas', quotasOf(caller, memory.quotas));
  },
});

function once<K extends keyof Gateway>(gateway: Gateway, name: K, value: Gateway[K]): Gateway[K] {
  Object.defineProperty(gateway, name, { value });
  return value;
}
