import { Decimal, type Value } from '../../../custom-resources/contract/value';
import type { Check } from '../../../custom-resources/contract/schema';
import {
  all,
  atAsInEmail,
  E164,
  eachOf,
  emailAddress,
  integer,
  length,
  notificationAddress,
  oneOf,
  pattern,
  positive,
  region,
  secretPattern,
  size,
  tags,
  trimmed,
} from '../../../custom-resources/values/checks';

const manyTags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`key${index}`, 'x']));

const REFUSED: readonly (readonly [string, Check, Value, string])[] = [
  ['a word that is not on offer', oneOf('delete', 'retain'), 'keep', 'must be one of "delete", "retain"; got "keep"'],
  ['a text that is too short', length(1, 3), '', 'must have 1 to 3 characters; it has 0'],
  ['a text that is too long, counting an emoji as one', length(1, 2), '🙂🙂🙂', 'must have 1 to 2 characters; it has 3'],
  ['a fraction', integer(0, 10), 1.5, 'must be a whole number from 0 to 10; got 1.5'],
  ['a number that is too small', integer(1, 10), 0, 'must be a whole number from 1 to 10; got 0'],
  ['a word for a whole number', integer(0, 10), 'five', 'must be a whole number from 0 to 10; got "five"'],
  ['a word for a rate', positive(10), 'fast', 'must be a number above 0 and at most 10; got "fast"'],
  ['a list that is too long', size(1, 2, 'things'), ['a', 'b', 'c'], 'must hold 1 to 2 things; it holds 3'],
  ['a text with white space before it', trimmed, ' night', 'must be one line that neither begins nor ends with white space'],
  ['a text with white space after it', trimmed, 'night ', 'must be one line'],
  ['a text of two lines', trimmed, 'by\nnight', 'must be one line'],
  ['a text of nothing', trimmed, '', 'must be one line'],
  ['a Region without its number', region, 'us-east', 'must be an AWS Region'],
  ['a Region of one letter', region, 'u-east-1', 'must be an AWS Region'],
  ['a Region with something after it', region, 'us-east-1a', 'must be an AWS Region'],
  ['a Region with something around it', region, 'in us-east-1', 'must be an AWS Region such as "us-east-1"; got "in us-east-1"'],
  ['a number that is too large', integer(0, 10), 11, 'must be a whole number from 0 to 10; got 11'],
  ['a number beyond what is exact', integer(0, 10), new Decimal('9007199254740993'), 'got 9007199254740993'],
  ['a rate of zero', positive(10), 0, 'must be a number above 0 and at most 10; got 0'],
  ['a rate that is too high', positive(10), 10.1, 'must be a number above 0 and at most 10; got 10.1'],
  ['a set that is empty', size(1, 2, 'things'), [], 'must hold 1 to 2 things; it holds 0'],
  ['a map that is too large', size(1, 2, 'things'), { a: '', b: '', c: '' }, 'must hold 1 to 2 things; it holds 3'],
  ['a text of another shape', pattern(/^x/, 'a word with x'), 'y', 'must be a word with x; got "y"'],
  ['a phone number without its country', E164, '2065550100', 'in E.164 form'],
  ['a phone number in a country without a number', E164, '+02065550100', 'in E.164 form'],
  ['a phone number of one digit', E164, '+1', 'in E.164 form'],
  ['a phone number of sixteen digits', E164, `+1${'2'.repeat(15)}`, 'in E.164 form'],
  ['a phone number with something before it', E164, 'tel:+12065550100', 'in E.164 form'],
  ['a phone number with something after it', E164, '+12065550100 x2', 'in E.164 form'],
  ['a notification address of 266 characters', notificationAddress, `${'a'.repeat(254)}@example.com`, 'at most 265 characters'],
  ['a notification address with a space in it', notificationAddress, 'ada lovelace@example.com', 'must be an e-mail address'],
  ['a notification address with a space in its domain', notificationAddress, 'ada@example site.com', 'must be an e-mail address'],
  ['a notification address with something after it', notificationAddress, 'ada@example.com!', 'must be an e-mail address'],
  ['a notification address of a domain of one letter', notificationAddress, 'ada@example.c', 'must be an e-mail address'],
  ['a notification address of a domain of digits', notificationAddress, 'ada@example.123', 'must be an e-mail address'],
  ['a notification address of nobody', notificationAddress, '@example.com', 'must be an e-mail address'],
  ['an address of two people', emailAddress, 'ada@example.com grace@example.com', 'must be an e-mail address'],
  ['an address with a space before it', emailAddress, ' ada@example', 'must be an e-mail address'],
  ['an address of nobody', emailAddress, '@example.com', 'must be an e-mail address'],
  ['an address with two @', emailAddress, 'ada@example@com', 'must be an e-mail address'],
  ['a notification address without a domain', notificationAddress, 'not an email', 'must be an e-mail address of at most 265 characters'],
  ['an address without a host', emailAddress, 'ada@', 'must be an e-mail address'],
  [
    'a user name with an @ that is no e-mail address',
    atAsInEmail,
    'agent@site',
    'must have an "@" only as in an e-mail address such as "ada@example.com"; got "agent@site"',
  ],
  ['the first of several problems', all(length(2, 3), oneOf('ab')), 'c', 'must have 2 to 3 characters; it has 1'],
  ['an element of a list', eachOf(length(2, 3)), ['ab', 'c'], 'each element must have 2 to 3 characters; it has 1'],
  ['null in a list', eachOf(length(2, 3)), ['ab', null], 'each element must not be null'],
  ['51 tags', tags, manyTags, 'must hold at most 50 tags; it holds 51'],
  ['a tag without a key', tags, { '': 'x' }, 'must have keys of 1 to 128 characters; "" has 0'],
  ['a tag key that is too long', tags, { ['k'.repeat(129)]: 'x' }, 'has 129'],
  ['a tag value that is too long', tags, { team: 'x'.repeat(257) }, 'that of "team" has 257'],
  ['a tag of AWS', tags, { 'aws:team': 'x' }, 'must not use the prefix "aws:"'],
  ['a tag key with a comma', tags, { 'team,site': 'x' }, 'must have keys of letters, digits, spaces and _ . : / = + - @; got "team,site"'],
  ['a tag key of two lines', tags, { 'team\nsite': 'x' }, 'must have keys of letters, digits, spaces and'],
];

it.each(REFUSED)('refuses %s', (_what, check, value, message) => {
  expect(check(value)).toContain(message);
});

const TAKEN: readonly (readonly [string, Check, Value])[] = [
  ['a word that is on offer', oneOf('delete', 'retain'), 'retain'],
  ['a text at the limit', length(1, 3), 'abc'],
  ['numbers at the limits', all(integer(3, 3), integer(3, 4), integer(2, 3)), 3],
  ['a text at both limits', length(1, 1), '🙂'],
  ['a rate at the limit', positive(10), 10],
  ['a set of the least size', size(1, 2, 'things'), ['a']],
  ['a text of one character', trimmed, 'n'],
  ['a text of two characters', trimmed, 'no'],
  ['a text of several words', trimmed, 'the whole night'],
  ['the shortest phone number, and the longest', eachOf(E164), ['+12', `+1${'2'.repeat(14)}`]],
  ['a notification address of 265 characters', notificationAddress, `${'a'.repeat(253)}@example.com`],
  ['an address of an intranet', emailAddress, 'ada@intranet'],
  ['50 tags, and a key of one character', tags, { ...Object.fromEntries(Object.entries(manyTags).slice(0, 49)), k: '' }],
  ['a small rate', positive(10), 0.5],
  ['a set at the limit', size(1, 2, 'things'), ['a', 'b']],
  ['a phone number', E164, '+12065550100'],
  ['Regions of every partition', eachOf(region), ['us-east-1', 'us-gov-west-1', 'eusc-de-east-1', 'xx-north-12']],
  ['e-mail addresses', all(notificationAddress, emailAddress, atAsInEmail), 'ada.lovelace+calls@mail.example.com'],
  ['a user name without an @', atAsInEmail, 'ada.lovelace'],
  ['a list whose elements are right', eachOf(length(2, 3)), ['ab', 'abc']],
  ['a tag key of all that Connect takes, in any script', tags, { 'Größe 団_.:/=+-@9': 'x' }],
  ['tags at the limits', tags, { ['k'.repeat(128)]: 'x'.repeat(256) }],
];

it.each(TAKEN)('takes %s', (_what, check, value) => {
  expect(check(value)).toBeUndefined();
  expect(check(null)).toBeUndefined();
});

it('refuses a bad secret without repeating it', () => {
  expect(secretPattern(/^\d+$/, 'digits')('hunter2')).toBe('must be digits');
});

it('leaves tags that are not known, or not a map, to the schema', () => {
  expect([tags('team'), tags(['team'])]).toEqual([undefined, undefined]);
  expect([tags('t'.repeat(51)), tags(Array.from({ length: 51 }, () => 'team'))]).toEqual([undefined, undefined]);
});

it('refuses a tag without a value, which Connect would refuse at apply', () => {
  expect(tags({ team: null })).toContain('"team"');
});
