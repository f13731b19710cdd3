import { agent, ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

/** ListUserProficiencies lags behind like every list, and plans follow applies within a second. */
describe('an agent whose proficiencies are changed twice in a row, while lists lag behind', () => {
  let centre: ContactCentre;
  const declare = (level: number): Promise<void> =>
    centre.declare(
      {
        resource: {
          connect_user: { ada: agent('ada', { proficiency: [{ attribute_name: 'Product', attribute_value: 'Mobile', level }] }) },
        },
      },
      { consistency_window: '30s' },
    );
  const levels = async (): Promise<readonly number[]> => (await centre.userNamed('ada'))?.Proficiencies.map(({ Level }) => Level) ?? [];

  beforeAll(async () => {
    centre = await ContactCentre.start({ settings: { consistencyDelay: 1_500 } });
    await declare(2);
    await centre.apply();
  });
  afterAll(() => centre.close());

  it('has the last level that was declared', async () => {
    await declare(3);
    await apply(centre);
    await declare(2);
    const told = await apply(centre);
    expect([told.code, told.planned, await levels()]).toEqual([0, { 'connect_user.ada': 'update' }, [2]]);
  });

  it('is not planned to change again', async () => {
    const told = await plan(centre);
    expect([told.code, told.planned, told.drift]).toEqual([0, {}, {}]);
  });
});
