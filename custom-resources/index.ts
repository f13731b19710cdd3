import type { DataSource, ManagedResource } from './contract/resource';
import { instance } from './instance/data-source';
import { queue } from './queue/data-source';
import { quickConnect as existingQuickConnect } from './quick-connect/data-source';
import { quickConnect } from './quick-connect/resource';
import { routingProfile } from './routing-profile/data-source';
import { securityProfile } from './security-profile/data-source';
import { trafficDistribution } from './traffic-distribution/resource';
import { existingTrafficDistributionGroup } from './traffic-distribution-group/data-source';
import { trafficDistributionGroup } from './traffic-distribution-group/resource';
import { trafficDistributionGroupUser } from './traffic-distribution-group-user/resource';
import { usersOfTrafficDistributionGroup } from './traffic-distribution-group-users/data-source';
import { trafficDistributionGroupUsers } from './traffic-distribution-group-users/resource';
import { trafficDistributionGroups } from './traffic-distribution-groups/data-source';
import { existingUser } from './user/data-source';
import { user } from './user/resource';
import { userHierarchyGroup } from './user-hierarchy-group/data-source';
import { users } from './users/data-source';

/**
 * What the provider offers: these lists are the provider. This folder knows Amazon Connect through the
 * gateway's interface alone; it knows neither the AWS SDK nor the plugin protocol nor CDKTF.
 */
export const resources: readonly ManagedResource[] = [
  user,
  trafficDistributionGroup,
  trafficDistribution,
  trafficDistributionGroupUser,
  trafficDistributionGroupUsers,
  quickConnect,
];

export const dataSources: readonly DataSource[] = [
  instance,
  queue,
  existingQuickConnect,
  routingProfile,
  securityProfile,
  existingTrafficDistributionGroup,
  trafficDistributionGroups,
  usersOfTrafficDistributionGroup,
  existingUser,
  userHierarchyGroup,
  users,
];

export { schema as providerSchema } from './provider-configuration/schema';
