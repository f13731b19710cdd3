import { succeeded } from '../../../connect/failure';
import type { Id, TrafficDistributionGroup } from '../../../connect/gateway';
import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { trafficDistributionGroupUser as membership } from '../../../custom-resources/traffic-distribution-group-user/resource';
import type { MembershipState } from '../../../custom-resources/traffic-distribution-group-user/schema';
import { type Answers, answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, MEMBERSHIP, OTHER_GROUP } from '../../support/custom-resources/groups';
import { arnOf, GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

const DECLARED: MembershipState = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: GROUP_ID,
  user_id: USER_ID,
  id: null,
  region: null,
  timeouts: null,
};
const MEMBER: MembershipState = { ...DECLARED, id: `${INSTANCE_ID},${GROUP_ID},${USER_ID}`, region: REGION };
const PLANNED: PlannedState<MembershipState> = { ...MEMBER, region: UNKNOWN };

const MINUTE = 60_000;

function given(groups: Answers['groups']) {
  const connect = fakeConnect({ groups });
  const context = testContext(connect);
  return { connect, context };
}

describe('a plan', () => {
  const plan = (prior: MembershipState | undefined, config: Partial<PlannedState<MembershipState>>) =>
    membership.plan({ prior, config: { ...DECLARED, ...config }, private: {} });

  it('tells the id at once, and the home Region as far as the ARN of the group tells it', () => {
    expect(plan(undefined, {}).planned).toEqual(PLANNED);
    expect(plan(undefined, { traffic_distribution_group_id: GROUP_ARN }).planned).toMatchObject({ id: MEMBER.id, region: REGION });
    expect(plan(undefined, { user_id: UNKNOWN }).planned).toEqual({ ...PLANNED, user_id: UNKNOWN, id: UNKNOWN });
  });

  it('is empty for a membership that stands, however its things are spelled', () => {
    expect(plan(MEMBER, {})).toEqual({ planned: MEMBER, replace: [], diagnostics: [] });
    expect(plan(MEMBER, { instance_id: INSTANCE_ARN, traffic_distribution_group_id: GROUP_ARN, user_id: USER_ARN })).toEqual({
      planned: MEMBER,
      replace: [],
      diagnostics: [],
    });
  });

  it('refuses an ARN that names another Region for the group than the one where it is', () => {
    const replica = GROUP_ARN.replace(REGION, 'eu-central-1');
    expect(plan(MEMBER, { traffic_distribution_group_id: replica }).diagnostics).toMatchObject([
      { severity: 'error', path: ['traffic_distribution_group_id'], detail: expect.stringContaining(`its home Region is ${REGION}`) },
    ]);
  });

  it.each([
    ['instance_id', 'other-instance'],
    ['traffic_distribution_group_id', OTHER_GROUP.id],
    ['user_id', 'other-user'],
  ] as const)('replaces the membership when its %s changes', (attribute, value) => {
    const { planned, replace } = plan(MEMBER, { [attribute]: value });
    expect(replace).toEqual([[attribute]]);
    expect(planned).toEqual({ ...PLANNED, [attribute]: value, id: expect.stringContaining(value) });
  });
});

it('refuses a user of another instance', () => {
  const other = arnOf('agent', USER_ID, 'other-instance');
  expect(membership.validate?.({ ...DECLARED, user_id: other })).toMatchObject([{ severity: 'error', path: ['user_id'] }]);
  expect(membership.validate?.({ ...DECLARED, instance_id: INSTANCE_ARN, user_id: USER_ARN })).toEqual([]);
  expect(membership.validate?.({ ...DECLARED, instance_id: UNKNOWN, user_id: other })).toEqual([]);
});

describe('creating', () => {
  const create = async (groups: Answers['groups'], config: Partial<MembershipState> = {}) => {
    const { connect, context } = given(groups);
    const planned = membership.plan({ config: { ...DECLARED, ...config }, private: {} }).planned;
    const result = await context.clock.run(membership.reconcile({ planned, config: { ...DECLARED, ...config }, private: {} }, context));
    return { connect, context, result };
  };

  it('calls in the Region where the group was made', async () => {
    const arn = GROUP_ARN.replace(REGION, 'eu-central-1');
    const { connect, context, result } = await create({ list: found([OTHER_GROUP, { ...GROUP, arn }]) });
    expect(connect.given('associateUser')).toEqual([[{ ...MEMBERSHIP, region: 'eu-central-1' }]]);
    expect(result).toEqual({ state: { ...MEMBER, region: 'eu-central-1' }, private: { created: context.clock.now() } });
  });

  it('needs no look-up when the ARN of the group says the Region', async () => {
    const { connect, result } = await create({}, { traffic_distribution_group_id: GROUP_ARN, user_id: USER_ARN });
    expect(connect.called).toEqual(['associateUser']);
    expect(connect.given('associateUser')).toEqual([[MEMBERSHIP]]);
    expect(result.state).toMatchObject({ traffic_distribution_group_id: GROUP_ARN, user_id: USER_ARN, region: REGION });
  });

  it('fails and leaves no state when the group cannot be found or listed, or refuses the user', async () => {
    expect((await create({})).result).toMatchObject({ diagnostics: [{ summary: `No traffic distribution group ${GROUP_ID}` }] });
    expect((await create({ list: refuses('denied') })).result).toMatchObject({
      diagnostics: [{ summary: expect.stringContaining('access denied') }],
    });
    const { result } = await create({ list: found([GROUP]), associateUser: refuses('denied') });
    expect(result.state).toBeUndefined();
    expect(result.diagnostics).toHaveLength(1);
  });

  it('looks again for a group that was made in the same apply, after the groups were listed', async () => {
    const list = answers<readonly TrafficDistributionGroup[]>(succeeded([OTHER_GROUP]), succeeded([OTHER_GROUP, GROUP]));
    expect((await create({ list })).result.state).toEqual(MEMBER);
  });
});

it('has the look for its group take from the timeout', async () => {
  const sleepy = async () => {
    await context.clock.sleep(4 * MINUTE);
    return succeeded([GROUP]);
  };
  const { connect, context } = given({
    list: sleepy,
    associateUser: refuses('not-found'),
    find: found<TrafficDistributionGroup | undefined>({ ...GROUP, status: 'UPDATE_IN_PROGRESS' }),
  });
  const begun = context.clock.now();
  const config = { ...DECLARED, timeouts: { create: '5m', delete: null } };
  const result = await context.clock.run(
    membership.reconcile(
      { planned: { ...PLANNED, timeouts: config.timeouts }, config, private: {} },
      { ...context, connect: () => connect },
    ),
  );
  expect(result.diagnostics).toMatchObject([{ summary: 'The traffic distribution group is UPDATE_IN_PROGRESS' }]);
  expect(context.clock.now() - begun).toBeLessThanOrEqual(5 * MINUTE);
});

it('takes another timeout over without a call', async () => {
  const { connect, context } = given({});
  const timeouts = { create: '5m', delete: null };
  const result = await membership.reconcile(
    { prior: MEMBER, planned: { ...MEMBER, timeouts }, config: { ...DECLARED, timeouts }, private: {} },
    context,
  );
  expect(result).toEqual({ state: { ...MEMBER, timeouts } });
  expect(connect.calls).toEqual([]);
});

describe('reading', () => {
  const observe = async (groups: Answers['groups'], state: MembershipState = MEMBER, known = {}) => {
    const { connect, context } = given(groups);
    const result = await context.clock.run(membership.observe({ state, private: known, imported: false }, context));
    return { connect, result };
  };
  const member = found(true);

  it('finds a member in the group, in the home Region', async () => {
    const { connect, result } = await observe({ hasUser: member });
    expect(result).toEqual({ state: MEMBER, private: {} });
    expect(connect.calls).toEqual([{ method: 'hasUser', given: [{ group: GROUP_ID, region: REGION }, USER_ID] }]);
  });

  it('looks the home Region up after an import', async () => {
    const { result } = await observe({ list: found([GROUP]), hasUser: member }, { ...DECLARED, id: 'whatever' });
    expect(result.state).toEqual(MEMBER);
  });

  it('says that a membership is gone when the user or the group is gone', async () => {
    expect((await observe({ hasUser: found(false) })).result).toEqual({});
    expect((await observe({ hasUser: refuses('not-found') })).result).toEqual({});
    expect((await observe({ list: refuses('not-found') }, DECLARED)).result).toEqual({});
  });

  it('looks again for a membership that was just made', async () => {
    const hasUser = found(false);
    const listUsers = answers<ReadonlySet<Id>>(succeeded(new Set()), succeeded(new Set([USER_ID])));
    const { result } = await observe({ hasUser, listUsers }, MEMBER, { created: Date.UTC(2026, 0, 1) });
    expect(result.state).toEqual(MEMBER);
  });

  it('keeps the state and fails when the members cannot be read of a group that is there', async () => {
    const find = found<TrafficDistributionGroup | undefined>(GROUP);
    for (const kind of ['not-found', 'denied'] as const) {
      const { result } = await observe({ hasUser: refuses(kind), find });
      expect(result).toMatchObject({ state: MEMBER, diagnostics: [{ severity: 'error' }] });
    }
    expect((await observe({ list: refuses('denied') }, DECLARED)).result).toMatchObject({
      state: DECLARED,
      diagnostics: [{ severity: 'error' }],
    });
  });
});

describe('removing', () => {
  const remove = async (groups: Answers['groups'], state: MembershipState = MEMBER) => {
    const { connect, context } = given(groups);
    const result = await context.clock.run(membership.remove({ state, private: {} }, context));
    return { connect, result };
  };

  it('ends the membership in the home Region', async () => {
    const { connect, result } = await remove({});
    expect(connect.calls).toEqual([{ method: 'disassociateUser', given: [MEMBERSHIP] }]);
    expect(result).toEqual({});
  });

  it('has nothing to do when the group is gone', async () => {
    const { connect, result } = await remove({}, DECLARED);
    expect(new Set(connect.called)).toEqual(new Set(['list']));
    expect(result).toEqual({});
  });

  it('fails when Connect refuses', async () => {
    expect((await remove({ disassociateUser: refuses('denied') })).result.diagnostics).toHaveLength(1);
    expect((await remove({ list: refuses('denied') }, DECLARED)).result.diagnostics).toHaveLength(1);
  });
});
