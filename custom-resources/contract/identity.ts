import type { Check } from './schema';

/** The attributes of an identity that are given, as texts. */
export type GivenIdentity = Readonly<Record<string, string | undefined>>;

export interface IdentityAttribute {
  /** Two identities are of the same thing where all required attributes are equal. The others say how to find it. */
  readonly required: boolean;
  /** Markdown, one or two sentences. */
  readonly description: string;
  readonly check?: Check;
}
