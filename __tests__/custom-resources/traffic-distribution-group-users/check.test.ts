import { idIn } from '../../../connect/shapes/ids';
import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { trafficDistributionGroupUsers as groupUsers } from '../../../custom-resources/traffic-distribution-group-users/resource';
import type { GroupUsersState } from '../../../custom-resources/traffic-distribution-group-users/schema';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, OTHER_GROUP } from '../../support/custom-resources/groups';
import { ACCOUNT, GROUP_ARN, GROUP_ID, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

type Planned = PlannedState<GroupUsersState>;

const OTHER = 'bbbbbbbb-0000-4000-8000-00000000000b';
const NEW: Planned = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: GROUP_ID,
  user_ids: [USER_ID],
  allow_empty: null,
  id: `${INSTANCE_ID},${GROUP_ID}`,
  region: UNKNOWN,
  timeouts: null,
};
const STATE = { ...NEW, region: REGION } as GroupUsersState;

interface Case extends Answers {
  readonly prior?: GroupUsersState;
  readonly replacing?: boolean;
  readonly replanned?: boolean;
}

async function check(planned: Partial<Planned>, { prior, replacing, replanned, groups, users, ...rest }: Case = {}) {
  const connect = fakeConnect({
    groups: { list: found([GROUP]), ...groups },
    users: { exists: found(true), ...users },
    ...rest,
  });
  const context = testContext(connect);
  const request = { prior, planned: { ...NEW, ...planned }, replacing, replanned, private: {} };
  const problems = await context.clock.run(groupUsers.check?.(request, context) ?? Promise.reject(new Error('It checks nothing.')));
  return { problems, connect, asked: connect.given('exists').map(([user]) => (user as { userId: string }).userId) };
}

const accounts = (...ids: readonly string[]) => found(new Map(ids.map((id) => [idIn(id), { id: idIn(id), username: id }])));

describe('the plan of a group that is to get users', () => {
  it('finds nothing wrong where the group is active, holds nobody else, and the users are there', async () => {
    const { problems, asked, connect } = await check({});
    expect([problems, asked]).toEqual([[], [USER_ID]]);
    expect(connect.given('listUsers')).toEqual([[{ group: GROUP_ID, region: REGION }]]);
  });

  it.each<[string, Partial<Planned>, Case]>([
    ['the instance is known only at apply', { instance_id: UNKNOWN }, {}],
    ['the group is known only at apply', { traffic_distribution_group_id: UNKNOWN }, {}],
    ['it is planned again at apply', {}, { replanned: true }],
    ['nobody comes', {}, { prior: STATE }],
    ['somebody leaves', { user_ids: [] }, { prior: STATE }],
  ])('asks nothing where %s', async (_, planned, more) => {
    const { problems, connect } = await check(planned, more);
    expect([problems, connect.calls]).toEqual([[], []]);
  });

  it('asks only for users who come, however those who are there are spelled', async () => {
    const { asked, connect } = await check({ user_ids: [USER_ID, OTHER, UNKNOWN] }, { prior: { ...STATE, user_ids: [USER_ARN] } });
    expect([asked, connect.called]).toEqual([[OTHER], ['exists']]);
  });

  it('asks for all users of a resource that is made anew', async () => {
    expect((await check({}, { prior: STATE, replacing: true })).asked).toEqual([USER_ID]);
  });

  it('looks for the group where the state does not know its Region', async () => {
    const { connect } = await check({ user_ids: [USER_ID, OTHER] }, { prior: { ...STATE, region: null } });
    expect(connect.called).toEqual(['list', 'list', 'exists']);
  });

  it('ends with a group that is not there, or not active', async () => {
    const missing = await check({}, { groups: { list: found([OTHER_GROUP]) } });
    expect(missing.problems).toMatchObject([{ severity: 'error', summary: `No traffic distribution group ${GROUP_ID}` }]);
    const failed = await check({}, { groups: { list: found([{ ...GROUP, status: 'CREATION_FAILED' }]) } });
    expect(failed.problems).toMatchObject([{ severity: 'error', summary: 'The traffic distribution group is CREATION_FAILED' }]);
    expect([missing.asked, failed.asked]).toEqual([[], []]);
  });

  it('is refused where an ARN names another account, before anything else is asked', async () => {
    const stranger = USER_ARN.replace(ACCOUNT, '999999999999');
    const { problems, connect } = await check({ user_ids: [USER_ID, stranger] });
    expect(problems).toMatchObject([{ severity: 'error', summary: 'An ARN of another account', path: ['user_ids'] }]);
    expect(connect.called).toEqual(['find']);
    const instance_id = `arn:aws:connect:${REGION}:999999999999:instance/${INSTANCE_ID}`;
    expect((await check({ instance_id })).problems).toMatchObject([{ summary: 'An ARN of another account', path: ['instance_id'] }]);
  });

  it('does not ask again about ARNs that the state has', async () => {
    const prior = { ...STATE, instance_id: `arn:aws:connect:${REGION}:999999999999:instance/${INSTANCE_ID}`, user_ids: [USER_ARN] };
    const { problems, connect } = await check({ ...prior, user_ids: [USER_ARN, OTHER] }, { prior });
    expect([problems, connect.called]).toEqual([[], ['exists']]);
  });
});

describe('users who are in the group and are not declared', () => {
  const held = (...ids: readonly string[]): Case => ({
    groups: { listUsers: found(new Set(ids.map(idIn))) },
    users: { list: accounts(...ids) },
  });

  it('refuse a new resource, since its plan cannot show that they go', async () => {
    const { problems } = await check({}, held(USER_ID, OTHER));
    expect(problems).toEqual([
      {
        severity: 'error',
        path: ['user_ids'],
        summary: 'The traffic distribution group has users that are not declared: 1',
        detail: expect.stringMatching(
          `^The group ${GROUP_ID} has users whom "user_ids" does not name: ${OTHER}\\.\n\n.* terraform import ADDRESS ${INSTANCE_ID},${GROUP_ID} `,
        ),
      },
    ]);
  });

  it('are told as ten ids and a count', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `user-${index}`);
    const told = async (...those: readonly string[]) => (await check({}, held(...those))).problems[0]?.detail;
    expect(await told(...ids.slice(0, 10))).toContain(': user-0, user-1, user-2, user-3, user-4, user-5, user-6, user-7, user-8, user-9.');
    expect(await told(...ids)).toContain('user-8, user-9 and 2 more.');
  });

  it('may be those whose ids are known only at apply', async () => {
    expect((await check({ user_ids: [USER_ID, UNKNOWN] }, held(USER_ID, OTHER))).problems).toEqual([]);
    expect((await check({ user_ids: [USER_ID, UNKNOWN] }, held(USER_ID, OTHER, 'third'))).problems).toHaveLength(1);
    const { problems, connect, asked } = await check({ user_ids: UNKNOWN }, held(OTHER));
    expect([problems, asked, connect.called]).toEqual([[], [], ['list', 'list']]);
  });

  it('are not looked for in a change: its plan shows who goes', async () => {
    const { connect } = await check({ user_ids: [USER_ID, OTHER] }, { prior: STATE, ...held('third') });
    expect(connect.given('listUsers')).toEqual([]);
  });

  it('are not known where the list may not be read, which is a warning', async () => {
    const operation = 'ListTrafficDistributionGroupUsers';
    const { problems } = await check({}, { groups: { listUsers: refuses('denied', { operation }) } });
    expect(problems).toMatchObject([{ severity: 'warning', summary: `The plan could not be checked with ${operation}` }]);
  });
});

it('says at "user_ids" which users are not there, and looks for nobody else after ten', async () => {
  const ids = Array.from({ length: 12 }, (_, index) => `user-${index}`);
  const { problems, asked } = await check({ user_ids: ids }, { users: { exists: found(false) } });
  expect(new Set(asked).size).toBe(10);
  expect(problems).toHaveLength(10);
  expect(problems[9]).toMatchObject({ severity: 'error', path: ['user_ids'], summary: 'No user user-9' });
});

it('knows the home Region of a group by its ARN', async () => {
  const { connect } = await check({ traffic_distribution_group_id: GROUP_ARN });
  expect(connect.given('list')).toEqual([[INSTANCE_ID, REGION]]);
});
