import type { ManagedResource, Reconciliation, Removal } from '../contract/resource';
import { isUnknown } from '../contract/value';
import { settled } from '../planning/plan-attributes';
import { identifiedBy } from '../identity/identified-by';
import { bareId, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { checkDistribution } from './check';
import { imported, importState } from './import';
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

  identify: ({ traffic_distribution_group_id: group }) =>
    isUnknown(group)
      ? []
      : [
          {
            thing: `the shares of the traffic distribution group ${bareId(TRAFFIC_DISTRIBUTION_GROUP, group)}`,
            path: ['traffic_distribution_group_id'],
          },
        ],

  identity: identifiedBy<DistributionState>({ arn: { kind: TRAFFIC_DISTRIBUTION_GROUP, from: 'arn', only: 'ARN' } }, ({ arn = '' }) =>
    imported(arn),
  ),

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
