import type { Check } from '../../custom-resources/contract/schema';
import { hiddenInName } from '../../custom-resources/contract/visible';
import { schema } from '../../custom-resources/user/schema';
import type { Level, PersonFields, RosterField } from './person';
import { isObject } from './tree';

/** What a cell says, or what was expected there. */
export type Read<T> = { readonly value: T } | { readonly refusal: string };

type Reader<T> = (cell: unknown) => Read<T>;

const { attributes, blocks } = schema;
const identity = blocks.identity_info.attributes;
const phone = blocks.phone_config.attributes;

/** A text that the schema's check, if any, does not refuse. */
const text =
  (check?: Check): Reader<string> =>
  (cell) => {
    if (typeof cell !== 'string' && typeof cell !== 'number') return { refusal: `must be a text; got ${JSON.stringify(cell)}` };
    // What JSON had there is not known any more: 1e21, or 12345678901234567890.
    if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return { refusal: `must be a text, in quotes; got ${cell}` };
    const refusal = check?.(String(cell));
    return refusal === undefined ? { value: String(cell) } : { refusal };
  };

/** Two names that differ in what hides in them look like one. */
const userName: Reader<string> = (cell) => {
  const read = text(attributes.name.check)(typeof cell === 'string' ? cell.trim() : cell);
  const unseen = 'value' in read ? hiddenInName(read.value)?.codePointAt(0) : undefined;
  if (unseen === undefined) return read;
  const code = `U+${unseen.toString(16).toUpperCase().padStart(4, '0')}`;
  return { refusal: `must have no ${unseen === 10 ? 'line break' : `${code}, which cannot be seen`}; got ${JSON.stringify(cell)}` };
};

// A map, and no object: words of files may be names that every object has, such as "constructor".
const WORDS: ReadonlyMap<string, boolean> = new Map(
  Object.entries({ yes: true, true: true, '1': true, no: false, false: false, '0': false }),
);

const yesOrNo: Reader<boolean> = (cell) => {
  const value = WORDS.get(String(cell).toLowerCase());
  return value === undefined ? { refusal: `must be "yes" or "no"; got ${JSON.stringify(cell)}` } : { value };
};

const number =
  (check: Check): Reader<number> =>
  (cell) => {
    const value = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : cell;
    const refusal =
      typeof value === 'number' && !Number.isNaN(value) ? check(value) : `must be a whole number; got ${JSON.stringify(cell)}`;
    return refusal === undefined && typeof value === 'number' ? { value } : { refusal: refusal ?? '' };
  };

/** A list, or a text with "|" between its parts: names may hold commas and semicolons. */
const parts = (cell: unknown): readonly unknown[] =>
  Array.isArray(cell)
    ? cell
    : String(cell)
        .split('|')
        .map((part) => part.trim())
        .filter((part) => part !== '');

const list: Reader<readonly string[]> = (cell) => {
  const all = parts(cell);
  if (!all.every((part): part is string => typeof part === 'string')) return { refusal: 'must be a list of texts' };
  const twice = firstTwice(all);
  return twice === undefined ? { value: all } : twiceIn(twice);
};

function firstTwice(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

const twiceIn = (name: string): { readonly refusal: string } => ({
  refusal: `must name each once; "${name}" is there more than once`,
});

const phoneType: Reader<'SOFT_PHONE' | 'DESK_PHONE'> = (cell) => {
  const word = String(cell)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/phone$/, '');
  if (word === 'soft') return { value: 'SOFT_PHONE' };
  return word === 'desk' ? { value: 'DESK_PHONE' } : { refusal: `must be "soft" or "desk"; got ${JSON.stringify(cell)}` };
};

const isLevel = (value: number): value is Level => [1, 2, 3, 4, 5].includes(value);

const PROFICIENCY =
  'must be ATTRIBUTE=VALUE:LEVEL with a level from 1 to 5, such as "connect:Language=connect:German:4", with "|" between them';

/** Nothing, where a text has several in place of one, with a comma or semicolon between them. */
const one = (part: unknown, shape: RegExp, isSeveral: (text: string) => boolean): readonly string[] => {
  const [, ...said] = isSeveral(String(part)) ? [] : (shape.exec(String(part)) ?? []);
  return said;
};

/* Both look at each character a few times only, however long the cell is. */
const isSeveralLevels = (text: string): boolean => /:\d+\s*[,;]/.test(text.slice(0, text.lastIndexOf('=')));
const isSeveralTags = (text: string): boolean => /^[^=]*=.*[,;][^=,;]+=/.test(text);

const proficiencies: Reader<NonNullable<PersonFields['proficiencies']>> = (cell) => {
  const triples = isObject(cell)
    ? Object.entries(cell).flatMap(([name, values]) =>
        isObject(values)
          ? Object.entries(values).map(([value, level]) => [name.trim(), value.trim(), Number(level)] as const)
          : [[name, '', NaN] as const],
      )
    : parts(cell).map((part) => {
        const [name = '', value = '', level] = one(part, /^([^=]+)=(.+):(\d+)$/, isSeveralLevels);
        return [name.trim(), value.trim(), Number(level)] as const;
      });
  const all = new Map<string, Map<string, Level>>();
  for (const [name, value, level] of triples) {
    if (name === '' || value === '' || !isLevel(level)) return { refusal: `${PROFICIENCY}; got ${JSON.stringify(cell)}` };
    if (all.get(name)?.has(value) === true) return twiceIn(`${name}=${value}`);
    all.set(name, (all.get(name) ?? new Map<string, Level>()).set(value, level));
  }
  return { value: Object.fromEntries([...all].map(([name, levels]) => [name, Object.fromEntries(levels)])) };
};

const tags: Reader<Readonly<Record<string, string>>> = (cell) => {
  const pairs = isObject(cell) ? Object.entries(cell) : parts(cell).map((part) => one(part, /^([^=]+)=(.*)$/, isSeveralTags));
  if (!pairs.every((pair): pair is [string, string] => (pair[0] ?? '') !== '' && typeof pair[1] === 'string'))
    return { refusal: `must be KEY=VALUE, with "|" between them; got ${JSON.stringify(cell)}` };
  const keys = pairs.map(([key]) => key.trim());
  const twice = firstTwice(keys);
  if (twice !== undefined) return twiceIn(twice);
  const value = Object.fromEntries(pairs.map(([key, text]) => [key.trim(), text.trim()]));
  if (Object.hasOwn(value, '__proto__')) return { refusal: 'must not have the key "__proto__", which CDKTF leaves out' };
  const refusal = attributes.tags.check(value);
  return refusal === undefined ? { value } : { refusal };
};

/** A path from the top: a list, "EMEA/Berlin", or "EMEA|Berlin" as in Connect's own template. */
const path: Reader<string | readonly string[]> = (cell) => (Array.isArray(cell) || String(cell).includes('|') ? list(cell) : text()(cell));

export const FIELDS: { readonly [F in RosterField]-?: Reader<NonNullable<PersonFields[F]>> } = {
  name: userName,
  renamedFrom: userName,
  firstName: text(identity.first_name.check),
  lastName: text(identity.last_name.check),
  email: text(identity.email.check),
  secondaryEmail: text(identity.secondary_email.check),
  mobile: text(identity.mobile.check),
  routingProfile: text(),
  securityProfiles: list,
  hierarchyGroup: path,
  phoneType,
  deskPhoneNumber: text(phone.desk_phone_number.check),
  autoAccept: yesOrNo,
  afterContactWorkTimeLimit: number(phone.after_contact_work_time_limit.check),
  persistentConnection: yesOrNo,
  groups: list,
  proficiencies,
  tags,
};
