import type { Collection } from '../state/collection';
import type { Presence } from '../state/floor';
import type { Instance, InstanceFacts } from '../state/instance';
import type { HierarchyGroup, HierarchyLevel, HoursOfOperation, Queue, RoutingProfile, SecurityProfile } from '../state/setup';
import type { Group, PredefinedAttribute, QuickConnect, Tags, User } from '../state/things';
import type { World } from '../state/world';

type Identified<T> = T & { readonly Id: string };

/** The newest state of everything, seen by callers already or not. There are no passwords in it. */
export interface Snapshot {
  readonly account: string;
  readonly instances: readonly InstanceSnapshot[];
}

export interface InstanceSnapshot extends InstanceFacts {
  readonly tags: Tags;
  readonly users: readonly Identified<User>[];
  readonly quickConnects: readonly Identified<QuickConnect>[];
  readonly queues: readonly Identified<Queue>[];
  readonly routingProfiles: readonly Identified<RoutingProfile>[];
  readonly securityProfiles: readonly Identified<SecurityProfile>[];
  readonly hierarchyGroups: readonly Identified<HierarchyGroup>[];
  readonly hierarchyLevels: readonly Identified<HierarchyLevel>[];
  readonly hoursOfOperation: readonly Identified<HoursOfOperation>[];
  readonly predefinedAttributes: readonly Identified<PredefinedAttribute>[];
  /** With the ids of the users in each group, in the order in which they came. */
  readonly groups: readonly (Identified<Group> & { readonly members: readonly string[] })[];
  readonly deletedUserIds: readonly string[];
  /** Who is signed in. */
  readonly agents: readonly (Presence & { readonly userId: string })[];
  /** The contacts that were under way when their agent was deleted. */
  readonly cutContacts: readonly string[];
}

/** @param now of the emulator's clock, for who is on a contact then */
export function snapshot(world: World, now = 0): Snapshot {
  return { account: world.account, instances: world.all().map((instance) => ofInstance(instance, now)) };
}

function ofInstance(instance: Instance, now: number): InstanceSnapshot {
  return {
    ...instance.facts,
    tags: instance.tags,
    users: all(instance.users),
    quickConnects: all(instance.quickConnects),
    queues: all(instance.queues),
    routingProfiles: all(instance.routingProfiles),
    securityProfiles: all(instance.securityProfiles),
    hierarchyGroups: all(instance.hierarchyGroups),
    hierarchyLevels: all(instance.hierarchyLevels),
    hoursOfOperation: all(instance.hoursOfOperation),
    predefinedAttributes: all(instance.predefinedAttributes),
    groups: all(instance.groups).map((group) => ({ ...group, members: [...instance.membersOf(group.Id).values()].map(({ id }) => id) })),
    deletedUserIds: [...instance.deletedUserIds],
    agents: instance.floor.all(now),
    cutContacts: instance.floor.cutContacts,
  };
}

function all<T>(things: Collection<T>): Identified<T>[] {
  return [...things.values()].map(({ id, value }) => ({ ...value, Id: id }));
}
