import { readRoster, type RosterFormat } from '../../../constructs/roster-file/read-roster';

/* Files may hold words that every object of JavaScript has as names. */

const read = (text: string, format: RosterFormat): ReturnType<typeof readRoster> => readRoster(new TextEncoder().encode(text), format);

const everyObject = (): readonly string[] => {
  const names: string[] = [];
  for (const name in {}) names.push(name);
  return names;
};

test.each<[RosterFormat, string]>([
  ['csv', 'name,proficiencies\nada,__proto__=count:2|constructor=name:3\n'],
  ['json', '[{ "name": "ada", "proficiencies": { "__proto__": { "count": 2 }, "constructor": { "name": 3 } } }]'],
  ['yaml', '- name: ada\n  proficiencies: { __proto__: { count: 2 }, constructor: { name: 3 } }\n'],
])('a proficiency "__proto__" in %s is one like all others, and changes no other object', (format, text) => {
  const { people, problems } = read(text, format);
  expect(everyObject()).toEqual([]);
  expect(problems).toEqual([]);
  expect(Object.entries(people[0]?.proficiencies ?? {})).toEqual([
    ['__proto__', { count: 2 }],
    ['constructor', { name: 3 }],
  ]);
});

test.each<[RosterFormat, string]>([
  ['csv', 'name,tags\nada,team=blue|__proto__=x\n'],
  ['json', '[{ "name": "ada", "tags": { "team": "blue", "__proto__": "x" } }]'],
  ['yaml', '- name: ada\n  tags: { team: blue, __proto__: x }\n'],
])('a tag "__proto__" in %s is refused, as CDKTF would leave it out', (format, text) => {
  expect(read(text, format).problems).toEqual([
    expect.objectContaining({ column: 'tags', message: 'must not have the key "__proto__", which CDKTF leaves out' }),
  ]);
});

test('a column that the program reads itself may be called "__proto__"', () => {
  const bytes = new TextEncoder().encode('name,__proto__\nada,x\n');
  const { people } = readRoster(bytes, 'csv', { otherColumns: ['__proto__'] });
  expect(Object.entries(people[0]?.others ?? {})).toEqual([['__proto__', 'x']]);
});

test.each(['constructor', '__proto__', 'toString'])('"%s" is neither yes nor no', (word) => {
  expect(read(`name,auto_accept\nada,${word}\n`, 'csv').problems).toEqual([
    expect.objectContaining({ column: 'auto_accept', message: `must be "yes" or "no"; got "${word}"` }),
  ]);
});
