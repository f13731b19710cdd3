import { type ColumnNames, columnsOf, isPassword } from './columns';
import { readCsv } from './csv';
import { FIELDS } from './fields';
import type { PersonFields, RosterField, RosterPerson } from './person';
import type { RosterProblem } from './problem';
import type { Records, RosterRecord } from './record';
import { fromScim, isScim } from './scim';
import { readJson, readYaml } from './tree';

/*
 * People from a file. This folder knows the file formats and the schema of a user; it knows neither
 * CDKTF nor the command that reads rosters too.
 */

export type RosterFormat = 'csv' | 'json' | 'yaml';

const READERS: Readonly<Record<RosterFormat, (text: string) => Records>> = { csv: readCsv, json: readJson, yaml: readYaml };

export interface Roster {
  /** In the order of the file; nobody of whom something is wrong. */
  readonly people: readonly RosterPerson[];
  /** All that is wrong, in the order of the file. */
  readonly problems: readonly RosterProblem[];
  /** Whether the file holds passwords, which are not read. */
  readonly hasPasswords: boolean;
}

/** What could be read of a person: of one of whom something is wrong, the rest. */
type Row = Partial<PersonFields> & Pick<RosterPerson, 'line' | 'others'>;

/** The format that a file's name says. */
export function formatOf(file: string): RosterFormat | undefined {
  const [, ending = ''] = /\.(\w+)$/.exec(file.toLowerCase()) ?? [];
  return ending === 'yml' ? 'yaml' : (['csv', 'json', 'yaml'] as const).find((format) => format === ending);
}

/** @param bytes the file as it is on disk, in UTF-8 with or without a byte order mark */
export function readRoster(bytes: Uint8Array, format: RosterFormat, names: ColumnNames = {}): Roster {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return { people: [], problems: [{ line: lineOfBadByte(bytes), message: NOT_UTF8 }], hasPasswords: false };
  }
  const read = READERS[format](text);
  const records = isScim(read) ? fromScim(read) : read;
  const { fields, problems } = columnsOf(records, names);
  const found: RosterProblem[] = [...records.problems, ...problems];
  // With a header that is not understood each line would be refused for it.
  const rows = problems.length > 0 ? [] : records.records.map((record) => rowOf(record, fields, names.otherColumns ?? [], found));
  found.push(...betweenRows(rows, fields));
  const wrong = new Set(found.map(({ line }) => line));
  return {
    people: rows.filter((row): row is RosterPerson => row.name !== undefined && !wrong.has(row.line)),
    problems: found.sort((one, other) => one.line - other.line),
    hasPasswords: records.columns.some((column) => isPassword(column) && records.records.some(({ values }) => values.has(column))),
  };
}

const NOT_UTF8 = 'must be in UTF-8; save the file as "CSV UTF-8" in the spreadsheet';

function lineOfBadByte(bytes: Uint8Array): number {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  return Math.max(1, lines.findIndex((line) => line.includes('\uFFFD')) + 1);
}

function rowOf(
  { line, values }: RosterRecord,
  fields: ReadonlyMap<RosterField, string>,
  others: readonly string[],
  problems: RosterProblem[],
): Row {
  const said: Record<string, unknown> = {};
  for (const [field, column] of fields) {
    const cell = values.get(column);
    if (cell === undefined) {
      if (field === 'name') problems.push({ line, column, message: 'must hold the user name; it is empty' });
      continue;
    }
    const read = FIELDS[field](cell);
    if ('value' in read) said[field] = read.value;
    else problems.push({ line, column, message: read.refusal });
  }
  if (said['phoneType'] === 'DESK_PHONE' && !values.has(fields.get('deskPhoneNumber') ?? ''))
    problems.push({
      line,
      column: fields.get('deskPhoneNumber'),
      message: 'must hold the number of the desk phone, such as "+12065550100"',
    });
  const texts = Object.fromEntries(others.map((column) => [column, textOf(values.get(column))]));
  return { ...(said as Partial<PersonFields>), line, others: texts };
}

const textOf = (cell: unknown): string => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell ?? ''));

/** What is wrong with people because of others, in whichever row something else is wrong too. */
function betweenRows(rows: readonly Row[], fields: ReadonlyMap<RosterField, string>): readonly RosterProblem[] {
  const problems: RosterProblem[] = [];
  const refuse = (line: number, field: RosterField, message: string) => problems.push({ line, column: fields.get(field), message });
  const lines = new Map<string, number>();
  for (const { name, line } of rows) {
    if (name === undefined) continue;
    const first = lines.get(name);
    if (first === undefined) lines.set(name, line);
    else refuse(line, 'name', `must be there once; "${name}" is in line ${first} too`);
  }
  const renamed = new Map<string, number>();
  for (const { renamedFrom: before, line } of rows) {
    if (before === undefined) continue;
    const [holder, other] = [lines.get(before), renamed.get(before)];
    renamed.set(before, line);
    if (holder !== undefined) refuse(line, 'renamedFrom', `must be a name that nobody has any more; "${before}" is in line ${holder}`);
    else if (other !== undefined) refuse(line, 'renamedFrom', `must be there once; "${before}" was renamed in line ${other} too`);
  }
  return problems;
}
