import type { ListOf, Listed, ServiceTime } from './common';
import type { User } from './users';

export interface HierarchyGroup extends Listed {
  /** The names of the groups from the top of the hierarchy down to this one. */
  readonly path: readonly string[];
}

export interface ListedQuickConnect extends Listed {
  /** USER, QUEUE, PHONE_NUMBER, FLOW */
  readonly type?: string;
  readonly lastModified?: ServiceTime;
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
