/*
 * The constructs: what programs import. This folder knows CDKTF and the schemas of the custom
 * resources, and nothing of how they are applied: neither the provider nor the AWS SDK.
 */
export { ConnectProvider } from './connect-provider';
export { DataConnectTrafficDistributionGroup } from './traffic-distribution-group';
export { TrafficDistributionGroupUser } from './traffic-distribution-group-user';
export { TrafficDistributionGroupUsers } from './traffic-distribution-group-users';
export { ConnectUser } from './user';

export type * from './gen/data-connect-traffic-distribution-group';
export type * from './gen/provider';
export type * from './gen/traffic-distribution-group-user';
export type * from './gen/traffic-distribution-group-users';
export type * from './gen/user';
