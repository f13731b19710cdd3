import { readRoster } from '../../../constructs/roster-file/read-roster';

const mistakes = (text: string): ReturnType<typeof readRoster>['problems'] => readRoster(new TextEncoder().encode(text), 'json').problems;

const linesOfMistakes = (text: string): readonly number[] => mistakes(text).map(({ line }) => line);

/** A line break stands before what cannot stand there. */
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
  '[1.5e3, true, null, "\\"", "\\u00e9", {}, []^',
  '{"a": 1}^{"b": 2}',
  '[1]^]',
  '[^// a comment\n1]',
])('a mistake is told of its line: %s', (marked) => {
  expect(linesOfMistakes(marked.replace('^', '\n'))).toEqual([2]);
});

test('and of the last line of a long file', () => {
  expect(linesOfMistakes(`[${'{"name": "ada"},\n'.repeat(100_000)}]`)).toEqual([100_001]);
});

test('a key that stands twice, of which JSON itself would take the last', () => {
  const text = '{ "agents": [\n{ "name": "ada",\n  "email": null,\n  "name": "bea", "name": "cem" },\n{ "name": "dan" }], "agents": [] }';
  expect(mistakes(text)).toEqual(
    [4, 4, 5].map((line) => ({ line, message: `must have each key once: "${line === 5 ? 'agents' : 'name'}" stands twice in one object` })),
  );
});
