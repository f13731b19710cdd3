import { succeeded } from '../../../connect/failure';
import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { trafficDistributionGroupUsers as groupUsers } from '../../../custom-resources/traffic-distribution-group-users/resource';
import type { GroupUsersState } from '../../../custom-resources/traffic-distribution-group-users/schema';
import { type Answers, answers, fakeConnect, found, refuses } from '../../support/custom-resources-connect';
import { testContext } from '../../support/custom-resources-context';
import { OTHER_GROUP, REPLICATED } from '../../support/custom-resources-groups';
import { arnOf, GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources-ids';

const ID = `${INSTANCE_ID},${GROUP_ID}`;
const OTHER = 'bbbbbbbb-0000-4000-8000-00000000000b';
const DECLARED: GroupUsersState = { instance_id: INSTANCE_ID, traffic_distribution_group_id: GROUP_ID, user_ids: [USER_ID, OTHER], id: null, region: null, timeouts: null };
const STATE: GroupUsersState = { ...DECLARED, id: ID, region: REGION };

const given = (all: Answers) => {
  const connect = fakeConnect(all);
  return { connect, context: testContext(connect) };
};
const listed = (...ids: readonly string[]) => succeeded(new Set(ids));
const accounts = (...ids: readonly string[]) => found(new Map(ids.map((id) => [id, { id, username: id }])));

describe('a plan', () => {
  const plan = (prior: GroupUsersState | undefined, config: Partial<PlannedState<GroupUsersState>>) => groupUsers.plan({ prior, config: { ...DECLARED, ...config }, private: {} });

  it('tells the id at once, and leaves users that are not known yet for apply', () => {
    expect(plan(undefined, { user_ids: [USER_ID, UNKNOWN] })).toEqual({ planned: { ...STATE, user_ids: [USER_ID, UNKNOWN], region: UNKNOWN }, replace: [] });
    expect(plan(undefined, { traffic_distribution_group_id: GROUP_ARN }).planned).toMatchObject({ id: ID, region: REGION });
  });

  it('is empty for the same users in another order and spelling', () => {
    expect(plan(STATE, { user_ids: [OTHER, USER_ARN], instance_id: INSTANCE_ARN })).toEqual({ planned: STATE, replace: [] });
  });

  it('changes users in place and replaces the resource with the group', () => {
    expect(plan(STATE, { user_ids: [OTHER] })).toEqual({ planned: { ...STATE, user_ids: [OTHER] }, replace: [] });
    expect(plan(STATE, { traffic_distribution_group_id: OTHER_GROUP.id }).replace).toEqual([['traffic_distribution_group_id']]);
  });
});

it('refuses a user of another instance', () => {
  const stranger = arnOf('agent', USER_ID, 'other-instance');
  expect(groupUsers.validate?.({ ...DECLARED, user_ids: [OTHER, stranger] })).toMatchObject([{ severity: 'error', path: ['user_ids'] }]);
  expect(groupUsers.validate?.({ ...DECLARED, user_ids: [USER_ARN, UNKNOWN] })).toEqual([]);
  expect(groupUsers.validate?.({ ...DECLARED, user_ids: UNKNOWN })).toEqual([]);
});

describe('a refresh', () => {
  const observe = async (all: Answers, state = STATE, known = {}) => {
    const { connect, context } = given(all);
    return { connect, seen: await context.clock.run(groupUsers.observe({ state, private: known, imported: false }, context)) };
  };

  it('needs one list when the group holds whom the state names, as the state spells them', async () => {
    const { connect, seen } = await observe({ groups: { listUsers: found(new Set([OTHER, USER_ID])) } }, { ...STATE, user_ids: [USER_ARN, OTHER] });
    expect(seen.state?.user_ids).toEqual([OTHER, USER_ARN]);
    expect(connect.called).toEqual(['listUsers']);
  });

  it('believes a list that shows somebody gone, or somebody new, only when a second one does', async () => {
    const lagging = { groups: { listUsers: answers(listed(USER_ID), listed(USER_ID, OTHER)) } };
    expect((await observe(lagging)).seen.state?.user_ids).toEqual([USER_ID, OTHER]);
    const gone = { groups: { listUsers: answers(listed(USER_ID), listed(USER_ID)) } };
    expect((await observe(gone)).seen.state?.user_ids).toEqual([USER_ID]);
    const fresh = { groups: { listUsers: found(new Set([USER_ID, OTHER, 'new'])) }, users: { list: accounts('new') } };
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
    const { seen } = await observe({ groups: { listUsers: found(new Set([USER_ID, OTHER, 'deleted'])) }, users: { list: accounts(USER_ID, OTHER) } });
    expect(seen.state?.user_ids).toEqual([USER_ID, OTHER]);
  });

  it('finds the resource gone with the group, if the instance is there', async () => {
    const groups = { listUsers: refuses('not-found') };
    expect((await observe({ groups, instances: { find: found(REPLICATED) } })).seen).toEqual({});
    expect((await observe({ groups, instances: { find: found(undefined) } })).seen).toMatchObject({ state: STATE, diagnostics: [{ summary: `No instance ${INSTANCE_ID}` }] });
    expect((await observe({ groups: { listUsers: refuses('denied') } })).seen).toMatchObject({ state: STATE, diagnostics: [{ severity: 'error' }] });
  });
});

describe('removing', () => {
  it('takes out the users of the state that are in the group, and nobody for a successor of the same group', async () => {
    const { connect, context } = given({ groups: { listUsers: found(new Set([USER_ID, 'stranger'])) } });
    expect(await groupUsers.remove({ state: STATE, private: {} }, context)).toMatchObject({ diagnostics: [] });
    expect(connect.given('disassociateUser')).toEqual([[{ instanceId: INSTANCE_ID, groupId: GROUP_ID, userId: USER_ID, region: REGION }]]);

    const kept = given({});
    expect(await groupUsers.remove({ state: STATE, private: {}, successor: ID }, kept.context)).toMatchObject({ diagnostics: [{ severity: 'warning' }] });
    expect(kept.connect.called).toEqual([]);
    const moved = given({ groups: { listUsers: found(new Set([USER_ID])) } });
    await groupUsers.remove({ state: STATE, private: {}, successor: `${INSTANCE_ID},${OTHER_GROUP.id}` }, moved.context);
    expect(moved.connect.given('disassociateUser')).toHaveLength(1);
  });

  it('is done when the group is gone', async () => {
    const { context } = given({ groups: { listUsers: refuses('not-found') } });
    expect(await groupUsers.remove({ state: STATE, private: {} }, context)).toEqual({});
  });
});
