import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Agent, type AgentProps, ConnectProvider, ContactCentre, MaxSecurityProfiles, Phone, Roster } from '../../../constructs';
import { membership } from '../../support/constructs/programs';
import { newDirectory, removeDirectories } from '../../support/constructs/directories';

/* Values of another kind than the types ask for, as programs without types and values read from elsewhere have them. */

afterAll(removeDirectories);

const stack = new TerraformStack(new App(), 'agents');
new ConnectProvider(stack, 'connect');
const acme = ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId);
const voice = acme.trafficDistributionGroup('Voice');
const person = { contactCentre: acme, name: 'ada', routingProfile: 'Sales', securityProfiles: ['Agent'] };

/** What a program without types may say. */
const untyped = (value: unknown): never => value as never;

const LEVELS = "levels by attribute and value, such as { 'connect:Language': { 'connect:German': 4 } }";
const GERMAN = new Map([['connect:German', 4]]);

test.each<[keyof AgentProps, unknown, string]>([
  ['contactCentre', 'acme', 'a ContactCentre, and got "acme"'],
  ['contactCentre', {}, 'a ContactCentre, and got an object of Object'],
  ['provider', 'connect', 'a ConnectProvider, and got "connect"'],
  ['provider', { fqn: 'connect.eu' }, 'a ConnectProvider, and got an object of Object'],
  ['routingProfile', ['Sales'], 'a routing profile, as a name, an id, an ARN or an object, and got a list'],
  ['routingProfile', {}, 'a routing profile, as a name, an id, an ARN or an object, and got an object of Object'],
  ['routingProfile', '', 'a routing profile, as a name, an id, an ARN or an object, and got an empty text'],
  ['securityProfiles', 'Agent', 'a list of security profiles, and got "Agent"'],
  ['securityProfiles', new Set(['Agent']), 'a list of security profiles, and got an object of Set'],
  ['securityProfiles', [7], 'security profiles, as a name, an id, an ARN or an object, and got 7'],
  ['securityProfiles', [[]], 'security profiles, as a name, an id, an ARN or an object, and got a list'],
  ['hierarchyGroup', {}, 'a hierarchy group, as a name, an id, an ARN or an object, and got an object of Object'],
  ['phone', 'soft', 'a phone, Phone.soft() or Phone.desk(), and got "soft"'],
  ['phone', { phoneType: 'DESK_PHONE' }, 'a phone, Phone.soft() or Phone.desk(), and got an object of Object'],
  ['drainOnDelete', '10m', 'a duration, such as Duration.minutes(10), and got "10m"'],
  ['drainOnDelete', 600, 'a duration, such as Duration.minutes(10), and got 600'],
  ['proficiencies', 4, `${LEVELS}, and got 4`],
  ['proficiencies', new Map([['connect:Language', GERMAN]]), `${LEVELS}, and got an object of Map`],
  ['proficiencies', { 'connect:Language': GERMAN }, `${LEVELS}, and got an object of Map`],
  ['proficiencies', [{ attributeName: 'connect:Language' }], `${LEVELS}, and got a list`],
  ['groups', 'Voice', 'a list of traffic distribution groups, and got "Voice"'],
  ['groups', null, 'a list of traffic distribution groups, and got null'],
  ['groups', [''], 'a traffic distribution group, as a name, an id, an ARN or an object, and got an empty text'],
  ['tags', new Map([['team', 'blue']]), 'values by key, and got an object of Map'],
  ['tags', ['blue'], 'values by key, and got a list'],
  ['dependsOn', [acme], 'resources, such as the user of an agent, and got an object of ContactCentre'],
  ['dependsOn', 'connect_user.grace', 'a list of resources, and got "connect_user.grace"'],
])('%s of an agent is refused where it is %p', (attribute, value, expected) => {
  const place = new TerraformStack(new App(), 'agents');
  expect(() => new Agent(place, 'odd', { ...person, [attribute]: value })).toThrow(`[agents/odd: ${attribute}] expects ${expected}.`);
});

test('an agent and a roster without arguments say what they need', () => {
  expect(() => new Agent(stack, 'bare', untyped(undefined))).toThrow(
    '[agents/bare] expects an object with a contactCentre, and got undefined.',
  );
  expect(() => Roster.fromFile(stack, 'bare-team', 'team.csv', untyped(undefined))).toThrow(
    '[agents/bare-team] expects an object with a contactCentre, and got undefined.',
  );
});

test('after-contact work is refused that is a number: without a unit nobody knows how long it may last', () => {
  expect(() => Phone.soft({ afterContactWork: untyped(30) })).toThrow(
    '[Phone: afterContactWork] expects a duration, such as Duration.seconds(30), and got 30.',
  );
});

test('settings of a phone and of an agent that are null are not declared', () => {
  const settings = { phone: untyped(null), drainOnDelete: untyped(null), proficiencies: untyped(null), tags: untyped(null) };
  expect(() => new Agent(stack, 'nothing', { ...person, ...settings })).not.toThrow();
  expect(Phone.soft({ afterContactWork: untyped(null) }).config.afterContactWorkTimeLimit).toBeUndefined();
});

test('an agent whose construct id before is not there is refused', () => {
  const agent = new Agent(stack, 'renamed', person);
  expect(() => agent.renamedFrom(untyped(undefined))).toThrow(
    '[agents/renamed: renamedFrom] expects the construct id that the agent had, and got undefined.',
  );
});

test('an agent whose names are null, as in rows that were read from elsewhere, has none', () => {
  const place = new TerraformStack(new App(), 'agents');
  new ConnectProvider(place, 'connect');
  const contactCentre = ContactCentre.fromInstanceId(place, 'acme', membership.instanceId);
  new Agent(place, 'ada', { ...person, contactCentre, firstName: untyped(null), lastName: untyped(null), email: untyped(null) });
  expect(JSON.parse(Testing.synth(place, true)).resource.connect_user.ada).not.toHaveProperty('identity_info');
});

test.each([
  ['an alias', () => ContactCentre.fromAlias(stack, 'other', untyped(undefined)), 'the alias of an instance, and got undefined'],
  ['an alias', () => ContactCentre.fromAlias(stack, 'other', ''), 'the alias of an instance, and got an empty text'],
  ['an id', () => ContactCentre.fromInstanceId(stack, 'other', untyped(undefined)), 'the id or ARN of an instance, and got undefined'],
  ['an id', () => ContactCentre.fromInstanceId(stack, 'other', ''), 'the id or ARN of an instance, and got an empty text'],
  ['an object', () => ContactCentre.fromInstance(stack, 'other', untyped('acme')), 'an instance as an object, and got "acme"'],
  ['an object', () => ContactCentre.fromInstance(stack, 'other', untyped({})), 'an instance as an object, and got an object of Object'],
])('a contact centre by %s that is not there is refused once, not with each of its agents', (_, make, expected) => {
  expect(make).toThrow(`[agents/other] expects ${expected}.`);
});

test.each([
  ['a name', 'ada', '"ada"'],
  ['a list of names', ['ada'], '"ada"'],
  ['an object of another kind', [{ id: 'ada' }], 'an object of Object'],
])('users of a group are refused that are %s', (_, users, got) => {
  expect(() => voice.ownsUsers(untyped(users))).toThrow(
    `[agents/acme/Voice: ownsUsers] expects users as objects with a userId, such as agents, and got ${got}.`,
  );
});

test('an id may be what only Terraform will know', () => {
  const place = new TerraformStack(new App(), 'agents');
  new ConnectProvider(place, 'connect');
  const id = untyped(new TerraformVariable(place, 'id', {}).value);
  const centre = ContactCentre.fromInstanceId(place, 'acme', id);
  centre.trafficDistributionGroup('Voice').ownsUsers({ userId: id });
  const profiles = { routingProfile: { routingProfileId: id }, securityProfiles: [{ securityProfileId: id }] };
  new Agent(place, 'ada', { contactCentre: centre, name: 'ada', ...profiles });
  const { connect_user: users, connect_traffic_distribution_group_users: groups } = JSON.parse(Testing.synth(place, true)).resource;
  expect(users.ada).toMatchObject({ instance_id: '${var.id}', routing_profile_id: '${var.id}', security_profile_ids: ['${var.id}'] });
  expect(Object.values(groups)).toEqual([expect.objectContaining({ user_ids: ['${var.id}'] })]);
});

test('a group without a name is refused', () => {
  expect(() => acme.trafficDistributionGroup('')).toThrow('[agents/acme] expects a traffic distribution group, as a name');
});

test.each([
  ['routingProfile', 'the name of a routing profile', (name: string) => acme.routingProfile(name)],
  ['securityProfile', 'the name of a security profile', (name: string) => acme.securityProfile(name)],
  ['hierarchyGroup', 'a list of names', (name: string) => acme.hierarchyGroup(untyped(name))],
])('a name to look up by %s that is not there is refused where it is asked for', (asked, noun, lookUp) => {
  expect(() => lookUp(untyped(undefined))).toThrow(`[agents/acme: ${asked}] expects ${noun}, and got undefined.`);
});

describe('a name to look up that only Terraform will know is refused, with the data source that takes it', () => {
  const name = new TerraformVariable(stack, 'site', { type: 'string' }).stringValue;

  test.each<[string, () => unknown, string]>([
    ['acme: routingProfile', () => acme.routingProfile(name), 'DataConnectRoutingProfile'],
    ['acme: securityProfile', () => acme.securityProfile(`Agent ${name}`), 'DataConnectSecurityProfile'],
    ['acme: hierarchyGroup', () => acme.hierarchyGroup(`EMEA/${name}`), 'DataConnectUserHierarchyGroup'],
    [
      'in-site: hierarchyGroup',
      () => new Agent(stack, 'in-site', { ...person, hierarchyGroup: ['EMEA', name] }),
      'DataConnectUserHierarchyGroup',
    ],
  ])('%s', (asked, lookUp, dataSource) => {
    expect(lookUp).toThrow(
      `[agents/${asked}] must be a literal value in the program, but it is a token, which only Terraform will know. Look it up with a ${dataSource} of your own, and pass that to the agents.`,
    );
  });
});

describe('a roster', () => {
  const path = join(newDirectory(), 'people.csv');
  writeFileSync(path, 'name,routing_profile,security_profiles\nada,Sales,Agent\ngrace,Sales,Agent\n');

  test('is refused without the path of a file', () => {
    expect(() => Roster.fromFile(stack, 'team', untyped(undefined), { contactCentre: acme })).toThrow(
      '[agents/team] expects the path of a file, and got undefined.',
    );
  });

  test('is refused where "agent" is no function', () => {
    expect(() => Roster.fromFile(stack, 'team-of', path, { contactCentre: acme, agent: untyped({}) })).toThrow(
      '[agents/team-of: agent] expects a function, and got an object of Object.',
    );
  });

  test('names the person and the line for whom "agent" fails', () => {
    const agent = ({ name }: { name: string }): object => {
      if (name === 'grace') throw new TypeError('no team');
      return {};
    };
    expect(() => Roster.fromFile(stack, 'failing', path, { contactCentre: acme, agent })).toThrow(
      `[agents/failing] "agent" fails for "grace" (${path}, line 3): no team`,
    );
  });

  test('is as its row says where "agent" has nothing more to say', () => {
    const agent = untyped(() => null);
    expect(() => Roster.fromFile(stack, 'plain', path, { contactCentre: acme, agent })).not.toThrow(/"agent" fails/);
  });

  test('is refused where "agent" is async: its answer would come too late', () => {
    const agent = untyped(() => Promise.resolve({ hierarchyGroup: 'Berlin' }));
    expect(() => Roster.fromFile(stack, 'late', path, { contactCentre: acme, agent })).toThrow(
      `[agents/late] "agent" fails for "ada" (${path}, line 2): it must not be async`,
    );
  });

  test.each([
    ['undefined, as a function without "return" does', () => undefined, 'undefined'],
    ['a promise, as an async one does', () => Promise.resolve(false), 'an object of Promise'],
    ['a text', () => 'north', '"north"'],
  ])('is refused where "only" answers %s: nobody would be left, or everybody', (_, only, got) => {
    expect(() => Roster.fromFile(stack, 'some', path, { contactCentre: acme, only: untyped(only) })).toThrow(
      `[agents/some: only] expects true or false of "ada" (${path}, line 2), and got ${got}.`,
    );
  });

  test('may have an "only" that answers nothing of some, as of those without an e-mail address', () => {
    const only = untyped(({ name }: { readonly name: string }) => (name === 'ada' ? true : undefined));
    expect([...Roster.fromFile(stack, 'chosen', path, { contactCentre: acme, only })]).toHaveLength(1);
  });

  test('is refused where "only" is no function', () => {
    expect(() => Roster.fromFile(stack, 'some', path, { contactCentre: acme, only: untyped('north') })).toThrow(
      '[agents/some: only] expects a function, and got "north".',
    );
  });

  test('in stacks is refused where "stack" answers nothing', () => {
    const parts = { by: () => 'all', parts: ['all'], stack: untyped(() => undefined) };
    expect(() => Roster.inStacks(new App(), 'team', path, parts)).toThrow(
      '[team-all: stack] expects an object with a contactCentre, and got undefined.',
    );
  });
});

test('a policy says which kind of limit it got', () => {
  expect(() => new MaxSecurityProfiles(untyped('2'))).toThrow('takes a whole number from 1 to 10; got "2".');
});
