import type { Outcome } from '../failure';
import type { Written } from './common';
import type { GroupRef } from './groups';

/** How much each Region takes, in percent, by the name of the Region. */
export type Shares = Readonly<Record<string, number>>;

/** Whether a Region signs agents in, by the name of the Region. */
export type SignIns = Readonly<Record<string, boolean>>;

/** What UpdateTrafficDistribution changes; each part by itself. */
export interface Distribution {
  readonly telephony?: Shares;
  readonly agent?: Shares;
  /** Of the default group alone. */
  readonly signIn?: SignIns;
}

/** The shares of the Regions in a group. Either Region answers; the replica wants the ARN of the group. */
export interface Distributions {
  /** GetTrafficDistribution */
  find(group: GroupRef): Promise<Outcome<Distribution | undefined>>;
  /** UpdateTrafficDistribution, of the parts that are given. A group that is not ACTIVE is a `conflict`. */
  update(group: GroupRef, distribution: Distribution): Promise<Outcome<Written>>;
}
