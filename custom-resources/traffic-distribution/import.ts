import type { ImportResult } from '../contract/resource';
import { importParts, isRefused } from '../membership/ids';
import { bareId, isArn, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import type { DistributionState } from './schema';

/** `GROUP`, an ARN, or a bare id in the home Region. The shares that there are become the declared ones. */
export function importState(id: string): ImportResult<DistributionState> {
  const parts = importParts(id, 'a traffic distribution', ['GROUP']);
  if (isRefused(parts)) return { diagnostics: [parts] };
  const [group = ''] = parts;
  return imported(group);
}

/** An id or an ARN. */
export const imported = (group: string): ImportResult<DistributionState> => ({
  state: {
    traffic_distribution_group_id: group,
    enforce: false,
    id: bareId(TRAFFIC_DISTRIBUTION_GROUP, group),
    arn: isArn(group) ? group : null,
    instance_id: null,
    current_telephony: null,
    current_agent: null,
    current_sign_in: null,
    telephony: [],
    agent: [],
    sign_in: [],
    timeouts: null,
  },
});
