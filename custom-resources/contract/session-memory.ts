import type { PrivateData, Values } from './value';

/** What the provider remembers for as long as it is configured: one plan, or one apply. */
export interface SessionMemory {
  /** Ids of the users that this process created: a 404 for them means "not yet". */
  readonly newUsers: Set<string>;
  /** Users whose removal this process began, by id. Nobody may adopt them meanwhile. */
  readonly leavingUsers: Map<string, Leaving>;
  /** Ids of the memberships that this process made. */
  readonly newMemberships: Set<string>;
  /** Ids of the memberships in the state, as far as they were refreshed or planned. */
  readonly managedMemberships: Set<string>;
  /** Ids of the traffic distribution groups whose users this process took over as a whole. */
  readonly madeGroups: Set<string>;
  /** By id, those that were to be destroyed and that a successor of this apply takes over. */
  readonly keptGroups: Map<string, KeptGroup>;
  /** The users in the state, by their names, as far as they were refreshed or planned. */
  readonly managedUsers: Map<string, Managed>;
  /** What the resources of a plan intend with a thing, by its name. */
  readonly intents: Map<string, Intent>;
  /** By traffic distribution group: how its users are declared in this plan, and whether they stay so. */
  readonly groupOwners: Map<string, Map<Ownership, boolean>>;
  /** Checks that cannot be made, and were told of. */
  readonly unchecked: Set<string>;
  /** Problems that many resources share, and that one of them told. */
  readonly told: Set<string>;
  /** Whether this process has begun to change things: what was checked at plan is then past. */
  applying: boolean;
}

/** How the removal of a user goes. */
export type Leaving = 'under way' | 'gone' | 'failed';

export interface KeptGroup {
  readonly region: string | null;
  /** As the state spells them. */
  readonly userIds: readonly string[];
}

export interface Managed {
  readonly state: Values;
  readonly private: PrivateData;
}

/** The users of a group are declared one by one (shared), or all in one resource (exclusive). */
export type Ownership = 'shared' | 'exclusive';

export type Intent = 'create' | 'keep' | 'destroy';

export const newSessionMemory = (): SessionMemory => ({
  newUsers: new Set(),
  leavingUsers: new Map(),
  newMemberships: new Set(),
  managedMemberships: new Set(),
  madeGroups: new Set(),
  keptGroups: new Map(),
  managedUsers: new Map(),
  intents: new Map(),
  groupOwners: new Map(),
  unchecked: new Set(),
  told: new Set(),
  applying: false,
});
