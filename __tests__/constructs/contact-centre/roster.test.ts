import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, Testing, Token } from 'cdktf';
import { ConnectProvider, ContactCentre, Roster, type RosterProps } from '../../../constructs';
import { complaint } from '../../support/constructs/complaint';
import { newDirectory, removeDirectories } from '../../support/constructs/directories';
import { membership } from '../../support/constructs/programs';

afterAll(removeDirectories);

const everybody = { routingProfile: 'Sales', securityProfiles: ['Agent'] };

interface Rostered {
  readonly stack: TerraformStack;
  readonly roster: Roster;
}

function rostered(text: string, props: Partial<RosterProps> = {}, name = 'berlin.csv'): Rostered {
  const file = join(newDirectory(), name);
  writeFileSync(file, text);
  const stack = new TerraformStack(new App(), 'agents');
  new ConnectProvider(stack, 'connect');
  const contactCentre = ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId);
  return { stack, roster: Roster.fromFile(stack, 'berlin', file, { contactCentre, agent: () => everybody, ...props }) };
}

/** Users by their Terraform addresses. */
const usersOf = ({ stack }: Rostered): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
  JSON.parse(Testing.synth(stack, true)).resource.connect_user;

const NAMES = ['ada', 'alan', 'grace', 'joan', 'mary'];
const csv = (names: readonly string[]): string =>
  ['name,first_name', ...names.map((name) => `${name},${name.toUpperCase()}`), ''].join('\n');

test('the order of the people does not matter, and without one of them the others are as before', () => {
  const users = usersOf(rostered(csv(NAMES)));
  expect(usersOf(rostered(csv([...NAMES].reverse())))).toEqual(users);
  const without = usersOf(rostered(csv(NAMES.filter((name) => name !== 'grace'))));
  expect(Object.keys(users).filter((address) => !(address in without))).toEqual([expect.stringMatching(/^berlin_grace_\w{8}$/)]);
  expect(users).toMatchObject(without);
});

test('stacks that share a file declare everybody once, each its own part, and all of them check the whole file', () => {
  const file = csv(NAMES);
  const parts = [(name: string) => name < 'grace', (name: string) => name >= 'grace'].map((only) =>
    Object.keys(usersOf(rostered(file, { only: ({ name }) => only(name) }))),
  );
  expect(parts.map(({ length }) => length)).toEqual([2, 3]);
  expect(parts.flat().sort()).toEqual(Object.keys(usersOf(rostered(file))).sort());
  expect(complaint(() => rostered(csv(['ada', 'grace', 'grace']), { only: ({ name }) => name === 'ada' }))).toContain('line 4');
});

test('what a file has in a wrong cell neither steers the terminal nor the pipeline', () => {
  const text = 'name,mobile\nada,\u009b2J\u202e\nalan,##vso[task.setvariable variable=a]b\n';
  const told = complaint(() => rostered(text));
  expect(told).toContain('line 2, column "mobile": must be a phone number in E.164 form such as "+12065550100"; got "<U+009B>2J<U+202E>"');
  expect(told).toContain('line 3, column "mobile": must be a phone number in E.164 form such as "+12065550100"; got "#<U+0023>vso[');
});

test('logins that are nearly the same, or hold what construct ids cannot hold, are different people', () => {
  const names = ['ada.b', 'adab', 'Ada.b', 'ada/b', 'ada--b', 'ada%2Fb', 'Default', 'Resource', '007', 'müller', '张伟'];
  const users = usersOf(rostered(csv(names)));
  expect(
    Object.values(users)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...names].sort());
  for (const address of Object.keys(users)) expect(address).toMatch(/^[a-z][\w-]*$/);
});

test('logins that are words of JavaScript are people like all others', () => {
  const names = ['constructor', 'toString', '__proto__', '%63onstructor', 'ada'];
  const all = rostered(csv(names));
  expect(Object.values(usersOf(all)).map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  expect(names.map((name) => all.roster.agent(name).node.id)).toEqual([
    '%63onstructor',
    '%74oString',
    '%5F_proto__',
    '%2563onstructor',
    'ada',
  ]);
});

test('what the file says of a person, what the program adds, and what it takes away', () => {
  const text = [
    'name;first name;last name;email;phone type;phone number;acw timeout (seconds);team;groups;routing profile',
    'ada;Ada;Lovelace;ada@example.com;desk;+12065550100;30;blue;Voice teams|Chat;Support',
    'alan;Alan;Turing;alan@example.com;;;;red;;',
  ].join('\n');
  const props: Partial<RosterProps> = {
    otherColumns: ['team'],
    agent: ({ others, routingProfile = 'Sales' }) => ({
      email: undefined,
      routingProfile,
      securityProfiles: ['Agent'],
      tags: { team: others['team'] ?? '' },
    }),
  };
  const all = rostered(text, props);
  expect(all.roster.agent('ada').memberships).toHaveLength(2);
  expect([...all.roster].map(({ node }) => node.id)).toEqual(['ada', 'alan']);
  expect(Object.values(usersOf(all))).toEqual([
    expect.objectContaining({
      name: 'ada',
      identity_info: { first_name: 'Ada', last_name: 'Lovelace' },
      phone_config: { phone_type: 'DESK_PHONE', desk_phone_number: '+12065550100', after_contact_work_time_limit: 30 },
      routing_profile_id: expect.stringContaining('routing-profile-Support'),
      tags: { team: 'blue' },
    }),
    expect.not.objectContaining({ phone_config: expect.anything() }),
  ]);
});

describe('what looks like a Terraform expression in a file is text', () => {
  const FILE = ['name;first name;tags;${site};profile', 'ada;${upper(x)} %{ if true };k=v${2};${file(hosts)};A', ''].join('\n');
  const props: Partial<RosterProps> = { otherColumns: ['${site}', 'profile'] };
  const user = (agent: NonNullable<RosterProps['agent']>): Readonly<Record<string, unknown>> | undefined =>
    Object.values(usersOf(rostered(FILE, { ...props, agent })))[0];

  test('where the program hands it on: once escaped, as Terraform reads it', () => {
    const made = user(({ firstName = '', tags = {}, others }) => ({
      ...everybody,
      routingProfile: `arn:${others['${site}'] ?? ''}`,
      firstName,
      lastName: `of ${others['${site}'] ?? ''}`,
      tags: { ...tags, site: others['${site}'] ?? '' },
    }));
    expect(made).toMatchObject({
      routing_profile_id: expect.stringContaining('arn:$${file(hosts)}'),
      identity_info: { first_name: '$${upper(x)} %%{ if true }', last_name: 'of $${file(hosts)}' },
      tags: { k: 'v$${2}', site: '$${file(hosts)}' },
    });
  });

  test.each(['$', '#'])('and what looks like a token of the program is refused: %s{TfToken[...]}', (start) => {
    const file = `name,first_name,security_profiles,site\nada,Ada,Agent|${start}{TfToken[TOKEN.1]},${start}{TfToken[TOKEN.1]}\n`;
    expect(complaint(() => rostered(file, { otherColumns: ['site'] })).split('\n')).toEqual(
      ['security_profiles', 'site'].map(
        (column) =>
          `[agents/berlin] berlin.csv, line 2, column "${column}": must not hold "{TfToken[", as CDKTF puts values of the program there`,
      ),
    );
  });

  test('where the program says nothing of it', () => {
    expect(user(() => everybody)).toMatchObject({
      identity_info: { first_name: '$${upper(x)} %%{ if true }' },
      tags: { k: 'v$${2}' },
    });
  });

  test('and expressions and tokens of the program, and what it looks up by a text of the file, work as ever', () => {
    const profiles: Readonly<Record<string, string>> = { A: 'Support' };
    const made = user(({ others, name }) => ({
      ...everybody,
      routingProfile: profiles[others['profile'] ?? ''],
      email: '${var.mail}',
      lastName: Token.asString({ resolve: () => '${var.last}', creationStack: [], toString: () => '' }),
      secondaryEmail: name === 'ada' ? 'ada@example.com' : undefined,
    }));
    expect(made).toMatchObject({
      routing_profile_id: expect.stringContaining('routing-profile-Support'),
      identity_info: { email: '${var.mail}', last_name: '${var.last}', secondary_email: 'ada@example.com' },
    });
  });
});

test('a new login moves the person, and the column may stay for good', () => {
  const { stack, roster } = rostered('name,renamed_from,groups\nada.lovelace,ada.byron,Voice teams\nalan,,Voice teams\n');
  const before = rostered('name,groups\nada.byron,Voice teams\nalan,Voice teams\n');
  const addresses = [before.roster.agent('ada.byron'), roster.agent('ada.lovelace')].map(({ user, memberships: [one] }) => [
    `connect_user.${user.friendlyUniqueId}`,
    `connect_traffic_distribution_group_user.${one?.friendlyUniqueId}`,
  ]);
  expect(JSON.parse(Testing.synth(stack, true)).moved).toEqual(
    [0, 1].map((index) => ({ from: addresses[0]?.[index], to: addresses[1]?.[index] })),
  );
});

test('all bad rows are told at once, by file, line and column', () => {
  const found = complaint(() => rostered('name,phone_type,phone_number\nada,fax,\nalan,desk,\ngrace,soft,\ngrace,soft,\n'));
  expect(found.split('\n')).toEqual([
    '[agents/berlin] berlin.csv, line 2, column "phone_type": must be "soft" or "desk"; got "fax"',
    '[agents/berlin] berlin.csv, line 3, column "phone_number": must hold the number of the desk phone, such as "+12065550100"',
    '[agents/berlin] berlin.csv, line 5, column "name": must be there once; "grace" is in line 4 too',
  ]);
});

test('what the program gives is checked with the line of the person', () => {
  const { stack } = rostered(csv(['ada']), { agent: () => ({ ...everybody, lastName: 'x'.repeat(301) }) });
  expect(complaint(() => Testing.synth(stack, true))).toContain(
    '[agents/berlin/ada/Default] identityInfo.lastName must have 1 to 300 characters; it has 301 (berlin.csv, line 2)',
  );
  const twice = rostered(csv(['ada', 'alan']), {
    agent: ({ name }) => ({ ...everybody, passwordWoVersion: name === 'alan' ? 1 : undefined }),
  });
  expect(complaint(() => Testing.synth(twice.stack, true))).toMatch(
    /\[agents\/berlin\/alan\/Default\] .*"passwordWoVersion".*\(berlin\.csv, line 3\)/,
  );
});

test('a person who stands in two rosters is told with both lines', () => {
  const { stack, roster } = rostered(csv(['ada', 'alan']));
  const file = join(newDirectory(), 'munich.json');
  writeFileSync(file, '[\n{ "name": "alan" }]');
  const contactCentre = stack.node.findChild('acme');
  if (!(contactCentre instanceof ContactCentre)) throw new Error('the contact centre');
  Roster.fromFile(stack, 'munich', file, { contactCentre, agent: () => everybody });
  expect(roster.agent('alan').node.path).toBe('agents/berlin/alan');
  expect(complaint(() => Testing.synth(stack, true))).toMatch(
    /the user name "alan" of the instance \S+: declared more than once, by agents\/berlin\/alan\/Default \(berlin\.csv, line 3\), agents\/munich\/alan\/Default \(\S*munich\.json, line 2\)\./,
  );
});

test('a file that leaves out the profiles of a thousand people is not refused a thousand times', () => {
  const found = complaint(() =>
    rostered(csv(Array.from({ length: 1000 }, (_, index) => `agent${index}`)), { agent: () => ({ routingProfile: 'Sales' }) }),
  );
  expect(found.split('\n')).toHaveLength(21);
  expect(found).toContain('berlin.csv, line 2, column "security_profiles": must be there, or "agent" must give it');
  expect(found).toContain('and 980 more like these.');
});

test('whom a file of one line leaves without a profile is named', () => {
  const file = '[{ "name": "ada", "routing_profile": "Sales" }, { "name": "alan" }]';
  expect(complaint(() => rostered(file, { agent: () => ({ securityProfiles: ['Agent'] }), format: 'json' }))).toBe(
    '[agents/berlin] berlin.csv, line 1, person "alan", column "routing_profile": must be there, or "agent" must give it',
  );
});

test('passwords in the file are not read, which a warning says once', () => {
  const { stack, roster } = rostered('name,password\nada,Secret-123\nalan,Secret-123\n');
  expect(Testing.synth(stack, true)).not.toContain('Secret');
  expect(roster.node.metadata.map(({ data }) => data)).toEqual([expect.stringContaining('are not read: remove them from the file')]);
});

test.each([
  ['berlin.xls', 'berlin.xls must end with .csv, .json, .yaml or .yml'],
  ['berlin.csv', 'berlin.csv cannot be read (ENOENT). Its path counts from'],
])('a file that cannot be a roster: %s', (name, expected) => {
  const stack = new TerraformStack(new App(), 'agents');
  const contactCentre = ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId);
  expect(complaint(() => Roster.fromFile(stack, 'berlin', join(newDirectory(), name), { contactCentre }))).toContain(
    `[agents/berlin] ${expected}`,
  );
});

test('somebody whom the file does not have', () => {
  expect(complaint(() => rostered(csv(['ada'])).roster.agent('alan'))).toBe(
    '[agents/berlin] berlin.csv has nobody with the user name "alan".',
  );
});
