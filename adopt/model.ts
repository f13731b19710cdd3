import type { Instance } from '../connect/model';
import type { UserState } from '../custom-resources/user/schema';

/** What an instance holds, as far as it is to be written. */
export interface Adopted {
  readonly instance: Instance;
  /** What the code says of the provider: how it was reached. */
  readonly provider: { readonly region: string; readonly profile?: string; readonly endpoint?: string };
  readonly agents: readonly AdoptedAgent[];
  readonly groups: readonly AdoptedGroup[];
  readonly names: Names;
}

export interface AdoptedAgent {
  /** As an import reads it. */
  readonly state: UserState;
  readonly userId: string;
}

/** A traffic distribution group, and who of the adopted agents is in it. */
export interface AdoptedGroup {
  readonly id: string;
  readonly name: string;
  readonly userIds: readonly string[];
  /** Whether all of its users are adopted, so that one resource can own the group. */
  readonly whole: boolean;
}

/** Names by id: what a person calls the things that agents refer to. */
export interface Names {
  readonly routingProfiles: ReadonlyMap<string, string>;
  readonly securityProfiles: ReadonlyMap<string, string>;
  /** From the top, `["Europe", "Berlin"]`. */
  readonly hierarchyGroups: ReadonlyMap<string, readonly string[]>;
}

/** By what agents stand together in a file. */
export type Grouping = 'routing profile' | 'hierarchy';
