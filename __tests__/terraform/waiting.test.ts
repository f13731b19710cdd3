import {
  CreateTrafficDistributionGroupCommand,
  DeleteTrafficDistributionGroupCommand,
  UpdateTrafficDistributionCommand,
} from '@aws-sdk/client-connect';
import { HOME_REGION, INSTANCE_ID, PENDING_GROUP_ID, REPLICA_REGION, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration, membership } from '../support/terraform/contact-centre';
import { eventually } from '../support/eventually';
import { apply, plan } from '../support/terraform/told';

/** What passes by itself is waited for; what does not is told at once. */
describe('an apply that comes before Amazon Connect is ready', () => {
  let centre: ContactCentre;
  const provider = { consistency_window: '30s' };
  const member = (name: string, more: Body = {}): Declaration => ({
    resource: {
      connect_user: { [name]: agent(name) },
      connect_traffic_distribution_group_user: { [name]: membership(`\${connect_user.${name}.user_id}`, more) },
    },
  });
  const calm = { mirrorDelay: 0, consistencyDelay: 0, groupDelay: 0 };
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());
  beforeEach(() => centre.emulator.control.change(calm));

  it.each([
    { cause: 'the other Region has not heard of the user yet', delays: { mirrorDelay: 1500 }, refused: 400 },
    { cause: 'the user that was just made is not known everywhere yet', delays: { consistencyDelay: 1200 }, refused: 404 },
  ])('waits while $cause, and has nothing to do afterwards', async ({ delays, refused }) => {
    await centre.emulator.control.change(delays);
    await centre.declare(member(`agent-${refused}`), provider);
    const { code, writes } = await apply(centre);
    expect(code).toBe(0);
    expect(writes.slice(0, 2)).toEqual(['CreateUser 200', `AssociateTrafficDistributionGroupUser ${refused}`]);
    expect(writes.at(-1)).toBe('AssociateTrafficDistributionGroupUser 200');
    const { planned, drift } = await plan(centre);
    expect([planned, drift]).toEqual([{}, {}]);
    await centre.emulator.control.change(calm);
    await centre.declare({}, provider);
    await apply(centre);
  });

  it('waits while the traffic distribution group is being updated', async () => {
    await centre.emulator.control.change({ groupDelay: 1200 });
    const shares = [
      { Region: HOME_REGION, Percentage: 50 },
      { Region: REPLICA_REGION, Percentage: 50 },
    ];
    await centre.declare(member('ada'), provider);
    await centre.emulator.control.fault({ operation: 'CreateUser', hold: true });
    const applying = apply(centre);
    await eventually('the plan is made, and the user is being created', async () => (await centre.emulator.control.held()) > 0);
    await centre.outside().send(new UpdateTrafficDistributionCommand({ Id: TEAM_GROUP_ID, TelephonyConfig: { Distributions: shares } }));
    await centre.emulator.control.clearFaults();
    const { code, writes } = await applying;
    expect([code, writes]).toEqual([0, expect.arrayContaining(['AssociateTrafficDistributionGroupUser 404'])]);
    expect(writes.at(-1)).toBe('AssociateTrafficDistributionGroupUser 200');
  });

  it('fails when the group does not become ready within the timeout', async () => {
    await centre.declare(member('ada', { traffic_distribution_group_id: PENDING_GROUP_ID, timeouts: { create: '1500ms' } }), provider);
    const { errors } = await apply(centre);
    expect(errors).toMatchObject([
      { summary: 'The traffic distribution group is CREATION_IN_PROGRESS', address: 'connect_traffic_distribution_group_user.ada' },
    ]);
    expect(errors[0]?.detail).toMatch(/did not become ACTIVE within the timeout: run apply again, or declare a longer "timeouts" block/);
  });

  it('fails at once when the group is on its way out: at plan, and at apply if that happened since the plan', async () => {
    const { Id = '' } = await centre
      .outside()
      .send(new CreateTrafficDistributionGroupCommand({ InstanceId: INSTANCE_ID, Name: 'Short-lived' }));
    await centre.declare(member('ada', { traffic_distribution_group_id: Id }), provider);
    await centre.project.succeed('plan', '-input=false', '-out=before.tfplan');
    await centre.emulator.control.change({ groupDelay: 600_000 });
    await centre.outside().send(new DeleteTrafficDistributionGroupCommand({ TrafficDistributionGroupId: Id }));

    const applied = await apply(centre, 'before.tfplan');
    expect(applied.errors).toMatchObject([{ summary: 'The traffic distribution group is PENDING_DELETION' }]);
    expect(applied.errors[0]?.detail).toMatch(/does not pass by itself: repair or replace the group/);
    // What is applied from a saved plan is not checked again: the one attempt finds out.
    expect(applied.writes.filter((write) => !write.startsWith('CreateUser'))).toEqual(['AssociateTrafficDistributionGroupUser 404']);
    const planned = await plan(centre);
    expect([planned.errors.map(({ summary }) => summary), planned.writes]).toEqual([
      ['The traffic distribution group is PENDING_DELETION'],
      [],
    ]);
  });
});
