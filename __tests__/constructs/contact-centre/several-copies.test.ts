import * as cdktf from 'cdktf';
import { App, Aspects, TerraformStack, Testing } from 'cdktf';
import { Agent, ConnectProvider, ConnectUser, ContactCentre, MaxSecurityProfiles } from '../../../constructs';
import { complaint } from '../../support/constructs/complaint';
import { agent, membership } from '../../support/constructs/programs';

/* A repository of several packages that each have their own copy of this one, beside one CDKTF. */

const other = ((): typeof import('../../../constructs') => {
  let copy: typeof import('../../../constructs') | undefined;
  jest.doMock('cdktf', () => cdktf);
  jest.isolateModules(() => {
    copy = jest.requireActual<typeof import('../../../constructs')>('../../../constructs');
  });
  if (copy === undefined || copy.Agent === Agent) throw new Error('one copy');
  return copy;
})();

function newStack(): TerraformStack {
  const stack = new TerraformStack(new App(), 'agents');
  new ConnectProvider(stack, 'connect');
  return stack;
}

test('a policy is asked for users of another copy', () => {
  const stack = newStack();
  const securityProfileIds = [agent.routingProfileId, ...agent.securityProfileIds];
  new other.ConnectUser(stack, 'ada', { ...agent, securityProfileIds });
  Aspects.of(stack).add(new MaxSecurityProfiles(1));
  const app = stack.node.root as App;
  expect(() => app.synth()).toThrow('[agents/ada] The user has 2 security profiles; the policy allows 1.');
});

test('a user, and a Terraform address, that two copies declare is refused', () => {
  const stack = newStack();
  new ConnectUser(stack, 'ada', { ...agent, name: 'ada.lovelace' });
  new other.ConnectUser(stack, 'lovelace', { ...agent, name: 'ada.lovelace' });
  new other.ConnectUser(stack, 'ad.a', { ...agent, name: 'ada.byron' });
  const told = complaint(() => Testing.synth(stack, true));
  expect(told).toContain('the user name "ada.lovelace" of the instance');
  expect(told).toContain('declared more than once, by agents/ada, agents/lovelace. Keep one of them.');
  expect(told).toContain('agents/ada, agents/ad.a all get the Terraform address connect_user.ada');
});

test('an agent takes profiles and groups of a contact centre of another copy, and refuses those of a second one', () => {
  const stack = newStack();
  const acme = other.ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId);
  const ada = new Agent(stack, 'ada', {
    contactCentre: acme as unknown as ContactCentre,
    name: 'ada',
    routingProfile: acme.routingProfile('Sales'),
    securityProfiles: ['Agent'],
    groups: [acme.trafficDistributionGroup('Voice teams')],
  });
  expect(ada.memberships).toHaveLength(1);
  expect(JSON.parse(Testing.synth(stack, true)).resource.connect_user.ada.routing_profile_id).toMatch(
    /^\$\{data\.connect_routing_profile\.acme_routing-profile-Sales_/,
  );
  const second = other.ContactCentre.fromInstanceId(stack, 'second', membership.instanceId);
  expect(() => ada.joins(second.trafficDistributionGroup('Voice teams'))).toThrow('[agents/ada] belongs to agents/acme');
  const props = { contactCentre: acme as unknown as ContactCentre, name: 'alan', securityProfiles: ['Agent'] };
  expect(() => new Agent(stack, 'alan', { ...props, routingProfile: second.routingProfile('Sales') })).toThrow(
    '[agents/alan] belongs to agents/acme, and "Sales" to agents/second.',
  );
});
