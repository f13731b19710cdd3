import type { ManagedResource, Reconciliation, Removal } from '../contract/resource';
import { settled } from '../planning/plan-attributes';
import { checkDistribution } from './check';
import { identify, identity, importState } from './identify';
import { observeDistribution } from './observe';
import { operations } from './operations';
import { planDistribution } from './plan';
import { setShares } from './set-shares';
import { type DistributionState, schema } from './schema';
import { validate } from './validate';

/** The shares of a group are there as long as the group is: this sets them, shows them, and leaves them in the end. */
export const trafficDistribution: ManagedResource<DistributionState> = {
  type: 'connect_traffic_distribution',
  schema,
  operations,
  identify,
  identity,
  validate,
  plan: planDistribution,
  check: checkDistribution,
  observe: observeDistribution,

  reconcile: ({ prior, planned, config }, context): Promise<Reconciliation<DistributionState>> =>
    setShares(prior, settled<DistributionState>(planned), config, context),

  /** Traffic has to go somewhere. */
  remove: (): Promise<Removal<DistributionState>> => Promise.resolve({}),

  importState,
};
