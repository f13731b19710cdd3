/**
 * What a fresh emulator holds. All ids are fixed, so that programs and tests may name them. A seed knows
 * the state's shape and nothing else of the emulator.
 */
import type { Instance } from '../state/instance';
import { World } from '../state/world';
import {
  attribute,
  fill,
  group,
  hierarchyGroup,
  hierarchyLevel,
  hours,
  instance,
  named,
  queue,
  quickConnect,
  routingProfile,
} from './fill';

export const ACCOUNT = '123456789012';
export const HOME_REGION = 'us-east-1';
export const REPLICA_REGION = 'us-west-2';

/** The SAML instance, mirrored in both Regions under the same id. */
export const INSTANCE_ID = '11111111-aaaa-4bbb-8ccc-000000000001';
/** An instance that keeps its own users, in the home Region only. */
export const MANAGED_INSTANCE_ID = '11111111-aaaa-4bbb-8ccc-000000000002';

export const DEFAULT_GROUP_ID = '22222222-aaaa-4bbb-8ccc-000000000001';
export const TEAM_GROUP_ID = '22222222-aaaa-4bbb-8ccc-000000000002';
/** Stays CREATION_IN_PROGRESS. */
export const PENDING_GROUP_ID = '22222222-aaaa-4bbb-8ccc-000000000003';

const groupArn = (id: string): string => `arn:aws:connect:${HOME_REGION}:${ACCOUNT}:traffic-distribution-group/${id}`;
export const DEFAULT_GROUP_ARN = groupArn(DEFAULT_GROUP_ID);
export const TEAM_GROUP_ARN = groupArn(TEAM_GROUP_ID);
export const PENDING_GROUP_ARN = groupArn(PENDING_GROUP_ID);

export const BASIC_ROUTING_PROFILE_ID = '33333333-aaaa-4bbb-8ccc-000000000001';
export const SALES_ROUTING_PROFILE_ID = '33333333-aaaa-4bbb-8ccc-000000000002';
export const AGENT_SECURITY_PROFILE_ID = '44444444-aaaa-4bbb-8ccc-000000000001';
export const MANAGER_SECURITY_PROFILE_ID = '44444444-aaaa-4bbb-8ccc-000000000002';
export const ADMIN_SECURITY_PROFILE_ID = '44444444-aaaa-4bbb-8ccc-000000000003';

export const COMPANY_HIERARCHY_GROUP_ID = '55555555-aaaa-4bbb-8ccc-000000000001';
/** Below the company. */
export const NORTH_HIERARCHY_GROUP_ID = '55555555-aaaa-4bbb-8ccc-000000000002';
/** Below the company. */
export const SOUTH_HIERARCHY_GROUP_ID = '55555555-aaaa-4bbb-8ccc-000000000003';

export const SUPPORT_QUEUE_ID = '66666666-aaaa-4bbb-8ccc-000000000001';
export const SALES_QUEUE_ID = '66666666-aaaa-4bbb-8ccc-000000000002';
export const AGENT_TRANSFER_FLOW_ID = '77777777-aaaa-4bbb-8ccc-000000000001';
export const QUEUE_TRANSFER_FLOW_ID = '77777777-aaaa-4bbb-8ccc-000000000002';
/** Of type QUEUE, in the support queue. */
export const SALES_QUICK_CONNECT_ID = '88888888-aaaa-4bbb-8ccc-000000000001';
/** Of type PHONE_NUMBER, in the support queue. */
export const HOTLINE_QUICK_CONNECT_ID = '88888888-aaaa-4bbb-8ccc-000000000002';
export const HOURS_OF_OPERATION_ID = '99999999-aaaa-4bbb-8ccc-000000000001';

/** Predefined attributes and their values, for proficiencies. */
export const PREDEFINED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'connect:Language': ['connect:English', 'connect:French', 'connect:German', 'connect:Spanish'],
  Product: ['Broadband', 'Mobile', 'Television'],
};

/** Levels one and two of the hierarchy. */
const COMPANY_LEVEL_ID = 'aaaaaaaa-aaaa-4bbb-8ccc-000000000001';
const SITE_LEVEL_ID = 'aaaaaaaa-aaaa-4bbb-8ccc-000000000002';

/** The profiles, queue and hours of the managed instance differ from these in their first digits only. */
export const MANAGED_ROUTING_PROFILE_ID = '3333aaaa-aaaa-4bbb-8ccc-000000000001';
export const MANAGED_SECURITY_PROFILE_ID = '4444aaaa-aaaa-4bbb-8ccc-000000000001';
const MANAGED_QUEUE_ID = '6666aaaa-aaaa-4bbb-8ccc-000000000001';
const MANAGED_HOURS_OF_OPERATION_ID = '9999aaaa-aaaa-4bbb-8ccc-000000000001';

export function samlInstance(): Instance {
  return instance({
    id: INSTANCE_ID,
    alias: 'demo-resilient',
    identityManagementType: 'SAML',
    homeRegion: HOME_REGION,
    replicaRegion: REPLICA_REGION,
  });
}

/** With what every new instance comes with. */
export function managedInstance(): Instance {
  const managed = instance({
    id: MANAGED_INSTANCE_ID,
    alias: 'demo-managed',
    identityManagementType: 'CONNECT_MANAGED',
    homeRegion: HOME_REGION,
  });
  fill(managed.hoursOfOperation, { [MANAGED_HOURS_OF_OPERATION_ID]: hours('Basic Hours') });
  fill(managed.queues, { [MANAGED_QUEUE_ID]: queue('BasicQueue', MANAGED_HOURS_OF_OPERATION_ID) });
  fill(managed.routingProfiles, {
    [MANAGED_ROUTING_PROFILE_ID]: routingProfile('Basic Routing Profile', MANAGED_QUEUE_ID, [MANAGED_QUEUE_ID]),
  });
  fill(managed.securityProfiles, { [MANAGED_SECURITY_PROFILE_ID]: named('Agent') });
  return managed;
}

export function demo(): World {
  const saml = samlInstance();
  fill(saml.hoursOfOperation, { [HOURS_OF_OPERATION_ID]: hours('Basic Hours') });
  fill(saml.routingProfiles, {
    [BASIC_ROUTING_PROFILE_ID]: routingProfile('Basic Routing Profile', SUPPORT_QUEUE_ID, [SUPPORT_QUEUE_ID]),
    [SALES_ROUTING_PROFILE_ID]: routingProfile('Sales', SALES_QUEUE_ID, [SALES_QUEUE_ID]),
  });
  fill(saml.securityProfiles, {
    [AGENT_SECURITY_PROFILE_ID]: named('Agent'),
    [MANAGER_SECURITY_PROFILE_ID]: named('CallCenterManager'),
    [ADMIN_SECURITY_PROFILE_ID]: named('Admin'),
  });
  fill(saml.hierarchyLevels, { [COMPANY_LEVEL_ID]: hierarchyLevel(1, 'Company'), [SITE_LEVEL_ID]: hierarchyLevel(2, 'Site') });
  fill(saml.hierarchyGroups, {
    [COMPANY_HIERARCHY_GROUP_ID]: hierarchyGroup('Company'),
    [NORTH_HIERARCHY_GROUP_ID]: hierarchyGroup('North', COMPANY_HIERARCHY_GROUP_ID),
    [SOUTH_HIERARCHY_GROUP_ID]: hierarchyGroup('South', COMPANY_HIERARCHY_GROUP_ID),
  });
  fill(
    saml.predefinedAttributes,
    Object.fromEntries(Object.entries(PREDEFINED_ATTRIBUTES).map(([name, values]) => [name, attribute(values)])),
  );
  fill(saml.quickConnects, {
    [SALES_QUICK_CONNECT_ID]: quickConnect('Sales', {
      QuickConnectType: 'QUEUE',
      QueueConfig: { QueueId: SALES_QUEUE_ID, ContactFlowId: QUEUE_TRANSFER_FLOW_ID },
    }),
    [HOTLINE_QUICK_CONNECT_ID]: quickConnect('Hotline', { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+12065550100' } }),
  });
  fill(saml.queues, {
    [SUPPORT_QUEUE_ID]: queue('Support', HOURS_OF_OPERATION_ID, [SALES_QUICK_CONNECT_ID, HOTLINE_QUICK_CONNECT_ID]),
    [SALES_QUEUE_ID]: queue('Sales', HOURS_OF_OPERATION_ID),
  });
  fill(saml.groups, {
    [DEFAULT_GROUP_ID]: group(saml, 'Default traffic distribution group', { isDefault: true }),
    [TEAM_GROUP_ID]: group(saml, 'Voice teams'),
    [PENDING_GROUP_ID]: group(saml, 'Being created', { status: 'CREATION_IN_PROGRESS' }),
  });

  return new World(ACCOUNT, [saml, managedInstance()]);
}
