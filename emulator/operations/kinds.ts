import type { HierarchyGroup, HoursOfOperation, Queue, RoutingProfile, SecurityProfile } from '../state/setup';
import type { QuickConnect } from '../state/things';
import type { Kind } from './kind';

export const QUEUE: Kind<Queue, 'QueueId'> = {
  name: 'Queue',
  type: 'queue',
  idMember: 'QueueId',
  quota: 'queues',
  things: ({ queues }) => queues,
};

export const QUICK_CONNECT: Kind<QuickConnect, 'QuickConnectId'> = {
  name: 'Quick connect',
  type: 'transfer-destination',
  idMember: 'QuickConnectId',
  quota: 'quickConnects',
  things: ({ quickConnects }) => quickConnects,
};

export const ROUTING_PROFILE: Kind<RoutingProfile, 'RoutingProfileId'> = {
  name: 'Routing profile',
  type: 'routing-profile',
  idMember: 'RoutingProfileId',
  quota: 'routingProfiles',
  things: ({ routingProfiles }) => routingProfiles,
};

export const SECURITY_PROFILE: Kind<SecurityProfile, 'SecurityProfileId'> = {
  name: 'Security profile',
  type: 'security-profile',
  idMember: 'SecurityProfileId',
  quota: 'securityProfiles',
  things: ({ securityProfiles }) => securityProfiles,
};

export const HIERARCHY_GROUP: Kind<HierarchyGroup, 'HierarchyGroupId'> = {
  name: 'Hierarchy group',
  type: 'agent-group',
  idMember: 'HierarchyGroupId',
  quota: 'hierarchyGroups',
  things: ({ hierarchyGroups }) => hierarchyGroups,
};

export const HOURS_OF_OPERATION: Kind<HoursOfOperation, 'HoursOfOperationId'> = {
  name: 'Hours of operation',
  type: 'operating-hours',
  idMember: 'HoursOfOperationId',
  quota: 'hoursOfOperation',
  things: ({ hoursOfOperation }) => hoursOfOperation,
};

/** All of them, with the part of an ARN that names each. */
export const KINDS = [QUEUE, QUICK_CONNECT, ROUTING_PROFILE, SECURITY_PROFILE, HIERARCHY_GROUP, HOURS_OF_OPERATION] as const;
