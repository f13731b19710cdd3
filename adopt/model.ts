import type { Instance } from '../connect/gateway';
import type { QuickConnectState } from '../custom-resources/quick-connect/schema';
import type { UserState } from '../custom-resources/user/schema';

/** What an instance holds, as far as it is to be written. */
export interface Adopted {
  readonly instance: Instance;
  /** What the code says of the provider: how it was reached. */
  readonly provider: { readonly region: string; readonly profile?: string; readonly endpoint?: string };
  readonly agents: readonly AdoptedAgent[];
  readonly groups: readonly AdoptedGroup[];
  readonly quickConnects: readonly AdoptedQuickConnect[];
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

/** A quick connect of an adopted agent, of a queue or of a phone number. */
export interface AdoptedQuickConnect {
  /** As an import reads it. */
  readonly state: QuickConnectState;
  readonly quickConnectId: string;
}

/** Names by id: what a person calls the things that agents and quick connects refer to, of the whole instance. */
export interface Names {
  readonly routingProfiles: ReadonlyMap<string, string>;
  readonly securityProfiles: ReadonlyMap<string, string>;
  readonly trafficDistributionGroups: ReadonlyMap<string, string>;
  /** Empty where quick connects are left out. */
  readonly queues: ReadonlyMap<string, string>;
  /** From the top, `["Europe", "Berlin"]`. */
  readonly hierarchyGroups: ReadonlyMap<string, readonly string[]>;
}

/** By what agents stand together in a file. */
export type Grouping = 'routing profile' | 'hierarchy';
