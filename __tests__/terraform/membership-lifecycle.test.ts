import { DeleteUserCommand, DisassociateTrafficDistributionGroupUserCommand } from '@aws-sdk/client-connect';
import { DEFAULT_GROUP_ID, INSTANCE_ID, TEAM_GROUP_ARN, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, ContactCentre, type Declaration, membership, writesOf } from '../support/terraform/contact-centre';

const ADDRESS = 'connect_traffic_distribution_group_user.ada';

/** The life of a membership, told in order: each step starts from what the one before left. */
describe('a membership in a traffic distribution group', () => {
  let centre: ContactCentre;
  const users = { ada: agent('ada'), bob: agent('bob') };
  const withMember = (more = {}): Declaration => ({
    resource: {
      connect_user: users,
      connect_traffic_distribution_group_user: { ada: membership('${connect_user.ada.user_id}', more) },
    },
  });
  const withoutMember: Declaration = { resource: { connect_user: users } };
  const membersOf = (group: string): Promise<readonly string[]> => centre.emulator.control.membersOf(group);
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;

  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('is created after the account that it depends on, by one call', async () => {
    await centre.declare(withMember());
    expect(await centre.plan()).toEqual({ 'connect_user.ada': 'create', 'connect_user.bob': 'create', [ADDRESS]: 'create' });
    const writes = writesOf(await centre.apply());
    expect([...writes].sort()).toEqual(['AssociateTrafficDistributionGroupUser 200', 'CreateUser 200', 'CreateUser 200']);
    expect(await membersOf(TEAM_GROUP_ID)).toEqual([await idOf('ada')]);
    expect(centre.project.attributes(ADDRESS)).toMatchObject({
      id: `${INSTANCE_ID},${TEAM_GROUP_ID},${await idOf('ada')}`,
      region: 'us-east-1',
    });
  });

  it('has no changes when nothing changed', async () => {
    expect(await centre.plan()).toEqual({});
  });

  it('has no changes when ids are written as ARNs of the same things, and back', async () => {
    const instance = `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE_ID}`;
    await centre.declare(
      withMember({ instance_id: instance, traffic_distribution_group_id: TEAM_GROUP_ARN, user_id: '${connect_user.ada.arn}' }),
    );
    expect(await centre.plan()).toEqual({});
    await centre.declare(withMember());
    expect(await centre.plan()).toEqual({});
  });

  it('takes another timeout without a call that writes', async () => {
    await centre.declare(withMember({ timeouts: { create: '5m' } }));
    expect(await centre.plan()).toEqual({ [ADDRESS]: 'update' });
    expect(writesOf(await centre.apply())).toEqual([]);
    expect(await centre.plan()).toEqual({});
  });

  it('is planned back when it ended outside Terraform', async () => {
    const outside = centre.outside();
    await outside.send(
      new DisassociateTrafficDistributionGroupUserCommand({
        InstanceId: INSTANCE_ID,
        TrafficDistributionGroupId: TEAM_GROUP_ID,
        UserId: await idOf('ada'),
      }),
    );
    expect(await centre.plan()).toEqual({ [ADDRESS]: 'create' });
    expect(writesOf(await centre.apply())).toEqual(['AssociateTrafficDistributionGroupUser 200']);
    expect(await centre.plan()).toEqual({});
  });

  it('is replaced when the group changes', async () => {
    await centre.declare(withMember({ traffic_distribution_group_id: DEFAULT_GROUP_ID }));
    expect(await centre.plan()).toEqual({ [ADDRESS]: 'delete+create' });
    expect(writesOf(await centre.apply())).toEqual([
      'DisassociateTrafficDistributionGroupUser 200',
      'AssociateTrafficDistributionGroupUser 200',
    ]);
    expect([await membersOf(TEAM_GROUP_ID), await membersOf(DEFAULT_GROUP_ID)]).toEqual([[], [await idOf('ada')]]);
    expect(await centre.plan()).toEqual({});
  });

  it('is replaced together with its user, the id of which is unknown until apply', async () => {
    await centre.declare({
      ...withMember({ traffic_distribution_group_id: DEFAULT_GROUP_ID }),
      resource: {
        connect_user: { ...users, ada: agent('ada.l') },
        connect_traffic_distribution_group_user: {
          ada: membership('${connect_user.ada.user_id}', { traffic_distribution_group_id: DEFAULT_GROUP_ID }),
        },
      },
    });
    expect(await centre.plan()).toEqual({ 'connect_user.ada': 'delete+create', [ADDRESS]: 'delete+create' });
    await centre.apply();
    expect(await membersOf(DEFAULT_GROUP_ID)).toEqual([await idOf('ada.l')]);
    expect(await centre.plan()).toEqual({});
    await centre.declare(withMember());
    await centre.apply();
    expect([await membersOf(TEAM_GROUP_ID), await membersOf(DEFAULT_GROUP_ID)]).toEqual([[await idOf('ada')], []]);
  });

  it('is planned anew with its user when the user was deleted outside Terraform', async () => {
    await centre.outside().send(new DeleteUserCommand({ InstanceId: INSTANCE_ID, UserId: await idOf('ada') }));
    expect(await centre.plan()).toEqual({ 'connect_user.ada': 'create', [ADDRESS]: 'create' });
    await centre.apply();
    expect(await centre.plan()).toEqual({});
  });

  it('is imported by its id, by ARNs too, without a change', async () => {
    const user = await idOf('ada');
    for (const id of [`${INSTANCE_ID},${TEAM_GROUP_ID},${user}`, `${INSTANCE_ID},${TEAM_GROUP_ARN},${user}`]) {
      await centre.project.succeed('state', 'rm', ADDRESS);
      await centre.project.succeed('import', '-no-color', ADDRESS, id);
      expect(await centre.plan()).toEqual({});
    }
  });

  it('fails to import what is no membership, and says what was expected', async () => {
    await centre.project.succeed('state', 'rm', ADDRESS);
    const malformed = await centre.project.run('import', '-no-color', ADDRESS, `${INSTANCE_ID}:${TEAM_GROUP_ID}`);
    expect(malformed.stderr).toMatch(/Expected INSTANCE,GROUP,USER/);
    const stranger = await centre.project.run('import', '-no-color', ADDRESS, `${INSTANCE_ID},${TEAM_GROUP_ID},${await idOf('bob')}`);
    expect(stranger.stderr).toMatch(/Cannot import non-existent remote object/);
    await centre.project.succeed('import', '-no-color', ADDRESS, `${INSTANCE_ID},${TEAM_GROUP_ID},${await idOf('ada')}`);
  });

  it('ends when it is no longer declared, and ending it again is no failure', async () => {
    await centre.declare(withoutMember);
    expect(await centre.plan()).toEqual({ [ADDRESS]: 'delete' });
    await centre.outside().send(
      new DisassociateTrafficDistributionGroupUserCommand({
        InstanceId: INSTANCE_ID,
        TrafficDistributionGroupId: TEAM_GROUP_ID,
        UserId: await idOf('ada'),
      }),
    );
    await centre.apply('-refresh=false');
    expect(centre.project.state().map(({ type }) => type)).toEqual(['connect_user', 'connect_user']);
    expect(await membersOf(TEAM_GROUP_ID)).toEqual([]);
    expect(await centre.plan()).toEqual({});
  });
});
