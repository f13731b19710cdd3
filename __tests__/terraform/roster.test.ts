import { removeDirectories } from '../support/constructs/directories';
import { ContactCentre } from '../support/terraform/contact-centre';
import { declareRoster, type Person } from '../support/terraform/roster';
import { apply, plan } from '../support/terraform/told';

const PEOPLE: readonly Person[] = Array.from({ length: 40 }, (_, index) => ({
  name: `agent.${index}`,
  firstName: index === 7 ? 'Ada ${upper("x")} %{ if true }' : `Agent ${index}`,
  ...(index < 5 && { groups: 'Voice teams' }),
}));

afterAll(removeDirectories);

describe('a roster of forty people', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start();
    await declare(PEOPLE);
    const { errors, warnings } = await apply(centre);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  });
  afterAll(async () => {
    await centre.close();
  });

  const declare = (people: readonly Person[]): Promise<void> => declareRoster(centre, people);

  it('is what the contact centre has, with what looks like a Terraform expression taken by the letter', async () => {
    const { users } = await centre.instance();
    expect(users.filter(({ Username }) => Username.startsWith('agent.'))).toHaveLength(40);
    expect((await centre.userNamed('agent.7'))?.IdentityInfo?.FirstName).toBe('Ada ${upper("x")} %{ if true }');
  });

  it('has an empty plan in another order', async () => {
    await declare([...PEOPLE].reverse());
    expect(await plan(centre)).toMatchObject({ errors: [], warnings: [], planned: {} });
  });

  it('has a plan that names one person when one is taken out', async () => {
    await declare(PEOPLE.filter(({ name }) => name !== 'agent.20'));
    const { planned, errors } = await plan(centre);
    expect(errors).toEqual([]);
    expect(Object.entries(planned)).toEqual([[expect.stringMatching(/^connect_user\.berlin_agent20_\w{8}$/), 'delete']]);
  });

  it('has a plan that replaces one person, and the membership, for a new login that says whose it was', async () => {
    const renamed = PEOPLE.map((person) =>
      person.name === 'agent.3' ? { ...person, name: 'ada.lovelace', renamedFrom: 'agent.3' } : person,
    );
    await declare(renamed);
    const { planned, errors, writes } = await apply(centre);
    expect(errors).toEqual([]);
    expect(Object.entries(planned).sort()).toEqual([
      [expect.stringMatching(/^connect_traffic_distribution_group_user\.berlin_adalovelace_Voiceteams_\w{8}$/), 'replace'],
      [expect.stringMatching(/^connect_user\.berlin_adalovelace_\w{8}$/), 'replace'],
    ]);
    expect([...writes].sort()).toEqual([
      'AssociateTrafficDistributionGroupUser 200',
      'CreateUser 200',
      'DeleteUser 200',
      'DisassociateTrafficDistributionGroupUser 200',
    ]);
    expect(await plan(centre)).toMatchObject({ errors: [], warnings: [], planned: {} });
    await declare(renamed.map(({ name, firstName, groups }) => ({ name, firstName, groups })));
    expect(await plan(centre)).toMatchObject({ errors: [], warnings: [], planned: {} });
  });
});

/** More people leave than Terraform works on at a time, and it plans the group after all users. */
it('a roster that owns a group has a plan without a word of memberships that the group ends', async () => {
  const centre = await ContactCentre.start();
  const people = PEOPLE.slice(0, 15).map(({ name, firstName }) => ({ name, firstName }));
  await declareRoster(centre, people, 'Voice teams');
  expect((await apply(centre)).errors).toEqual([]);
  await declareRoster(centre, people.slice(0, 2), 'Voice teams');
  const { planned, warnings, errors } = await plan(centre);
  await centre.close();
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] });
  expect(Object.values(planned).sort()).toEqual([...people.slice(2).map(() => 'delete'), 'update']);
});
