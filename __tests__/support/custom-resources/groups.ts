import { idIn } from '../../../connect/shapes/ids';
import type { Instance, TrafficDistributionGroup } from '../../../connect/gateway';
import type { GroupState } from '../../../custom-resources/traffic-distribution-group/schema';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA, USER_ID } from './ids';

export const GROUP: TrafficDistributionGroup = {
  id: GROUP_ID,
  arn: GROUP_ARN,
  name: 'sales',
  instanceArn: INSTANCE_ARN,
  instanceId: INSTANCE_ID,
  status: 'ACTIVE',
  isDefault: true,
};

/** Another group of the same instance. */
export const OTHER_GROUP: TrafficDistributionGroup = {
  ...GROUP,
  id: idIn('dddddddd-0000-4000-8000-000000000004'),
  arn: GROUP_ARN.replace(GROUP_ID, 'dddddddd-0000-4000-8000-000000000004'),
  name: 'support',
  isDefault: false,
};

/** A group of that id, and of another instance. */
export const GROUP_ELSEWHERE: TrafficDistributionGroup = {
  ...GROUP,
  instanceArn: INSTANCE_ARN.replace(INSTANCE_ID, 'other'),
  instanceId: idIn('other'),
};

export const REPLICATED: Instance = {
  id: INSTANCE_ID,
  arn: INSTANCE_ARN,
  identityManagement: 'SAML',
  sourceRegion: REGION,
  regions: [REGION, REPLICA],
};

export const MEMBERSHIP = { instanceId: INSTANCE_ID, groupId: GROUP_ID, userId: USER_ID, region: REGION };

/** A group as it is declared, and as it is in the state once it is made. */
export const DECLARED_GROUP: GroupState = {
  instance_id: INSTANCE_ARN,
  name: 'night',
  description: 'At night',
  tags: { team: 'night' },
  tags_all: null,
  id: null,
  arn: null,
  region: null,
  status: null,
  is_default: null,
  timeouts: null,
};

export const MADE_GROUP: GroupState = {
  ...DECLARED_GROUP,
  tags_all: { team: 'night' },
  id: GROUP_ID,
  arn: GROUP_ARN,
  region: REGION,
  status: 'ACTIVE',
  is_default: false,
};
