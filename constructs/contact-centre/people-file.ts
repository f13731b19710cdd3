import { readFileSync } from 'node:fs';
import type { ColumnNames } from '../roster-file/columns';
import type { RosterPerson } from '../roster-file/person';
import { type RosterProblem, worded } from '../roster-file/problem';
import { formatOf, readRoster, type RosterFormat } from '../roster-file/read-roster';
import { said } from './expected';

/** How a file of people is to be read. */
export interface PeopleFileProps extends ColumnNames {
  /**
   * The format of the file.
   * @default - what its name ends with: ".csv", ".json", ".yaml" or ".yml"
   */
  readonly format?: RosterFormat | undefined;
}

/** The people of a file, in which nothing is wrong. */
export interface PeopleFile {
  readonly path: string;
  readonly format: RosterFormat;
  readonly people: readonly RosterPerson[];
  readonly hasPasswords: boolean;
}

/** @throws Refused with all that is wrong in the file, by line and column */
export function readPeople(path: string, props: PeopleFileProps): PeopleFile {
  if (typeof path !== 'string') throw new Refused([`expects the path of a file, and got ${said(path)}.`]);
  const format = props.format ?? formatOf(path);
  if (format === undefined) throw new Refused([`${path} must end with .csv, .json, .yaml or .yml, or "format" must say what it is.`]);
  const { people, problems, hasPasswords } = readRoster(bytesOf(path), format, props);
  if (problems.length > 0) throw new Refused(problems.map((problem) => worded(path, problem)));
  return { path, format, people, hasPasswords };
}

/** What is wrong, in lines: where the program declares it comes before each of them. */
export class Refused extends Error {
  constructor(private readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }

  at = (place: string): Error => new Error(this.lines.map((line) => `[${place}] ${line}`).join('\n'));
}

/** What `read` answers. Fails with the place before each line of what is wrong. */
export function declaredAt<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Refused ? error.at(place) : error;
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refused([`${path} cannot be read (${code ?? String(error)}). Its path counts from ${process.cwd()}.`]);
  }
}

/** A file without a column is not refused once for each person. */
const SHOWN = 20;

export const refusedRows = (path: string, problems: readonly RosterProblem[]): Refused =>
  new Refused([
    ...problems.slice(0, SHOWN).map((problem) => worded(path, problem)),
    ...(problems.length > SHOWN ? [`and ${problems.length - SHOWN} more like these.`] : []),
  ]);
