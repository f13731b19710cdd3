import { jsonFault } from '../../../constructs/roster-file/json-fault';

/** Where the text ceases to be JSON, marked by "^" in it. */
test.each([
  '[^',
  '[1,^]',
  '[1 ^2]',
  '[1, 2^',
  '{"a": 1,^}',
  '{"a" ^1}',
  '{"a": ^b}',
  '{^a: 1}',
  "{^'a': 1}",
  '{"a": 1^]',
  '[[1], {"b": [1^}}]',
  '{"a": ^"no end}',
  '[^"\\u12"]',
  '[0^1]',
  '[1.5e3, true, null, "\\"", "\\u00e9", {}, []^',
  '{"a": 1}\n^{"b": 2}',
  '[1] ^]',
  '^',
  '^// a comment\n[1]',
])('of %s', (marked) => {
  const [before = '', after = ''] = marked.split('^');
  expect(() => JSON.parse(before + after)).toThrow();
  expect(jsonFault(before + after).at).toBe(before.length);
});

test.each([
  ['{"a": 1}\n{"b": 2}', true],
  ['[1]]', true],
  ['[1, 2', false],
  ['', false],
])('%j goes on after a whole document: %s', (text, goesOn) => {
  expect(jsonFault(text).isAfterTheEnd).toBe(goesOn);
});

test('of a file of many people, and of one that goes deep', () => {
  const people = `[${'{"name": "ada"},\n'.repeat(100_000)}`;
  expect(jsonFault(`${people}]`).at).toBe(people.length);
  expect(jsonFault('['.repeat(100_000)).at).toBe(100_000);
});
