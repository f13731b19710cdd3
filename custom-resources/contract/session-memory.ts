/** What the provider remembers for as long as it is configured: one plan, or one apply. */
export interface SessionMemory {
  /** Ids of the users that this process created: a 404 for them means "not yet". */
  readonly newUsers: Set<string>;
  /** Ids of the users in the state, as far as they were refreshed. */
  readonly managedUsers: Set<string>;
  /** What the resources of a plan lay claim to, by name: `create`, `keep` or `destroy`. */
  readonly claims: Map<string, Claim>;
  /** Checks that cannot be made, and were told of. */
  readonly unchecked: Set<string>;
  /** Whether this process has begun to change things: what was checked at plan is then past. */
  applying: boolean;
}

export type Claim = 'create' | 'keep' | 'destroy';

export const newSessionMemory = (): SessionMemory => ({
  newUsers: new Set(),
  managedUsers: new Set(),
  claims: new Map(),
  unchecked: new Set(),
  applying: false,
});
