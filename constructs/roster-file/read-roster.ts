import { type ColumnNames, columnsOf, isPassword } from './columns';
import { readCsv } from './csv';
import { FIELDS } from './fields';
import type { PersonFields, RosterField, RosterPerson } from './person';
import { personOf, type RosterProblem } from './problem';
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

/** A row, with what is wrong in it. */
interface Judged {
  readonly row: Row;
  /** Whom problems name. */
  readonly person: string | undefined;
  readonly problems: RosterProblem[];
}

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
    return { people: [], problems: [{ line: lineOfBadByte(bytes), message: NOT_UTF8[format] }], hasPasswords: false };
  }
  const read = READERS[format](text);
  const records = isScim(read) ? fromScim(read) : read;
  const { fields, others, problems } = columnsOf(records, names);
  // With a header that is not understood each line would be refused for it.
  const rows = problems.length > 0 ? [] : records.records.map((record) => judge(record, fields, others));
  judgeTogether(rows, fields);
  const found = [...records.problems, ...problems, ...rows.flatMap((judged) => judged.problems)];
  return {
    people: rows.flatMap(({ row, problems: wrong }) => (isPerson(row) && wrong.length === 0 ? [row] : [])),
    problems: found.sort((one, other) => one.line - other.line),
    hasPasswords: records.columns.some((column) => isPassword(column) && records.records.some(({ values }) => values.has(column))),
  };
}

const NOT_UTF8: Readonly<Record<RosterFormat, string>> = {
  csv: 'must be in UTF-8; save the file as "CSV UTF-8" in the spreadsheet',
  json: 'must be in UTF-8; write the file in that encoding, which editors offer as they save',
  yaml: 'must be in UTF-8; write the file in that encoding, which editors offer as they save',
};

function lineOfBadByte(bytes: Uint8Array): number {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  return Math.max(1, lines.findIndex((line) => line.includes('\uFFFD')) + 1);
}

const isPerson = (row: Row): row is RosterPerson => row.name !== undefined;

function judge(
  { line, number, values }: RosterRecord,
  fields: ReadonlyMap<RosterField, string>,
  others: ReadonlyMap<string, string>,
): Judged {
  const said: Record<string, unknown> = {};
  const problems: RosterProblem[] = [];
  const person = personOf(number, values.get(fields.get('name') ?? ''));
  for (const [field, column] of fields) {
    const cell = values.get(column);
    if (cell === undefined) {
      if (field === 'name') problems.push({ line, person, column, message: 'must hold the user name; it is empty' });
      continue;
    }
    const read = FIELDS[field](cell);
    if ('value' in read) said[field] = read.value;
    else problems.push({ line, person, column, message: read.refusal });
  }
  for (const [column, cell] of values)
    if (textOf(cell).includes('{TfToken['))
      problems.push({ line, person, column, message: 'must not hold "{TfToken[", as CDKTF puts values of the program there' });
  if (said['phoneType'] === 'DESK_PHONE' && !values.has(fields.get('deskPhoneNumber') ?? ''))
    problems.push({
      line,
      person,
      column: fields.get('deskPhoneNumber'),
      message: 'must hold the number of the desk phone, such as "+12065550100"',
    });
  if (!values.has(fields.get('phoneType') ?? '') && said['deskPhoneNumber'] !== undefined)
    problems.push({
      line,
      person,
      column: fields.get('deskPhoneNumber'),
      message: 'must be empty where "phone_type" is; it must be "desk" for the number to be used, or "soft" for a soft phone',
    });
  const texts = Object.fromEntries([...others].map(([name, column]) => [name, textOf(values.get(column))]));
  return { row: { ...(said as Partial<PersonFields>), line, others: texts }, person, problems };
}

const textOf = (cell: unknown): string => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell ?? ''));

/** Adds what is wrong with people because of others, in whichever row something else is wrong too. */
function judgeTogether(rows: readonly Judged[], fields: ReadonlyMap<RosterField, string>): void {
  const refuse = ({ row: { line }, person, problems }: Judged, field: RosterField, message: string): void =>
    void problems.push({ line, person, column: fields.get(field), message });
  // One name can be written in two ways that look the same: "é" is one character, or an "e" with an accent after it.
  const names = new Map<string, Row>();
  for (const judged of rows) {
    const { name } = judged.row;
    if (name === undefined) continue;
    const first = names.get(name.normalize());
    if (first === undefined) names.set(name.normalize(), judged.row);
    else {
      const alike = first.name === name ? '' : ', in characters that look the same';
      refuse(judged, 'name', `must be there once; "${name}" is in line ${first.line} too${alike}`);
    }
  }
  const renamed = new Map<string, number>();
  for (const judged of rows) {
    const { renamedFrom: before, line } = judged.row;
    if (before === undefined) continue;
    const [holder, other] = [names.get(before.normalize()), renamed.get(before)];
    renamed.set(before, line);
    if (holder?.name === before)
      refuse(judged, 'renamedFrom', `must be a name that nobody has any more; "${before}" is in line ${holder.line}`);
    else if (other !== undefined) refuse(judged, 'renamedFrom', `must be there once; "${before}" was renamed in line ${other} too`);
  }
}
