import { readRoster, type RosterFormat } from '../../../constructs/roster-file/read-roster';

const read = (text: string, format: RosterFormat = 'csv'): ReturnType<typeof readRoster> =>
  readRoster(new TextEncoder().encode(text), format);

const refusals = (text: string, format?: RosterFormat): readonly string[] =>
  read(text, format).problems.map(({ column, message }) => `${column}: ${message}`);

describe('a cell that says something twice is refused', () => {
  test.each<[RosterFormat, string, string]>([
    ['csv', 'name,tags\nada,a=1|b=1|a=2\n', 'tags: must name each once; "a" is there more than once'],
    ['csv', 'name,tags\nada,a=1|a =1\n', 'tags: must name each once; "a" is there more than once'],
    ['json', '[{ "name": "ada", "tags": { "a": "1", " a": "2" } }]', 'tags: must name each once; "a" is there more than once'],
    ['csv', 'name,proficiencies\nada,x=y:3|x=z:1|x=y:4\n', 'proficiencies: must name each once; "x=y" is there more than once'],
    [
      'json',
      '[{ "name": "ada", "proficiencies": { "x": { "y": 3, "y ": 4 } } }]',
      'proficiencies: must name each once; "x=y" is there more than once',
    ],
  ])('%s: %s', (format, text, expected) => {
    expect(refusals(text, format)).toEqual([expected]);
  });
});

describe('a cell with a comma or a semicolon between its parts, and no "|", is refused', () => {
  test.each(['a=b;c=d', 'a=b; c=d', '"a=b,c=d"', 'x=y|a=b;c=d'])('tags: %s', (cell) => {
    expect(refusals(`name,tags\nada,${cell}\n`)).toEqual([expect.stringMatching(/^tags: must be KEY=VALUE, with "\|" between them; got/)]);
  });

  test.each(['a=b:3;c=d:4', '"a=b:3, c=d:4"'])('proficiencies: %s', (cell) => {
    expect(refusals(`name,proficiencies\nada,${cell}\n`)).toEqual([expect.stringMatching(/^proficiencies: must be ATTRIBUTE=VALUE:LEVEL/)]);
  });

  test('but not one that has them in its texts', () => {
    const text = 'name,tags,proficiencies\nada,"note=yes, and no; perhaps|sum=a=b","Skill, special=Cars; new:3"\n';
    expect(read(text)).toMatchObject({
      people: [{ tags: { note: 'yes, and no; perhaps', sum: 'a=b' }, proficiencies: { 'Skill, special': { 'Cars; new': 3 } } }],
      problems: [],
    });
  });

  test('and JSON says the value of a tag, whatever is in it', () => {
    expect(read('[{ "name": "ada", "tags": { "a": "b;c=d" } }]', 'json').people).toMatchObject([{ tags: { a: 'b;c=d' } }]);
  });
});

describe('the number of a desk phone', () => {
  const NOT_USED =
    'phone number: must be empty where "phone_type" is; it must be "desk" for the number to be used, or "soft" for a soft phone';

  test.each([
    ['without a phone type', 'name,phone type,phone number\nada,,+12065550100\n'],
    ['without a column for it', 'name,phone number\nada,+12065550100\n'],
  ])('%s is refused, as nothing would use it', (_, text) => {
    expect(refusals(text)).toEqual([NOT_USED]);
  });

  test('may stand beside a soft phone, which leaves it unused', () => {
    expect(refusals('name,phone type,phone number\nada,soft,+12065550100\n')).toEqual([]);
  });
});

// What looks at each character anew from each one before it takes hours for these, and the test does not end.
test.each([
  ['tags', '=', 3_000_000],
  ['tags', '=,', 1_500_000],
  ['proficiencies', ':1,', 1_000_000],
])('a cell of millions of characters, which no person wrote, is refused: %s, %j', (column, part, times) => {
  expect(read(`name,${column}\nada,"${part.repeat(times)}"\n`).problems).toEqual([expect.objectContaining({ line: 2, column })]);
});

test('a list of several hundred thousand names is read, and one that is there twice is found', () => {
  const names = Array.from({ length: 300_000 }, (_, index) => `group ${index}`);
  expect(read(`name,groups\nada,${names.join('|')}\n`).people).toEqual([expect.objectContaining({ groups: names })]);
  expect(read(`name,groups\nada,${[...names, 'group 7'].join('|')}\n`).problems).toEqual([
    expect.objectContaining({ message: 'must name each once; "group 7" is there more than once' }),
  ]);
});
