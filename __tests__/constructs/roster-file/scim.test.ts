import { readRoster, type RosterFormat } from '../../../constructs/roster-file/read-roster';

const read = (content: unknown, format: RosterFormat = 'json'): ReturnType<typeof readRoster> =>
  readRoster(new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)), format);

const problems = (content: unknown, format?: RosterFormat): readonly string[] =>
  read(content, format).problems.map(({ line, column, message }) => `${line}${column === undefined ? '' : ` ${column}`}: ${message}`);

const NESTED = { userName: 'ada', name: { givenName: 'Ada', familyName: 'Lovelace' }, title: 'Countess' };

describe('a SCIM export', () => {
  test.each([
    ['is a list below "Resources"', { Resources: [{ userName: 'ada', title: 'Countess' }] }],
    ['is a list whose object has "schemas"', { schemas: ['urn:x'], users: [{ userName: 'ada', title: 'Countess' }] }],
    ['is a list of users with "schemas"', [{ schemas: ['urn:x'], userName: 'ada', title: 'Countess' }]],
    ['is a list of users with names of several parts', [NESTED]],
    ['is a list of users with lists of addresses', [{ userName: 'ada', emails: [{ value: 'ada@example.com' }], title: 'Countess' }]],
  ])('%s', (_, content) => {
    const { people, problems: wrong } = read(content);
    expect(wrong).toEqual([]);
    expect(people).toEqual([expect.objectContaining({ name: 'ada' })]);
  });
});

describe('a page of a SCIM export', () => {
  const page = (envelope: object, format?: RosterFormat): readonly string[] =>
    problems(JSON.stringify({ ...envelope, Resources: [{ userName: 'ada' }, { userName: 'bob' }] }), format);
  const ALL = 'Put the "Resources" of all pages into one list';

  test.each<[object, string]>([
    [{ totalResults: 5000, itemsPerPage: 2, startIndex: 1 }, 'it is a page with 2 of 5000, and 4998 are missing'],
    [{ totalResults: '3' }, 'it is a page with 2 of 3, and 1 are missing'],
    [{ startIndex: 101 }, 'it is a page that begins with number 101, and 100 before it are missing'],
    [{ totalResults: 2, nextCursor: 'VZUTiy' }, 'it is a page, and "nextCursor" says that more follow'],
  ])('is not taken for all people: %j', (envelope, what) => {
    expect(page(envelope)).toEqual([`1: must hold all people; ${what}. ${ALL}`]);
    expect(page(envelope, 'yaml')).toEqual([`1: must hold all people; ${what}. ${ALL}`]);
  });

  test('is refused where it holds nobody, too', () => {
    expect(problems({ schemas: ['urn:x'], totalResults: 5000, Resources: [] })).toEqual([
      `1: must hold all people; it is a page with 0 of 5000, and 5000 are missing. ${ALL}`,
    ]);
  });

  test.each([[{ totalResults: 2, itemsPerPage: 2, startIndex: 1 }], [{ totalResults: 1 }], [{ totalResults: 2, nextCursor: null }], [{}]])(
    'is all people where nobody is missing: %j',
    (envelope) => {
      expect(page(envelope)).toEqual([]);
    },
  );
});

describe('who is not active in a SCIM export', () => {
  const named = (active: unknown): readonly string[] =>
    read({ Resources: [{ userName: 'ada', active }, { userName: 'bob' }] }).people.map(({ name }) => name);

  test.each<[unknown, boolean]>([
    [true, true],
    [false, false],
    ['True', true],
    ['False', false],
    ['FALSE', false],
    [undefined, true],
    [null, true],
  ])('active: %j', (active, there) => {
    expect(named(active)).toEqual(there ? ['ada', 'bob'] : ['bob']);
  });

  test.each([['no'], [0], [{ value: false }]])('cannot be told by active: %j', (active) => {
    expect(problems({ Resources: [{ userName: 'ada', active }] })).toEqual([
      `1 active: must be true or false; got ${JSON.stringify(active)}`,
    ]);
  });
});

describe('a mobile number in a SCIM export', () => {
  const calling = (value: unknown): object => ({ Resources: [{ userName: 'ada', phoneNumbers: [{ type: 'mobile', value }] }] });

  test.each(['+49 170 1234567', '+49-170-1234567', '+49 (170) 1234567', '+49.170.1234567', 'tel:+49-170-1234567', 'TEL: +491701234567 '])(
    'is read as a person reads it: %s',
    (value) => {
      expect(read(calling(value))).toMatchObject({ people: [{ name: 'ada', mobile: '+491701234567' }], problems: [] });
    },
  );

  // No number is made up of one that is not clear.
  test.each(['+49 (0)170 1234567', '0170 1234567', 'tel:+49-170-1234567;ext=5', '+49 170 1234567 x5'])('is refused: %s', (value) => {
    expect(problems(calling(value))).toEqual([
      expect.stringMatching(
        /^1 phoneNumbers\[type eq "mobile"\]\.value: must be a phone number in E\.164 form such as "\+12065550100"; got/,
      ),
    ]);
  });
});

test('what is wrong in a SCIM export is told by the names that it has there', () => {
  const list = [
    { userName: 'ada@site', name: { givenName: 'x'.repeat(256), familyName: 'y'.repeat(301) } },
    { emails: [{ value: 'z'.repeat(300) }] },
  ];
  expect(read({ Resources: list }).problems.map(({ column }) => column)).toEqual([
    'userName',
    'name.givenName',
    'name.familyName',
    'userName',
    'emails.value',
  ]);
});

describe('a column "userName" makes no SCIM export of a roster', () => {
  const ADA = { name: 'ada', firstName: 'Ada', routingProfile: 'Sales', autoAccept: true, line: expect.any(Number), others: {} };

  test.each<[RosterFormat, string]>([
    ['csv', 'userName,first_name,routing_profile,auto_accept\nada,Ada,Sales,yes\n'],
    ['json', '[{ "userName": "ada", "firstName": "Ada", "routingProfile": "Sales", "autoAccept": true }]'],
    ['json', '{ "users": [{ "userName": "ada", "firstName": "Ada", "routingProfile": "Sales", "autoAccept": true }] }'],
    ['yaml', '- userName: ada\n  first_name: Ada\n  routing_profile: Sales\n  auto_accept: yes\n'],
  ])('in %s its other columns are read: %s', (format, text) => {
    expect(read(text, format)).toEqual({ people: [ADA], problems: [], hasPasswords: false });
  });

  test.each<[RosterFormat, string]>([
    ['csv', 'userName,rotuing_profile,auto_accept\nada,Sales,perhaps\n'],
    ['json', '[{ "userName": "ada", "rotuing_profile": "Sales" }]'],
  ])('in %s a column that is not known is refused: %s', (format, text) => {
    expect(problems(text, format)).toEqual([
      expect.stringMatching(/^1 rotuing_profile: is not known; did you mean "routing_profile"\? Known are name,/),
    ]);
  });
});
