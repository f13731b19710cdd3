import { CreateUserCommand, DeleteUserCommand } from '@aws-sdk/client-connect';
import { BASIC_ROUTING_PROFILE_ID, INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, ContactCentre, membership } from '../support/terraform/contact-centre';
import { agent as existing } from '../support/emulator/test-emulator';
import { toldBy } from '../support/terraform/told';

const DESTROY = ['destroy', '-json', '-auto-approve', '-input=false'];
const PLAN_DESTROY = ['plan', '-json', '-destroy', '-input=false'];

/** Stacks are destroyed in the wrong order every day: what others took away before must not stand in the way. */
describe('a destroy after somebody else was there first', () => {
  let centre: ContactCentre;
  let others: ContactCentre;
  const id = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  const destroyed = async (stack: ContactCentre): Promise<readonly unknown[]> => {
    const planned = toldBy(await stack.project.run(...PLAN_DESTROY));
    const told = toldBy(await stack.project.run(...DESTROY));
    return [planned.errors, told.errors, told.code, stack.project.state()];
  };
  const DONE = [[], [], 0, []];

  beforeAll(async () => {
    centre = await ContactCentre.start();
    others = centre.otherStack();
  });
  afterAll(() => centre.close());

  it('ends memberships, one by one and of a whole group, of users whom another stack destroyed', async () => {
    await centre.declare({ resource: { connect_user: { ada: agent('ada'), bob: agent('bob') } } });
    await centre.apply();
    const [ada, bob] = [await id('ada'), await id('bob')];
    await others.declare({ resource: { connect_traffic_distribution_group_user: { ada: membership(ada) } } });
    await others.apply();
    const third = centre.otherStack();
    await third.declare({
      resource: {
        connect_traffic_distribution_group_users: {
          team: { instance_id: INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ID, user_ids: [ada, bob] },
        },
      },
    });
    await third.apply();
    expect(await destroyed(centre)).toEqual(DONE);
    expect(await destroyed(others)).toEqual(DONE);
    expect(await destroyed(third)).toEqual(DONE);
  });

  it('deletes the agents that are left where the name of another was given to somebody new', async () => {
    await centre.declare({ resource: { connect_user: { ada: agent('ada'), bob: agent('bob') } } });
    await centre.apply();
    await centre.outside().send(new DeleteUserCommand({ InstanceId: INSTANCE_ID, UserId: await id('ada') }));
    await centre.outside().send(new CreateUserCommand(existing('ada', { IdentityInfo: { FirstName: 'Another', LastName: 'Ada' } })));
    expect(await destroyed(centre)).toEqual(DONE);
    expect((await centre.instance()).users.map(({ Username }) => Username)).toEqual(['ada']);
    await centre.outside().send(new DeleteUserCommand({ InstanceId: INSTANCE_ID, UserId: await id('ada') }));
  });

  it('goes on where an apply failed half-way, and where the configuration could not be applied at all', async () => {
    const twice = {
      one: agent('ada'),
      other: agent('ada'),
      nowhere: agent('eve', { routing_profile_id: BASIC_ROUTING_PROFILE_ID.replace(/.$/, 'f') }),
    };
    await centre.declare({ resource: { connect_user: twice } }, { plan_checks: false });
    expect((await centre.project.run('apply', '-auto-approve', '-input=false')).code).toBe(1);
    await centre.declare({ resource: { connect_user: { ...twice, changed: agent('bob', { password: 'Passw0rd' }) } } });
    expect(await destroyed(centre)).toEqual(DONE);
    expect((await centre.instance()).users).toEqual([]);
  });
});
