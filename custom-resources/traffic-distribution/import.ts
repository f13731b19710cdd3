import type { ImportResult } from '../contract/resource';
import { importOf } from '../membership/ids';
import { bareId, isArn, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { nothingKnown } from '../values/other-state';
import { type DistributionState, schema } from './schema';

/** By an ARN, or a bare id in the home Region. The shares that there are become the declared ones. */
export const imported = (group: string): ImportResult<DistributionState> => ({
  state: {
    ...nothingKnown<DistributionState>(schema),
    traffic_distribution_group_id: group,
    id: bareId(TRAFFIC_DISTRIBUTION_GROUP, group),
    arn: isArn(group) ? group : null,
  },
});

export const importState = importOf('a traffic distribution', ['GROUP'], imported);
