import { readRoster, type RosterFormat } from '../../../constructs/roster-file/read-roster';

const read = (text: string, format: RosterFormat): ReturnType<typeof readRoster> => readRoster(new TextEncoder().encode(text), format);

const problems = (text: string, format: RosterFormat): readonly string[] =>
  read(text, format).problems.map(({ line, column, message }) => `${line}${column === undefined ? '' : ` ${column}`}: ${message}`);

const ADA = {
  name: 'ada.lovelace',
  firstName: 'Ada',
  securityProfiles: ['Agent'],
  afterContactWorkTimeLimit: 30,
  autoAccept: false,
  proficiencies: { 'connect:Language': { 'connect:German': 4 } },
  others: {},
};

const JSON_TEXT = `[
  { "name": "ada.lovelace", "firstName": "Ada", "securityProfiles": ["Agent"],
    "after_contact_work_time_limit": 30, "autoAccept": false,
    "proficiencies": { "connect:Language": { "connect:German": 4 } } },

  { "name": "alan", "email": null }
]`;

const YAML_TEXT = `# Berlin
people:
  - name: ada.lovelace
    first_name: Ada
    security_profiles: [Agent]
    after_contact_work_time_limit: 30
    auto_accept: no
    proficiencies: { 'connect:Language': { 'connect:German': 4 } }
  - name: alan
`;

test.each([
  ['json', JSON_TEXT, [2, 6]],
  ['json', JSON_TEXT.replace(/^/, '{ "next": ["a", {"b": [1, 2]}], "agents":\n').concat('}'), [3, 7]],
  ['yaml', YAML_TEXT, [3, 9]],
] as const)('a roster in %s', (format, text, lines) => {
  expect(read(text, format)).toEqual({
    people: [
      { ...ADA, line: lines[0] },
      { name: 'alan', line: lines[1], others: {} },
    ],
    problems: [],
    hasPasswords: false,
  });
});

test.each([
  ['of two names', 'json', '{ "users": [], "agents": [{ "name": "ada" }] }', '"agents" and "users"'],
  ['of one name', 'json', '{ "agents": [{ "name": "ada" }],\n"agents": [{ "name": "alan" }] }', '"agents" and "agents"'],
  ['of two names', 'yaml', 'people:\n- name: ada\nagents:\n- name: alan\n', '"agents" and "people"'],
] as const)('a file with two lists %s is refused, as one of them would be left out (%s)', (_, format, text, named) => {
  expect(read(text, format)).toMatchObject({ people: [] });
  expect(problems(text, format)).toEqual([`1: must have all people in one list; it has ${named}`]);
});

test('a SCIM export: who is not active is left out, and the e-mail address is the one for notifications', () => {
  const user = (userName: string, active: boolean): object => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: userName,
    userName,
    name: { formatted: 'Ada Lovelace', givenName: 'Ada', familyName: 'Lovelace' },
    emails: [
      { value: 'other@example.com', type: 'home' },
      { value: 'ada@example.com', type: 'work', primary: true },
    ],
    phoneNumbers: [
      { value: 'tel:+49-30-1234', type: 'work' },
      { value: 'tel:+49-170-1234', type: 'mobile' },
    ],
    active,
    groups: [{ display: 'Agents' }],
  });
  const list = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 2,
    Resources: [user('ada', true), user('bob', false)],
  };
  expect(read(JSON.stringify(list, null, 2), 'json')).toEqual({
    people: [
      { name: 'ada', firstName: 'Ada', lastName: 'Lovelace', secondaryEmail: 'ada@example.com', mobile: '+491701234', line: 7, others: {} },
    ],
    problems: [],
    hasPasswords: false,
  });
});

test.each<RosterFormat>(['json', 'yaml'])('in another encoding, a file of %s is no matter of a spreadsheet', (format) => {
  const { problems: found } = readRoster(Buffer.from('\uFEFF[{ "name": "ada" }]', 'utf16le'), format);
  expect(found).toEqual([{ line: 1, message: expect.stringMatching(/^must be in UTF-8; write the file in that encoding/) }]);
});

test.each<[RosterFormat, string, readonly unknown[]]>([
  ['json', '[\n  { "name": "ada" },\n  { "name": "alan", }\n]', [expect.stringMatching(/^3: must be JSON/)]],
  ['json', '[\n  { "name": "ada" },\n  { "name": "alan" },\n]', [expect.stringMatching(/^4: must be JSON/)]],
  ['json', '[\n  { "name": "ada" },\n  { "name": alan }\n]', [expect.stringMatching(/^3: must be JSON/)]],
  ['json', '[\n  { "name": "ada" }\n', [expect.stringMatching(/^3: must be JSON/)]],
  ['json', '{ "name": "ada" }\n{ "name": "alan" }\n', [expect.stringMatching(/^2: must be the end of the file, .*JSON Lines.* put "\["/)]],
  ['json', ' \n', [expect.stringMatching(/^1: must be a list of people, .*; the file is empty$/)]],
  ['yaml', '', [expect.stringMatching(/^1: must be a list of people, .*; the file is empty$/)]],
  ['yaml', '- name: ada\n---\n- name: alan\n', ['2: must not begin another document by "---": all people stand in one list']],
  ['json', '{ "staff": [] }', [expect.stringMatching(/^1: must be a list of people, or an object that has one as "Resources"/)]],
  [
    'json',
    '[\n "ada",\n {"name":"alan"},\n 7 ]',
    [expect.stringMatching(/^2: must be a person/), expect.stringMatching(/^4: must be a person/)],
  ],
  ['yaml', '- name: ada\n  phone_type: [\n', [expect.stringMatching(/^\d: must be YAML/)]],
  ['yaml', 'just a text', [expect.stringMatching(/^1: must be a list of people/)]],
  [
    'yaml',
    '- name: ada\n  proficiencies: { Language: { German: 6 } }\n',
    [expect.stringMatching(/^1 proficiencies: must be .* level from 1 to 5/)],
  ],
  [
    'yaml',
    '- name: ada\n  auto_accept: maybe\n- firstname: Alan\n',
    ['1 auto_accept: must be "yes" or "no"; got "maybe"', '3 name: must hold the user name; it is empty'],
  ],
  [
    'json',
    '[{ "name": "ada", "security_profiles": ["Agent", "Agent"] }]',
    ['1 security_profiles: must name each once; "Agent" is there more than once'],
  ],
  ['json', '[{ "name": { "first": "Ada" } }]', ['1 name: must be a text; got {"first":"Ada"}']],
])('what is wrong in %s is told with its line: %j', (format, text, expected) => {
  expect(problems(text, format)).toEqual(expected);
});

describe('texts in YAML without quotes', () => {
  test.each(['007123', '0x1F', '0o17', '1e21', '1e3', '12345678901234567890', '1.50', '.5', 'true', 'No', '2026-11-22', '.inf'])(
    'are what is written: %s',
    (written) => {
      expect(read(`- name: ${written}\n  first_name: ${written}\n  tags: { cost: ${written} }\n`, 'yaml')).toMatchObject({
        people: [{ name: written, firstName: written, tags: { cost: written } }],
        problems: [],
      });
    },
  );

  test('keep the plus of a phone number', () => {
    expect(read('- name: ada\n  mobile: +4930123456\n', 'yaml')).toMatchObject({ people: [{ mobile: '+4930123456' }], problems: [] });
    expect(problems('- name: ada\n  mobile: 4930123456\n', 'yaml')).toEqual([expect.stringMatching(/got "4930123456"$/)]);
  });

  test('are numbers, yes or no, or nothing, where these are asked for', () => {
    const text = `
- { name: ada, auto_accept: true, persistent_connection: False, after_contact_work_time_limit: 30, proficiencies: { Language: { German: 4 } } }
- { name: alan, email: ~, first_name: null, last_name: }
`;
    expect(read(text, 'yaml')).toEqual({
      people: [
        {
          name: 'ada',
          autoAccept: true,
          persistentConnection: false,
          afterContactWorkTimeLimit: 30,
          proficiencies: { Language: { German: 4 } },
          line: 2,
          others: {},
        },
        { name: 'alan', line: 3, others: {} },
      ],
      problems: [],
      hasPasswords: false,
    });
  });

  test('tell who is active in a SCIM export', () => {
    const text = 'Resources:\n- { userName: ada, active: true }\n- { userName: bob, active: false }\n';
    expect(read(text, 'yaml').people.map(({ name }) => name)).toEqual(['ada']);
  });
});

test.each([['1e21'], ['12345678901234567890'], ['1.5']])(
  'a number in JSON that is not certain to be as written is no name: %s',
  (written) => {
    expect(problems(`[{ "name": ${written} }]`, 'json')).toEqual([expect.stringMatching(/^1 name: must be a text, in quotes; got /)]);
  },
);

test('a whole number in JSON may be a name', () => {
  expect(read('[{ "name": 7123 }]', 'json').people).toMatchObject([{ name: '7123' }]);
});

describe('what JSON says twice of one person', () => {
  test.each([
    [
      'a column',
      '[{ "name": "ada" },\n { "name": "alan", "securityProfiles": ["Agent"],\n "securityProfiles": ["Admin"] }]',
      '3 securityProfiles',
    ],
    ['a column that is written otherwise', '[{ "name": "ada", "tags" : { "a": "1" }, "\\u0074ags": {} }]', '1 tags'],
    ['the key of a tag', '{ "people"\n:\n[{ "name": "ada",\n"tags": { "site": "a, \\"site\\": {", "site": "b" } }] }', '4 site'],
  ])('is refused, as the last one would count without a word: %s', (_, text, place) => {
    expect(problems(text, 'json')).toEqual([`${place}: must be there once`]);
  });

  test('may be said of another person, and in a text', () => {
    const people = [
      { name: 'ada', tags: { note: '"name": "alan"' } },
      { name: 'alan', tags: { name: '\\' } },
    ];
    expect(problems(JSON.stringify(people), 'json')).toEqual([]);
  });
});
