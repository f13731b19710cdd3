import type { Agents } from './agents';
import type { Catalogue } from './catalogue';
import type { Distributions } from './distributions';
import type { Groups } from './groups';
import type { Instances } from './instances';
import type { PredefinedAttributes } from './predefined-attributes';
import type { Queues } from './queues';
import type { QuickConnects } from './quick-connects';
import type { Quotas } from './quotas';
import type { Tagging } from './tagging';
import type { Users } from './users';

/**
 * Amazon Connect, in our own words: the verbs that custom resources need, and what these take and give. One method is one API operation unless it
 * says otherwise. `find` may find nothing; every other method that names a missing thing fails with
 * `not-found`. Calls are paced, and retried while their scope has time left.
 */
export interface Gateway {
  readonly users: Users;
  readonly agents: Agents;
  readonly groups: Groups;
  readonly distributions: Distributions;
  readonly quickConnects: QuickConnects;
  readonly queues: Queues;
  readonly instances: Instances;
  readonly predefinedAttributes: PredefinedAttributes;
  readonly tagging: Tagging;
  readonly catalogue: Catalogue;
  readonly quotas: Quotas;
  /** The Region that calls go to unless they say otherwise. */
  readonly region: string;
}

export type * from './agents';
export type * from './catalogue';
export type * from './channels';
export type * from './common';
export type * from './distributions';
export type * from './groups';
export type * from './instances';
export type * from './predefined-attributes';
export type * from './queues';
export type * from './quick-connects';
export type * from './quotas';
export type * from './tagging';
export type * from './users';
