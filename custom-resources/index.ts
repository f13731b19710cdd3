import type { DataSource, ManagedResource } from './contract/resource';
import { instance } from './instance/data-source';
import { routingProfile } from './routing-profile/data-source';
import { securityProfile } from './security-profile/data-source';
import { trafficDistributionGroup } from './traffic-distribution-group/data-source';
import { trafficDistributionGroupUser } from './traffic-distribution-group-user/resource';
import { trafficDistributionGroupUsers } from './traffic-distribution-group-users/resource';
import { existingUser } from './user/data-source';
import { user } from './user/resource';
import { userHierarchyGroup } from './user-hierarchy-group/data-source';

/**
 * What the provider offers: these lists are the provider. This folder knows Amazon Connect through the
 * gateway's interface alone; it knows neither the AWS SDK nor the plugin protocol nor CDKTF.
 */
export const resources: readonly ManagedResource[] = [user, trafficDistributionGroupUser, trafficDistributionGroupUsers];

export const dataSources: readonly DataSource[] = [
  instance,
  routingProfile,
  securityProfile,
  trafficDistributionGroup,
  existingUser,
  userHierarchyGroup,
];

export { schema as providerSchema } from './provider-configuration/schema';
