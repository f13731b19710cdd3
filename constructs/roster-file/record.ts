import type { RosterProblem } from './problem';

/** One person, as a file of any format has it. */
export interface RosterRecord {
  /** Where the person begins, from 1. */
  readonly line: number;
  /** By column, as the file calls it. What is empty is absent. */
  readonly values: ReadonlyMap<string, unknown>;
}

export interface Records {
  /** Where the columns are named; the first line, where each person names them. */
  readonly headerLine: number;
  readonly columns: readonly string[];
  readonly records: readonly RosterRecord[];
  readonly problems: readonly RosterProblem[];
}
