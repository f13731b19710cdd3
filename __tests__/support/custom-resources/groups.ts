import type { Instance, TrafficDistributionGroup } from '../../../connect/model';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA, USER_ID } from './ids';

export const GROUP: TrafficDistributionGroup = {
  id: GROUP_ID,
  arn: GROUP_ARN,
  name: 'sales',
  instanceArn: INSTANCE_ARN,
  status: 'ACTIVE',
  isDefault: true,
};

/** Another group of the same instance. */
export const OTHER_GROUP: TrafficDistributionGroup = {
  ...GROUP,
  id: 'dddddddd-0000-4000-8000-000000000004',
  arn: GROUP_ARN.replace(GROUP_ID, 'dddddddd-0000-4000-8000-000000000004'),
  name: 'support',
  isDefault: false,
};

export const REPLICATED: Instance = {
  id: INSTANCE_ID,
  arn: INSTANCE_ARN,
  identityManagement: 'SAML',
  sourceRegion: REGION,
  regions: [REGION, REPLICA],
};

export const MEMBERSHIP = { instanceId: INSTANCE_ID, groupId: GROUP_ID, userId: USER_ID, region: REGION };
