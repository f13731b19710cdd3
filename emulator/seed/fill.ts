import type { Collection } from '../state/collection';
import { initialDistributions } from '../state/distributions';
import { Instance, type InstanceFacts } from '../state/instance';
import type { Group, Modified, Named, PredefinedAttribute, Queue, QuickConnect, QuickConnectConfig } from '../state/things';

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

export const named = (Name: string, ParentId?: string): Named => ({ Name, Tags: {}, ...(ParentId !== undefined && { ParentId }), ...modified });
export const attribute = (Values: readonly string[]): PredefinedAttribute => ({ Values, ...modified });
export const queue = (Name: string, QuickConnectIds: readonly string[]): Queue => ({ ...named(Name), QuickConnectIds });
export const quickConnect = (Name: string, QuickConnectConfig: QuickConnectConfig): QuickConnect => ({ Name, QuickConnectConfig, Tags: {}, ...modified });

export function group({ facts: { homeRegion, replicaRegion = homeRegion } }: Instance, Name: string, { isDefault = false, status = 'ACTIVE' } = {}): Group {
  return { Name, IsDefault: isDefault, Status: status, Tags: {}, ...initialDistributions(homeRegion, replicaRegion, isDefault) };
}
