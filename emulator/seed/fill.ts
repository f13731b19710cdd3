import type { Collection } from '../state/collection';
import { initialDistributions } from '../state/distributions';
import { Instance, type InstanceFacts } from '../state/instance';
import type { HierarchyGroup, HierarchyLevel, HoursOfOperation, Queue, RoutingProfile } from '../state/setup';
import type { Group, Modified, Named, PredefinedAttribute, QuickConnect, QuickConnectConfig } from '../state/things';

/** Long ago, so that no delay hides what a seed holds. */
const CREATED = Date.UTC(2025, 0, 1);
const ORIGIN = 'us-east-1';
const modified: Modified = { LastModifiedTime: CREATED, LastModifiedRegion: ORIGIN };

export function instance(facts: Omit<InstanceFacts, 'createdTime'>): Instance {
  return new Instance({ ...facts, createdTime: CREATED });
}

export function fill<T>(things: Collection<T>, values: Readonly<Record<string, T>>): void {
  for (const [id, value] of Object.entries(values)) things.put(id, value, { at: CREATED, region: ORIGIN, lag: 0, mirrorLag: 0 });
}

export const named = (Name: string): Named => ({ Name, Tags: {}, ...modified });
export const hierarchyGroup = (Name: string, ParentId?: string): HierarchyGroup => ({
  ...named(Name),
  ...(ParentId !== undefined && { ParentId }),
});
export const hierarchyLevel = (Level: number, Name: string): HierarchyLevel => ({ Level, Name, ...modified });
export const attribute = (Values: readonly string[]): PredefinedAttribute => ({ Values, ...modified });
export const queue = (Name: string, HoursOfOperationId: string, QuickConnectIds: readonly string[] = []): Queue => ({
  ...named(Name),
  HoursOfOperationId,
  Status: 'ENABLED',
  QuickConnectIds,
});
export const quickConnect = (Name: string, QuickConnectConfig: QuickConnectConfig): QuickConnect => ({
  Name,
  QuickConnectConfig,
  Tags: {},
  ...modified,
});

const WEEK = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** From nine to five, every day. */
export function hours(Name: string): HoursOfOperation {
  const Config = WEEK.map((Day) => ({ Day, StartTime: { Hours: 9, Minutes: 0 }, EndTime: { Hours: 17, Minutes: 0 } }));
  return { ...named(Name), TimeZone: 'America/New_York', Config, ParentIds: [] };
}

/** For calls, one at a time. */
export function routingProfile(Name: string, DefaultOutboundQueueId: string, queueIds: readonly string[] = []): RoutingProfile {
  return {
    ...named(Name),
    Description: `The routing profile ${Name}`,
    MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1, CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } }],
    DefaultOutboundQueueId,
    QueueConfigs: queueIds.map((QueueId) => ({ QueueReference: { QueueId, Channel: 'VOICE' }, Priority: 1, Delay: 0 })),
    ManualAssignmentQueueConfigs: [],
    AgentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY',
  };
}

export function group(
  { facts: { homeRegion, replicaRegion = homeRegion } }: Instance,
  Name: string,
  { isDefault = false, status = 'ACTIVE' } = {},
): Group {
  return { Name, IsDefault: isDefault, Status: status, Tags: {}, ...initialDistributions(homeRegion, replicaRegion, isDefault) };
}
