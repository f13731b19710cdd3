import { BASIC_ROUTING_PROFILE_ID, INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { ContactCentre, membership } from '../support/terraform/contact-centre';
import { agent, connectTo } from '../support/emulator/test-emulator';
import { apply, plan } from '../support/terraform/told';

describe('a user whom others manage', () => {
  let centre: ContactCentre;
  let userId = '';
  beforeAll(async () => {
    centre = await ContactCentre.start();
    const { UserId = '' } = await connectTo(centre.emulator.url).createUser({
      ...agent('grace.hopper'),
      PhoneConfig: { PhoneType: 'SOFT_PHONE' },
      Tags: { team: 'navy' },
    });
    userId = UserId;
  });
  afterAll(() => centre.close());

  it('is found by name or by id, joins a group, and the plan after that is empty', async () => {
    await centre.declare({
      data: {
        connect_user: { grace: { instance_id: INSTANCE_ID, name: 'grace.hopper' }, same: { instance_id: INSTANCE_ID, user_id: userId } },
      },
      resource: { connect_traffic_distribution_group_user: { grace: membership('${data.connect_user.grace.user_id}') } },
    });
    const { errors, writes } = await apply(centre);
    expect([errors, writes]).toEqual([[], ['AssociateTrafficDistributionGroupUser 200']]);
    expect(await centre.emulator.control.membersOf(TEAM_GROUP_ID)).toContain(userId);
    const found = {
      name: 'grace.hopper',
      user_id: userId,
      id: `${INSTANCE_ID}:${userId}`,
      routing_profile_id: BASIC_ROUTING_PROFILE_ID,
      phone_type: 'SOFT_PHONE',
      tags: { team: 'navy' },
    };
    for (const name of ['grace', 'same']) expect(centre.project.attributes(`data.connect_user.${name}`)).toMatchObject(found);
    const { planned, errors: complaints } = await plan(centre);
    expect([planned, complaints]).toEqual([{}, []]);
  });

  it('and is not there, or is named twice, is an error at plan', async () => {
    await centre.declare({ data: { connect_user: { gone: { instance_id: INSTANCE_ID, name: 'Grace.Hopper' } } } });
    expect((await plan(centre)).errors).toMatchObject([
      { summary: 'No user "Grace.Hopper"', detail: expect.stringContaining('case sensitive') },
    ]);
    await centre.declare({ data: { connect_user: { both: { instance_id: INSTANCE_ID, name: 'grace.hopper', user_id: userId } } } });
    expect((await plan(centre)).errors).toMatchObject([{ summary: 'Both "name" and "user_id"' }]);
  });
});
