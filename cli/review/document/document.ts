import type { Rich } from './rich';

/** What a review says, in the order in which it is read. Each writer gives it the form of its medium. */
export interface ReviewDocument {
  readonly stacks: readonly string[];
  readonly hash: string;
  /** "12 join, 3 leave; about 9 minutes at the quota". */
  readonly verdict: string;
  /** "9 minutes"; nothing where no call is made. */
  readonly time: string | undefined;
  /** What stands before everything else: the plan cannot be applied, a threshold is passed. */
  readonly alarms: readonly Rich[];
  /** The numbers of the verdict. */
  readonly figures: readonly Figure[];
  readonly sections: readonly Section[];
  readonly people: readonly Row[];
}

export interface Figure {
  readonly count: number;
  readonly words: string;
  readonly danger: boolean;
  /** What it counts of people: those of this fate. */
  readonly fate?: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly danger: boolean;
  /** Said under the title. */
  readonly note?: Rich;
  /** What `who` of its items are; people where it is left out. */
  readonly of?: readonly [one: string, more: string];
  readonly items: readonly Item[];
}

/** One thing that happens, to one or to many: equal ones are folded into one item. */
export interface Item {
  readonly text: Rich;
  /** Whom it happens to. */
  readonly who?: readonly string[];
}

/** One person, with everything that happens to them. */
export interface Row {
  readonly login: string;
  readonly fullName: string;
  readonly stacks: readonly string[];
  readonly fates: readonly string[];
  readonly lines: readonly Rich[];
}
