import type { Records, RosterRecord } from './record';
import { isObject } from './tree';

/* People as an identity provider exports them by SCIM (RFC 7643): the core schema of a User. */

export const isScim = ({ records }: Records): boolean => records.length > 0 && records.every(({ values }) => values.has('userName'));

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
