import {
  AssociateTrafficDistributionGroupUserCommand,
  AssociateUserProficienciesCommand,
  CreateQuickConnectCommand,
  CreateUserCommand,
  DeleteUserCommand,
  DisassociateTrafficDistributionGroupUserCommand,
  UpdateUserHierarchyCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserRoutingProfileCommand,
} from '@aws-sdk/client-connect';
import {
  AGENT_TRANSFER_FLOW_ID,
  INSTANCE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  SOUTH_HIERARCHY_GROUP_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, membership, writesOf } from '../support/terraform/contact-centre';
import { agent as existing, type LoggedCall } from '../support/emulator/test-emulator';
import { plan, type Told, toldBy, writesAbout } from '../support/terraform/told';

/**
 * A plan that is saved, and applied after somebody else changed things: each agent stands for one such
 * change. What the plan announced is done where it still makes sense; nothing else is touched.
 */
describe('a saved plan that is applied after a change outside Terraform', () => {
  let centre: ContactCentre;
  let told: Told;
  let calls: readonly LoggedCall[];
  const ids: Record<string, string> = {};
  const BEFORE = [
    'update_gone',
    'update_other',
    'update_done',
    'update_rival',
    'delete_gone',
    'delete_more',
    'join_done',
    'leave_done',
    'skilled',
  ];
  const user = (name: string) => ({ InstanceId: INSTANCE_ID, UserId: ids[name] ?? `no user ${name}` });
  const inTeam = (name: string) => ({ ...user(name), TrafficDistributionGroupId: TEAM_GROUP_ID });
  const joins = (...names: readonly string[]): Body =>
    Object.fromEntries(names.map((name) => [name, membership(`\${connect_user.${name}.user_id}`)]));
  const users = (names: readonly string[], more: Readonly<Record<string, Body>> = {}): Body =>
    Object.fromEntries(names.map((name) => [name, agent(name, more[name])]));
  const writes = (name: string): readonly string[] => writesAbout(calls, ids[name] ?? '');
  const errorsOf = (name: string): readonly (readonly string[])[] =>
    told.errors.filter(({ address }) => address === `connect_user.${name}`).map(({ summary, detail }) => [summary, detail]);
  const warningsOf = (name: string): readonly string[] =>
    told.warnings.filter(({ address }) => address === `connect_user.${name}`).map(({ summary }) => summary);

  beforeAll(async () => {
    centre = await ContactCentre.start();
    await centre.declare({ resource: { connect_user: users(BEFORE), connect_traffic_distribution_group_user: joins('leave_done') } });
    await centre.apply();
    for (const name of BEFORE) ids[name] = (await centre.userNamed(name))?.Id ?? '';

    const sales: Body = { routing_profile_id: SALES_ROUTING_PROFILE_ID };
    const skilled: Body = { proficiency: [{ attribute_name: 'Product', attribute_value: 'Mobile', level: 3 }] };
    const kept = BEFORE.filter((name) => !name.startsWith('delete_'));
    await centre.declare({
      resource: {
        connect_user: users([...kept, 'create_taken', 'create_equal'], {
          update_gone: sales,
          update_other: sales,
          update_done: sales,
          update_rival: { hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID },
          skilled,
        }),
        connect_traffic_distribution_group_user: joins('join_done'),
      },
    });
    await centre.project.succeed('plan', '-input=false', '-out=saved.tfplan');
    await changeOutside(centre, user, inTeam);
    await centre.emulator.control.clearCalls();
    told = toldBy(await centre.project.run('apply', '-json', '-input=false', 'saved.tfplan'));
    calls = await centre.emulator.control.calls();
  });
  afterAll(() => centre.close());

  it('fails for an agent who is gone, writes nothing about it, and says that the next plan will create it', async () => {
    expect(errorsOf('update_gone')).toEqual([
      [
        `The user "update_gone" (${ids.update_gone}) is gone`,
        expect.stringContaining('Run "terraform plan" again: the new plan creates the user, or replaces it if quick connects still point'),
      ],
    ]);
    expect([told.code, writes('update_gone')]).toEqual([1, []]);
  });

  it('does what it announced, leaves alone what changed beside it, and warns of that', async () => {
    expect([writes('update_other'), errorsOf('update_other'), warningsOf('update_other')]).toEqual([
      ['UpdateUserRoutingProfile 200'],
      [],
      ['The user was changed outside Terraform since the plan'],
    ]);
    expect(await centre.userNamed('update_other')).toMatchObject({
      HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
      IdentityInfo: { LastName: 'Outside' },
      RoutingProfileId: SALES_ROUTING_PROFILE_ID,
    });
  });

  it('writes nothing where somebody else did the same already', () => {
    expect([writes('update_done'), errorsOf('update_done'), warningsOf('update_done')]).toEqual([[], [], []]);
    expect([writes('join_done'), writes('leave_done')]).toEqual([
      ['AssociateTrafficDistributionGroupUser 200'],
      ['DisassociateTrafficDistributionGroupUser 200'],
    ]);
    expect([writes('delete_gone'), errorsOf('delete_gone')]).toEqual([['DeleteUser 404'], []]);
  });

  it('takes away no proficiency that the plan did not show', async () => {
    expect(writes('skilled')).toEqual(['AssociateUserProficiencies 200']);
    expect((await centre.userNamed('skilled'))?.Proficiencies.map(({ AttributeValue }) => AttributeValue)).toEqual([
      'Television',
      'Mobile',
    ]);
  });

  it('wins over another change of the same setting, as the plan announced the value', async () => {
    expect([writes('update_rival'), warningsOf('update_rival')]).toEqual([['UpdateUserHierarchy 200'], []]);
    expect(await centre.userNamed('update_rival')).toMatchObject({ HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID });
  });

  it('takes along with an agent also what came after the plan: nothing is left dangling', async () => {
    expect(writes('delete_more')).toEqual(['DisassociateTrafficDistributionGroupUser 200', 'DeleteUser 200']);
    expect(writesOf(calls).filter((write) => write === 'DeleteQuickConnect 200')).toHaveLength(1);
    expect(
      (await centre.instance()).quickConnects.filter(({ QuickConnectConfig }) => QuickConnectConfig.QuickConnectType === 'USER'),
    ).toEqual([]);
  });

  it('fails where the user name was taken by other settings, and adopts an agent who is just as declared', async () => {
    const taken = await centre.userNamed('create_taken');
    expect(errorsOf('create_taken')).toEqual([
      ['The user name "create_taken" is taken', expect.stringContaining(`terraform import ADDRESS ${INSTANCE_ID}:${taken?.Id}`)],
    ]);
    expect(taken).toMatchObject({ IdentityInfo: { LastName: 'Else' } });
    expect([errorsOf('create_equal'), centre.project.attributes('connect_user.create_equal')?.['user_id']]).toEqual([
      [],
      (await centre.userNamed('create_equal'))?.Id,
    ]);
  });

  it('is followed by a plan that shows all that is left to do, and nothing else', async () => {
    const next = await plan(centre);
    expect(next.planned).toEqual({
      'connect_user.update_gone': 'create',
      'connect_user.update_other': 'update',
      'connect_user.skilled': 'update',
    });
    expect(next.errors.map(({ address }) => address)).toEqual(['connect_user.create_taken']);
  });
});

type User = (name: string) => { readonly InstanceId: string; readonly UserId: string };

async function changeOutside(
  centre: ContactCentre,
  user: User,
  inTeam: (name: string) => ReturnType<User> & { readonly TrafficDistributionGroupId: string },
): Promise<void> {
  const outside = centre.outside();
  await outside.send(new DeleteUserCommand(user('update_gone')));
  await outside.send(
    new UpdateUserIdentityInfoCommand({ ...user('update_other'), IdentityInfo: { FirstName: 'Ada', LastName: 'Outside' } }),
  );
  await outside.send(new UpdateUserHierarchyCommand({ ...user('update_other'), HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID }));
  await outside.send(new UpdateUserRoutingProfileCommand({ ...user('update_done'), RoutingProfileId: SALES_ROUTING_PROFILE_ID }));
  await outside.send(new DeleteUserCommand(user('delete_gone')));
  await outside.send(new UpdateUserHierarchyCommand({ ...user('update_rival'), HierarchyGroupId: SOUTH_HIERARCHY_GROUP_ID }));
  await outside.send(new AssociateTrafficDistributionGroupUserCommand(inTeam('delete_more')));
  await outside.send(
    new CreateQuickConnectCommand({
      InstanceId: INSTANCE_ID,
      Name: 'late',
      QuickConnectConfig: {
        QuickConnectType: 'USER',
        UserConfig: { UserId: user('delete_more').UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID },
      },
    }),
  );
  await outside.send(new AssociateTrafficDistributionGroupUserCommand(inTeam('join_done')));
  await outside.send(new DisassociateTrafficDistributionGroupUserCommand(inTeam('leave_done')));
  await outside.send(
    new AssociateUserProficienciesCommand({
      ...user('skilled'),
      UserProficiencies: [{ AttributeName: 'Product', AttributeValue: 'Television', Level: 1 }],
    }),
  );
  await outside.send(new CreateUserCommand(existing('create_taken', { IdentityInfo: { FirstName: 'Some', LastName: 'Else' } })));
  await outside.send(
    new CreateUserCommand(
      existing('create_equal', { IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' }, PhoneConfig: { PhoneType: 'SOFT_PHONE' } }),
    ),
  );
}
