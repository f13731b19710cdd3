import type { RosterField } from './person';
import { personOf, type RosterProblem } from './problem';
import type { List, Records, RosterRecord } from './record';
import { isObject } from './tree';

/* People as an identity provider exports them by SCIM (RFC 7643): the core schema of a User. */

/**
 * Whether a file is such an export: it says so by the key `Resources`, by `schemas`, or by a structure that
 * rosters have not. Somebody has a `userName`, if
 * there is anybody; as a column alone it is one of a roster.
 */
export const isScim = ({ records, list }: Records): boolean =>
  (records.length === 0 || records.some(({ values }) => values.has('userName'))) &&
  (list?.key === 'Resources' || list?.object.has('schemas') === true || records.some(hasStructure));

const hasStructure = ({ values }: RosterRecord): boolean =>
  Array.isArray(values.get('schemas')) ||
  isObject(values.get('name')) ||
  ['emails', 'phoneNumbers'].some((key) => [values.get(key)].flat().some(isObject));

/** The people in the columns of a roster; who is not active any more is left out. */
export function fromScim({ headerLine, records, problems, list }: Records): Records {
  const people: RosterRecord[] = [];
  const found = [...problems, ...missing(records.length, list)];
  for (const user of records) {
    const active = activeOf(user);
    if (active === undefined)
      found.push({
        line: user.line,
        person: personOf(user.number, user.values.get('userName')),
        column: 'active',
        message: `must be true or false; got ${JSON.stringify(user.values.get('active'))}`,
      });
    else if (active) people.push(fromUser(user));
  }
  const columns = [...new Set(people.flatMap(({ values }) => [...values.keys()]))];
  return { headerLine, columns, meaning: new Map(Object.entries(COLUMNS)), records: people, problems: found };
}

/** Servers answer in pages (RFC 7644, 3.4.2.4). Whom a plan does not find in the file, it deletes. */
function missing(count: number, list: List | undefined): readonly RosterProblem[] {
  const said = (key: string): unknown => list?.object.get(key);
  const [total, start] = [Number(said('totalResults') ?? count), Number(said('startIndex') ?? 1)];
  const refuse = (what: string): readonly RosterProblem[] => [
    { line: 1, message: `must hold all people; ${what}. Put the "Resources" of all pages into one list` },
  ];
  if (total > count) return refuse(`it is a page with ${count} of ${total}, and ${total - count} are missing`);
  if (start > 1) return refuse(`it is a page that begins with number ${start}, and ${start - 1} before it are missing`);
  return (said('nextCursor') ?? '') === '' ? [] : refuse('it is a page, and "nextCursor" says that more follow');
}

/** Nothing, where it says neither. */
function activeOf({ values }: RosterRecord): boolean | undefined {
  const active = values.get('active') ?? true;
  if (typeof active === 'boolean') return active;
  return new Map([
    ['true', true],
    ['false', false],
  ]).get(typeof active === 'string' ? active.toLowerCase() : '');
}

function fromUser({ line, number, values }: RosterRecord): RosterRecord {
  const name = values.get('name');
  const person: Readonly<Record<keyof typeof COLUMNS, unknown>> = {
    userName: values.get('userName'),
    'name.givenName': isObject(name) ? name['givenName'] : undefined,
    'name.familyName': isObject(name) ? name['familyName'] : undefined,
    'emails.value': valueOf(values.get('emails'), ({ primary }) => primary === true),
    [MOBILE]: phone(valueOf(values.get('phoneNumbers'), ({ type }) => type === 'mobile', false)),
  };
  return {
    line,
    number,
    values: new Map(Object.entries(person).filter(([, value]) => value !== undefined && value !== null && value !== '')),
  };
}

const MOBILE = 'phoneNumbers[type eq "mobile"].value';

/** Where SCIM has what a roster reads, in its own notation. */
const COLUMNS = {
  userName: 'name',
  'name.givenName': 'firstName',
  'name.familyName': 'lastName',
  'emails.value': 'secondaryEmail',
  [MOBILE]: 'mobile',
} as const satisfies Readonly<Record<string, RosterField>>;

/** The value of the entry that is meant, else, if any will do, of the first. */
function valueOf(entries: unknown, meant: (entry: Readonly<Record<string, unknown>>) => boolean, any = true): unknown {
  const list = Array.isArray(entries) ? entries.filter(isObject) : [];
  return (list.find(meant) ?? (any ? list[0] : undefined))?.['value'];
}

/**
 * A number with its country, without what is there to read it by; also the URIs that SCIM asks for, "tel:+49-30-1234". In "+49 (0)30"
 * the 0 is not to be dialled: such a number is left for the check to refuse, as all that have no country.
 */
function phone(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const number = value.replace(/^\s*tel:/i, '').trim();
  return number.startsWith('+') && !/[([]0[)\]]/.test(number) ? number.replace(/[\s().[\]\u2010-\u2015-]/g, '') : number;
}
