import { CreateTrafficDistributionGroupCommand, CreateUserCommand, DeleteTrafficDistributionGroupCommand } from '@aws-sdk/client-connect';
import {
  ACCOUNT,
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  MANAGED_ROUTING_PROFILE_ID,
  MANAGED_SECURITY_PROFILE_ID,
  PENDING_GROUP_ID,
  TEAM_GROUP_ARN,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration, membership } from '../support/contact-centre';
import { agent as existing } from '../support/emulator';
import { resource } from '../support/hcl';
import { type Applied, apply, plan } from '../support/terraform-told';

const NOBODY = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const NO_GROUP = '00000000-0000-4000-8000-000000000000';
/** Stands for the id of a group that is being deleted. */
const GOING_GROUP = 'going-group';
const NO_ID = 'ffffffff-0000-4000-8000-000000000000';
const inInstance = `The instance ${INSTANCE_ID} has no such`;
/** The instance of that id, as somebody else's account would name it. */
const elsewhere = (instance: string): string => `arn:aws:connect:us-east-1:999999999999:instance/${instance}`;
const NAMED = { first_name: 'Ada', last_name: 'Lovelace' };
const managed = (name: string, more: Body = {}): Body =>
  agent(name, { instance_id: MANAGED_INSTANCE_ID, routing_profile_id: MANAGED_ROUTING_PROFILE_ID, security_profile_ids: [MANAGED_SECURITY_PROFILE_ID], ...more });

interface Mistake {
  readonly type: 'connect_user' | 'connect_traffic_distribution_group_user';
  readonly body: Body;
  /** The line of the configuration that terraform points at. */
  readonly at: string;
  readonly summary: string;
  readonly says: string;
}

const user = (body: Body, at: string, summary: string, says: string): Mistake => ({ type: 'connect_user', body, at, summary, says });
const member = (body: Body, at: string, summary: string, says: string): Mistake => ({ type: 'connect_traffic_distribution_group_user', body, at, summary, says });
const SAML = 'Not for an instance with SAML';
const MANAGED = 'Not for an instance with users that Connect manages';

const MISTAKES: Readonly<Record<string, Mistake>> = {
  no_group: member(membership(NOBODY, { traffic_distribution_group_id: NO_GROUP }), 'traffic_distribution_group_id', `No traffic distribution group ${NO_GROUP}`, inInstance),
  no_group_of_arn: member(
    membership(NO_ID, { traffic_distribution_group_id: TEAM_GROUP_ARN.replace(TEAM_GROUP_ID, NO_GROUP) }),
    'traffic_distribution_group_id',
    `No traffic distribution group ${NO_GROUP}`,
    'no such group in us-east-1',
  ),
  going_group: member(membership(NOBODY, { traffic_distribution_group_id: GOING_GROUP }), 'traffic_distribution_group_id', 'The traffic distribution group is PENDING_DELETION', 'repair or replace the group'),
  other_group: member(
    membership(NOBODY, { instance_id: MANAGED_INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ARN }),
    'traffic_distribution_group_id',
    'The traffic distribution group belongs to another instance',
    `The group ${TEAM_GROUP_ID} ("Voice teams") belongs to arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}, not to the instance ${MANAGED_INSTANCE_ID}`,
  ),
  replica_group: member(
    membership(NO_ID, { traffic_distribution_group_id: TEAM_GROUP_ARN.replace('us-east-1', 'us-west-2') }),
    'traffic_distribution_group_id',
    'The ARN names another Region than the home Region of the group',
    'its home Region is us-east-1',
  ),
  foreign_user: member(membership(`${elsewhere(INSTANCE_ID)}/agent/stranger`), 'user_id', 'An ARN of another account', `which is ${ACCOUNT}`),
  no_member: member(membership(NOBODY), 'user_id', `No user ${NOBODY}`, 'Check the id, or declare the user first.'),
  no_instance: user(agent('no.instance', { instance_id: NO_ID }), 'instance_id', `No instance ${NO_ID}`, 'no such Amazon Connect instance in us-east-1'),
  foreign_instance: user(agent('foreign.instance', { instance_id: elsewhere(INSTANCE_ID) }), 'instance_id', 'An ARN of another account', `which is ${ACCOUNT}`),
  foreign_routing: user(
    agent('foreign.routing', { routing_profile_id: `${elsewhere(INSTANCE_ID)}/routing-profile/${BASIC_ROUTING_PROFILE_ID}` }),
    'routing_profile_id',
    'An ARN of another account',
    `names a routing profile of another account than that of the instance, which is ${ACCOUNT}`,
  ),
  distant_security: user(
    agent('distant.security', { security_profile_ids: [`arn:aws:connect:eu-central-1:${ACCOUNT}:instance/${INSTANCE_ID}/security-profile/${AGENT_SECURITY_PROFILE_ID}`] }),
    'security_profile_ids',
    'An ARN of another Region',
    'which is us-east-1, us-west-2',
  ),
  no_routing: user(agent('no.routing', { routing_profile_id: NO_ID }), 'routing_profile_id', `No routing profile ${NO_ID}`, `${inInstance} routing profile in us-east-1`),
  no_security: user(agent('no.security', { security_profile_ids: [NO_ID] }), 'security_profile_ids', `No security profile ${NO_ID}`, `${inInstance} security profile in us-east-1`),
  no_hierarchy: user(agent('no.hierarchy', { hierarchy_group_id: NO_ID }), 'hierarchy_group_id', `No hierarchy group ${NO_ID}`, `${inInstance} hierarchy group in us-east-1`),
  taken: user(agent('taken'), 'name', 'The user name "taken" is taken', 'terraform import ADDRESS'),
  undeclared: user(agent('undeclared'), 'name', 'The user name "undeclared" is taken', 'it differs from what is declared here (identity)'),
  saml_password: user(agent('saml.password', { password: 'Passw0rd' }), 'password', SAML, 'Remove "password"'),
  saml_email: user(agent('saml.email', { identity_info: { ...NAMED, email: 'ada@example.com' } }), 'email', SAML, '"secondary_email" is for notifications'),
  saml_directory: user(agent('saml.directory', { directory_user_id: 'ada' }), 'directory_user_id', SAML, 'Remove "directory_user_id"'),
  saml_name: user(agent('saml name'), 'name', SAML, 'up to 64 characters of a-z, A-Z, 0-9 and _-.\\@; got "saml name"'),
  saml_half: user(agent('saml.half', { identity_info: { first_name: 'Ada' } }), 'identity_info', SAML, 'Declare "last_name"'),
  saml_nameless: user(agent('saml.nameless', { identity_info: undefined }), 'resource "connect_user" "saml_nameless"', SAML, 'Declare "identity_info"'),
  no_password: user(managed('no.password'), 'resource "connect_user" "no_password"', MANAGED, 'Declare "password_wo" (not kept in the state) or "password"'),
  long_name: user(managed('a.name.of.more.than.20', { password: 'Passw0rd' }), 'name', MANAGED, 'up to 20 characters; got "a.name.of.more.than.20"'),
};

describe('a plan that would fail at apply', () => {
  let centre: ContactCentre;
  let told: Applied;
  let takenId = '';
  beforeAll(async () => {
    centre = await ContactCentre.start();
    const outside = centre.outside();
    const { Id: goingId = '' } = await outside.send(new CreateTrafficDistributionGroupCommand({ InstanceId: INSTANCE_ID, Name: 'Going' }));
    await centre.emulator.control.change({ groupDelay: 3_600_000 });
    await outside.send(new DeleteTrafficDistributionGroupCommand({ TrafficDistributionGroupId: goingId }));
    const { UserId = '' } = await outside.send(new CreateUserCommand(existing('taken', { IdentityInfo: { FirstName: 'Some', LastName: 'One' } })));
    takenId = UserId;
    await outside.send(new CreateUserCommand(existing('undeclared', { IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace', SecondaryEmail: 'ada@example.com' }, PhoneConfig: { PhoneType: 'SOFT_PHONE' } })));
    await outside.send(new CreateUserCommand(existing('equal', { IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' }, PhoneConfig: { PhoneType: 'SOFT_PHONE' } })));
    await centre.declare({});
    const twice = { id: membership(takenId), arn: membership(`arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}/agent/${takenId}`, { traffic_distribution_group_id: TEAM_GROUP_ARN }) };
    centre.project.write(
      'mistakes.tf',
      [
        ...Object.entries(MISTAKES).map(([name, { type, body }]) => resource(type, name, body)),
        ...Object.entries(twice).map(([name, body]) => resource('connect_traffic_distribution_group_user', `twice_${name}`, body)),
        ...['one', 'other'].map((name) => resource('connect_user', `same_${name}`, agent('same'))),
        resource('connect_user', 'equal', agent('equal')),
        resource('connect_user', 'sound', agent('sound')),
        resource('connect_traffic_distribution_group_user', 'coming', membership(takenId, { traffic_distribution_group_id: PENDING_GROUP_ID })),
      ].join('\n').replaceAll(GOING_GROUP, goingId),
    );
    told = await plan(centre);
  });
  afterAll(() => centre.close());

  it.each(Object.entries(MISTAKES))('fails and points at the line: %s', (name, { type, at, summary, says }) => {
    const [error, ...more] = told.errors.filter(({ address }) => address === `${type}.${name}`);
    expect(more).toEqual([]);
    expect(error).toMatchObject({ summary, detail: expect.stringContaining(says) });
    expect(error?.snippet?.code.trim().startsWith(at)).toBe(true);
  });

  it('gives the command that imports the user who holds the name', () => {
    const detail = told.errors.find(({ address }) => address === 'connect_user.taken')?.detail;
    expect(detail).toContain(`\n\n  terraform import ADDRESS ${INSTANCE_ID}:${takenId}\n\n`);
    expect(detail).toContain(`user.importFrom("${INSTANCE_ID}:${takenId}")`);
  });

  it('fails once for a membership, and once for a user name, that two resources declare', () => {
    const twice = told.errors.filter(({ summary }) => summary === 'Declared twice').map(({ detail }) => detail);
    expect(twice).toHaveLength(2);
    expect(twice).toContainEqual(expect.stringContaining(`the membership ${INSTANCE_ID},${TEAM_GROUP_ID},${takenId}.`));
    expect(twice).toContainEqual(expect.stringContaining(`the user name "same" of the instance ${INSTANCE_ID}.`));
    expect(told.errors.find(({ address }) => address?.startsWith('connect_user.same_'))?.snippet?.code.trim()).toBe('name = "same"');
  });

  it('says nothing against what is sound, nor against a group that is being created', () => {
    expect(told.errors).toHaveLength(Object.keys(MISTAKES).length + 2);
    expect(told.warnings.map(({ address, summary }) => [address, summary])).toEqual([['connect_user.equal', 'The user "equal" exists already']]);
  });

  it('writes nothing', () => {
    expect([told.code, told.writes]).toEqual([1, []]);
  });
});

const team = (count: number): Declaration => {
  const names = Array.from({ length: count }, (_, index) => `a${index}`);
  return {
    resource: {
      connect_user: Object.fromEntries(names.map((name) => [name, agent(name)])),
      connect_traffic_distribution_group_user: Object.fromEntries(names.map((name) => [name, membership(`\${connect_user.${name}.user_id}`)])),
    },
  };
};

describe('the checks of a plan', () => {
  let centre: ContactCentre;
  const counted = ({ calls }: Applied): Readonly<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { operation } of calls) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  };
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterEach(() => centre.emulator.control.change({ deny: [] }));
  afterAll(() => centre.close());

  it('cost eight calls for a hundred new agents who become members', async () => {
    await centre.declare(team(100));
    const told = await plan(centre);
    expect([told.code, Object.keys(told.planned).length, told.warnings]).toEqual([0, 200, []]);
    expect(counted(told)).toEqual({ DescribeInstance: 1, SearchUsers: 3, ListUsers: 1, ListRoutingProfiles: 1, ListSecurityProfiles: 1, ListTrafficDistributionGroups: 1 });
  });

  it('warn once of each operation that may not be called, and the plan goes on', async () => {
    const operations = ['DescribeInstance', 'ListRoutingProfiles', 'ListSecurityProfiles', 'ListTrafficDistributionGroups', 'SearchUsers'];
    await centre.emulator.control.change({ deny: operations.map((operation) => ({ operation })) });
    const told = await plan(centre);
    expect([told.code, Object.keys(told.planned).length]).toEqual([0, 200]);
    expect(told.warnings.map(({ summary }) => summary).sort()).toEqual(operations.map((operation) => `The plan could not be checked with ${operation}`));
    expect(told.warnings.find(({ summary }) => summary.endsWith('SearchUsers'))?.detail).toMatch(/AccessDeniedException.*Allow connect:SearchUsers to have it, or set plan_checks = false/s);
  });

  it('are not made with plan_checks = false', async () => {
    await centre.declare(team(2), { plan_checks: false });
    expect((await plan(centre)).calls).toEqual([]);
  });

  it('leave for apply what is not known yet', async () => {
    const fields = ['instance', 'group', 'user', 'routing', 'security', 'hierarchy', 'name'];
    const later = (field: string): string => `\${terraform_data.${field}.output}`;
    await centre.declare({
      resource: {
        terraform_data: Object.fromEntries(fields.map((field) => [field, { input: NO_ID }])),
        connect_user: {
          elsewhere: agent('elsewhere', { instance_id: later('instance') }),
          vague: agent(later('name'), { routing_profile_id: later('routing'), security_profile_ids: [later('security')], hierarchy_group_id: later('hierarchy') }),
        },
        connect_traffic_distribution_group_user: {
          group: membership(NOBODY, { traffic_distribution_group_id: later('group') }),
          instance: membership(NOBODY, { instance_id: later('instance') }),
          user: membership(later('user')),
        },
      },
    });
    const told = await plan(centre);
    expect([told.code, told.errors, told.warnings, Object.keys(told.planned).length]).toEqual([0, [], [], fields.length + 5]);
  });
});

describe('the name of an agent that is made anew', () => {
  let centre: ContactCentre;
  const declare = (resource: Body, more: Declaration = {}): Promise<void> => centre.declare({ resource, ...more });
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  beforeAll(async () => {
    centre = await ContactCentre.start();
    await declare({ connect_user: { ada: agent('ada'), bob: agent('bob') }, connect_traffic_distribution_group_user: { bob: membership('${connect_user.bob.user_id}') } });
    await apply(centre);
  });
  afterAll(() => centre.close());

  it('is no error: its holder goes first', async () => {
    const before = await idOf('ada');
    for (const args of [['-replace=connect_user.ada'], []]) {
      if (args.length === 0) await centre.project.succeed('taint', 'connect_user.ada');
      const told = await apply(centre, ...args);
      expect([told.code, told.errors, told.warnings, told.planned, told.writes]).toEqual([0, [], [], { 'connect_user.ada': 'replace' }, ['DeleteUser 200', 'CreateUser 200']]);
    }
    expect(await idOf('ada')).not.toBe(before);
    expect((await plan(centre)).planned).toEqual({});
  });

  it('is an error while the resource gets another address without a "moved" block, and fine with one', async () => {
    const id = await idOf('bob');
    const renamed = { connect_user: { ada: agent('ada'), robert: agent('bob') }, connect_traffic_distribution_group_user: { robert: membership('${connect_user.robert.user_id}') } };
    await declare(renamed);
    const refused = await plan(centre);
    expect([refused.code, refused.writes]).toEqual([1, []]);
    expect(refused.errors.map(({ summary, detail }) => [summary, detail])).toContainEqual(['Created and destroyed in one plan', expect.stringContaining(`the user name "bob" of the instance ${INSTANCE_ID}`)]);
    await declare(renamed, { moved: ['connect_user', 'connect_traffic_distribution_group_user'].map((type) => ({ from: `${type}.bob`, to: `${type}.robert` })) });
    const told = await apply(centre);
    expect([told.code, told.errors, told.planned, told.writes, await idOf('bob')]).toEqual([0, [], { 'connect_user.robert': 'move', 'connect_traffic_distribution_group_user.robert': 'move' }, [], id]);
  });

  it('and the membership that is made anew are the same ones with create_before_destroy, and are not ended after', async () => {
    const id = await idOf('bob');
    const lifecycle = { create_before_destroy: true };
    await declare({
      connect_user: { ada: agent('ada'), robert: agent('bob', { lifecycle }) },
      connect_traffic_distribution_group_user: { robert: membership('${connect_user.robert.user_id}', { lifecycle }) },
    });
    const told = await apply(centre, '-replace=connect_user.robert', '-replace=connect_traffic_distribution_group_user.robert');
    expect([told.code, told.errors]).toEqual([0, []]);
    expect(told.warnings.map(({ summary }) => summary)).toEqual(expect.arrayContaining(['The user "bob" is kept', `The membership ${INSTANCE_ID},${TEAM_GROUP_ID},${id} is kept`]));
    expect([await idOf('bob'), await centre.emulator.control.membersOf(TEAM_GROUP_ID)]).toEqual([id, [id]]);
    expect((await plan(centre)).planned).toEqual({});
  });
});

describe('a saved plan', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('is not checked again when it is applied', async () => {
    await centre.declare(team(2));
    await centre.project.succeed('plan', '-input=false', '-out=saved.tfplan');
    await centre.emulator.control.clearCalls();
    await centre.project.succeed('apply', '-input=false', 'saved.tfplan');
    const operations = new Set((await centre.emulator.control.calls()).map(({ operation }) => operation));
    // The list tells the home Region of the group.
    expect([...operations].sort()).toEqual(['AssociateTrafficDistributionGroupUser', 'CreateUser', 'ListTrafficDistributionGroups']);
  });
});
