/** What is wrong with a roster file, and where. */
export interface RosterProblem {
  /** From 1. */
  readonly line: number;
  /** As the file calls it; absent where it is about the line as a whole. */
  readonly column?: string | undefined;
  /** What was expected. */
  readonly message: string;
}

/** `berlin.csv, line 12, column "phone type": must be ...`. */
export const worded = (file: string, { line, column, message }: RosterProblem): string =>
  `${file}, line ${line}${column === undefined ? '' : `, column "${column}"`}: ${message}`;
