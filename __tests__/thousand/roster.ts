import { ContactCentre } from '../support/terraform/contact-centre';
import { declareRoster, type Person } from '../support/terraform/roster';
import { apply, plan } from '../support/terraform/told';

const NUMBER = 500;

/** A roster of so many people, through the real terraform. Gives a line for each thing tried; those that begin with "failed" went wrong. */
export async function rosterOf(count: number): Promise<readonly string[]> {
  const people: readonly Person[] = Array.from({ length: count }, (_, index) => ({
    name: `agent.${index}`,
    firstName: `Agent ${index}`,
    ...(index % 100 === 0 && { groups: 'Voice teams' }),
  }));
  const centre = await ContactCentre.start({ settings: { quotas: { users: 2 * count } } });
  try {
    const { errors } = await made(centre, people);
    if (errors.length > 0) return [`failed  the team is made: ${errors[0]?.detail}`];

    await declareRoster(
      centre,
      [...people].sort((one, other) => (one.firstName > other.firstName ? -1 : 1)),
    );
    const reordered = await verdict(centre, 'in another order, nothing is planned', []);

    await declareRoster(
      centre,
      people.filter((_, index) => index !== NUMBER),
    );
    const removed = await verdict(centre, 'without one person, that one alone leaves', [
      `delete connect_traffic_distribution_group_user.berlin_agent${NUMBER}_Voiceteams`,
      `delete connect_user.berlin_agent${NUMBER}`,
    ]);

    const login = 'ada.lovelace';
    await declareRoster(
      centre,
      people.map((person, index) => (index === NUMBER ? { ...person, name: login, renamedFrom: person.name } : person)),
    );
    const replaced = [
      'replace connect_traffic_distribution_group_user.berlin_adalovelace_Voiceteams',
      'replace connect_user.berlin_adalovelace',
    ];
    const renamed = await verdict(centre, 'with a new login of one person, that one alone is replaced', replaced);
    await apply(centre);
    return [reordered, removed, renamed, await verdict(centre, 'after it nothing is planned', [])];
  } finally {
    await centre.close();
  }
}

async function made(centre: ContactCentre, people: readonly Person[]): ReturnType<typeof apply> {
  await declareRoster(centre, people);
  return apply(centre);
}

/** Whether a plan is this, as "action address" without what CDKTF adds to an address. */
async function verdict(centre: ContactCentre, what: string, expected: readonly string[]): Promise<string> {
  const { planned, errors } = await plan(centre);
  const found = Object.entries(planned).map(([address, action]) => `${action} ${address.replace(/_[0-9A-F]{8}$/, '')}`);
  const all = [...found, ...errors.map(({ summary, detail }) => `${summary}: ${detail}`)].sort();
  const same = JSON.stringify(all) === JSON.stringify([...expected].sort());
  return same ? `passed  ${what}` : `failed  ${what}: ${JSON.stringify(all, null, 2)}`;
}
