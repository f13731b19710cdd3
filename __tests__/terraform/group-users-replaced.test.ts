import { AssociateTrafficDistributionGroupUserCommand } from '@aws-sdk/client-connect';
import { INSTANCE_ID, MANAGED_INSTANCE_ID, TEAM_GROUP_ARN, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { type Body, ContactCentre, type Declaration, membership } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

const ADDRESS = 'connect_traffic_distribution_group_users.team';
const KEPT = {
  summary: 'Kept: its successor is the same',
  detail: expect.stringContaining(`the users of the traffic distribution group ${TEAM_GROUP_ID}`),
};
const AGENTS = 6;

let centre: ContactCentre;
let ids: readonly string[] = [];

const group = (userIds: readonly (string | null)[], more: Body = {}): Body => ({
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: TEAM_GROUP_ID,
  user_ids: userIds,
  ...more,
});
const team = (userIds: readonly (string | null)[], more: Body = {}, resources: Body = {}): Declaration => ({
  resource: { connect_traffic_distribution_group_users: { team: group(userIds, more) }, ...resources },
});
const members = async (): Promise<readonly string[]> => [...(await centre.emulator.control.membersOf(TEAM_GROUP_ID))].sort();
const inState = (): readonly string[] => [...((centre.project.attributes(ADDRESS)?.['user_ids'] ?? []) as readonly string[])].sort();
const writesOf = (operation: string, writes: readonly string[]): number =>
  writes.filter((write) => write === `${operation}TrafficDistributionGroupUser 200`).length;
const refuseUsers = (count: number): Promise<void> =>
  centre.emulator.control.fault({ operation: 'AssociateTrafficDistributionGroupUser', code: 'AccessDeniedException', status: 403, count });

beforeEach(async () => {
  centre = await ContactCentre.start();
  ids = [...(await centre.emulator.control.users({ count: AGENTS, instance: INSTANCE_ID, prefix: 'agent-' }))].sort();
});
afterEach(() => centre.close());

async function allIn(): Promise<void> {
  expect([await members(), inState()]).toEqual([ids, ids]);
  expect(await plan(centre)).toMatchObject({ code: 0, planned: {}, drift: {}, errors: [], warnings: [] });
}

describe('a group that one resource owns stays as it is while the resource is made anew', () => {
  it('by -replace, where who is no longer declared goes', async () => {
    await centre.declare(team(ids));
    await apply(centre);
    const replaced = await apply(centre, `-replace=${ADDRESS}`);
    expect(replaced).toMatchObject({ code: 0, planned: { [ADDRESS]: 'replace' }, warnings: [KEPT], writes: [] });
    await allIn();
    await centre.declare(team(ids.slice(1)));
    const { code, writes } = await apply(centre, `-replace=${ADDRESS}`);
    expect([code, writes]).toEqual([0, ['DisassociateTrafficDistributionGroupUser 200']]);
    expect([await members(), inState()]).toEqual([ids.slice(1), ids.slice(1)]);
  });

  it.each([
    ['its own lifecycle', { lifecycle: { create_before_destroy: true } }, {}],
    [
      'of one that depends on it',
      {},
      { terraform_data: { later: { input: `\${${ADDRESS}.id}`, lifecycle: { create_before_destroy: true } } } },
    ],
  ])('by create_before_destroy in %s', async (_whose, more, resources) => {
    await centre.declare(team(ids, more, resources));
    await apply(centre);
    const { code, warnings, writes } = await apply(centre, `-replace=${ADDRESS}`);
    expect([code, writesOf('Disassociate', writes)]).toEqual([0, 0]);
    expect(warnings).toMatchObject([KEPT]);
    await allIn();
  });

  it('again and again, while some users are refused: the state never forgets the others', async () => {
    await centre.declare(team(ids));
    for (let time = 1; time <= 3; time += 1) {
      await refuseUsers(1);
      expect((await apply(centre)).errors).toHaveLength(1);
      expect([(await members()).length, inState()]).toEqual([AGENTS - 1, await members()]);
    }
    await centre.emulator.control.fault({
      operation: 'ListTrafficDistributionGroupUsers',
      code: 'AccessDeniedException',
      status: 403,
      count: 1,
    });
    await apply(centre, '-refresh=false');
    expect(inState()).toEqual(await members());
    await centre.emulator.control.clearFaults();
    expect((await apply(centre)).code).toBe(0);
    await allIn();
  });
});

describe('lists that lag behind', () => {
  beforeEach(() => centre.emulator.control.change({ consistencyDelay: 15_000 }));

  it('do not keep users in a group whose resource is destroyed', async () => {
    await centre.declare(team(ids));
    await apply(centre);
    const { writes } = await apply(centre, '-destroy', '-refresh=false');
    expect([writesOf('Disassociate', writes), await members()]).toEqual([AGENTS, []]);
  });

  it('do not keep users out who were single members until just now', async () => {
    const singles = Object.fromEntries(ids.map((id, index) => [`m${index}`, membership(id)]));
    await centre.declare({ resource: { connect_traffic_distribution_group_user: singles } });
    await apply(centre);
    await centre.declare({});
    await apply(centre, '-refresh=false');
    await centre.emulator.control.change({ consistencyDelay: 0 });
    await centre.declare(team(ids));
    await apply(centre);
    await allIn();
  });
});

describe('refuses', () => {
  it('a null among the users, at plan, with the attribute', async () => {
    await centre.declare(team([...ids, null]));
    expect((await plan(centre)).errors).toMatchObject([{ address: ADDRESS, detail: expect.stringContaining('must not hold null') }]);
  });

  it('to import a group of another instance', async () => {
    await centre.outside().send(
      new AssociateTrafficDistributionGroupUserCommand({
        InstanceId: INSTANCE_ID,
        TrafficDistributionGroupId: TEAM_GROUP_ID,
        UserId: ids[0],
      }),
    );
    await centre.declare(team([], { instance_id: MANAGED_INSTANCE_ID }));
    const { code, stderr } = await centre.project.run('import', '-no-color', ADDRESS, `${MANAGED_INSTANCE_ID},${TEAM_GROUP_ARN}`);
    expect([code, stderr]).toEqual([1, expect.stringContaining('belongs to another instance')]);
  });

  it('once, however many users there are, a plan that goes from single memberships to the whole', async () => {
    const singles = Object.fromEntries(ids.map((id, index) => [`m${index}`, membership(id)]));
    await centre.declare({ resource: { connect_traffic_distribution_group_user: singles } });
    await apply(centre);
    await centre.declare(team(ids));
    expect((await plan(centre)).errors.map(({ summary }) => summary)).toEqual(['Declared as a whole and in parts']);

    const removed = ids.map((_, index) => ({ from: `connect_traffic_distribution_group_user.m${index}`, lifecycle: { destroy: false } }));
    await centre.declare({ ...team(ids), removed, import: [{ to: ADDRESS, id: `${INSTANCE_ID},${TEAM_GROUP_ID}` }] });
    expect(await apply(centre)).toMatchObject({ code: 0, errors: [], writes: [] });
    await centre.declare(team(ids));
    await allIn();
  });

  it('not to destroy a group that is there in both ways', async () => {
    const single = { connect_traffic_distribution_group_user: { m: membership(ids[0] ?? '') } };
    await centre.declare(team(ids.slice(0, 1), {}, single), { plan_checks: false });
    await apply(centre);
    await centre.declare({});
    expect(await apply(centre)).toMatchObject({ code: 0, errors: [] });
    expect([await members(), centre.project.state()]).toEqual([[], []]);
  });

  it('to go on when the time is up, and says so once', async () => {
    const rate = { operation: 'AssociateTrafficDistributionGroupUser', requests_per_second: 0.01, burst: 1 };
    await centre.declare(team(ids, { timeouts: { create: '30s' } }), { rate_limit: [rate] });
    const { errors } = await apply(centre);
    expect(inState()).toEqual(await members());
    expect(inState()).toHaveLength(1);
    expect(errors.map(({ summary }) => summary)).toEqual([
      `The time was up before all users of the group were changed: ${AGENTS - 1} are left`,
    ]);
  });
});
