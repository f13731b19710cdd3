import type { Identity } from '../contract/ledger';
import type { ImportResult, ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { identifiedBy } from '../identity/identified-by';
import { importOf } from '../identity/import-of-ids';
import { bareId, isArn, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { nothingKnown } from '../values/other-state';
import { type DistributionState, schema } from './schema';

/** The shares of a group are there once. */
export function identify({ traffic_distribution_group_id: group }: PlannedState<DistributionState>): readonly Identity[] {
  if (isUnknown(group)) return [];
  const thing = `the shares of the traffic distribution group ${bareId(TRAFFIC_DISTRIBUTION_GROUP, group)}`;
  return [{ thing, path: ['traffic_distribution_group_id'] }];
}

/** By an ARN, or a bare id in the home Region. The shares that there are become the declared ones. */
const imported = (group: string): ImportResult<DistributionState> => ({
  state: {
    ...nothingKnown<DistributionState>(schema),
    traffic_distribution_group_id: group,
    id: bareId(TRAFFIC_DISTRIBUTION_GROUP, group),
    arn: isArn(group) ? group : null,
  },
});

export const importState = importOf('a traffic distribution', ['GROUP'], imported);

export const identity: ResourceIdentity<DistributionState> = identifiedBy<DistributionState>(
  { arn: { kind: TRAFFIC_DISTRIBUTION_GROUP, from: 'arn', only: 'ARN' } },
  imported,
);
