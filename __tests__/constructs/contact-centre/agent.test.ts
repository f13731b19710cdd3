import { ConnectRoutingProfile } from '@cdktf/provider-aws/lib/connect-routing-profile';
import { ConnectSecurityProfile } from '@cdktf/provider-aws/lib/connect-security-profile';
import { DataAwsConnectInstance } from '@cdktf/provider-aws/lib/data-aws-connect-instance';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, Aspects, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import {
  Agent,
  ConnectProvider,
  ConnectUser,
  ContactCentre,
  Duration,
  MaxSecurityProfiles,
  Phone,
  RequireDeletionProtection,
} from '../../../constructs';
import { agent, membership } from '../../support/constructs/programs';

const PROFILE = 'aaaaaaaa-1111-2222-3333-444444444444';
const { instanceId, trafficDistributionGroupId } = membership;

function newStack(name = 'agents', app = new App()): TerraformStack {
  const stack = new TerraformStack(app, name);
  new ConnectProvider(stack, 'connect');
  return stack;
}

type Written = Readonly<Record<'resource' | 'data', Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>>>;

const synthesized = (stack: TerraformStack): Written => JSON.parse(Testing.synth(stack, true));

const person = { name: 'ada.lovelace', routingProfile: 'Sales', securityProfiles: ['Agent'] } as const;

test('an agent is a user at the address that a ConnectUser would have, and a membership for each group', () => {
  const stack = newStack();
  const acme = ContactCentre.fromAlias(stack, 'acme', 'acme-prod');
  const ada = new Agent(stack, 'ada', {
    ...person,
    contactCentre: acme,
    firstName: 'Ada',
    lastName: 'Lovelace',
    routingProfile: PROFILE,
    securityProfiles: [PROFILE],
    phone: Phone.soft({ afterContactWork: Duration.seconds(30) }),
    proficiencies: { 'connect:Language': { 'connect:German': 4 } },
    drainOnDelete: Duration.minutes(10),
    onDrainTimeout: 'delete',
    tags: { team: 'blue' },
    groups: [trafficDistributionGroupId],
  }).joins(acme.trafficDistributionGroup('Voice teams'));
  ada.user.addOverride('timeouts.create', '40m');

  const { resource, data } = synthesized(stack);
  expect(Object.keys(data['connect_instance'] ?? {})).toEqual([expect.stringMatching(/^acme_instance_\w+$/)]);
  const instance = Object.keys(data['connect_instance'] ?? {})[0];
  expect(resource['connect_user']).toEqual({
    ada: expect.objectContaining({
      instance_id: `\${data.connect_instance.${instance}.id}`,
      name: 'ada.lovelace',
      identity_info: { first_name: 'Ada', last_name: 'Lovelace' },
      routing_profile_id: PROFILE,
      security_profile_ids: [PROFILE],
      phone_config: { phone_type: 'SOFT_PHONE', after_contact_work_time_limit: 30 },
      proficiency: [{ attribute_name: 'connect:Language', attribute_value: 'connect:German', level: 4 }],
      drain_on_delete: '600s',
      on_drain_timeout: 'delete',
      tags: { team: 'blue' },
      timeouts: { create: '40m' },
    }),
  });
  const memberships = Object.entries(resource['connect_traffic_distribution_group_user'] ?? {});
  expect(
    memberships
      .reverse()
      .map(([address, { user_id, traffic_distribution_group_id: group }]) => [address.replace(/_\w{8}$/, ''), user_id, group]),
  ).toEqual([
    [`ada_${trafficDistributionGroupId}`, '${connect_user.ada.user_id}', trafficDistributionGroupId],
    [
      'ada_Voiceteams',
      '${connect_user.ada.user_id}',
      expect.stringMatching(/^\$\{data\.connect_traffic_distribution_group\.acme_.*\.arn\}$/),
    ],
  ]);
});

test('five agents with two profiles by name look each of them up once', () => {
  const stack = newStack();
  const acme = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
  for (const name of ['ada', 'alan', 'grace', 'joan', 'mary'])
    new Agent(stack, name, {
      contactCentre: acme,
      name,
      routingProfile: name === 'ada' ? acme.routingProfile('Support') : 'Sales',
      securityProfiles: ['Agent', acme.securityProfile('Quality Analyst')],
    });
  const { resource, data } = synthesized(stack);
  expect(Object.values(data['connect_routing_profile'] ?? {}).map(({ name }) => name)).toEqual(['Sales', 'Support']);
  expect(Object.keys(data['connect_security_profile'] ?? {})).toEqual([
    expect.stringMatching(/^acme_security-profile-Agent_\w{8}$/),
    expect.stringMatching(/^acme_security-profile-QualityAnalyst_\w{8}$/),
  ]);
  expect(new Set(Object.values(resource['connect_user'] ?? {}).map(({ routing_profile_id }) => routing_profile_id)).size).toBe(2);
});

test('a hierarchy group is looked up by its path, once however it is written', () => {
  const stack = newStack();
  const acme = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
  const groups = ['EMEA/Berlin', ['EMEA', 'Berlin'], acme.hierarchyGroup('EMEA/Berlin'), ['EMEA/Berlin'], ['EMEA--Berlin'], PROFILE];
  for (const [index, hierarchyGroup] of groups.entries())
    new Agent(stack, `agent-${index}`, { ...person, name: `agent-${index}`, contactCentre: acme, hierarchyGroup });
  const paths = Object.values(synthesized(stack).data['connect_user_hierarchy_group'] ?? {}).map(({ path }) => path);
  expect(paths).toHaveLength(3);
  expect(paths).toEqual(expect.arrayContaining([['EMEA', 'Berlin'], ['EMEA/Berlin'], ['EMEA--Berlin']]));
});

test('objects of the AWS provider serve as instance and profiles', () => {
  const stack = newStack();
  new AwsProvider(stack, 'aws', { region: 'us-east-1' });
  const acme = ContactCentre.fromInstance(stack, 'acme', new DataAwsConnectInstance(stack, 'instance', { instanceAlias: 'acme' }));
  const sales = new ConnectRoutingProfile(stack, 'sales', {
    instanceId,
    name: 'Sales',
    description: 'Sales',
    defaultOutboundQueueId: PROFILE,
    mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
  });
  const agent = new ConnectSecurityProfile(stack, 'agent', { instanceId, name: 'Agent' });
  new Agent(stack, 'ada', { contactCentre: acme, name: 'ada', routingProfile: sales, securityProfiles: [agent] });
  expect(synthesized(stack).resource['connect_user']?.['ada']).toMatchObject({
    instance_id: '${data.aws_connect_instance.instance.instance_id}',
    routing_profile_id: '${aws_connect_routing_profile.sales.routing_profile_id}',
    security_profile_ids: ['${aws_connect_security_profile.agent.security_profile_id}'],
  });
});

test('an object of another kind is refused, though it has an attribute of the right name', () => {
  const stack = newStack();
  const acme = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
  const { user } = new Agent(stack, 'alan', { ...person, contactCentre: acme });
  expect(() => new Agent(stack, 'ada', { ...person, contactCentre: acme, routingProfile: user })).toThrow(
    '[agents/ada: routingProfile] expects a routing profile, and got an object of connect_user.',
  );
  const other = ContactCentre.fromInstanceId(stack, 'other', instanceId);
  expect(() => new Agent(stack, 'grace', { ...person, contactCentre: acme, routingProfile: other.routingProfile('Sales') })).toThrow(
    '[agents/grace] belongs to agents/acme, and "Sales" to agents/other.',
  );
});

test('agents of another stack look things up there, with the provider of that stack', () => {
  const app = new App();
  const home = newStack('home', app);
  const branch = newStack('branch', app);
  const london = new ConnectProvider(home, 'london', { alias: 'london' });
  const acme = ContactCentre.fromAlias(home, 'acme', 'acme-prod', { provider: london });
  new Agent(home, 'ada', { ...person, contactCentre: acme, groups: ['Voice teams'] });
  new Agent(branch, 'alan', {
    ...person,
    name: 'alan',
    contactCentre: acme,
    routingProfile: acme.routingProfile('Sales'),
    groups: ['Voice teams'],
  });
  const [first, second] = [synthesized(home), synthesized(branch)];
  for (const type of ['connect_instance', 'connect_routing_profile', 'connect_security_profile', 'connect_traffic_distribution_group']) {
    expect(Object.values(first.data[type] ?? {}).map(({ provider }) => provider)).toEqual(['connect.london']);
    expect(Object.values(second.data[type] ?? {}).map(({ provider }) => provider)).toEqual([undefined]);
  }
  expect(first.resource['connect_user']?.['ada']).toMatchObject({ provider: 'connect.london' });
  expect(JSON.stringify(second)).not.toContain('terraform_remote_state');
});

test('one owner has all users of a group: agents of several calls, each once', () => {
  const stack = newStack();
  const acme = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
  const [ada, alan] = ['ada', 'alan'].map((name) => new Agent(stack, name, { ...person, name, contactCentre: acme }));
  if (!ada || !alan) throw new Error('two agents');
  const voice = acme.trafficDistributionGroup('Voice teams');
  voice.ownsUsers(ada);
  voice.ownsUsers([ada, alan], { userId: PROFILE });
  expect(Object.values(synthesized(stack).resource['connect_traffic_distribution_group_users'] ?? {})).toEqual([
    expect.objectContaining({ user_ids: ['${connect_user.ada.user_id}', '${connect_user.alan.user_id}', PROFILE] }),
  ]);
  alan.joins(voice);
  expect(() => synthesized(stack)).toThrow(/are declared in two ways: agents\/acme\/Voice teams\/Default owns all of them/);
});

test('what is wrong with an agent is told at synth, and a policy too', () => {
  const stack = newStack();
  const acme = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
  const props = { ...person, contactCentre: acme };
  new Agent(stack, 'ada', { ...props, phone: Phone.desk('0123'), firstName: '' });
  new Agent(stack, 'alan', { ...props, name: 'alan', phone: Phone.soft(), autoAcceptConfig: [{ channel: 'CHAT', autoAccept: true }] });
  expect(() => synthesized(stack)).toThrow(
    /\[agents\/ada\/Default\] phoneConfig\.deskPhoneNumber must be a phone number[^]*\[agents\/alan\/Default\]/,
  );

  const other = newStack();
  const securityProfiles = ['Agent', 'Admin', 'Quality Analyst'];
  new Agent(other, 'ada', { ...person, securityProfiles, contactCentre: ContactCentre.fromInstanceId(other, 'acme', instanceId) });
  Aspects.of(other).add(new MaxSecurityProfiles(2));
  const app = other.node.root as App;
  expect(() => app.synth()).toThrow('[agents/ada/Default] The user has 3 security profiles; the policy allows 2.');
  expect(() => new MaxSecurityProfiles(0)).toThrow('a whole number from 1 to 10');
});

test('a policy asks for deletion protection of every agent, and believes what only Terraform will know', () => {
  const stack = newStack();
  const props = { ...person, contactCentre: ContactCentre.fromInstanceId(stack, 'acme', instanceId) };
  new Agent(stack, 'ada', { ...props, deletionProtection: true });
  new Agent(stack, 'bob', { ...props, name: 'bob', deletionProtection: new TerraformVariable(stack, 'careful', { type: 'bool' }).value });
  Aspects.of(stack).add(new RequireDeletionProtection());
  const app = stack.node.root as App;
  expect(() => app.synth()).not.toThrow();
  new Agent(stack, 'cleo', { ...props, name: 'cleo', deletionProtection: false });
  new Agent(stack, 'dan', { ...props, name: 'dan' });
  expect(() => app.synth()).toThrow(
    /\[agents\/cleo\/Default\] The user has no deletion protection; the policy asks for "deletionProtection: true"\.[^]*\[agents\/dan\/Default\]/,
  );
});

test('a policy looks at what is written for Terraform, overrides included', () => {
  const stack = newStack();
  const contactCentre = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
  const [ada, bob] = ['ada', 'bob'].map(
    (name) => new Agent(stack, name, { ...person, contactCentre, name, deletionProtection: name === 'bob' }),
  );
  ada?.user.addOverride('deletion_protection', true);
  const away = new ConnectUser(stack, 'away', { ...agent, name: 'away' });
  away.moveTo('here');
  new ConnectUser(stack, 'here', { ...agent, name: 'away', deletionProtection: true }).addMoveTarget('here');
  Aspects.of(stack).add(new RequireDeletionProtection());
  Aspects.of(stack).add(new MaxSecurityProfiles(1));
  const app = stack.node.root as App;
  expect(() => app.synth()).not.toThrow();
  bob?.user.addOverride('deletion_protection', false);
  ada?.user.addOverride('security_profile_ids', [PROFILE]); // one more: CDKTF puts lists together
  expect(() => app.synth()).toThrow(
    /\[agents\/ada\/Default\] The user has 2 security profiles[^]*\[agents\/bob\/Default\] The user has no deletion protection/,
  );
});

test('a policy of the app, or of what else is above the stacks, holds for the agents of each stack', () => {
  const app = new App();
  const site = new Construct(app, 'site');
  const stack = new TerraformStack(site, 'agents');
  new ConnectProvider(stack, 'connect');
  const contactCentre = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
  const ada = new Agent(stack, 'ada', { ...person, securityProfiles: ['Agent', 'Admin'], contactCentre });
  Aspects.of(app).add(new MaxSecurityProfiles(1));
  Aspects.of(site).add(new RequireDeletionProtection());
  const message = /\[site\/agents\/ada\/Default\] The user has 2 security profiles; the policy allows 1\.[^]*has no deletion protection/;
  expect(() => app.synth()).toThrow(message);
  expect(() => Testing.synth(stack, true)).toThrow(message);
  ada.user.securityProfileIds = [PROFILE];
  ada.user.deletionProtection = true;
  expect(() => app.synth()).not.toThrow();
});

test('an agent who was renamed moves to its new address, memberships too', () => {
  const stack = newStack();
  const acme = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
  new Agent(stack, 'byron', { ...person, name: 'byron', contactCentre: acme, groups: [trafficDistributionGroupId] });
  const before = Object.keys(synthesized(stack).resource['connect_traffic_distribution_group_user'] ?? {})[0];

  const after = newStack();
  const same = ContactCentre.fromInstanceId(after, 'acme', instanceId);
  const ada = new Agent(after, 'lovelace', { ...person, contactCentre: same }).renamedFrom('byron').joins(trafficDistributionGroupId);
  const { moved } = JSON.parse(Testing.synth(after, true));
  expect(moved).toEqual([
    { from: 'connect_user.byron', to: 'connect_user.lovelace' },
    {
      from: `connect_traffic_distribution_group_user.${before}`,
      to: `connect_traffic_distribution_group_user.${ada.memberships[0]?.friendlyUniqueId}`,
    },
  ]);
  expect(() => ada.renamedFrom('acme')).toThrow('[agents/lovelace] cannot have been renamed from "acme": that id is still in use.');
});
