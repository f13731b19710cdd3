import { type Failure, failed } from './failure';
import type { Agents, Catalogue, Distributions, Gateway, Groups, Instances, Queues, Quotas, QuickConnects, Users } from './gateway';

/** A gateway whose every call fails with `failure`, without a request: there is nothing to call yet. */
export function unreachable(failure: Failure): Gateway {
  const part = <T extends object>(): T => new Proxy({} as T, { get: () => () => Promise.resolve(failed(failure)) });
  return {
    region: failure.region,
    users: part<Users>(),
    agents: part<Agents>(),
    groups: part<Groups>(),
    distributions: part<Distributions>(),
    quickConnects: part<QuickConnects>(),
    queues: part<Queues>(),
    instances: part<Instances>(),
    catalogue: part<Catalogue>(),
    quotas: part<Quotas>(),
  };
}
