import { REGION_NAME } from '../../connect/connection';
import type { Check } from '../contract/schema';
import type { Value } from '../contract/value';

/** Checks of single attribute values; each message reads on from the attribute's name. */

export const oneOf = (...allowed: readonly string[]): Check =>
  Object.assign(
    (value: Value) =>
      typeof value === 'string' && !allowed.includes(value)
        ? `must be one of ${allowed.map((word) => `"${word}"`).join(', ')}; got "${value}"`
        : undefined,
    { allowed },
  );

export const length =
  (min: number, max: number): Check =>
  (value) => {
    if (typeof value !== 'string') return undefined;
    const count = [...value].length;
    return count < min || count > max ? `must have ${min} to ${max} characters; it has ${count}` : undefined;
  };

/** Names and descriptions of the API: `(^[\S].*[\S]$)|(^[\S]$)`. */
export const trimmed: Check = (value) =>
  typeof value === 'string' && !/^\S(.*\S)?$/.test(value) ? 'must be one line that neither begins nor ends with white space' : undefined;

export const integer =
  (min: number, max: number): Check =>
  (value) =>
    value !== null && !(typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
      ? `must be a whole number from ${min} to ${max}; got ${shown(value)}`
      : undefined;

/** A text in quotes: "4" is no number. */
const shown = (value: Value): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));

export const positive =
  (max: number): Check =>
  (value) =>
    value !== null && !(typeof value === 'number' && value > 0 && value <= max)
      ? `must be a number above 0 and at most ${max}; got ${shown(value)}`
      : undefined;

export const size =
  (min: number, max: number, noun: string): Check =>
  (value) => {
    const count = sizeOf(value);
    return count !== undefined && (count < min || count > max) ? `must hold ${min} to ${max} ${noun}; it holds ${count}` : undefined;
  };

/** A check of each element of a list. */
export const eachOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const problems = value.map((element: Value) => (element === null ? 'must not be null' : check(element)));
    const problem = problems.find((told) => told !== undefined);
    return problem === undefined ? undefined : `each element ${problem}`;
  };

function sizeOf(value: Value): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}

export const pattern =
  (expression: RegExp, expected: string): Check =>
  (value) =>
    typeof value === 'string' && !expression.test(value) ? `must be ${expected}; got "${value}"` : undefined;

/** Like `pattern`, for secrets: the value is not repeated. */
export const secretPattern =
  (expression: RegExp, expected: string): Check =>
  (value) =>
    typeof value === 'string' && !expression.test(value) ? `must be ${expected}` : undefined;

/** The pattern that the API reference gives for SecondaryEmail of UserIdentityInfo. */
const EMAIL = /^(?=.{0,265}$)[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,63}$/;

export const notificationAddress = secretPattern(EMAIL, 'an e-mail address of at most 265 characters, such as "ada@example.com"');

/** The API reference gives no pattern for Email: what cannot be an address at all is refused. */
export const emailAddress = secretPattern(/^[^\s@]+@[^\s@]+$/, 'an e-mail address, such as "ada@example.com"');

/** CreateUser: a user name may hold "@" only in the form of an e-mail address. */
export const atAsInEmail: Check = (value) =>
  typeof value === 'string' && value.includes('@') && !EMAIL.test(value)
    ? `must have an "@" only as in an e-mail address such as "ada@example.com"; got "${value}"`
    : undefined;

/** The first of several checks that finds something. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value) => {
    for (const check of checks) {
      const problem = check(value);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

export const region = pattern(REGION_NAME, 'an AWS Region such as "us-east-1"');

export const E164 = pattern(/^\+[1-9]\d{1,14}$/, 'a phone number in E.164 form such as "+12065550100"');

/** The URL of a server that can be called. Does not repeat what may hold a password. */
export const endpointUrl: Check = (value) => {
  if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:\/\/[^/\s]/i.test(value))
    return 'must be a URL that begins with "http://" or "https://" and names a host, with a port from 1 to 65535 if there is one';
  const { username, password, search, hash, port } = new URL(value);
  if (username !== '' || password !== '') return 'must not hold a user or password: Amazon Connect takes signed requests';
  if (search !== '' || hash !== '') return 'must not have a query ("?") or a fragment ("#")';
  return port === '0' ? 'must not name port 0' : undefined;
};

const TAG_KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** TagMap of the API model: 50 tags, keys of 1 to 128 such characters without the prefix "aws:", values up to 256. */
export const tags: Check = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length > 50) return `must hold at most 50 tags; it holds ${entries.length}`;
  for (const [key, text] of entries) {
    if (key.length < 1 || key.length > 128) return `must have keys of 1 to 128 characters; "${key}" has ${key.length}`;
    if (key.startsWith('aws:')) return `must not use the prefix "aws:", which AWS keeps for itself; got "${key}"`;
    if (!TAG_KEY.test(key)) return `must have keys of letters, digits, spaces and _ . : / = + - @; got ${JSON.stringify(key)}`;
    if (text === null) return `must have a value for each key; "${key}" has none`;
    if (typeof text === 'string' && text.length > 256)
      return `must have values of at most 256 characters; that of "${key}" has ${text.length}`;
  }
  return undefined;
};
