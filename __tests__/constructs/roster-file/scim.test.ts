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
      expect.stringMatching(/^1 rotuing_profile: is not known; did you mean "routing_profile"\? There are name,/),
    ]);
  });
});
