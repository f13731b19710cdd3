import { expect as imported } from '@jest/globals';
import { App, TerraformStack, Testing } from 'cdktf';
import {
  Agent,
  ConnectProvider,
  ConnectUser,
  ContactCentre,
  TrafficDistributionGroup,
  TrafficDistributionGroupUser,
} from '../../../constructs';
import { setupJest, toHaveAgent } from '../../../constructs/testing';
import { agent, membership } from '../../support/constructs/programs';

setupJest();

const stack = new TerraformStack(new App(), 'agents');
new ConnectProvider(stack, 'connect');
const acme = ContactCentre.fromAlias(stack, 'acme', 'acme-prod');
const voice = acme.trafficDistributionGroup('Voice teams');
const people = { contactCentre: acme, routingProfile: 'Sales', securityProfiles: ['Agent', 'Quality Analyst'] };
const ada = new Agent(stack, 'ada', { ...people, name: 'ada.lovelace', groups: [membership.trafficDistributionGroupId] });
voice.ownsUsers(ada);
new ConnectUser(stack, 'alan', { ...agent, name: 'alan' });

test('an agent is found by its user name, with groups and profiles by the names that the program gave', () => {
  expect(stack).toHaveAgent('ada.lovelace');
  expect(stack).toHaveAgent('ada.lovelace', { memberOf: ['Voice teams', membership.trafficDistributionGroupId] });
  expect(Testing.synth(stack)).toHaveAgent('ada.lovelace', { routingProfile: 'Sales', securityProfiles: ['Quality Analyst', 'Agent'] });
  expect(stack).toHaveAgent('alan', { routingProfile: agent.routingProfileId });
  expect(stack).not.toHaveAgent('grace');
  expect(stack).not.toHaveAgent('alan', { memberOf: ['Voice teams'] });
});

test('a group that the program declares is known by its name, too', () => {
  const own = new TerraformStack(new App(), 'own-group');
  new ConnectProvider(own, 'connect');
  const { instanceId } = membership;
  const nights = new TrafficDistributionGroup(own, 'nights', { instanceId, name: 'Night shift' });
  const days = new TrafficDistributionGroup(own, 'days', { instanceId, name: 'Day shift' });
  new Agent(own, 'ada', { ...people, contactCentre: ContactCentre.fromInstanceId(own, 'acme', instanceId), name: 'ada', groups: [nights] });
  const alan = new ConnectUser(own, 'alan', { ...agent, name: 'alan' });
  new TrafficDistributionGroupUser(own, 'alan-by-day', { instanceId, trafficDistributionGroupId: days.arn, userId: alan.userId });
  expect(own).toHaveAgent('ada', { memberOf: ['Night shift'] });
  expect(own).toHaveAgent('alan', { memberOf: ['Day shift'] });
  expect(own).toHaveAgent('alan', { memberOf: ['${connect_traffic_distribution_group.days.arn}'] });
  expect(() => expect(own).toHaveAgent('ada', { memberOf: ['Day shift'] })).toThrow('not in the group "Day shift", but in "Night shift".');
});

test.each([
  ['grace', {}, 'The stack declares no agent "grace". It declares "ada.lovelace", "alan".'],
  ['alan', { memberOf: ['Voice teams'] }, 'The agent "alan" is not in the group "Voice teams", but in none.'],
  ['ada.lovelace', { routingProfile: 'Support' }, 'The agent "ada.lovelace" has the routing profile "Sales", not "Support".'],
  [
    'ada.lovelace',
    { securityProfiles: ['Agent'], memberOf: ['Chat'] },
    `The agent "ada.lovelace" has the security profiles "Agent", "Quality Analyst", not "Agent"; it is not in the group "Chat", but in "Voice teams", "${membership.trafficDistributionGroupId}".`,
  ],
])('says what it found in place of %s', (name, expected, message) => {
  expect(() => expect(stack).toHaveAgent(name, expected)).toThrow(message);
});

test.each<[string, () => unknown]>([
  ['an object', () => ({})],
  ['HCL', () => Testing.synthHcl(stack)],
  ['the directory of a full synth', () => Testing.fullSynth(stack)],
])('takes a stack, or what was synthesized of it, and not %s', (_, received) => {
  expect(() => expect(received()).toHaveAgent('ada')).toThrow('toHaveAgent takes a TerraformStack');
});

test.each<[object, string]>([
  [{ memberof: ['Chat'] }, 'toHaveAgent does not compare "memberof"; did you mean "memberOf"?'],
  [{ hierarchyGroup: 'EMEA' }, 'toHaveAgent does not compare "hierarchyGroup".'],
  [{ memberOf: 'Voice teams' }, '[toHaveAgent: memberOf] expects a list of names, and got "Voice teams".'],
  [
    { routingProfile: expect.stringContaining('Sal') },
    '[toHaveAgent: routingProfile] expects a name, and got an object of StringContaining.',
  ],
  [{ routingProfile: ['Sales'] }, '[toHaveAgent: routingProfile] expects a name, and got a list.'],
])('refuses an expectation that it would not compare: %j', (expected, message) => {
  expect(() => expect(stack).toHaveAgent('ada.lovelace', expected)).toThrow(message);
  expect(() => expect(stack).not.toHaveAgent('ada.lovelace', expected)).toThrow(message);
});

test('an expectation that is undefined expects nothing, as what a helper hands on', () => {
  expect(stack).toHaveAgent('ada.lovelace', { routingProfile: undefined, memberOf: undefined, ...{ hierarchyGroup: undefined } });
});

test('is added to an "expect" that the test imports, and asks for it where jest puts none into the tests', () => {
  const extend = jest.spyOn(imported, 'extend');
  setupJest(imported);
  expect(extend).toHaveBeenCalledWith({ toHaveAgent });
  const kept = expect;
  Reflect.deleteProperty(globalThis, 'expect');
  try {
    kept(() => setupJest()).toThrow('setupJest finds no "expect". Hand over that of jest');
  } finally {
    Object.assign(globalThis, { expect: kept });
  }
});
