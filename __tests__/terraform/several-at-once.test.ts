import { INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, ContactCentre, membership, writesOf } from '../support/terraform/contact-centre';

describe('a team of agents', () => {
  let centre: ContactCentre;
  const names = Array.from({ length: 20 }, (_, index) => `agent-${String(index).padStart(2, '0')}`);
  const team = (chosen: readonly string[]): Readonly<Record<string, unknown>> => ({
    resource: {
      terraform_data: { instance: { input: INSTANCE_ID } },
      connect_user: Object.fromEntries(chosen.map((name) => [name, agent(name, { instance_id: '${terraform_data.instance.output}' })])),
      connect_traffic_distribution_group_user: Object.fromEntries(
        chosen.map((name) => [name, membership(`\${connect_user.${name}.user_id}`, { instance_id: '${terraform_data.instance.output}' })]),
      ),
    },
  });

  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('is not created where nobody knows what is promised to it, but for one agent, who is made anew by the next apply', async () => {
    await centre.declare(team(names), { max_retries: 0 });
    await centre.emulator.control.fault({ operation: 'SearchQuickConnects', count: 1000, status: 500 });
    const failed = await centre.project.run('apply', '-auto-approve', '-no-color', '-parallelism=1000');
    expect([failed.code, (await centre.instance()).users.length]).toEqual([1, 1]);
    const known = centre.project.state().filter(({ type }) => type === 'connect_user');
    expect(known.map(({ instances }) => instances.length)).toEqual([1]);

    await centre.emulator.control.clearFaults();
    await centre.apply();
    expect((await centre.instance()).users.map(({ Username }) => Username).sort()).toEqual(names);
    expect(await centre.plan()).toEqual({});
    await centre.project.succeed('destroy', '-auto-approve', '-no-color');
  });

  it('is created at once although the instance id is known only at apply: one write for each thing', async () => {
    await centre.declare(team(names));
    const writes = writesOf(await centre.apply());
    expect(writes.filter((write) => write === 'CreateUser 200')).toHaveLength(names.length);
    expect(writes.filter((write) => write === 'AssociateTrafficDistributionGroupUser 200')).toHaveLength(names.length);
    expect(writes).toHaveLength(2 * names.length);
    expect(await centre.plan()).toEqual({});
  });

  it('loses those who are no longer declared, and keeps the others', async () => {
    const kept = names.slice(5);
    await centre.declare(team(kept));
    await centre.apply();
    const { users, groups } = await centre.instance();
    expect(users.map(({ Username }) => Username).sort()).toEqual(kept);
    expect(groups.find(({ Id }) => Id === TEAM_GROUP_ID)?.members).toHaveLength(kept.length);
    expect(await centre.plan()).toEqual({});
  });

  it('is gone after destroy', async () => {
    await centre.project.succeed('destroy', '-auto-approve', '-no-color');
    const { users, groups } = await centre.instance();
    expect([users, groups.flatMap(({ members }) => members)]).toEqual([[], []]);
    expect(centre.project.state()).toEqual([]);
  });
});
