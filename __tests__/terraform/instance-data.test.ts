import { HOME_REGION, INSTANCE_ID, MANAGED_INSTANCE_ID, REPLICA_REGION } from '../../emulator/seed/demo';
import { agent, ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

describe('an instance that is looked up', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('by its alias takes a new user, and the plan after that is empty', async () => {
    await centre.declare({
      data: {
        connect_instance: {
          resilient: { alias: 'demo-resilient' },
          replica: { alias: 'demo-resilient', region: REPLICA_REGION },
          managed: { id: MANAGED_INSTANCE_ID },
        },
      },
      resource: { connect_user: { ada: agent('ada', { instance_id: '${data.connect_instance.resilient.id}' }) } },
    });
    const { errors, writes } = await apply(centre);
    expect([errors, writes]).toEqual([[], ['CreateUser 200']]);
    expect(centre.project.attributes('data.connect_instance.resilient')).toMatchObject({
      id: INSTANCE_ID,
      region: HOME_REGION,
      identity_management_type: 'SAML',
      source_region: HOME_REGION,
      regions: [HOME_REGION, REPLICA_REGION],
    });
    expect(centre.project.attributes('data.connect_instance.replica')).toMatchObject({ id: INSTANCE_ID, region: REPLICA_REGION });
    expect(centre.project.attributes('data.connect_instance.managed')).toMatchObject({
      alias: 'demo-managed',
      identity_management_type: 'CONNECT_MANAGED',
      source_region: null,
    });
    const { planned, errors: complaints } = await plan(centre);
    expect([planned, complaints]).toEqual([{}, []]);
  });

  it('and is not there, or is named twice, is an error at plan', async () => {
    await centre.declare({ data: { connect_instance: { gone: { alias: 'demo-gone' } } } });
    const { errors } = await plan(centre);
    expect(errors).toMatchObject([
      {
        summary: 'No such instance',
        detail: expect.stringContaining(`"demo-resilient" (${INSTANCE_ID}), "demo-managed" (${MANAGED_INSTANCE_ID})`),
      },
    ]);
    await centre.declare({ data: { connect_instance: { both: { alias: 'demo-resilient', id: INSTANCE_ID } } } });
    expect((await plan(centre)).errors).toMatchObject([{ summary: 'Both "alias" and "id"' }]);
  });
});
