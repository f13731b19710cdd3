/** What the provider's configuration says about resources rather than about the connection. */
export interface Settings {
  /** Tags that every taggable resource gets unless it says otherwise. */
  readonly defaultTags: Readonly<Record<string, string>>;
  /** Tags that others manage: neither shown nor removed. */
  /** How long after its creation a thing may still be invisible to reads, milliseconds. */
  readonly consistencyWindowMs: number;
  readonly ignoreTags: { readonly keys: readonly string[]; readonly keyPrefixes: readonly string[] };
}
