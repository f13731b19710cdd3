import type { Failure, Outcome } from '../failure';
import type { ChannelConfigs } from './channels';
import type { Id, OfInstance, ServiceTime, Written } from './common';

export interface UserRef extends OfInstance {
  readonly userId: Id;
}

export interface IdentityInfo {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly secondaryEmail?: string;
  /** E.164 */
  readonly mobile?: string;
}

export interface PhoneConfig {
  readonly phoneType?: string;
  readonly autoAccept?: boolean;
  /** Seconds; 0 is indefinite. */
  readonly afterContactWorkTimeLimit?: number;
  readonly deskPhoneNumber?: string;
  readonly persistentConnection?: boolean;
}

export interface NewUser extends OfInstance {
  readonly username: string;
  readonly password?: string;
  readonly identity?: IdentityInfo;
  readonly phone?: PhoneConfig;
  readonly channels?: ChannelConfigs;
  readonly directoryUserId?: string;
  readonly securityProfileIds: readonly Id[];
  readonly routingProfileId: Id;
  readonly hierarchyGroupId?: Id;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface User {
  readonly id: Id;
  readonly arn: string;
  readonly username: string;
  readonly identity: IdentityInfo;
  readonly phone?: PhoneConfig;
  readonly channels: ChannelConfigs;
  readonly directoryUserId?: string;
  readonly securityProfileIds: readonly string[];
  readonly routingProfileId: string;
  readonly hierarchyGroupId?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly lastModified?: ServiceTime;
}

/** A user as ListUsers shows it. */
export type ListedUser = Pick<User, 'id' | 'username' | 'lastModified'>;

/** What is known of a user before it is looked at, so that a shared answer can confirm it. */
export interface Expectation {
  /** Whether a user as SearchUsers shows it, without e-mails, mobile number and proficiencies, is as known. */
  agrees(shown: User): boolean;
  /**
   * The service's time (ms) up to which the rest is known: a later LastModifiedTime in ListUsers calls for a
   * look. Absent: nothing of the rest matters.
   */
  readonly since?: number;
}

export interface Proficiency {
  readonly attributeName: string;
  readonly attributeValue: string;
  /** 1 to 5 */
  readonly level: number;
}

/** What a user holds, as a list shows it that may lag behind. */
export interface HeldProficiencies {
  readonly proficiencies: readonly Proficiency[];
  /** As far as the list knows. */
  readonly lastModified?: ServiceTime;
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
  /** DeleteUser. Gone after a try whose answer was lost is success; gone before is `not-found`. */
  delete(user: UserRef): Promise<Outcome<void>>;
}
