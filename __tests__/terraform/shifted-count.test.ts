import { agent, ContactCentre } from '../support/terraform/contact-centre';
import { apply } from '../support/terraform/told';

const TEAM = 16;

/** An element taken out of a list that "count" goes through: each agent moves to the address of the one before. */
describe('a team by count, whose first agent leaves', () => {
  let centre: ContactCentre;
  const names = Array.from({ length: TEAM }, (_, index) => `agent-${index}`);
  const declare = (team: readonly string[]): Promise<void> =>
    centre.declare(
      {
        locals: { team },
        resource: { connect_user: { team: { ...agent('${local.team[count.index]}'), count: '${length(local.team)}' } } },
      },
      { plan_checks: false, consistency_window: '5s' },
    );

  beforeAll(async () => {
    centre = await ContactCentre.start();
    await declare(names);
    await centre.apply();
  });
  afterAll(() => centre.close());

  it('keeps an account for everybody who stays, although each is deleted under one address and made under another', async () => {
    const left = names.slice(1);
    await declare(left);
    // Long enough for others to find the name while its holder is on the way out.
    await centre.emulator.control.fault({ operation: 'DeleteUser', count: TEAM, delayMs: 300 });
    const told = await apply(centre);
    expect([told.code, told.errors]).toEqual([0, []]);
    const { users } = await centre.instance();
    expect(users.map(({ Username }) => Username).sort()).toEqual([...left].sort());
    const inState = centre.project.state().flatMap(({ instances }) => instances.map(({ attributes }) => attributes.user_id));
    expect(inState.sort()).toEqual(users.map(({ Id }) => Id).sort());
    expect(await centre.plan()).toEqual({});
  });
});
