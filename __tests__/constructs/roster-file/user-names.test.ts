import { readRoster, type RosterFormat } from '../../../constructs/roster-file/read-roster';

const read = (text: string, format: RosterFormat): ReturnType<typeof readRoster> => readRoster(new TextEncoder().encode(text), format);

test.each<[RosterFormat, string]>([
  ['csv', 'name,first_name,security_profiles,tags\n ada ,  Ada , Agent | Lead , team = blue \n'],
  ['csv', 'name,first_name,security_profiles,tags\n" ada\u00a0",Ada,Agent|Lead,team=blue\n'],
  ['json', '[\n{ "name": " ada\\n", "first_name": "\\tAda ", "security_profiles": [" Agent", "Lead "], "tags": { " team": "blue " } }]'],
  ['yaml', '\n- { name: " ada ", first_name: " Ada", security_profiles: [" Agent", "Lead "], tags: { " team": "blue " } }'],
])('blanks around texts do not count in %s', (format, text) => {
  expect(read(text, format)).toEqual({
    people: [{ name: 'ada', firstName: 'Ada', securityProfiles: ['Agent', 'Lead'], tags: { team: 'blue' }, line: 2, others: {} }],
    problems: [],
    hasPasswords: false,
  });
});

test.each<[RosterFormat, string]>([
  ['json', '[{ "name": "ada", "email": "  " }]'],
  ['yaml', '- { name: ada, email: "  " }'],
])('a cell of blanks is empty in %s', (format, text) => {
  expect(read(text, format).people).toEqual([{ name: 'ada', line: 1, others: {} }]);
});

describe('a user name has no character that cannot be seen', () => {
  test.each([
    ['ada\u200b', 'U+200B, which cannot be seen'],
    ['a\u200dda', 'U+200D, which cannot be seen'],
    ['a\u00adda', 'U+00AD, which cannot be seen'],
    ['a\0da', 'U+0000, which cannot be seen'],
    ['a\u00a0da', 'U+00A0, which cannot be seen'],
    ['ada\u3164', 'U+3164, which cannot be seen'],
    ['ada\u2800', 'U+2800, which cannot be seen'],
    ['a\nda', 'line break'],
  ])('%j', (name, what) => {
    const message = `must have no ${what}; got ${JSON.stringify(name)}`;
    expect(read(`name,email\nalan,\n"${name}",\n`, 'csv').problems).toEqual([
      expect.objectContaining({ line: 3, column: 'name', message }),
    ]);
    expect(read(JSON.stringify([{ name: 'alan' }, { name }], null, 1), 'json').problems).toEqual([
      expect.objectContaining({ line: 5, column: 'name', message }),
    ]);
    expect(read(JSON.stringify([{ name: 'alan', renamed_from: name }]), 'json').problems).toEqual([
      expect.objectContaining({ column: 'renamed_from', message }),
    ]);
  });
});

describe('one name in two ways of writing that look the same', () => {
  const [composed, decomposed] = ['ren\u00e9', 'rene\u0301'];

  test('is there twice', () => {
    expect(read(`name\n${composed}\n${decomposed}\n`, 'csv').problems).toEqual([
      { line: 3, column: 'name', message: `must be there once; "${decomposed}" is in line 2 too, in characters that look the same` },
    ]);
  });

  test('may be a new login for the same person', () => {
    expect(read(`name,renamed_from\n${composed},${decomposed}\n`, 'csv').problems).toEqual([]);
  });
});

test('in a file of one line nobody is refused for what is wrong with somebody else', () => {
  const { people, problems } = read('[{ "name": "ada" }, { "name": "alan", "auto_accept": "maybe" }]', 'json');
  expect(people.map(({ name }) => name)).toEqual(['ada']);
  expect(problems).toMatchObject([{ line: 1, person: '"alan"', column: 'auto_accept' }]);
});
