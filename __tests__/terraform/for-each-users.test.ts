import { AGENT_TRANSFER_FLOW_ID, INSTANCE_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, membership } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

/** Terraform asks about memberships and quick connects of such a program only after all its users have answered. */
describe('memberships and quick connects with for_each = connect_user.u', () => {
  let centre: ContactCentre;
  const declare = (names: readonly string[], provider: Body = {}): Promise<void> => {
    const quickConnect = { instance_id: INSTANCE_ID, name: 'Call ${each.key}' };
    const target = { user_id: '${each.value.user_id}', contact_flow_id: AGENT_TRANSFER_FLOW_ID };
    return centre.declare(
      {
        resource: {
          connect_user: { u: { for_each: `\${toset(${JSON.stringify(names)})}`, ...agent('${each.key}') } },
          connect_traffic_distribution_group_user: { m: { for_each: '${connect_user.u}', ...membership('${each.value.user_id}') } },
          connect_quick_connect: { q: { for_each: '${connect_user.u}', ...quickConnect, user_config: target } },
        },
      },
      provider,
    );
  };
  beforeAll(async () => {
    centre = await ContactCentre.start();
    await declare(['ada', 'bob', 'cleo']);
    await apply(centre);
    await declare(['cleo']);
  });
  afterAll(() => centre.close());

  it('end with the users who are taken out, and no warning says that nobody declares them', async () => {
    const { planned, warnings } = await plan(centre);
    expect(planned).toEqual(
      Object.fromEntries(
        ['connect_user.u', 'connect_traffic_distribution_group_user.m', 'connect_quick_connect.q'].flatMap((block) =>
          ['ada', 'bob'].map((name) => [`${block}["${name}"]`, 'delete']),
        ),
      ),
    );
    const told = Object.fromEntries(warnings.map(({ summary, detail }) => [summary, detail]));
    expect(told).toEqual({
      'Memberships end with their users': expect.stringContaining('the plan shows their end too'),
      'Quick connects are deleted with their user': expect.stringContaining('The plan shows what happens to those'),
    });
  });
});
