import { Collection, type Thing } from './collection';
import { Floor } from './floor';
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

/** Some of an instance's things, each in place of the one with its id; and what else is new. */
export type InstanceChanges = Pick<InstanceFacts, 'id'> & Partial<Omit<InstanceRecord, keyof InstanceFacts>>;

type ThingsOf = Omit<InstanceRecord, keyof InstanceFacts | 'tags' | 'deletedUserIds'>;

/** One Amazon Connect instance, shared by both Regions of a resilient pair. */
export class Instance {
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
  readonly floor = new Floor();
  private readonly deleted: Set<string>;
  private currentTags: Tags;
  private changed: { tags?: Tags; deletedUserIds?: string[] } = {};
  /** The names in use, by their lower-case form. */
  private readonly usernames = new Map<string, Set<string>>();
  private readonly members = new Map<string, Collection<Member>>();

  readonly facts: InstanceFacts;

  constructor({
    id,
    alias,
    identityManagementType,
    createdTime,
    homeRegion,
    replicaRegion,
    ...record
  }: InstanceFacts & Partial<InstanceRecord>) {
    this.facts = { id, alias, identityManagementType, createdTime, homeRegion, replicaRegion };
    this.currentTags = record.tags ?? {};
    this.users = new Collection(record.users, ({ Username }) => Username.toLowerCase());
    this.quickConnects = new Collection(record.quickConnects);
    this.queues = new Collection(record.queues);
    this.routingProfiles = new Collection(record.routingProfiles);
    this.securityProfiles = new Collection(record.securityProfiles);
    this.hierarchyGroups = new Collection(record.hierarchyGroups);
    this.hierarchyLevels = new Collection(record.hierarchyLevels);
    this.hoursOfOperation = new Collection(record.hoursOfOperation);
    this.predefinedAttributes = new Collection(record.predefinedAttributes);
    this.groups = new Collection(record.groups);
    this.deleted = new Set(record.deletedUserIds);
    for (const [groupId, members] of Object.entries(record.members ?? {})) this.members.set(groupId, new Collection(members));
    for (const { value } of this.users.values()) this.claimUsername(value.Username);
  }

  get regions(): readonly string[] {
    return this.facts.replicaRegion ? [this.facts.homeRegion, this.facts.replicaRegion] : [this.facts.homeRegion];
  }

  get tags(): Tags {
    return this.currentTags;
  }

  set tags(tags: Tags) {
    this.currentTags = tags;
    this.changed.tags = tags;
  }

  get deletedUserIds(): ReadonlySet<string> {
    return this.deleted;
  }

  /** Remembers that there was a user of that id. */
  rememberDeleted(userId: string): void {
    this.deleted.add(userId);
    this.changed.deletedUserIds = [...(this.changed.deletedUserIds ?? []), userId];
  }

  membersOf(groupId: string): Collection<Member> {
    const known = this.members.get(groupId);
    if (known) return known;
    const members = new Collection<Member>();
    this.members.set(groupId, members);
    return members;
  }

  /** The names of users that are that one, or differ from it in upper and lower case only. */
  usernamesLike(username: string): ReadonlySet<string> {
    return this.usernames.get(username.toLowerCase()) ?? new Set();
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
    return { ...this.withoutThings(), ...this.gather((things) => things.toJSON()) };
  }

  /** The record but for the things in it; `chunks` has those. */
  withoutThings(): InstanceRecord {
    return { ...this.facts, tags: this.tags, deletedUserIds: [...this.deletedUserIds], ...this.gather(() => []) };
  }

  /** All things, in parts of up to `size` of each kind. Holds what is there when a part is asked for, so the instance may change meanwhile. */
  *chunks(size: number): Generator<InstanceChanges> {
    const last = new Map<unknown, number>();
    for (;;) {
      const part = this.gather((things) => {
        const chunk = things.things(last.get(things) ?? 0, size);
        last.set(things, chunk.at(-1)?.sequence ?? Infinity);
        return chunk;
      });
      const chunk = nonEmpty(part);
      if (!chunk) return;
      yield { id: this.facts.id, ...chunk };
    }
  }

  /** What changed since this was last asked, if anything did. */
  takeChanges(): InstanceChanges | undefined {
    const { changed } = this;
    this.changed = {};
    const things = nonEmpty(this.gather((collection) => collection.takeChanges()));
    return things || changed.tags || changed.deletedUserIds ? { id: this.facts.id, ...changed, ...things } : undefined;
  }

  /** Something of each collection: the one place that names them all. */
  private gather(of: <T>(things: Collection<T>) => readonly Thing<T>[]): ThingsOf {
    return {
      users: of(this.users),
      quickConnects: of(this.quickConnects),
      queues: of(this.queues),
      routingProfiles: of(this.routingProfiles),
      securityProfiles: of(this.securityProfiles),
      hierarchyGroups: of(this.hierarchyGroups),
      hierarchyLevels: of(this.hierarchyLevels),
      hoursOfOperation: of(this.hoursOfOperation),
      predefinedAttributes: of(this.predefinedAttributes),
      groups: of(this.groups),
      members: Object.fromEntries([...this.members].map(([groupId, members]) => [groupId, of(members)])),
    };
  }
}

/** The kinds of which there is something. */
function nonEmpty({ members, ...kinds }: ThingsOf): Partial<ThingsOf> | undefined {
  const isFilled = ([, things]: readonly [string, readonly unknown[]]): boolean => things.length > 0;
  const filled: Partial<ThingsOf> = Object.fromEntries(Object.entries(kinds).filter(isFilled));
  const joined = Object.fromEntries(Object.entries(members).filter(isFilled));
  const all = { ...filled, ...(Object.keys(joined).length > 0 && { members: joined }) };
  return Object.keys(all).length > 0 ? all : undefined;
}
