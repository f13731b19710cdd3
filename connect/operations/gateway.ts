import { type Caller, forCaller } from '../calls/caller';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { Gateway, Quotas } from '../gateway';
import { agentsOf } from './agents';
import { catalogueOf } from './catalogue';
import { distributionsOf } from './distributions';
import { groupsOf } from './groups';
import { instancesOf } from './instances';
import { predefinedAttributesOf } from './predefined-attributes';
import { queuesOf } from './queues';
import { quickConnectsOf } from './quick-connects';
import { taggingOf } from './tagging';
import { usersOf } from './users';

/** What a part of the gateway keeps, it keeps for the life of the process, whoever calls. */
export function gatewayOf(clock: Clock, mode: RefreshMode, quotas: (caller: Caller) => Quotas): (caller: Caller) => Gateway {
  const parts = {
    region: ({ region }: Caller) => region,
    users: usersOf(clock, mode),
    agents: agentsOf(clock),
    groups: groupsOf(clock, mode),
    distributions: distributionsOf,
    quickConnects: quickConnectsOf(clock, mode),
    queues: queuesOf(clock),
    instances: instancesOf(clock),
    predefinedAttributes: predefinedAttributesOf(clock),
    tagging: taggingOf,
    catalogue: catalogueOf(clock),
    quotas,
  };
  return (caller) => forCaller<Gateway>(parts, caller);
}
