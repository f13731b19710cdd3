import type { Diagnostic } from '../read/events';
import type { Cost } from './calls';
import type { EmptiedGroup } from './memberships';
import type { OtherChange } from './others';
import type { Person } from './person';

/** All that a review tells, before it is put into words. */
export interface Review {
  readonly stacks: readonly StackNote[];
  readonly hash: string;
  readonly people: readonly Person[];
  readonly emptied: readonly EmptiedGroup[];
  readonly others: readonly OtherChange[];
  /** Names of outputs that change. */
  readonly outputs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Streams that plan changes which the plans do not have. */
  readonly strangeEvents: readonly string[];
  /** How many resources the plans change, all types. */
  readonly changes: number;
  readonly cost: Cost;
  readonly rate: number;
  readonly peopleHidden: boolean;
}

export interface StackNote {
  readonly name: string;
  readonly errored: boolean;
  readonly complete: boolean;
  readonly deferred: number;
}

export interface ReviewOptions {
  /** Calls a second that the quota allows for each API operation. */
  readonly rate: number;
  readonly hidePeople: boolean;
}
