import type { DataSource, ManagedResource } from './contract/resource';
import { instance } from './instance/data-source';
import { trafficDistribution } from './traffic-distribution/resource';
import { existingTrafficDistributionGroup } from './traffic-distribution-group/data-source';
import { trafficDistributionGroup } from './traffic-distribution-group/resource';
import { trafficDistributionGroupUser } from './traffic-distribution-group-user/resource';
import { trafficDistributionGroupUsers } from './traffic-distribution-group-users/resource';
import { existingUser } from './user/data-source';
import { user } from './user/resource';

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
];

export const dataSources: readonly DataSource[] = [instance, existingTrafficDistributionGroup, existingUser];

export { schema as providerSchema } from './provider-configuration/schema';
