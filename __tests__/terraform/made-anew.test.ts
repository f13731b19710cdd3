import { CreateQuickConnectCommand, CreateUserCommand, DeleteUserCommand } from '@aws-sdk/client-connect';
import { AGENT_TRANSFER_FLOW_ID, INSTANCE_ID, NORTH_HIERARCHY_GROUP_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration, membership } from '../support/terraform/contact-centre';
import { agent as existing } from '../support/emulator/test-emulator';
import { apply, plan } from '../support/terraform/told';

describe('the name of an agent that is made anew', () => {
  let centre: ContactCentre;
  const declare = (resource: Body, more: Declaration = {}): Promise<void> => centre.declare({ resource, ...more });
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  beforeAll(async () => {
    centre = await ContactCentre.start();
    await declare({
      connect_user: { ada: agent('ada'), bob: agent('bob') },
      connect_traffic_distribution_group_user: { bob: membership('${connect_user.bob.user_id}') },
    });
    await apply(centre);
  });
  afterAll(() => centre.close());

  it('is no error: its holder goes first', async () => {
    const before = await idOf('ada');
    for (const args of [['-replace=connect_user.ada'], []]) {
      if (args.length === 0) await centre.project.succeed('taint', 'connect_user.ada');
      const told = await apply(centre, ...args);
      expect([told.code, told.errors, told.warnings, told.planned, told.writes]).toEqual([
        0,
        [],
        [],
        { 'connect_user.ada': 'replace' },
        ['DeleteUser 200', 'CreateUser 200'],
      ]);
    }
    expect(await idOf('ada')).not.toBe(before);
    expect((await plan(centre)).planned).toEqual({});
  });

  it('is taken where somebody made it anew, and the error says how to go on with that account', async () => {
    const outside = centre.outside();
    await outside.send(new DeleteUserCommand({ InstanceId: INSTANCE_ID, UserId: await idOf('ada') }));
    const made = await outside.send(new CreateUserCommand({ ...existing('ada'), HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID }));
    const refused = await plan(centre);
    expect(refused.errors.map(({ summary, detail }) => [summary, detail])).toEqual([
      [
        'The user name "ada" is taken',
        expect.stringMatching(
          /state already has this resource, with another account\. .* run "terraform state rm ADDRESS", or "terraform apply -refresh-only"/,
        ),
      ],
    ]);
    await centre.project.succeed('state', 'rm', 'connect_user.ada');
    await centre.project.succeed('import', '-input=false', 'connect_user.ada', `${INSTANCE_ID}:${made.UserId}`);
    expect((await plan(centre)).planned).toEqual({ 'connect_user.ada': 'update' });
    await apply(centre);
    expect(await idOf('ada')).toBe(made.UserId);
  });

  it('is taken where quick connects still point at the account that is gone, and what the error says leads them to the new one', async () => {
    const gone = await idOf('ada');
    const InstanceId = INSTANCE_ID;
    const UserConfig = { UserId: gone, ContactFlowId: AGENT_TRANSFER_FLOW_ID };
    const outside = centre.outside();
    await outside.send(
      new CreateQuickConnectCommand({ InstanceId, Name: 'Call Ada', QuickConnectConfig: { QuickConnectType: 'USER', UserConfig } }),
    );
    await outside.send(new DeleteUserCommand({ InstanceId, UserId: gone }));
    const made = await outside.send(
      new CreateUserCommand({
        ...existing('ada'),
        IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' },
        PhoneConfig: { PhoneType: 'SOFT_PHONE' },
        HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
      }),
    );
    const refused = await plan(centre);
    expect(refused.errors).toMatchObject([
      {
        summary: 'The user name "ada" is taken',
        detail: expect.stringMatching(
          / differs .*\(hierarchy group\)[^]*make the account and the declaration agree, here or in the Connect console, and apply/,
        ),
      },
    ]);
    const bob = { connect_traffic_distribution_group_user: { bob: membership('${connect_user.bob.user_id}') } };
    await declare({ connect_user: { ada: agent('ada', { hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID }), bob: agent('bob') }, ...bob });
    expect((await apply(centre)).planned).toEqual({ 'connect_user.ada': 'replace' });
    await declare({ connect_user: { ada: agent('ada'), bob: agent('bob') }, ...bob });
    expect((await apply(centre)).planned).toEqual({ 'connect_user.ada': 'update' });
    const { quickConnects } = await centre.instance();
    expect(quickConnects.find(({ Name }) => Name === 'Call Ada')).toMatchObject({
      QuickConnectConfig: { UserConfig: { UserId: made.UserId } },
    });
  });

  it('is an error while the resource gets another address without a "moved" block, and fine with one', async () => {
    const id = await idOf('bob');
    const renamed = {
      connect_user: { ada: agent('ada'), robert: agent('bob') },
      connect_traffic_distribution_group_user: { robert: membership('${connect_user.robert.user_id}') },
    };
    await declare(renamed);
    const refused = await plan(centre);
    expect([refused.code, refused.writes]).toEqual([1, []]);
    expect(refused.errors.map(({ summary, detail }) => [summary, detail])).toContainEqual([
      'Created and destroyed in one plan',
      expect.stringContaining(`the user name "bob" of the instance ${INSTANCE_ID}`),
    ]);
    await declare(renamed, {
      moved: ['connect_user', 'connect_traffic_distribution_group_user'].map((type) => ({ from: `${type}.bob`, to: `${type}.robert` })),
    });
    const told = await apply(centre);
    expect([told.code, told.errors, told.planned, told.writes, await idOf('bob')]).toEqual([
      0,
      [],
      { 'connect_user.robert': 'move', 'connect_traffic_distribution_group_user.robert': 'move' },
      [],
      id,
    ]);
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
    const kept = told.warnings.filter(({ summary }) => summary.startsWith('Kept')).map(({ detail }) => detail);
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual(
      expect.stringContaining(`the user name "bob" of the instance ${INSTANCE_ID}, the user ${id}. Nothing was destroyed`),
    );
    expect(kept).toContainEqual(expect.stringContaining(`the membership ${INSTANCE_ID},${TEAM_GROUP_ID},${id}. Nothing was destroyed`));
    expect([await idOf('bob'), await centre.emulator.control.membersOf(TEAM_GROUP_ID)]).toEqual([id, [id]]);
    expect((await plan(centre)).planned).toEqual({});
  });
});
