import type { Outcome } from '../failure';
import type { Fresh, Id, Recent } from './common';

export interface GroupRef {
  /** Bare id or ARN; the ARN is needed outside the group's home Region. */
  readonly group: string;
  readonly region?: string;
}

export interface TrafficDistributionGroup {
  readonly id: Id;
  readonly arn: string;
  readonly name: string;
  readonly instanceArn: string;
  readonly instanceId: Id;
  /** ACTIVE, CREATION_IN_PROGRESS, UPDATE_IN_PROGRESS, CREATION_FAILED, PENDING_DELETION, DELETION_FAILED */
  readonly status: string;
  readonly isDefault: boolean;
  /** These two are told by DescribeTrafficDistributionGroup alone. */
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface NewGroup {
  readonly instanceId: Id;
  /** The source Region of the instance: the only one that makes groups. */
  readonly region: string;
  readonly name: string;
  readonly description?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Two calls with one token make one group. */
  readonly clientToken: string;
}

export interface Membership {
  readonly instanceId: Id;
  readonly groupId: Id;
  readonly userId: Id;
  /** The group's home Region: the only one that takes the call. */
  readonly region: string;
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
}
