import type { DataSource, ListResource, ManagedResource } from './contract/resource';
import { instance } from './instance/data-source';
import { queue } from './queue/data-source';
import { quickConnect as existingQuickConnect } from './quick-connect/data-source';
import { listedQuickConnects } from './quick-connect/list';
import { quickConnect } from './quick-connect/resource';
import { routingProfile } from './routing-profile/data-source';
import { securityProfile } from './security-profile/data-source';
import { trafficDistribution } from './traffic-distribution/resource';
import { existingTrafficDistributionGroup } from './traffic-distribution-group/data-source';
import { trafficDistributionGroup } from './traffic-distribution-group/resource';
import { trafficDistributionGroupUser } from './traffic-distribution-group-user/resource';
import { usersOfTrafficDistributionGroup } from './traffic-distribution-group-users/data-source';
import { listedGroupUsers } from './traffic-distribution-group-users/list';
import { trafficDistributionGroupUsers } from './traffic-distribution-group-users/resource';
import { trafficDistributionGroups } from './traffic-distribution-groups/data-source';
import { listedGroups } from './traffic-distribution-groups/list';
import { existingUser } from './user/data-source';
import { user } from './user/resource';
import { userHierarchyGroup } from './user-hierarchy-group/data-source';
import { users } from './users/data-source';
import { listedUsers } from './users/list';

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

/** What `terraform query` can list, by the type of the managed resource. */
export const listResources: readonly ListResource[] = [listedUsers, listedGroups, listedGroupUsers, listedQuickConnects];

export { schema as providerSchema } from './provider-configuration/schema';
