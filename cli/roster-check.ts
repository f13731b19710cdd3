import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ColumnNames } from '../constructs/roster-file/columns';
import { FIELDS } from '../constructs/roster-file/fields';
import type { RosterField, RosterPerson } from '../constructs/roster-file/person';
import { type RosterProblem, worded } from '../constructs/roster-file/problem';
import { formatOf, readRoster, type RosterFormat } from '../constructs/roster-file/read-roster';
import { reasonOf } from './files';
import { many } from './review/document/rich';
import type { Terminal } from './terminal';
import { COMMAND } from './usage';
import { WrongCommandLine } from './verb';
import { ROSTER_CHECK } from './verbs/roster-check';

interface RosterFile {
  readonly file: string;
  readonly format: RosterFormat;
}

interface Options {
  readonly files: readonly RosterFile[];
  readonly names: ColumnNames;
  readonly required: readonly RosterField[];
}

/** The verb. Prints all that is wrong, a line each, and how many people there are; gives the exit status. */
export function runRosterCheck(argv: readonly string[], terminal: Terminal): number {
  const { files, ...options } = optionsOf(argv);
  const good = files.map((file) => check(file, options, terminal));
  return good.every(Boolean) ? 0 : 1;
}

function check({ file, format }: RosterFile, { names, required }: Pick<Options, 'names' | 'required'>, terminal: Terminal): boolean {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.complain(`${COMMAND}: ${file} cannot be read: ${reasonOf(code, message)}\n`);
    return false;
  }
  const { people, problems: found, hasPasswords } = readRoster(bytes, format, names);
  const problems = [...found, ...required.flatMap((field) => missing(field, people, format))].sort((one, other) => one.line - other.line);
  for (const problem of problems) terminal.print(`${worded(file, problem)}\n`);
  if (hasPasswords) terminal.complain(`${COMMAND}: the passwords in ${file} are not read: remove them from the file\n`);
  const wrong = new Set(problems.map(({ line }) => line)).size;
  terminal.print(
    `${file}: ${problems.length === 0 ? `${many(people.length, 'person', 'people')}, nothing is wrong` : `${many(problems.length, 'mistake', 'mistakes')} in ${many(wrong, 'line', 'lines')}`}\n`,
  );
  return problems.length === 0;
}

/** Once for the file where nobody has it. */
function missing(field: RosterField, people: readonly RosterPerson[], format: RosterFormat): readonly RosterProblem[] {
  const column = spelled(field);
  const without = people.filter((person) => person[field] === undefined);
  if (without.length > 1 && without.length === people.length)
    return [{ line: 1, message: `must have a column "${column}"; nobody has one` }];
  return without.map(({ line, name }) => ({
    line,
    person: format === 'csv' ? undefined : JSON.stringify(name),
    column,
    message: 'must not be empty',
  }));
}

function optionsOf(argv: readonly string[]): Options {
  const { values, positionals: files } = parseArgs({ args: [...argv], options: ROSTER_CHECK.options, allowPositionals: true });
  if (files.length === 0) throw new WrongCommandLine('roster check needs a file');
  const format = (['csv', 'json', 'yaml'] as const).find((one) => one === values.format);
  if (values.format !== undefined && format === undefined)
    throw new WrongCommandLine(`--format must be csv, json or yaml; got "${values.format}"`);
  const columns = (values.column ?? []).map((text) => {
    const [, name = '', column = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (column === '') throw new WrongCommandLine(`--column takes FIELD=NAME, such as name="login id"; got "${text}"`);
    return [fieldOf('--column', name), column] as const;
  });
  return {
    files: files.map((file) => ({ file, format: format ?? formatIn(file) })),
    names: { columns: Object.fromEntries(columns), otherColumns: values['other-column'] },
    required: (values.require ?? []).map((name) => fieldOf('--require', name)),
  };
}

function formatIn(file: string): RosterFormat {
  const format = formatOf(file);
  if (format === undefined) throw new WrongCommandLine(`${file} must end with .csv, .json, .yaml or .yml, or --format must say what it is`);
  return format;
}

function fieldOf(option: string, name: string): RosterField {
  const field = fields.find((one) => one === name || spelled(one) === name);
  if (field === undefined) throw new WrongCommandLine(`${option} knows no field "${name}"; there are ${fields.map(spelled).join(', ')}`);
  return field;
}

const fields = Object.keys(FIELDS) as RosterField[];

/** As the header of a file has it. */
const spelled = (field: RosterField): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
