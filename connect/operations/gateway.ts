import type { Caller } from '../calls/caller';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { Gateway, Quotas } from '../gateway';
import { agentsOf } from './agents';
import { catalogueOf } from './catalogue';
import { distributionsOf } from './distributions';
import { groupsOf } from './groups';
import { instancesOf } from './instances';
import { queuesOf } from './queues';
import { quickConnectsOf } from './quick-connects';
import { usersOf } from './users';

/** What a part of the gateway keeps, it keeps for the life of the process, whoever calls. */
export function gatewayOf(clock: Clock, mode: RefreshMode, quotas: (caller: Caller) => Quotas): (caller: Caller) => Gateway {
  const users = usersOf(clock, mode);
  const agents = agentsOf(clock);
  const groups = groupsOf(clock, mode);
  const quickConnects = quickConnectsOf(clock, mode);
  const queues = queuesOf(clock);
  const instances = instancesOf(clock);
  const catalogue = catalogueOf(clock);
  return (caller) => ({
    region: caller.region,
    users: users(caller),
    agents: agents(caller),
    groups: groups(caller),
    distributions: distributionsOf(caller),
    quickConnects: quickConnects(caller),
    queues: queues(caller),
    instances: instances(caller),
    catalogue: catalogue(caller),
    quotas: quotas(caller),
  });
}
