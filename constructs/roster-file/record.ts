import type { RosterField } from './person';
import type { RosterProblem } from './problem';

/** One person, as a file of any format has it. */
export interface RosterRecord {
  /** Where the person begins, from 1. */
  readonly line: number;
  /** In a list, where one line may hold several people: which of them, from 1. */
  readonly number?: number | undefined;
  /** By column, as the file calls it. What is empty is absent. */
  readonly values: ReadonlyMap<string, unknown>;
}

export interface Records {
  /** Where the columns are named; the first line, where each person names them. */
  readonly headerLine: number;
  readonly columns: readonly string[];
  /** What columns mean in a format that has names of its own for them. */
  readonly meaning?: ReadonlyMap<string, RosterField>;
  readonly records: readonly RosterRecord[];
  readonly problems: readonly RosterProblem[];
  /** Of a list below a key of an object: both. */
  readonly list?: List | undefined;
}

/** Of a file that cannot be read. */
export const nobody = (...problems: readonly RosterProblem[]): Records => ({ headerLine: 1, columns: [], records: [], problems });

export interface List {
  readonly key: string;
  readonly object: ReadonlyMap<string, unknown>;
}
