import { suggestion } from '../../custom-resources/lookup/suggestion';
import { FIELDS } from './fields';
import type { RosterField } from './person';
import type { RosterProblem } from './problem';
import type { Records } from './record';

/** What a program says of the columns of its file. */
export interface ColumnNames {
  /** How the file calls a column, where it is not one of the names that are understood by themselves. */
  readonly columns?: Readonly<Partial<Record<RosterField, string>>> | undefined;
  /** Columns that the program reads by itself. */
  readonly otherColumns?: readonly string[] | undefined;
}

/** Which column holds what, and what is wrong with the header. */
export interface Columns {
  readonly fields: ReadonlyMap<RosterField, string>;
  /** The file's names of the other columns, by the program's. */
  readonly others: ReadonlyMap<string, string>;
  readonly problems: readonly RosterProblem[];
}

/** Connect's own names of columns, those of its template for bulk upload among them. */
const SYNONYMS: Readonly<Record<string, RosterField>> = {
  login: 'name',
  username: 'name',
  userlogin: 'name',
  emailaddress: 'email',
  secondaryemailaddress: 'secondaryEmail',
  routingprofilename: 'routingProfile',
  securityprofile: 'securityProfiles',
  securityprofilename1securityprofilename2: 'securityProfiles',
  agenthierarchy: 'hierarchyGroup',
  userhierarchy: 'hierarchyGroup',
  userhierarchy1userhierarchy2: 'hierarchyGroup',
  phonetypesoftdesk: 'phoneType',
  phonenumber: 'deskPhoneNumber',
  softphoneautoacceptyesno: 'autoAccept',
  acwtimeoutseconds: 'afterContactWorkTimeLimit',
  trafficdistributiongroups: 'groups',
};

/** Passwords are no business of a file that lies beside a program. */
export const isPassword = (column: string): boolean => plain(column) === 'password';

const plain = (column: string): string => column.toLowerCase().replace(/[^a-z0-9]/g, '');

const known = new Map([...Object.keys(FIELDS).map((field) => [plain(field), field as RosterField] as const), ...Object.entries(SYNONYMS)]);

export function columnsOf({ columns, headerLine, meaning }: Records, { columns: named = {}, otherColumns = [] }: ColumnNames): Columns {
  const problems: RosterProblem[] = [];
  const headerOf = (column: string, why: string): string => {
    const header = spelledAs(column, columns);
    if (header === undefined) problems.push({ line: headerLine, message: `must have a column "${column}", ${why}` });
    return header ?? column;
  };
  const namedFields = Object.entries(named) as [RosterField, string][];
  const fields = new Map(namedFields.map(([field, column]) => [field, headerOf(column, `for ${field}`)]));
  const others = new Map(otherColumns.map((column) => [column, headerOf(column, 'which the program reads')]));
  const taken = new Set([...fields.values(), ...others.values()]);
  for (const column of columns) {
    if (taken.has(column) || isPassword(column)) continue;
    const field = meaning?.get(column) ?? known.get(plain(column));
    const other = field && fields.get(field);
    if (field === undefined) problems.push({ line: headerLine, column, message: unknown(column) });
    else if (other === undefined) fields.set(field, column);
    else problems.push({ line: headerLine, column, message: `says the same as "${other}": remove one of them` });
  }
  if (!fields.has('name') && columns.length > 0)
    problems.push({ line: headerLine, message: 'must have a column "name" with the user names' });
  return { fields, others, problems };
}

/** The header that a program means: in any case, with blanks, "_" or "-" between the words, if that is clear. */
function spelledAs(named: string, columns: readonly string[]): string | undefined {
  if (columns.includes(named)) return named;
  const words = (column: string): string =>
    column
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ');
  const [header, ...more] = columns.filter((column) => words(column) === words(named));
  return more.length === 0 ? header : undefined;
}

const NAMES = Object.keys(FIELDS).map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

const unknown = (column: string): string =>
  `is not known${suggestion(column.trim().toLowerCase().replace(/[ -]+/g, '_'), NAMES) || '.'} Known are ${NAMES.join(', ')}, and the names of Connect's template for bulk upload. A program can name others in "columns" or "otherColumns"`;
