import type { Identity } from '../contract/ledger';
import type { ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { identifiedBy } from '../identity/identified-by';
import { bareId, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { imported } from './import';
import type { DistributionState } from './schema';

/** The shares of a group are there once. */
export function identify({ traffic_distribution_group_id: group }: PlannedState<DistributionState>): readonly Identity[] {
  if (isUnknown(group)) return [];
  const thing = `the shares of the traffic distribution group ${bareId(TRAFFIC_DISTRIBUTION_GROUP, group)}`;
  return [{ thing, path: ['traffic_distribution_group_id'] }];
}

export const identity: ResourceIdentity<DistributionState> = identifiedBy<DistributionState>(
  { arn: { kind: TRAFFIC_DISTRIBUTION_GROUP, from: 'arn', only: 'ARN' } },
  imported,
);
