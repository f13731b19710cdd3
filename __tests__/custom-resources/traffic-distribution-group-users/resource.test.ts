import { idIn } from '../../../connect/shapes/ids';
import { succeeded } from '../../../connect/failure';
import type { Instance, User } from '../../../connect/gateway';
import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { theUsersOf } from '../../../custom-resources/identity/things';
import { changeUsers } from '../../../custom-resources/traffic-distribution-group-users/change-users';
import { trafficDistributionGroupUsers as groupUsers } from '../../../custom-resources/traffic-distribution-group-users/resource';
import type { GroupUsersState } from '../../../custom-resources/traffic-distribution-group-users/schema';
import { type Answers, answers, failure, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, OTHER_GROUP, REPLICATED } from '../../support/custom-resources/groups';
import { arnOf, GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

const ID = `${INSTANCE_ID},${GROUP_ID}`;
const OTHER = idIn('bbbbbbbb-0000-4000-8000-00000000000b');
const DECLARED: GroupUsersState = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: GROUP_ID,
  user_ids: [USER_ID, OTHER],
  allow_empty: null,
  id: null,
  region: null,
  timeouts: null,
};
const STATE: GroupUsersState = { ...DECLARED, id: ID, region: REGION };

const ACCOUNT_OF_ADA: User = {
  id: USER_ID,
  arn: USER_ARN,
  username: 'ada',
  identity: {},
  channels: {},
  securityProfileIds: [],
  routingProfileId: 'basic',
  tags: {},
};

const given = (all: Answers) => {
  const connect = fakeConnect(all);
  return { connect, context: testContext(connect) };
};
const listed = (...ids: readonly string[]) => succeeded(new Set(ids.map(idIn)));
const accounts = (...ids: readonly string[]) => found(new Map(ids.map((id) => [id, { id: idIn(id), username: id }])));

describe('a plan', () => {
  const plan = (prior: GroupUsersState | undefined, config: Partial<PlannedState<GroupUsersState>>) =>
    groupUsers.plan({ prior, config: { ...DECLARED, ...config }, private: {} });

  it('tells the id at once, and leaves users that are not known yet for apply', () => {
    expect(plan(undefined, { user_ids: [USER_ID, UNKNOWN] })).toEqual({
      planned: { ...STATE, user_ids: [USER_ID, UNKNOWN], region: UNKNOWN },
      replace: [],
      diagnostics: [],
    });
    expect(plan(undefined, { traffic_distribution_group_id: GROUP_ARN }).planned).toMatchObject({ id: ID, region: REGION });
  });

  it('is empty for the same users in another order and spelling', () => {
    expect(plan(STATE, { user_ids: [OTHER, USER_ARN], instance_id: INSTANCE_ARN })).toEqual({
      planned: STATE,
      replace: [],
      diagnostics: [],
    });
  });

  it('changes users in place and replaces the resource with the group', () => {
    expect(plan(STATE, { user_ids: [OTHER] })).toEqual({ planned: { ...STATE, user_ids: [OTHER] }, replace: [], diagnostics: [] });
    expect(plan(STATE, { traffic_distribution_group_id: OTHER_GROUP.id }).replace).toEqual([['traffic_distribution_group_id']]);
  });

  it('warns that all users go out and come in again for a group that is known only at apply', () => {
    expect(plan(STATE, { traffic_distribution_group_id: UNKNOWN }).diagnostics).toMatchObject([
      { severity: 'warning', path: ['traffic_distribution_group_id'] },
    ]);
    expect(plan(undefined, { traffic_distribution_group_id: UNKNOWN }).diagnostics).toEqual([]);
  });
});

it('refuses a user of another instance', () => {
  const stranger = arnOf('agent', USER_ID, 'other-instance');
  expect(groupUsers.validate?.({ ...DECLARED, user_ids: [OTHER, stranger] })).toMatchObject([{ severity: 'error', path: ['user_ids'] }]);
  expect(groupUsers.validate?.({ ...DECLARED, user_ids: [USER_ARN, UNKNOWN] })).toEqual([]);
  expect(groupUsers.validate?.({ ...DECLARED, user_ids: UNKNOWN })).toEqual([]);
});

it('ends a change on a bug only when nobody is at work any more', async () => {
  let working = 0;
  const { connect, context } = given({
    groups: {
      associateUser: async ({ userId }) => {
        if (userId === USER_ID) throw new Error('a bug');
        working += 1;
        await context.clock.sleep(5_000);
        working -= 1;
        return succeeded(undefined);
      },
    },
  });
  const change = { instanceId: INSTANCE_ID, group: { id: GROUP_ID, region: REGION }, joining: [OTHER, USER_ID], leaving: [] };
  const ended = changeUsers(change, { ...context, connect: () => connect }, context.clock.now() + 60_000).then(
    () => 'done',
    (bug: unknown) => `${String(bug)}, ${working} at work`,
  );
  expect(await context.clock.run(ended)).toBe('Error: a bug, 0 at work');
});

describe('a refresh', () => {
  const observe = async (all: Answers, state = STATE, known = {}) => {
    const { connect, context } = given(all);
    return { connect, seen: await context.clock.run(groupUsers.observe({ state, private: known, imported: false }, context)) };
  };

  it('needs one list when the group holds whom the state names, as the state spells them', async () => {
    const { connect, seen } = await observe(
      { groups: { listUsers: found(new Set([OTHER, USER_ID])) } },
      { ...STATE, user_ids: [USER_ARN, OTHER] },
    );
    expect(seen.state?.user_ids).toEqual([OTHER, USER_ARN]);
    expect(connect.called).toEqual(['listUsers']);
  });

  it('believes a list that shows somebody gone, or somebody new, only when a second one does', async () => {
    const lagging = { groups: { listUsers: answers(listed(USER_ID), listed(USER_ID, OTHER)) } };
    expect((await observe(lagging)).seen.state?.user_ids).toEqual([USER_ID, OTHER]);
    const gone = { groups: { listUsers: answers(listed(USER_ID), listed(USER_ID)) } };
    expect((await observe(gone)).seen.state?.user_ids).toEqual([USER_ID]);
    const fresh = { groups: { listUsers: found(new Set([USER_ID, OTHER, idIn('new')])) }, users: { list: accounts('new') } };
    expect((await observe(fresh)).seen.state?.user_ids).toEqual([USER_ID, OTHER, 'new']);
  });

  it('waits a while for those who were put in just before', async () => {
    const { context } = given({});
    const late = { groups: { listUsers: answers(listed(), listed(USER_ID), listed(USER_ID, OTHER)) } };
    const { connect, seen } = await observe(late, STATE, { created: context.clock.now() });
    expect(seen).toEqual({ state: STATE, private: {} });
    expect(connect.called).toHaveLength(3);
  });

  it('does not count deleted users that the group still lists', async () => {
    const { seen } = await observe({
      groups: { listUsers: found(new Set([USER_ID, OTHER, idIn('deleted')])) },
      users: { list: accounts(USER_ID, OTHER) },
    });
    expect(seen.state?.user_ids).toEqual([USER_ID, OTHER]);
  });

  it('finds the resource gone with the group, if the instance is there', async () => {
    const groups = { listUsers: refuses('not-found') };
    expect((await observe({ groups, instances: { find: found(REPLICATED) } })).seen).toEqual({});
    expect((await observe({ groups, instances: { find: found(undefined) } })).seen).toMatchObject({
      state: STATE,
      diagnostics: [{ summary: `No instance ${INSTANCE_ID}` }],
    });
    expect((await observe({ groups: { listUsers: refuses('denied') } })).seen).toMatchObject({
      state: STATE,
      diagnostics: [{ severity: 'error' }],
    });
  });
});

describe('removing', () => {
  const group = { ...GROUP, isDefault: false };
  const disassociated = (userId: string) => [{ instanceId: INSTANCE_ID, groupId: GROUP_ID, userId, region: REGION }];

  it('takes out the users of the state, whatever a list may show by now', async () => {
    const { connect, context } = given({ groups: { find: found(group), listUsers: found(new Set()) } });
    expect(await groupUsers.remove({ state: STATE, private: {} }, context)).toMatchObject({ diagnostics: [] });
    expect(connect.given('disassociateUser')).toEqual([disassociated(USER_ID), disassociated(OTHER)]);
  });

  const destroy = ({ context }: ReturnType<typeof given>, again = false) =>
    context.ledger.removing(groupUsers, { ...STATE }, again, () => groupUsers.remove({ state: STATE, private: {} }, context));

  it('takes out nobody for a successor of the same group, be it made before or after', async () => {
    const after = given({});
    expect(await destroy(after, true)).toMatchObject({ diagnostics: [{ severity: 'warning' }] });
    expect(after.connect.called).toEqual([]);
    const before = given({});
    before.context.ledger.made(theUsersOf(GROUP_ARN));
    expect(await destroy(before)).toMatchObject({ diagnostics: [{ severity: 'warning' }] });
    expect(before.connect.called).toEqual([]);
    const moved = given({ groups: { find: found(group) } });
    await destroy(moved);
    expect(moved.connect.given('disassociateUser')).toHaveLength(2);
  });

  it('for a successor of the same group leaves to it who comes and who goes, whatever the group is called', async () => {
    const both = given({});
    await destroy(both, true);
    const planned = { ...DECLARED, traffic_distribution_group_id: GROUP_ARN, user_ids: [OTHER, 'new'], id: ID, region: UNKNOWN };
    const config = { ...DECLARED, traffic_distribution_group_id: GROUP_ARN, user_ids: [OTHER, 'new'] };
    const made = await both.context.clock.run(
      both.context.ledger.making(groupUsers, planned, (left) =>
        groupUsers.reconcile({ prior: left as GroupUsersState | undefined, planned, config, private: {} }, both.context),
      ),
    );
    expect(made).toMatchObject({ state: { ...config, id: ID, region: REGION }, diagnostics: [] });
    expect(both.connect.given('disassociateUser')).toEqual([disassociated(USER_ID)]);
    expect(both.connect.given('associateUser')).toEqual([disassociated('new')]);
  });

  it('is done when the group is gone', async () => {
    const { context } = given({ groups: { find: found(undefined) } });
    expect(await groupUsers.remove({ state: STATE, private: {} }, context)).toEqual({});
  });

  it('keeps the state when the whole instance is not to be found, or the group cannot be looked at', async () => {
    const instances = { find: found<Instance | undefined>(undefined) };
    expect(await groupUsers.remove({ state: STATE, private: {} }, given({ instances }).context)).toMatchObject({
      state: STATE,
      diagnostics: [{ severity: 'error' }],
    });
    const throttled = given({ groups: { find: refuses('throttled') } });
    expect(await groupUsers.remove({ state: STATE, private: {} }, throttled.context)).toMatchObject({
      diagnostics: [{ severity: 'error' }],
    });
    expect(throttled.connect.given('disassociateUser')).toEqual([]);
  });

  it('takes users out of a group that the caller may not look at', async () => {
    const { connect, context } = given({ groups: { find: refuses('denied') } });
    expect(await groupUsers.remove({ state: STATE, private: {} }, context)).toMatchObject({ diagnostics: [] });
    expect(connect.given('disassociateUser')).toHaveLength(2);
  });
});

describe('changing many users', () => {
  const many = Array.from({ length: 200 }, (_, index) => idIn(`user-${index}`));
  const group = { id: GROUP_ID, region: REGION };
  const waiting = new Set(many.slice(0, 150));
  const notMirrored = failure('invalid');

  it('lets nobody wait for those who are not mirrored yet', async () => {
    const calls: string[] = [];
    const { context } = given({
      instances: { find: found(REPLICATED) },
      users: { find: found(ACCOUNT_OF_ADA) },
      groups: {
        associateUser: ({ userId }) => {
          calls.push(userId);
          return Promise.resolve(waiting.has(userId) ? { ok: false, failure: notMirrored } : succeeded(undefined));
        },
      },
    });
    const changed = await context.clock.run(
      changeUsers({ instanceId: INSTANCE_ID, group, joining: many, leaving: [] }, context, context.clock.now() + 20_000),
    );
    expect(new Set(calls).size).toBe(many.length);
    expect(changed.undone).toEqual(waiting);
  });

  it('stops with those who wait, too, after ten failures, and tells how many are left', async () => {
    const { connect, context } = given({
      instances: { find: found(REPLICATED) },
      users: { find: found(ACCOUNT_OF_ADA) },
      groups: {
        associateUser: ({ userId }) => Promise.resolve({ ok: false, failure: waiting.has(userId) ? notMirrored : failure('denied') }),
      },
    });
    const began = context.clock.now();
    const { undone, diagnostics } = await context.clock.run(
      changeUsers({ instanceId: INSTANCE_ID, group, joining: many, leaving: [] }, context, context.clock.now() + 3_600_000),
    );
    expect(context.clock.now() - began).toBeLessThan(60_000);
    expect(undone.size).toBe(200);
    expect(diagnostics).toHaveLength(11);
    expect(diagnostics.at(-1)?.summary).toBe('Users that were not tried: 190');
    expect(connect.given('associateUser').length).toBeLessThan(1000);
  });

  it('tells once that the time was up, after those whose turn still came', async () => {
    const late = new Set(many.slice(100));
    const { connect, context } = given({
      groups: {
        associateUser: ({ userId }) =>
          Promise.resolve(late.has(userId) ? { ok: false, failure: failure('throttled') } : succeeded(undefined)),
      },
    });
    const { undone, diagnostics } = await context.clock.run(
      changeUsers({ instanceId: INSTANCE_ID, group, joining: many, leaving: [] }, context, context.clock.now() + 60_000),
    );
    expect(undone).toEqual(late);
    expect(diagnostics.map(({ summary }) => summary)).toEqual(['The time was up before all users of the group were changed: 100 are left']);
    expect(connect.given('associateUser').length).toBeLessThan(200);
  });

  it.each<[string, NonNullable<Answers['groups']>]>([
    ['no call passes any more', { associateUser: refuses('unauthenticated') }],
    ['the group is gone, which somebody deleted after the plan', { associateUser: refuses('not-found'), find: found(undefined) }],
  ])('tells once that %s, and tries nobody else', async (_, groups) => {
    const { connect, context } = given({ groups });
    const { undone, diagnostics } = await context.clock.run(
      changeUsers({ instanceId: INSTANCE_ID, group, joining: many, leaving: [] }, context, context.clock.now() + 60_000),
    );
    expect(undone.size).toBe(200);
    expect(diagnostics).toHaveLength(1);
    expect(connect.given('associateUser').length).toBeLessThan(60);
  });
});
