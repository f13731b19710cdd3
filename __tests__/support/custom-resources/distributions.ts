import type { Distribution } from '../../../connect/gateway';
import type { DistributionState } from '../../../custom-resources/traffic-distribution/schema';
import { GROUP_ARN, GROUP_ID, INSTANCE_ID, REGION, REPLICA } from './ids';

/** Shares of a group between the two Regions of its instance. */

export const percent = (home: number, replica: number) => [
  { region: REGION, percentage: home },
  { region: REPLICA, percentage: replica },
];

export const shares = (home: number, replica: number) => ({ [REGION]: home, [REPLICA]: replica });

export const AT_HOME: Distribution = { telephony: shares(100, 0), agent: shares(100, 0) };
export const AWAY: Distribution = { telephony: shares(0, 100), agent: shares(0, 100) };

/** Everything at home. */
export const CONFIG: DistributionState = {
  traffic_distribution_group_id: GROUP_ARN,
  enforce: false,
  id: null,
  arn: null,
  instance_id: null,
  current_telephony: null,
  current_agent: null,
  current_sign_in: null,
  telephony: percent(100, 0),
  agent: percent(100, 0),
  sign_in: [],
  timeouts: null,
};

export const STATE: DistributionState = {
  ...CONFIG,
  id: GROUP_ID,
  arn: GROUP_ARN,
  instance_id: INSTANCE_ID,
  current_telephony: shares(100, 0),
  current_agent: shares(100, 0),
};
