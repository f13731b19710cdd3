import type { Records, RosterRecord } from './record';
import { isObject } from './tree';

/* People as an identity provider exports them by SCIM (RFC 7643): the core schema of a User. */

/**
 * Whether a file is such an export: somebody has a `userName`, and it says so by the key `Resources`, by `schemas`, or by a structure that
 * rosters have not. A column `userName` alone is one of a roster.
 */
export const isScim = ({ records, list }: Records): boolean =>
  records.some(({ values }) => values.has('userName')) &&
  (list?.key === 'Resources' || list?.object.has('schemas') === true || records.some(hasStructure));

const hasStructure = ({ values }: RosterRecord): boolean =>
  Array.isArray(values.get('schemas')) ||
  isObject(values.get('name')) ||
  ['emails', 'phoneNumbers'].some((key) => [values.get(key)].flat().some(isObject));

/** The people in the columns of a roster; who is not active any more is left out. */
export function fromScim({ headerLine, records, problems }: Records): Records {
  const people = records.filter(({ values }) => values.get('active') !== false).map(fromUser);
  return { headerLine, columns: [...new Set(people.flatMap(({ values }) => [...values.keys()]))], records: people, problems };
}

function fromUser({ line, values }: RosterRecord): RosterRecord {
  const name = values.get('name');
  const person = {
    name: values.get('userName'),
    first_name: isObject(name) ? name['givenName'] : undefined,
    last_name: isObject(name) ? name['familyName'] : undefined,
    secondary_email: valueOf(values.get('emails'), ({ primary }) => primary === true),
    mobile: valueOf(values.get('phoneNumbers'), ({ type }) => type === 'mobile', false),
  };
  return { line, values: new Map(Object.entries(person).filter(([, value]) => value !== undefined && value !== null && value !== '')) };
}

/** The value of the entry that is meant, else, if any will do, of the first. */
function valueOf(entries: unknown, meant: (entry: Readonly<Record<string, unknown>>) => boolean, any = true): unknown {
  const list = Array.isArray(entries) ? entries.filter(isObject) : [];
  const entry = list.find(meant) ?? (any ? list[0] : undefined);
  const value = entry?.['value'];
  // SCIM writes phone numbers as URIs: "tel:+49-30-1234".
  return typeof value === 'string' && value.startsWith('tel:') ? value.slice('tel:'.length).replace(/[^+\d]/g, '') : value;
}
