/** What the provider's configuration says about resources rather than about the connection. */
export interface Settings {
  /** Where a resource is called that names no Region. Absent: not known yet. */
  readonly region?: string;
  /** Tags that every taggable resource gets unless it says otherwise. */
  readonly defaultTags: Readonly<Record<string, string>>;
  /** Whether a plan looks at Connect for what would fail at apply. */
  readonly planChecks: boolean;
  /**
   * What becomes of an account that holds the name of a new user and equals its declaration: `identical` takes it into
   * the state, `never` refuses it, unless a lost answer of this very apply shows that it is its own.
   */
  readonly adoptExisting: 'identical' | 'never';
  /** How many users a plan may delete. @default any number */
  readonly maxUserDeletions?: number;
  /** How many memberships a plan may end. @default any number */
  readonly maxMembershipRemovals?: number;
  /** Names and ids of users who may be deleted although they have `deletion_protection`. @default none */
  readonly unprotected?: readonly string[];
  /** How long after its creation a thing may still be invisible to reads, milliseconds. */
  readonly consistencyWindowMs: number;
  /** Tags that others manage: neither shown nor removed. */
  readonly ignoreTags: { readonly keys: readonly string[]; readonly keyPrefixes: readonly string[] };
}
