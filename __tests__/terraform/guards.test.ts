import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration, membership } from '../support/terraform/contact-centre';
import { apply, plan, type Told } from '../support/terraform/told';

/** Titles, without what comes after the colon. */
const told = ({ code, errors }: Told): readonly unknown[] => [code, ...errors.map(({ summary }) => summary)];
const SHIELDED = [1, 'Users with deletion_protection would be deleted: 1'];
const tooMany = (count: number, most: number) => [1, `Too many users would be deleted: ${count}, and max_user_deletions is ${most}`];
const ended = (count: number, most: number) => [1, `Too many memberships would end: ${count}, and max_membership_removals is ${most}`];

const agents = (bodies: Readonly<Record<string, Body>>, more: Declaration = {}): Declaration => ({
  ...more,
  resource: { connect_user: Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, agent(name, body)])) },
});
const GUARDED = { deletion_protection: true };

let centre: ContactCentre;

/** What becomes of the plan that was stopped as it was to be saved. */
async function applyRefused(): Promise<unknown> {
  await centre.emulator.control.clearCalls();
  const saved = await centre.project.run('apply', '-input=false', '-no-color', 'refused.tfplan');
  return [saved.code, await centre.writes()];
}
const REFUSED = [1, []];

beforeAll(async () => {
  centre = await ContactCentre.start({ settings: { rate: 'off', quotas: { users: 5_000 } } });
});
afterAll(() => centre.close());

/** Told in order: each step starts from what the one before left. */
describe('a user with deletion_protection', () => {
  beforeAll(async () => {
    await centre.declare(agents({ ada: GUARDED, bob: {}, cleo: {} }));
    await centre.apply();
  });

  it('is not deleted by a plan that leaves it out, of all or of a target; the error names it', async () => {
    await centre.declare(agents({ bob: {}, cleo: {} }));
    const { errors, ...rest } = await plan(centre);
    expect(told({ ...rest, errors })).toEqual(SHIELDED);
    expect(errors[0]?.detail).toContain(`- "ada" (${(await centre.userNamed('ada'))?.Id})`);
    expect(told(await plan(centre, '-target=connect_user.ada'))).toEqual(SHIELDED);
  });

  it('is not replaced: by another name, by -replace', async () => {
    await centre.declare(agents({ ada: GUARDED, bob: {}, cleo: {} }));
    expect(told(await plan(centre, '-replace=connect_user.ada'))).toEqual(SHIELDED);
    await centre.declare(agents({ ada: { ...GUARDED, name: 'ada-2' }, bob: {}, cleo: {} }));
    expect(told(await plan(centre))).toEqual(SHIELDED);
  });

  it('is not destroyed, and a plan of it that was saved is not applied', async () => {
    await centre.declare(agents({ ada: GUARDED, bob: {}, cleo: {} }));
    expect(told(await plan(centre, '-destroy', '-out=refused.tfplan'))).toEqual(SHIELDED);
    expect(await applyRefused()).toEqual(REFUSED);
    expect(told(await apply(centre, '-destroy', '-target=connect_user.ada'))).toEqual(SHIELDED);
    expect(await centre.userNamed('ada')).toBeDefined();
  });

  it('is renamed by the change that also lifts the protection', async () => {
    await centre.declare(agents({ ada: { name: 'ada-2', deletion_protection: false }, bob: {}, cleo: {} }));
    expect(await apply(centre)).toMatchObject({ code: 0, planned: { 'connect_user.ada': 'replace' } });
    await centre.declare(agents({ ada: { name: 'ada-2', ...GUARDED }, bob: {}, cleo: {} }));
    expect(await apply(centre)).toMatchObject({ code: 0, planned: { 'connect_user.ada': 'update' }, writes: [] });
  });

  it('is deleted by the one apply that leaves it out and names it on the provider', async () => {
    await centre.declare(agents({ bob: {}, cleo: {} }), { lift_deletion_protection: ['ada-2'] });
    expect(await apply(centre)).toMatchObject({ code: 0, planned: { 'connect_user.ada': 'delete' } });
    expect(await centre.userNamed('ada-2')).toBeUndefined();
  });
});

describe('max_user_deletions', () => {
  it('stops a plan with one user more, and lets one pass that keeps to it', async () => {
    await centre.declare({}, { max_user_deletions: 1 });
    expect(told(await plan(centre))).toEqual(tooMany(2, 1));
    expect(told(await plan(centre, '-destroy'))).toEqual(tooMany(2, 1));
    await centre.declare(agents({ bob: { name: 'bob-2' }, cleo: {} }), { max_user_deletions: 1, plan_checks: false });
    expect(told(await plan(centre, '-replace=connect_user.cleo'))).toEqual(tooMany(2, 1));
    expect(told(await plan(centre, '-target=connect_user.bob'))).toEqual([0]);
    expect(await apply(centre)).toMatchObject({ code: 0, planned: { 'connect_user.bob': 'replace' } });
  });
});

describe('a thousand users', () => {
  let ids: readonly string[];

  /** As if an apply had made them: copies of what it wrote for one. */
  function copyInState(name: string, userIds: readonly string[], more: Body): void {
    const path = join(centre.project.directory, 'terraform.tfstate');
    const state = JSON.parse(readFileSync(path, 'utf8')) as { resources: { name: string; instances: Body[] }[]; serial: number };
    const [sample] = state.resources.filter((resource) => resource.name === name);
    if (!sample) throw new Error(`no ${name} in the state`);
    const [{ attributes, ...rest } = {}] = sample.instances;
    state.resources.push({
      ...sample,
      name: 'copies',
      instances: userIds.map((id, index) => ({
        ...rest,
        index_key: index,
        attributes: {
          ...(attributes as Body),
          ...more,
          id: `${INSTANCE_ID}:${id}`,
          user_id: id,
          name: `agent-${index + 1}`,
          arn: `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE_ID}/agent/${id}`,
        },
      })),
    });
    state.serial += 1;
    centre.project.write('terraform.tfstate', JSON.stringify(state));
  }

  beforeAll(async () => {
    ids = await centre.emulator.control.users({ count: 1_000, instance: INSTANCE_ID, prefix: 'agent-' });
  });

  it('who are protected, and too many, are one error each', async () => {
    copyInState('bob', ids, { deletion_protection: true });
    await centre.declare(agents({ bob: { name: 'bob-2' }, cleo: {} }), { max_user_deletions: 5 });
    const { errors, writes, code } = await plan(centre, '-refresh=false', '-out=refused.tfplan');
    expect([code, writes]).toEqual([1, []]);
    expect(errors.map(({ summary }) => summary.replace(/\d+/, 'N')).sort()).toEqual([
      'Too many users would be deleted: N, and max_user_deletions is 5',
      'Users with deletion_protection would be deleted: N',
    ]);
    // On a machine that is busy enough, Terraform may pause so long that the error is told before all were counted.
    for (const { summary } of errors) expect(Number(/\d+/.exec(summary))).toBeGreaterThan(5);
  });
});

describe('two hundred members', () => {
  it('do not leave a group whose set lost them, beyond max_membership_removals, nor all of them unless that is allowed', async () => {
    const ids = await centre.emulator.control.users({ count: 200, instance: INSTANCE_ID, prefix: 'member-', group: TEAM_GROUP_ID });
    const team = (user_ids: readonly string[], more: Body = {}): Declaration => ({
      resource: {
        connect_traffic_distribution_group_users: {
          team: { instance_id: INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ID, user_ids, ...more },
        },
      },
    });
    centre.project.write('terraform.tfstate', '');
    await centre.declare({
      ...team(ids),
      import: [{ to: 'connect_traffic_distribution_group_users.team', id: `${INSTANCE_ID},${TEAM_GROUP_ID}` }],
    });
    await centre.apply();
    await centre.declare(team(ids.slice(0, 10)), { max_membership_removals: 20 });
    expect(told(await plan(centre))).toEqual(ended(190, 20));
    await centre.declare(team([]), { max_membership_removals: 20 });
    const emptied = [1, 'The traffic distribution group would be emptied: 200 users'];
    expect(told(await plan(centre, '-refresh=false'))).toEqual(emptied);
    const target = '-target=connect_traffic_distribution_group_users.team';
    expect(told(await plan(centre, '-refresh=false', target, '-out=refused.tfplan'))).toEqual(emptied);
    expect(await applyRefused()).toEqual(REFUSED);
    expect(told(await plan(centre, '-refresh=false', '-destroy', target))).toEqual(ended(200, 20));
    expect(told(await plan(centre, '-destroy'))).toEqual(ended(200, 20));
    await centre.declare(team([], { allow_empty: true }));
    expect(told(await plan(centre, '-refresh=false'))).toEqual([0]);
    await centre.declare(team(ids.slice(0, 180)), { max_membership_removals: 20 });
    expect(await apply(centre)).toMatchObject({ code: 0 });
    expect(await centre.emulator.control.membersOf(TEAM_GROUP_ID)).toHaveLength(180);
  });
});

it('memberships of their own count like those of a whole group, in a plan of all, of targets, and in one that is saved', async () => {
  const [dan, eve] = await centre.emulator.control.users({ count: 2, instance: INSTANCE_ID, prefix: 'single-' });
  const members = (users: Readonly<Record<string, string | undefined>>): Declaration => ({
    resource: {
      connect_traffic_distribution_group_user: Object.fromEntries(Object.entries(users).map(([name, id]) => [name, membership(id ?? '')])),
    },
  });
  centre.project.write('terraform.tfstate', '');
  await centre.declare(members({ dan, eve }));
  await centre.apply();
  await centre.declare({}, { max_membership_removals: 1 });
  expect(told(await plan(centre, '-out=refused.tfplan'))).toEqual(ended(2, 1));
  expect(await applyRefused()).toEqual(REFUSED);
  const targets = ['dan', 'eve'].map((name) => `-target=connect_traffic_distribution_group_user.${name}`);
  expect(told(await plan(centre, ...targets))).toEqual(ended(2, 1));
  expect(told(await plan(centre, ...targets.slice(1)))).toEqual([0]);
  await centre.declare(members({ eve }), { max_membership_removals: 1 });
  expect(told(await plan(centre, '-replace=connect_traffic_distribution_group_user.eve'))).toEqual(ended(2, 1));
  expect(await apply(centre)).toMatchObject({ code: 0, writes: ['DisassociateTrafficDistributionGroupUser 200'] });
});
