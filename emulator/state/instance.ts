import { Collection, type Thing } from './collection';
import type { HierarchyGroup, HierarchyLevel, HoursOfOperation, Queue, RoutingProfile, SecurityProfile } from './setup';
import type { Group, PredefinedAttribute, QuickConnect, Tags, User } from './things';

export type IdentityManagementType = 'SAML' | 'CONNECT_MANAGED' | 'EXISTING_DIRECTORY';

/** What identifies an instance and never changes. */
export interface InstanceFacts {
  readonly id: string;
  readonly alias: string;
  readonly identityManagementType: IdentityManagementType;
  readonly createdTime: number;
  /** The Region where it was created; of a resilient pair, the source. */
  readonly homeRegion: string;
  readonly replicaRegion?: string;
}

export type Member = Record<string, never>;

/** An instance at rest. */
export interface InstanceRecord extends InstanceFacts {
  readonly tags: Tags;
  readonly deletedUserIds: readonly string[];
  readonly users: readonly Thing<User>[];
  readonly quickConnects: readonly Thing<QuickConnect>[];
  readonly queues: readonly Thing<Queue>[];
  readonly routingProfiles: readonly Thing<RoutingProfile>[];
  readonly securityProfiles: readonly Thing<SecurityProfile>[];
  readonly hierarchyGroups: readonly Thing<HierarchyGroup>[];
  readonly hierarchyLevels: readonly Thing<HierarchyLevel>[];
  readonly hoursOfOperation: readonly Thing<HoursOfOperation>[];
  readonly predefinedAttributes: readonly Thing<PredefinedAttribute>[];
  readonly groups: readonly Thing<Group>[];
  /** The members of each traffic distribution group, by user id. */
  readonly members: Readonly<Record<string, readonly Thing<Member>[]>>;
}

/** One Amazon Connect instance, shared by both Regions of a resilient pair. */
export class Instance {
  tags: Tags;
  readonly users: Collection<User>;
  readonly quickConnects: Collection<QuickConnect>;
  readonly queues: Collection<Queue>;
  readonly routingProfiles: Collection<RoutingProfile>;
  readonly securityProfiles: Collection<SecurityProfile>;
  readonly hierarchyGroups: Collection<HierarchyGroup>;
  readonly hierarchyLevels: Collection<HierarchyLevel>;
  readonly hoursOfOperation: Collection<HoursOfOperation>;
  readonly predefinedAttributes: Collection<PredefinedAttribute>;
  readonly groups: Collection<Group>;
  readonly deletedUserIds: Set<string>;
  /** The names in use, by their lower-case form. */
  private readonly usernames = new Map<string, Set<string>>();
  private readonly members = new Map<string, Collection<Member>>();

  readonly facts: InstanceFacts;

  constructor({ id, alias, identityManagementType, createdTime, homeRegion, replicaRegion, ...record }: InstanceFacts & Partial<InstanceRecord>) {
    this.facts = { id, alias, identityManagementType, createdTime, homeRegion, replicaRegion };
    this.tags = record.tags ?? {};
    this.users = new Collection(record.users);
    this.quickConnects = new Collection(record.quickConnects);
    this.queues = new Collection(record.queues);
    this.routingProfiles = new Collection(record.routingProfiles);
    this.securityProfiles = new Collection(record.securityProfiles);
    this.hierarchyGroups = new Collection(record.hierarchyGroups);
    this.hierarchyLevels = new Collection(record.hierarchyLevels);
    this.hoursOfOperation = new Collection(record.hoursOfOperation);
    this.predefinedAttributes = new Collection(record.predefinedAttributes);
    this.groups = new Collection(record.groups);
    this.deletedUserIds = new Set(record.deletedUserIds);
    for (const [groupId, members] of Object.entries(record.members ?? {})) this.members.set(groupId, new Collection(members));
    for (const { value } of this.users.values()) this.claimUsername(value.Username);
  }

  get regions(): readonly string[] {
    return this.facts.replicaRegion ? [this.facts.homeRegion, this.facts.replicaRegion] : [this.facts.homeRegion];
  }

  membersOf(groupId: string): Collection<Member> {
    const known = this.members.get(groupId);
    if (known) return known;
    const members = new Collection<Member>();
    this.members.set(groupId, members);
    return members;
  }

  isUsernameTaken(username: string, caseSensitive: boolean): boolean {
    const names = this.usernames.get(username.toLowerCase());
    return names !== undefined && (!caseSensitive || names.has(username));
  }

  claimUsername(username: string): void {
    const key = username.toLowerCase();
    const names = this.usernames.get(key) ?? new Set();
    this.usernames.set(key, names.add(username));
  }

  releaseUsername(username: string): void {
    const key = username.toLowerCase();
    const names = this.usernames.get(key);
    names?.delete(username);
    if (names?.size === 0) this.usernames.delete(key);
  }

  toRecord(): InstanceRecord {
    return {
      ...this.facts,
      tags: this.tags,
      deletedUserIds: [...this.deletedUserIds],
      users: this.users.toJSON(),
      quickConnects: this.quickConnects.toJSON(),
      queues: this.queues.toJSON(),
      routingProfiles: this.routingProfiles.toJSON(),
      securityProfiles: this.securityProfiles.toJSON(),
      hierarchyGroups: this.hierarchyGroups.toJSON(),
      hierarchyLevels: this.hierarchyLevels.toJSON(),
      hoursOfOperation: this.hoursOfOperation.toJSON(),
      predefinedAttributes: this.predefinedAttributes.toJSON(),
      groups: this.groups.toJSON(),
      members: Object.fromEntries([...this.members].map(([groupId, members]) => [groupId, members.toJSON()])),
    };
  }
}
