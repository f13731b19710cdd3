import type { Connect } from '@aws-sdk/client-connect';
import {
  AGENT_TRANSFER_FLOW_ID,
  HOTLINE_QUICK_CONNECT_ID,
  INSTANCE_ID as InstanceId,
  NORTH_HIERARCHY_GROUP_ID,
  SUPPORT_QUEUE_ID,
} from '../../../emulator/seed/demo';

/** Sets up a contact centre, changes each part of it, reads it and takes it down again: every call that is not about agents. */
export async function setUpAndTakeDown(client: Connect): Promise<void> {
  const hours = await exerciseHours(client);
  const QueueId = await exerciseQueue(client, hours);
  await exerciseRoutingProfile(client, QueueId);
  await client.deleteQueue({ InstanceId, QueueId });
  await client.deleteHoursOfOperation({ InstanceId, HoursOfOperationId: hours });
  await exerciseSecurityProfile(client);
  await exerciseHierarchy(client);
}

async function exerciseHours(client: Connect): Promise<string> {
  const Config = [{ Day: 'MONDAY' as const, StartTime: { Hours: 8, Minutes: 30 }, EndTime: { Hours: 23, Minutes: 59 } }];
  const { HoursOfOperationId = '' } = await client.createHoursOfOperation({
    InstanceId,
    Name: 'Late',
    Description: 'Until midnight',
    TimeZone: 'Europe/Berlin',
    Config,
    Tags: { team: 'north' },
  });
  await client.updateHoursOfOperation({ InstanceId, HoursOfOperationId, Name: 'Very late', Description: '', TimeZone: 'UTC', Config: [] });
  await client.describeHoursOfOperation({ InstanceId, HoursOfOperationId });
  await client.listHoursOfOperations({ InstanceId, MaxResults: 1000 });
  return HoursOfOperationId;
}

async function exerciseQueue(client: Connect, HoursOfOperationId: string): Promise<string> {
  const { QueueId = '' } = await client.createQueue({
    InstanceId,
    Name: 'Night',
    Description: 'Calls at night',
    HoursOfOperationId,
    MaxContacts: 5,
    OutboundCallerConfig: { OutboundCallerIdName: 'Support', OutboundCallerIdNumberId: 'number', OutboundFlowId: AGENT_TRANSFER_FLOW_ID },
    QuickConnectIds: [HOTLINE_QUICK_CONNECT_ID],
    Tags: { team: 'north' },
  });
  const queue = { InstanceId, QueueId };
  await client.updateQueueName({ ...queue, Name: 'Late', Description: 'Calls late at night' });
  await client.updateQueueStatus({ ...queue, Status: 'DISABLED' });
  await client.updateQueueHoursOfOperation({ ...queue, HoursOfOperationId });
  await client.updateQueueMaxContacts({ ...queue, MaxContacts: 0 });
  await client.updateQueueOutboundCallerConfig({ ...queue, OutboundCallerConfig: { OutboundCallerIdName: 'Night' } });
  await client.describeQueue(queue);
  await client.updateQuickConnectName({ InstanceId, QuickConnectId: HOTLINE_QUICK_CONNECT_ID, Name: 'Red telephone', Description: '' });
  return QueueId;
}

async function exerciseRoutingProfile(client: Connect, QueueId: string): Promise<void> {
  const QueueConfigs = [{ QueueReference: { QueueId, Channel: 'VOICE' as const }, Priority: 1, Delay: 0 }];
  const { RoutingProfileId = '' } = await client.createRoutingProfile({
    InstanceId,
    Name: 'Night',
    Description: 'Calls at night',
    DefaultOutboundQueueId: QueueId,
    QueueConfigs,
    MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
    AgentAvailabilityTimer: 'TIME_SINCE_LAST_INBOUND',
    Tags: { team: 'north' },
  });
  const profile = { InstanceId, RoutingProfileId };
  await client.updateRoutingProfileName({ ...profile, Name: 'Late' });
  await client.updateRoutingProfileConcurrency({
    ...profile,
    MediaConcurrencies: [{ Channel: 'CHAT', Concurrency: 5, CrossChannelBehavior: { BehaviorType: 'ROUTE_ANY_CHANNEL' } }],
  });
  await client.updateRoutingProfileDefaultOutboundQueue({ ...profile, DefaultOutboundQueueId: SUPPORT_QUEUE_ID });
  await client.updateRoutingProfileAgentAvailabilityTimer({ ...profile, AgentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' });
  await client.updateRoutingProfileQueues({
    ...profile,
    QueueConfigs: QueueConfigs.map((config) => ({ ...config, Priority: 99, Delay: 9999 })),
  });
  await client.associateRoutingProfileQueues({
    ...profile,
    QueueConfigs: [{ QueueReference: { QueueId, Channel: 'CHAT' }, Priority: 2, Delay: 30 }],
  });
  await client.listRoutingProfileQueues({ ...profile, MaxResults: 100 });
  await client.disassociateRoutingProfileQueues({ ...profile, QueueReferences: QueueConfigs.map(({ QueueReference }) => QueueReference) });
  await client.describeRoutingProfile(profile);
  await client.deleteRoutingProfile(profile);
}

async function exerciseSecurityProfile(client: Connect): Promise<void> {
  const { SecurityProfileId = '' } = await client.createSecurityProfile({
    InstanceId,
    SecurityProfileName: 'Night',
    Description: 'Those who work at night',
    Permissions: ['BasicAgentAccess'],
    AllowedAccessControlTags: { team: 'north' },
    TagRestrictedResources: ['User'],
    HierarchyRestrictedResources: ['User'],
    AllowedAccessControlHierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
    Tags: { team: 'north' },
  });
  const profile = { InstanceId, SecurityProfileId };
  await client.updateSecurityProfile({ ...profile, Permissions: ['BasicAgentAccess', 'OutboundCallAccess'] });
  await client.listSecurityProfilePermissions({ ...profile, MaxResults: 1000 });
  await client.describeSecurityProfile(profile);
  await client.deleteSecurityProfile(profile);
}

async function exerciseHierarchy(client: Connect): Promise<void> {
  await client.updateUserHierarchyStructure({
    InstanceId,
    HierarchyStructure: { LevelOne: { Name: 'Company' }, LevelTwo: { Name: 'Site' }, LevelThree: { Name: 'Team' } },
  });
  await client.describeUserHierarchyStructure({ InstanceId });
  const { HierarchyGroupId = '' } = await client.createUserHierarchyGroup({
    InstanceId,
    Name: 'Night',
    ParentGroupId: NORTH_HIERARCHY_GROUP_ID,
    Tags: { shift: 'night' },
  });
  await client.updateUserHierarchyGroupName({ InstanceId, HierarchyGroupId, Name: 'Late' });
  await client.describeUserHierarchyGroup({ InstanceId, HierarchyGroupId });
  await client.deleteUserHierarchyGroup({ InstanceId, HierarchyGroupId });
}
