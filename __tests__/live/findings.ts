import type { Answers } from '../../emulator/settings';

/** What a run found out about one question. */
export type Finding<T> =
  | { readonly result: 'observed'; readonly value: T; readonly evidence: string }
  /** The service answers in a way that nobody foresaw, and that no test of the provider lives with. */
  | { readonly result: 'unforeseen'; readonly evidence: string }
  /** It cannot be told from outside, or not on this instance. */
  | { readonly result: 'not observable'; readonly why: string }
  /** The run was not told to, or lacks what it needs. */
  | { readonly result: 'not asked'; readonly why: string }
  | { readonly result: 'failed'; readonly why: string };

/** One for each row of docs/behaviour/undocumented-answers.md, by the emulator's switch for it. */
export type Rows = { readonly [K in keyof Answers]?: Finding<Answers[K]> };

/** Milliseconds: at `notYet` it was not seen, at `seen` it was. */
export interface Lag {
  readonly what: string;
  /** Absent where the first look saw it. */
  readonly notYet?: number;
  /** Absent where it was never seen within the patience of the run. */
  readonly seen?: number;
}

export interface PageSize {
  readonly operation: string;
  readonly size: number;
  /** How the service took it. */
  readonly answer: string;
}

export interface Throttling {
  readonly operation: string;
  /** Calls taken one right after another before the first throttle. */
  readonly takenAtOnce: number;
  /** Absent where none of the calls was throttled. */
  readonly throttled?: {
    readonly code: string;
    readonly status: number;
    readonly message: string;
    /** Calls that the service went on to take, while ten a second came. */
    readonly takenPerSecond: number;
  };
}

/** What one question, or some that go together, brought to light. */
export interface Findings {
  readonly rows?: Rows;
  readonly lags?: readonly Lag[];
  readonly pages?: readonly PageSize[];
  readonly throttling?: Throttling;
  /** What else is worth knowing. */
  readonly remarks?: readonly string[];
}

export const observed = <T>(value: T, evidence: string): Finding<T> => ({ result: 'observed', value, evidence });
export const unforeseen = (evidence: string): Finding<never> => ({ result: 'unforeseen', evidence });
export const notObservable = (why: string): Finding<never> => ({ result: 'not observable', why });
export const notAsked = (why: string): Finding<never> => ({ result: 'not asked', why });
export const failed = (why: string): Finding<never> => ({ result: 'failed', why });
