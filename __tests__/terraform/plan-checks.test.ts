import { CreateTrafficDistributionGroupCommand, CreateUserCommand, DeleteTrafficDistributionGroupCommand } from '@aws-sdk/client-connect';
import { ACCOUNT, INSTANCE_ID, PENDING_GROUP_ID, TEAM_GROUP_ARN, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, ContactCentre, type Declaration, membership } from '../support/terraform/contact-centre';
import { agent as existing } from '../support/emulator/test-emulator';
import { resource } from '../support/terraform/hcl';
import { GOING_GROUP, MISTAKES, NO_ID, NOBODY } from '../support/terraform/plan-mistakes';
import { type Applied, apply, plan } from '../support/terraform/told';

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
    const { UserId = '' } = await outside.send(
      new CreateUserCommand(existing('taken', { IdentityInfo: { FirstName: 'Some', LastName: 'One' } })),
    );
    takenId = UserId;
    await outside.send(
      new CreateUserCommand(
        existing('undeclared', {
          IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace', SecondaryEmail: 'ada@example.com' },
          PhoneConfig: { PhoneType: 'SOFT_PHONE' },
        }),
      ),
    );
    await outside.send(
      new CreateUserCommand(
        existing('equal', { IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' }, PhoneConfig: { PhoneType: 'SOFT_PHONE' } }),
      ),
    );
    await centre.declare({});
    const twice = {
      id: membership(takenId),
      arn: membership(`arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}/agent/${takenId}`, {
        traffic_distribution_group_id: TEAM_GROUP_ARN,
      }),
    };
    centre.project.write(
      'mistakes.tf',
      [
        ...Object.entries(MISTAKES).map(([name, { type, body }]) => resource(type, name, body)),
        ...Object.entries(twice).map(([name, body]) => resource('connect_traffic_distribution_group_user', `twice_${name}`, body)),
        ...['one', 'other'].map((name) => resource('connect_user', `same_${name}`, agent('same'))),
        resource('connect_user', 'equal', agent('equal')),
        resource('connect_user', 'sound', agent('sound')),
        resource(
          'connect_traffic_distribution_group_user',
          'coming',
          membership(takenId, { traffic_distribution_group_id: PENDING_GROUP_ID }),
        ),
      ]
        .join('\n')
        .replaceAll(GOING_GROUP, goingId),
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
    expect(detail).toContain(`\n\n  import {\n    to = ADDRESS\n    id = "${INSTANCE_ID}:${takenId}"\n  }\n\n`);
    expect(detail).toContain(`terraform import ADDRESS ${INSTANCE_ID}:${takenId}\n`);
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
    expect(told.warnings.map(({ address, summary }) => [address, summary])).toEqual([['connect_user.equal', 'A user exists already']]);
    // Who forgets it when coming from aws_connect_user has a plan that takes the account over and deletes it.
    expect(told.warnings[0]?.detail).toContain('Add the missing "moved" block from that address');
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
      connect_traffic_distribution_group_user: Object.fromEntries(
        names.map((name) => [name, membership(`\${connect_user.${name}.user_id}`)]),
      ),
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

  it('cost ten calls at most for a hundred new agents who become members', async () => {
    await centre.declare(team(100));
    const told = await plan(centre);
    expect([told.code, Object.keys(told.planned).length, told.warnings]).toEqual([0, 200, []]);
    const { SearchUsers: searches = 0, ...others } = counted(told);
    expect([3, 4]).toContain(searches);
    expect(others).toEqual({
      DescribeInstance: 1,
      GetServiceQuota: 1,
      ListUsers: 1,
      ListRoutingProfiles: 1,
      ListSecurityProfiles: 1,
      ListTrafficDistributionGroups: 1,
    });
  });

  it('warn once of each operation that may not be called, and the plan goes on', async () => {
    const operations = ['DescribeInstance', 'ListRoutingProfiles', 'ListSecurityProfiles', 'ListTrafficDistributionGroups', 'SearchUsers'];
    await centre.emulator.control.change({ deny: operations.map((operation) => ({ operation })) });
    const told = await plan(centre);
    expect([told.code, Object.keys(told.planned).length]).toEqual([0, 200]);
    expect(told.warnings.map(({ summary }) => summary).sort()).toEqual(
      operations.map((operation) => `The plan could not be checked with ${operation}`),
    );
    expect(told.warnings.find(({ summary }) => summary.endsWith('SearchUsers'))?.detail).toMatch(
      /AccessDeniedException.*Allow connect:SearchUsers, connect:DescribeUser, connect:ListUserProficiencies to have this check, or set plan_checks = false/s,
    );
  });

  it('tell once of a group, a profile or an instance that all agents of a team name and that is wrong', async () => {
    const [wrongGroup, stranger] = [NO_ID, `arn:aws:connect:us-east-1:999999999999:instance/${INSTANCE_ID}`];
    const names = ['ada', 'bob', 'cyd'];
    await centre.declare({
      resource: {
        connect_user: Object.fromEntries([
          ...names.map((name) => [name, agent(name, { routing_profile_id: NO_ID })]),
          ...names.map((name) => [`${name}_elsewhere`, agent(`${name}.elsewhere`, { instance_id: stranger })]),
        ]),
        connect_traffic_distribution_group_user: Object.fromEntries(
          names.map((name) => [name, membership(`${NOBODY.slice(0, -3)}${name}`, { traffic_distribution_group_id: wrongGroup })]),
        ),
      },
    });
    const told = await plan(centre);
    expect(told.errors.map(({ summary }) => summary).sort()).toEqual([
      'An ARN of another account',
      `No routing profile ${NO_ID}`,
      `No traffic distribution group ${wrongGroup}`,
    ]);
  });

  it('warn once of a predefined attribute, and of a value, that agents of a team name and that is not there', async () => {
    const skill = (attribute_name: string, attribute_value: string) => ({ attribute_name, attribute_value, level: 3 });
    const proficiency = [
      skill('Product', 'Mobile'),
      skill('Product', 'Mobil'),
      skill('Produkt', 'Mobile'),
      skill('connect:Language', 'fr'),
    ];
    const names = ['ada', 'bob', 'cyd'];
    await centre.declare({ resource: { connect_user: Object.fromEntries(names.map((name) => [name, agent(name, { proficiency })])) } });
    const told = await plan(centre);
    expect([told.code, told.warnings.map(({ summary }) => summary)]).toEqual([
      0,
      ['The predefined attribute "Product" has no value "Mobil"', 'No predefined attribute "Produkt"'],
    ]);
    expect(counted(told)).toMatchObject({ DescribePredefinedAttribute: 2 });
  });

  it('warn of an attribute that is not there of a user who is replaced, too', async () => {
    await centre.declare({ resource: { connect_user: { ina: agent('ina') } } });
    expect(await apply(centre)).toMatchObject({ code: 0 });
    const proficiency = [{ attribute_name: 'Produkt', attribute_value: 'Mobile', level: 3 }];
    await centre.declare({ resource: { connect_user: { ina: agent('ina.2', { proficiency }) } } });
    const told = await plan(centre);
    expect(told.planned).toEqual({ 'connect_user.ina': 'replace' });
    expect(told.warnings.map(({ summary }) => summary)).toContain('No predefined attribute "Produkt"');
    await centre.declare({});
    expect(await apply(centre)).toMatchObject({ code: 0 });
  });

  it('name all agents whom an interrupted apply has left in one warning', async () => {
    const names = ['ada', 'bob', 'cyd'];
    const left = { IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' }, PhoneConfig: { PhoneType: 'SOFT_PHONE' as const } };
    for (const name of names) await centre.outside().send(new CreateUserCommand(existing(`left.${name}`, left)));
    await centre.declare({ resource: { connect_user: Object.fromEntries(names.map((name) => [name, agent(`left.${name}`)])) } });
    const told = await plan(centre);
    expect(told.warnings).toMatchObject([
      { summary: 'Users exist already', detail: expect.stringMatching(/"left.ada" .*\n.*"left.bob" .*\n.*"left.cyd" /) },
    ]);
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
          vague: agent(later('name'), {
            routing_profile_id: later('routing'),
            security_profile_ids: [later('security')],
            hierarchy_group_id: later('hierarchy'),
          }),
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

  it('warn once of users who are replaced since their instance is not known yet, though it may turn out to be the same', async () => {
    const users = (instance: string) => ({ ada: agent('ada', { instance_id: instance }), bob: agent('bob', { instance_id: instance }) });
    await centre.declare({ resource: { connect_user: users(INSTANCE_ID) } });
    expect(await apply(centre)).toMatchObject({ code: 0 });
    const computed = { terraform_data: { instance: { input: INSTANCE_ID } } };
    await centre.declare({ resource: { ...computed, connect_user: users('${terraform_data.instance.output}') } });
    const told = await plan(centre);
    expect(told.planned).toMatchObject({ 'connect_user.ada': 'replace', 'connect_user.bob': 'replace' });
    expect(told.warnings).toMatchObject([
      { summary: 'The instance is not known yet', detail: expect.stringMatching(/To keep what is there, first apply/) },
    ]);
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
    // The list tells the home Region of the group; the search, what a run that was cut off left for a user of that name.
    const reads = ['ListTrafficDistributionGroups', 'SearchQuickConnects'];
    expect([...operations].sort()).toEqual(['AssociateTrafficDistributionGroupUser', 'CreateUser', ...reads]);
  });
});
