import { schema as provider } from '../../custom-resources/provider-configuration/schema';
import { schema as trafficDistributionGroup } from '../../custom-resources/traffic-distribution-group/schema';
import { schema as trafficDistributionGroupUser } from '../../custom-resources/traffic-distribution-group-user/schema';
import { schema as trafficDistributionGroupUsers } from '../../custom-resources/traffic-distribution-group-users/schema';
import { schema as user } from '../../custom-resources/user/schema';
import type { ProviderSchemas } from './provider-schema-json';

/** What the provider serves, as far as CDKTF programs are concerned: schemas without their handlers. */
export const schemas = {
  provider,
  resources: {
    connect_traffic_distribution_group_user: trafficDistributionGroupUser,
    connect_traffic_distribution_group_users: trafficDistributionGroupUsers,
    connect_user: user,
  },
  dataSources: { connect_traffic_distribution_group: trafficDistributionGroup },
} as const satisfies ProviderSchemas;
