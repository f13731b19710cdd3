import { App, Fn, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Agent, type AgentProps, ConnectProvider, ContactCentre, Duration, Phone } from '../../../constructs';
import { membership } from '../../support/constructs/programs';

/* What programs without types may say, and what only Terraform will know. */

const stack = new TerraformStack(new App(), 'agents');
new ConnectProvider(stack, 'connect');
const acme = ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId);
const list = new TerraformVariable(stack, 'ids', {}).listValue;
const minutes = new TerraformVariable(stack, 'minutes', {}).numberValue;

const person = { contactCentre: acme, name: 'ada', routingProfile: 'Sales', securityProfiles: ['Agent'] };

/** What a program without types may say. */
const untyped = (changes: object): AgentProps => ({ ...person, ...changes });

test.each([
  ['routingProfile', 'undefined', { routingProfile: undefined }, 'a routing profile, as a name, an id, an ARN or an object'],
  ['securityProfiles', 'null', { securityProfiles: ['Agent', null] }, 'security profiles, as a name, an id, an ARN or an object'],
  ['securityProfiles', 'undefined', { securityProfiles: undefined }, 'a list of security profiles'],
  ['hierarchyGroup', 'null', { hierarchyGroup: null }, 'a hierarchy group, as a name, an id, an ARN or an object'],
  ['groups', 'undefined', { groups: [undefined] }, 'a traffic distribution group, as a name, an id, an ARN or an object'],
  ['contactCentre', 'undefined', { contactCentre: undefined }, 'a ContactCentre'],
])('%s of an agent that is %s is refused with the path of the agent', (attribute, value, changes, expected) => {
  const message = `[agents/odd: ${attribute}] expects ${expected}, and got ${value}.`;
  expect(() => new Agent(new TerraformStack(new App(), 'agents'), 'odd', untyped(changes))).toThrow(message);
});

test('a group, an instance and users that are not there are refused with the path of who asks', () => {
  expect(() => acme.trafficDistributionGroup(untyped({})['none' as keyof AgentProps] as string)).toThrow('[agents/acme] expects a traffic');
  expect(() => ContactCentre.fromInstance(stack, 'other', JSON.parse('null'))).toThrow('[agents/other] expects an instance');
  expect(() => acme.trafficDistributionGroup('Voice').ownsUsers(JSON.parse('null'))).toThrow(
    '[agents/acme/Voice: ownsUsers] expects users',
  );
});

test.each([
  ['securityProfiles', { securityProfiles: ['Agent', ...list] }],
  ['hierarchyGroup', { hierarchyGroup: list }],
  ['groups', { groups: list }],
  ['proficiencies', { proficiencies: Fn.merge([{}]) as object }],
])('%s whose entries only Terraform will know are refused, with what to do', (attribute, changes) => {
  expect(() => new Agent(new TerraformStack(new App(), 'agents'), 'odd', untyped(changes))).toThrow(
    `[agents/odd: ${attribute}] must be written out in the program, but it is a token`,
  );
});

test('durations and the ids of all security profiles may be known to Terraform alone', () => {
  new Agent(stack, 'ada', { ...person, securityProfiles: list, drainOnDelete: Duration.seconds(minutes) });
  new Agent(stack, 'alan', {
    ...person,
    name: 'alan',
    securityProfiles: Fn.concat([list, list]),
    drainOnDelete: Duration.minutes(minutes),
    phone: Phone.soft({ afterContactWork: Duration.hours(minutes) }),
  });
  const { ada, alan } = JSON.parse(Testing.synth(stack, true)).resource.connect_user;
  expect(ada).toMatchObject({ security_profile_ids: '${var.ids}', drain_on_delete: '${var.minutes}s' });
  expect(alan).toMatchObject({
    security_profile_ids: '${concat(var.ids, var.ids)}',
    drain_on_delete: '${(var.minutes * 60)}s',
    phone_config: { after_contact_work_time_limit: '${(var.minutes * 3600)}' },
  });
});

test('the value of a variable stands for an id', () => {
  const id = new TerraformVariable(stack, 'id', {}).value;
  new Agent(stack, 'mary', { ...person, name: 'mary', routingProfile: id, securityProfiles: [id], hierarchyGroup: id });
  expect(JSON.parse(Testing.synth(stack, true)).resource.connect_user.mary).toMatchObject({
    routing_profile_id: '${var.id}',
    security_profile_ids: ['${var.id}'],
    hierarchy_group_id: '${var.id}',
  });
});

test('an agent who joins a group twice is in it once', () => {
  const grace = new Agent(stack, 'grace', { ...person, name: 'grace', groups: ['Voice'] });
  grace.joins('Voice').joins(acme.trafficDistributionGroup('Voice'));
  expect(grace.memberships).toHaveLength(1);
});
