import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { Agent, ConnectProvider, ContactCentre, Phone, Roster, type RosterPerson } from '../../../constructs';
import { membership } from '../../support/constructs/programs';
import { newDirectory, removeDirectories } from '../../support/constructs/directories';

/* Arguments that an agent does not take. TypeScript finds them neither in what a function answers nor in what is spread into an object. */

afterAll(removeDirectories);

const stack = new TerraformStack(new App(), 'agents');
new ConnectProvider(stack, 'connect');
const acme = ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId);
const person = { contactCentre: acme, name: 'ada', routingProfile: 'Sales', securityProfiles: ['Agent'] };
let made = 0;
const agentOf = (common: object): Agent => new Agent(stack, `agent-${++made}`, { ...person, ...common });

describe('an agent', () => {
  test.each([
    [{ identityInfo: { firstName: 'Ada' } }, 'identityInfo', 'firstName, lastName, email, secondaryEmail, mobile'],
    [{ phoneConfig: { phoneType: 'SOFT_PHONE' } }, 'phoneConfig', 'phone'],
    [{ hierarchyGroupId: '55555555-aaaa-4bbb-8ccc-000000000001' }, 'hierarchyGroupId', 'hierarchyGroup'],
    [{ proficiency: [] }, 'proficiency', 'proficiencies'],
  ])('refuses what is of a ConnectUser and would be left out: %p', (common, argument, words) => {
    expect(() => agentOf(common)).toThrow(
      `[agents/agent-${made + 1}: ${argument}] is an argument of a ConnectUser. An Agent takes in its place: ${words}.`,
    );
  });

  test.each(['count', 'forEach'])('is one person, and refuses %s', (argument) => {
    expect(() => agentOf({ [argument]: 2 })).toThrow(
      `[agents/agent-${made + 1}: ${argument}] is an argument of a ConnectUser. An Agent is one person: make one for each, in a loop of the program.`,
    );
  });

  test.each([
    [{ firstname: 'Ada' }, 'firstname', 'firstName'],
    [{ hierachyGroup: 'EMEA/Berlin' }, 'hierachyGroup', 'hierarchyGroup'],
    [{ deletionProtected: true }, 'deletionProtected', 'deletionProtection'],
  ])('refuses what is spelled nearly like an argument that is not there: %p', (common, argument, meant) => {
    expect(() => agentOf(common)).toThrow(`[agents/agent-${made + 1}: ${argument}] is no argument of an Agent; did you mean "${meant}"?`);
    expect(() => agentOf({ [argument]: undefined })).not.toThrow();
  });

  test.each([
    [undefined, 'undefined'],
    ['', 'an empty text'],
    [Promise.resolve('ada'), 'an object of Promise'],
  ])('has a user name, and %p is none', (name, said) => {
    expect(() => agentOf({ name })).toThrow(`[agents/agent-${made + 1}: name] expects the user name, and got ${said}.`);
  });

  test('may be given what stands for the same beside its own words, and what a construct of the program takes for itself', () => {
    expect(() =>
      agentOf({
        phone: Phone.soft(),
        phoneConfig: {},
        routingProfileId: 'Sales',
        instanceId: 'acme',
        team: 'blue',
        stage: 'prod',
        home: true,
      }),
    ).not.toThrow();
    expect(() => agentOf({ hierarchyGroupId: undefined, count: undefined })).not.toThrow();
  });
});

describe('what "agent" of a roster answers', () => {
  const path = join(newDirectory(), 'people.csv');
  writeFileSync(path, 'name,routing_profile,security_profiles,tags,site\nada,Sales,Agent,a=b,Berlin\n');
  const rosterBy = (agent: (one: RosterPerson) => object): Roster =>
    Roster.fromFile(stack, `team-${++made}`, path, { contactCentre: acme, otherColumns: ['site'], agent });

  test.each([
    [{ deletionProtected: true }, '"deletionProtected" is no argument of an Agent; did you mean "deletionProtection"?'],
    [{ costCentre: 4711 }, '"costCentre" is no argument of an Agent.'],
    [{ securityProfile: ['Agent'] }, '"securityProfile" is no argument of an Agent; did you mean "securityProfiles"?'],
    [{ hierarchygroup: 'EMEA' }, '"hierarchygroup" is no argument of an Agent; did you mean "hierarchyGroup"?'],
    [{ autoAccept: true }, '"autoAccept" is a column of files. An Agent takes in its place: phone.'],
    [{ name: 'ADA' }, '"name" comes from the file, and "agent" cannot give another one.'],
  ])('is refused with the line of the person where an agent does not take it: %p', (answer, expected) => {
    expect(() => rosterBy(() => answer)).toThrow(`[agents/team-${made + 1}] "agent" fails for "ada" (${path}, line 2): ${expected}`);
  });

  test('may hand on all of the person', () => {
    expect(() => rosterBy((one) => ({ ...one, hierarchyGroup: 'EMEA', deletionProtection: true }))).not.toThrow();
  });

  test('may say of what an agent does not take that it is undefined', () => {
    expect(() => rosterBy(() => ({ hierarchygroup: undefined, lifecycle: { preventDestroy: true } }))).not.toThrow();
  });

  test('may hand on what is without effect: the contact centre that the roster has, a copy of the other columns, nothing at all', () => {
    expect(() =>
      rosterBy((one) => ({ contactCentre: acme, ...one, others: { ...one.others }, renamedFrom: null, team: null })),
    ).not.toThrow();
  });

  test('is refused by the name of the argument where it is one of a ConnectUser', () => {
    expect(() => rosterBy(() => ({ hierarchyGroupId: 'x' }))).toThrow('ada: hierarchyGroupId] is an argument of a ConnectUser.');
  });

  test('stands in "stack" of several stacks, which is refused where it answers a misspelled one or what is of the file', () => {
    const agents = (): object => ({ deletionProtection: true });
    const parts = { by: () => 'all', parts: ['all'], stack: () => ({ contactCentre: acme, agents }) };
    expect(() => Roster.inStacks(new App(), 'team', path, { ...parts, otherColumns: ['site'] })).toThrow(
      '[team-all: stack] returns "agents", which would be ignored; did you mean "agent"?',
    );
    const only = { ...parts, otherColumns: ['site'], stack: () => ({ contactCentre: acme, only: () => true }) };
    expect(() => Roster.inStacks(new App(), 'team', path, only)).toThrow('[team-all: stack] returns "only", which would be ignored');
    const wider = { ...parts, otherColumns: ['site'], stack: () => ({ contactCentre: acme, city: 'Berlin', agents: undefined }) };
    expect(Roster.inStacks(new App(), 'team', path, wider).get('all')?.agent('ada')).toBeDefined();
  });
});
