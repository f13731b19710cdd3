import { App, Aspects, TerraformStack, Testing } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { Agent, ConnectProvider, ConnectUser, ContactCentre, MaxSecurityProfiles, RequireDeletionProtection } from '../../../constructs';
import { complaint } from '../../support/constructs/complaint';
import { membership } from '../../support/constructs/programs';

/** A team of one agent, in a stack with a policy. */
function team(): { readonly stack: TerraformStack; readonly scope: Construct } {
  const stack = new TerraformStack(new App(), 'agents');
  new ConnectProvider(stack, 'connect');
  Aspects.of(stack).add(new RequireDeletionProtection());
  const scope = new Construct(stack, 'team');
  const contactCentre = ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId);
  new Agent(scope, 'ada', { contactCentre, name: 'ada', routingProfile: 'Sales', securityProfiles: ['Agent'] });
  return { stack, scope };
}

const toEachUser = (scope: IConstruct, change: (user: ConnectUser) => void): void =>
  Aspects.of(scope).add({ visit: (node) => void (node instanceof ConnectUser && change(node)) });

const REFUSED = '[agents/team/ada/Default] The user has no deletion protection; the policy asks for "deletionProtection: true".';

test('a policy takes what an aspect after it says, be it of the stack or of a team in it', () => {
  for (const place of ['stack', 'scope'] as const) {
    const one = team();
    toEachUser(one[place], (user) => (user.deletionProtection = true));
    expect(() => (one.stack.node.root as App).synth()).not.toThrow();
  }
});

test('a policy refuses what an aspect after it takes away', () => {
  const { stack, scope } = team();
  toEachUser(stack, (user) => (user.deletionProtection = true));
  toEachUser(scope, (user) => user.addOverride('deletion_protection', false));
  expect(() => Testing.synth(stack, true)).toThrow(REFUSED);
});

test('a policy refuses what the stack as a whole takes away, and takes what it gives', () => {
  const { stack } = team();
  const { friendlyUniqueId } = stack.node.findAll().find((node) => node instanceof ConnectUser) as ConnectUser;
  stack.addOverride(`resource.connect_user.${friendlyUniqueId}.deletion_protection`, true);
  expect(() => Testing.synth(stack, true)).not.toThrow();
  Aspects.of(stack).add(new MaxSecurityProfiles(1));
  stack.addOverride(`resource.connect_user.${friendlyUniqueId}`, { deletion_protection: false, security_profile_ids: ['admin'] });
  expect(() => Testing.synth(stack, true)).toThrow(REFUSED);
  expect(() => Testing.synth(stack, true)).toThrow('The user has 2 security profiles; the policy allows 1.');
});

test('a policy says once what is wrong, however often a program is synthesized', () => {
  const { stack } = team();
  Aspects.of(stack).add(new MaxSecurityProfiles(2));
  for (let run = 0; run < 2; run++) expect(() => Testing.synth(stack, true)).toThrow(REFUSED);
  expect(complaint(() => (stack.node.root as App).synth()).split('deletion protection;')).toHaveLength(2);
});

test('a policy of the app and of a stack in it says once what is wrong', () => {
  const { stack } = team();
  const app = stack.node.root as App;
  Aspects.of(app).add(new RequireDeletionProtection());
  expect(complaint(() => app.synth()).split(REFUSED)).toHaveLength(2);
});
