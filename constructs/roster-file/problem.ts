import { uncovered } from '../../custom-resources/contract/visible';

/** What is wrong with a roster file, and where. */
export interface RosterProblem {
  /** From 1. */
  readonly line: number;
  /** Whom it is about, where a line may hold several people. */
  readonly person?: string | undefined;
  /** As the file calls it; absent where it is about the line as a whole. */
  readonly column?: string | undefined;
  /** What was expected. */
  readonly message: string;
}

/** The name, or the place in the list, from 1; nobody where there is no list, but a line for each person. */
export function personOf(number: number | undefined, name: unknown): string | undefined {
  if (number === undefined) return undefined;
  const text = typeof name === 'string' || typeof name === 'number' ? String(name) : '';
  return text !== '' && text.length <= 100 ? JSON.stringify(text) : `number ${number}`;
}

/** `berlin.csv, line 12, column "phone type": must be ...`; of JSON `berlin.json, line 1, person "ada", column ...`. */
export const worded = (file: string, { line, person, column, message }: RosterProblem): string =>
  [
    `${file}, line ${line}`,
    ...(person === undefined ? [] : [`person ${uncovered(person)}`]),
    ...(column === undefined ? [] : [`column "${uncovered(shortened(column))}"`]),
  ].join(', ') + `: ${uncovered(shortened(message))}`;

const MOST = 1000;

/** What a cell of a megabyte holds would hide all other lines. */
const shortened = (text: string): string =>
  text.length > MOST ? `${text.slice(0, MOST)}... (${text.length - MOST} more characters)` : text;
