import type { Failure, Outcome } from './failure';
import type {
  AgentAtWork,
  AgentStatus,
  ChannelConfigs,
  Distribution,
  Expectation,
  GroupRef,
  HeldProficiencies,
  HierarchyGroup,
  Id,
  IdentityInfo,
  Instance,
  Listed,
  ListedInstance,
  ListedQuickConnect,
  ListedUser,
  Membership,
  NewGroup,
  NewUser,
  PhoneConfig,
  Proficiency,
  Queue,
  NewQuickConnect,
  QuickConnectRef,
  QuickConnectSettings,
  QuickConnectTarget,
  TrafficDistributionGroup,
  User,
  UserRef,
  Written,
} from './model';

/**
 * Amazon Connect, in the verbs that custom resources need. One method is one API operation unless it
 * says otherwise. `find` may find nothing; every other method that names a missing thing fails with
 * `not-found`. Calls are paced, and retried while their scope has time left.
 */
export interface Gateway {
  readonly users: Users;
  readonly agents: Agents;
  readonly groups: Groups;
  readonly distributions: Distributions;
  readonly quickConnects: QuickConnects;
  readonly queues: Queues;
  readonly instances: Instances;
  readonly catalogue: Catalogue;
  readonly quotas: Quotas;
  /** The Region that calls go to unless they say otherwise. */
  readonly region: string;
}

export interface Users {
  /** DescribeUser */
  find(user: UserRef): Promise<Outcome<User | undefined>>;
  /**
   * The user, by DescribeUser; or that nothing changed, by lists that all readers share, where that is cheaper.
   * Whatever they do not confirm is answered by DescribeUser.
   */
  observe(user: UserRef, expected: Expectation): Promise<Outcome<User | 'unchanged' | undefined>>;
  /** Whether a list that was read to its end for `observe` does not show the user. Calls nothing. */
  isUnlisted(user: UserRef): boolean;
  /** What a policy said to a list that `observe` wanted: each user is then asked for by a call. Calls nothing. */
  deniedList(instanceId: Id, region?: string): Failure | undefined;
  /** ListUsers, all pages, once per process: what a plan may be checked against. By id. */
  list(instanceId: Id, region?: string): Promise<Outcome<ReadonlyMap<string, ListedUser>>>;
  /** How many there are, about: as far as lists were read, else by a page of SearchUsers. Nothing where the service does not tell. */
  count(instanceId: Id, region?: string): Promise<Outcome<number | undefined>>;
  /** SearchUsers, all pages: users without their e-mails, mobile numbers and proficiencies, and without when they were modified. By id. */
  search(instanceId: Id, region?: string): Promise<Outcome<ReadonlyMap<string, User>>>;
  /** Whether there is such a user: ListUsers, where that is cheaper, may confirm it; only DescribeUser denies it. */
  exists(user: UserRef): Promise<Outcome<boolean>>;
  /** The user who has a name: SearchUsers for that name, or ListUsers where that is cheaper; then DescribeUser. May lag behind. */
  holderOf(instanceId: Id, username: string, region?: string): Promise<Outcome<User | undefined>>;
  /** SearchUsers for one exact user name, then DescribeUser. Two calls. */
  findByUsername(instanceId: Id, username: string, region?: string): Promise<Outcome<User | undefined>>;
  /**
   * CreateUser. A taken user name is a `conflict`: `ambiguous` when an earlier try, its answer lost,
   * may have made the user. `at` is the service's clock (ms).
   */
  create(user: NewUser): Promise<Outcome<{ readonly id: Id; readonly arn: string; readonly at: number }>>;
  updateIdentityInfo(user: UserRef, identity: IdentityInfo): Promise<Outcome<Written>>;
  updatePhoneConfig(user: UserRef, phone: PhoneConfig): Promise<Outcome<Written>>;
  /** UpdateUserConfig, the per-channel successor of UpdateUserPhoneConfig. */
  updateConfig(user: UserRef, channels: ChannelConfigs): Promise<Outcome<Written>>;
  updateRoutingProfile(user: UserRef, routingProfileId: Id): Promise<Outcome<Written>>;
  updateSecurityProfiles(user: UserRef, securityProfileIds: readonly Id[]): Promise<Outcome<Written>>;
  /** UpdateUserHierarchy; without a group the user leaves the hierarchy. */
  updateHierarchy(user: UserRef, hierarchyGroupId: Id | undefined): Promise<Outcome<Written>>;
  /** ListUserProficiencies, all pages. */
  listProficiencies(user: UserRef): Promise<Outcome<HeldProficiencies>>;
  /** These three call nothing for an empty list. */
  associateProficiencies(user: UserRef, proficiencies: readonly Proficiency[]): Promise<Outcome<Written>>;
  updateProficiencies(user: UserRef, proficiencies: readonly Proficiency[]): Promise<Outcome<Written>>;
  disassociateProficiencies(user: UserRef, proficiencies: readonly Proficiency[]): Promise<Outcome<Written>>;
  /** TagResource, 50 tags a call; none without tags. */
  tag(arn: string, tags: Readonly<Record<string, string>>, region?: string): Promise<Outcome<Written>>;
  /** UntagResource, 50 keys a call; none without keys. */
  untag(arn: string, keys: readonly string[], region?: string): Promise<Outcome<Written>>;
  /** DeleteUser. Gone after a try whose answer was lost is success; gone before is `not-found`. */
  delete(user: UserRef): Promise<Outcome<void>>;
}

/** Agents while they work. */
export interface Agents {
  /** GetCurrentUserData, for all who ask at about the same time (100 a call): nothing for an agent who is not signed in in that Region. */
  atWork(user: UserRef): Promise<Outcome<AgentAtWork | undefined>>;
  /** ListAgentStatuses, all pages, once per process. */
  statuses(instanceId: Id, region?: string): Promise<Outcome<readonly AgentStatus[]>>;
  /** PutUserStatus; the next status of an agent who is on a contact. */
  setStatus(user: UserRef, statusId: string): Promise<Outcome<void>>;
}

export interface Groups {
  /**
   * ListTrafficDistributionGroups, all pages: the groups of one instance. Listed once per process and
   * kept, unless it fails, `fresh` asks for what is there now (their status changes), or it is older than the ten seconds of
   * `recent`.
   */
  list(instanceId: Id, region?: string, options?: Fresh & Recent): Promise<Outcome<readonly TrafficDistributionGroup[]>>;
  /** DescribeTrafficDistributionGroup */
  find(group: GroupRef): Promise<Outcome<TrafficDistributionGroup | undefined>>;
  /**
   * ListTrafficDistributionGroupUsers, all pages: bare user ids. With `recent`, a list will do that somebody else is
   * reading, or read within the last second.
   */
  listUsers(group: GroupRef, options?: Recent): Promise<Outcome<ReadonlySet<Id>>>;
  /**
   * Whether a user is a member, by lists that all readers share; two of them before it says no. They are as old as the
   * process, unless they have to be `recent`: 10 s old, or ten times as old as it took to read them.
   */
  hasUser(group: GroupRef, userId: Id, options?: Recent): Promise<Outcome<boolean>>;
  associateUser(membership: Membership): Promise<Outcome<void>>;
  disassociateUser(membership: Membership): Promise<Outcome<void>>;
  /** CreateTrafficDistributionGroup, which begins the making of a group. A taken name is a `conflict`. */
  create(group: NewGroup): Promise<Outcome<{ readonly id: Id; readonly arn: string }>>;
  /** DeleteTrafficDistributionGroup, which begins the deletion. A group that is not there counts as deleted. */
  delete(group: GroupRef): Promise<Outcome<void>>;
  /** As those of users. */
  readonly tag: Users['tag'];
  readonly untag: Users['untag'];
}

/** The shares of the Regions in a group. Either Region answers; the replica wants the ARN of the group. */
export interface Distributions {
  /** GetTrafficDistribution */
  find(group: GroupRef): Promise<Outcome<Distribution | undefined>>;
  /** UpdateTrafficDistribution, of the parts that are given. A group that is not ACTIVE is a `conflict`. */
  update(group: GroupRef, distribution: Distribution): Promise<Outcome<Written>>;
}

export interface QuickConnects {
  /** DescribeQuickConnect; asked twice before it is taken for gone. */
  find(quickConnect: QuickConnectRef): Promise<Outcome<QuickConnectSettings | undefined>>;
  /**
   * The quick connect, by DescribeQuickConnect; or that it is as expected, by the pages of SearchQuickConnects that all readers share,
   * where that is cheaper. Only DescribeQuickConnect tells that it changed or is gone.
   */
  observe(
    quickConnect: QuickConnectRef,
    agrees: (shown: QuickConnectSettings) => boolean,
  ): Promise<Outcome<QuickConnectSettings | 'unchanged' | undefined>>;
  /** What a policy said to the search that `observe` wanted: each quick connect is then asked for by a call. Calls nothing. */
  deniedList(instanceId: Id, region?: string): Failure | undefined;
  /** SearchQuickConnects, all pages: by id. May lag behind. */
  search(instanceId: Id, region?: string): Promise<Outcome<ReadonlyMap<string, QuickConnectSettings>>>;
  /** The quick connect that has a name: SearchQuickConnects for that name, or of all where that is cheaper. May lag behind. */
  holderOf(instanceId: Id, name: string, region?: string): Promise<Outcome<QuickConnectSettings | undefined>>;
  /** The quick connect that has a name: SearchQuickConnects for that name. May lag behind. */
  findByName(instanceId: Id, name: string, region?: string): Promise<Outcome<QuickConnectSettings | undefined>>;
  /** SearchQuickConnects, all pages: those that have a tag. Once per process; may lag behind. */
  tagged(instanceId: Id, key: string, value: string, region?: string): Promise<Outcome<readonly QuickConnectSettings[]>>;
  /** How many there are, about: by a page of SearchQuickConnects. Nothing where the service does not tell. */
  count(instanceId: Id, region?: string): Promise<Outcome<number | undefined>>;
  /** CreateQuickConnect. A taken name is a `conflict`: `ambiguous` when an earlier try, its answer lost, may have made it. */
  create(quickConnect: NewQuickConnect): Promise<Outcome<{ readonly id: Id; readonly arn: string }>>;
  /** UpdateQuickConnectName; without a description it has none. */
  rename(quickConnect: QuickConnectRef, name: string, description: string | undefined): Promise<Outcome<void>>;
  /** UpdateQuickConnectConfig */
  retarget(quickConnect: QuickConnectRef, target: QuickConnectTarget): Promise<Outcome<void>>;
  /**
   * SearchQuickConnects, all pages, at most 10 s old: those of type USER that point at the user, and of the
   * `orphaned` those that point at nobody any more.
   */
  listForUser(user: UserRef, orphaned?: readonly string[]): Promise<Outcome<readonly QuickConnectSettings[]>>;
  /** DeleteQuickConnect. Gone after a try whose answer was lost is success; gone before is `not-found`. */
  delete(instanceId: Id, quickConnectId: Id, region?: string): Promise<Outcome<void>>;
}

export interface Queues {
  /**
   * The standard queues that offer some of the quick connects, and which of them. ListQueues, then
   * ListQueueQuickConnects for each queue; once per process, unless `fresh` asks for what is there now.
   */
  offering(
    instanceId: Id,
    quickConnectIds: readonly Id[],
    region?: string,
    options?: Fresh,
  ): Promise<Outcome<readonly (Queue & { readonly quickConnectIds: readonly Id[] })[]>>;
  /** AssociateQueueQuickConnects. A queue that offers it already is left as it is. */
  addQuickConnect(quickConnect: QuickConnectRef, queueId: Id): Promise<Outcome<void>>;
  /** DisassociateQueueQuickConnects, 50 a call. */
  removeQuickConnects(instanceId: Id, queueId: Id, quickConnectIds: readonly Id[], region?: string): Promise<Outcome<void>>;
}

export interface Instances {
  /** DescribeInstance, once per process. */
  find(instanceId: Id, region?: string): Promise<Outcome<Instance | undefined>>;
  /** ListInstances, all pages, once per process: the instances of the account in a Region. */
  list(region?: string): Promise<Outcome<readonly ListedInstance[]>>;
}

/** What has names, by id: one list each, once per process, unless `fresh` asks for what is there now. */
export interface Catalogue {
  /** ListRoutingProfiles, all pages */
  routingProfiles: ListOf<Listed>;
  /** ListSecurityProfiles, all pages */
  securityProfiles: ListOf<Listed>;
  /** ListUserHierarchyGroups, all pages */
  hierarchyGroups: ListOf<Listed>;
  /** SearchUserHierarchyGroups, all pages: the same groups, with their paths. May lag behind. */
  hierarchyPaths: ListOf<HierarchyGroup>;
  /** ListQueues, all pages: the standard queues */
  queues: ListOf<Listed>;
  /** ListQuickConnects, all pages */
  quickConnects: ListOf<ListedQuickConnect>;
  /** SearchUsers, all pages: without e-mails, mobile numbers, proficiencies and when they were modified. May lag behind. */
  users: ListOf<User>;
}

/** What Service Quotas tells, which is another service: it may be out of reach, or not allowed, where Amazon Connect is. */
export interface Quotas {
  /** GetServiceQuota, once per process, failures included: how many of a kind an instance may have, where that is known. */
  ofInstance(instance: { readonly arn: string }, quota: 'users' | 'quickConnects', region?: string): Promise<Outcome<number | undefined>>;
}

/** Lists things of an instance, by id. */
export type ListOf<T> = (instanceId: Id, region?: string, options?: Fresh) => Promise<Outcome<ReadonlyMap<string, T>>>;

export interface Fresh {
  readonly fresh?: boolean;
}

export interface Recent {
  readonly recent?: boolean;
}
