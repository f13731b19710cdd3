import {
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  INSTANCE_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
} from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

/** What terraform_data gives is known only once it is made or changed, as with any resource of the same apply. */
describe('an account whose settings are known only at apply', () => {
  let centre: ContactCentre;
  const input = {
    routing: BASIC_ROUTING_PROFILE_ID,
    security: AGENT_SECURITY_PROFILE_ID,
    hierarchy: NORTH_HIERARCHY_GROUP_ID,
    first_name: 'Ada',
    site: 'Leeds',
    seconds: 30,
    skills: ['Mobile', 'Television'],
  };
  const data = (name: string, resource = 'settings'): string => `\${terraform_data.${resource}.output.${name}}`;
  const declared = (more: Body = {}): Declaration => ({
    resource: {
      terraform_data: { account: { input: { instance: INSTANCE_ID, name: 'ada' } }, settings: { input: { ...input, ...more } } },
      connect_user: {
        ada: agent(data('name', 'account'), {
          instance_id: data('instance', 'account'),
          routing_profile_id: data('routing'),
          security_profile_ids: [MANAGER_SECURITY_PROFILE_ID, data('security')],
          hierarchy_group_id: data('hierarchy'),
          identity_info: { first_name: data('first_name'), last_name: 'Lovelace' },
          phone_config: { phone_type: 'SOFT_PHONE', after_contact_work_time_limit: data('seconds') },
          dynamic: {
            proficiency: {
              for_each: data('skills'),
              content: { attribute_name: 'Product', attribute_value: '${proficiency.value}', level: 3 },
            },
          },
          tags: { site: data('site') },
        }),
      },
    },
  });
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('is created as they turn out to be', async () => {
    await centre.declare(declared());
    expect((await apply(centre)).writes).toEqual(['CreateUser 200', 'AssociateUserProficiencies 200']);
    expect(await centre.userNamed('ada')).toMatchObject({
      IdentityInfo: { FirstName: 'Ada' },
      PhoneConfig: { AfterContactWorkTimeLimit: 30 },
      HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
      Tags: { site: 'Leeds' },
      Proficiencies: [{ AttributeValue: 'Mobile' }, { AttributeValue: 'Television' }],
    });
    expect((await plan(centre)).planned).toEqual({});
  });

  it('changes by calls for those alone that turn out to differ', async () => {
    await centre.declare(declared({ routing: SALES_ROUTING_PROFILE_ID, skills: ['Mobile'] }));
    const { planned, writes, errors } = await apply(centre);
    expect([planned, errors]).toEqual([{ 'terraform_data.settings': 'update', 'connect_user.ada': 'update' }, []]);
    expect([...writes].sort()).toEqual(['DisassociateUserProficiencies 200', 'UpdateUserRoutingProfile 200']);
    expect((await plan(centre)).planned).toEqual({});
  });
});
