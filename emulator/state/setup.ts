/**
 * What a contact centre is set up with before agents come: queues, profiles, the hierarchy, hours of
 * operation. Members that cross the wire keep the model's names.
 */
import type { Modified, Named, Tags } from './things';

export interface OutboundCallerConfig {
  readonly OutboundCallerIdName?: string;
  readonly OutboundCallerIdNumberId?: string;
  readonly OutboundFlowId?: string;
}

export interface QueueSettings {
  readonly Description?: string;
  readonly HoursOfOperationId: string;
  readonly MaxContacts?: number;
  readonly OutboundCallerConfig?: OutboundCallerConfig;
  readonly OutboundEmailConfig?: { readonly OutboundEmailAddressId?: string };
  readonly Status: string;
}

/** Settings are absent in a state file from before the emulator had them; so are those of routing profiles. */
export interface Queue extends Named, Partial<QueueSettings> {
  readonly QuickConnectIds: readonly string[];
}

export interface MediaConcurrency {
  readonly Channel: string;
  readonly Concurrency?: number;
  readonly CrossChannelBehavior?: { readonly BehaviorType: string };
  readonly WorkloadTypeConcurrencies?: readonly object[];
}

/** A queue and a channel: a routing profile has each pair once. */
export interface QueueReference {
  readonly QueueId: string;
  readonly Channel: string;
}

export interface QueueConfig {
  readonly QueueReference: QueueReference;
  readonly Priority: number;
  /** Seconds. */
  readonly Delay: number;
}

export interface ManualAssignmentQueueConfig {
  readonly QueueReference: QueueReference;
}

export interface RoutingSettings {
  readonly Description: string;
  readonly MediaConcurrencies: readonly MediaConcurrency[];
  readonly DefaultOutboundQueueId: string;
  readonly QueueConfigs: readonly QueueConfig[];
  readonly ManualAssignmentQueueConfigs: readonly ManualAssignmentQueueConfig[];
  readonly AgentAvailabilityTimer: string;
}

export interface RoutingProfile extends Named, Partial<RoutingSettings> {}

/** What a security profile allows. */
export interface SecuritySettings {
  readonly Description?: string;
  readonly Permissions?: readonly string[];
  readonly AllowedAccessControlTags?: Tags;
  readonly TagRestrictedResources?: readonly string[];
  readonly HierarchyRestrictedResources?: readonly string[];
  readonly AllowedAccessControlHierarchyGroupId?: string;
  readonly Applications?: readonly object[];
  readonly AllowedFlowModules?: readonly object[];
  readonly AllowedAIAgents?: readonly object[];
  readonly GranularAccessControlConfiguration?: object;
}

export interface SecurityProfile extends Named, SecuritySettings {}

export interface HierarchyGroup extends Named {
  /** The group above it; absent at the top. */
  readonly ParentId?: string;
}

export interface HierarchyLevel extends Modified {
  /** 1 at the top, 5 at the bottom. */
  readonly Level: number;
  readonly Name: string;
}

export interface TimeOfDay {
  readonly Hours: number;
  readonly Minutes: number;
}

export interface HoursOfOperation extends Named {
  readonly Description?: string;
  readonly TimeZone: string;
  readonly Config: readonly { readonly Day: string; readonly StartTime: TimeOfDay; readonly EndTime: TimeOfDay }[];
  readonly ParentIds: readonly string[];
}
