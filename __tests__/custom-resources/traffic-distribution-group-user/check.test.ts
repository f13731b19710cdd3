import { succeeded } from '../../../connect/failure';
import type { TrafficDistributionGroup } from '../../../connect/gateway';
import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { trafficDistributionGroupUser as membership } from '../../../custom-resources/traffic-distribution-group-user/resource';
import type { MembershipState } from '../../../custom-resources/traffic-distribution-group-user/schema';
import { ProcessLedger } from '../../../provider/ledger/ledger';
import { type Answers, answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, GROUP_ELSEWHERE, OTHER_GROUP } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

const PLANNED: PlannedState<MembershipState> = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: GROUP_ID,
  user_id: USER_ID,
  id: UNKNOWN,
  region: UNKNOWN,
  timeouts: null,
};
const MEMBER: MembershipState = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: GROUP_ID,
  user_id: USER_ID,
  id: `${INSTANCE_ID},${GROUP_ID},${USER_ID}`,
  region: REGION,
  timeouts: null,
};

const there = { exists: found(true) };
const listed = (group: TrafficDistributionGroup) => ({ list: found([OTHER_GROUP, group]) });

async function check(groups: Answers['groups'], planned: Partial<PlannedState<MembershipState>> = {}, users: Answers['users'] = there) {
  const connect = fakeConnect({ groups, users });
  const context = testContext(connect);
  const checked = membership.check?.({ planned: { ...PLANNED, ...planned }, private: {} }, context);
  return { connect, problems: await context.clock.run(checked ?? Promise.reject(new Error('It checks nothing.'))) };
}

it.each(['ACTIVE', 'CREATION_IN_PROGRESS', 'UPDATE_IN_PROGRESS'])('finds nothing wrong with a group that is %s', async (status) => {
  const { connect, problems } = await check(listed({ ...GROUP, status }));
  expect(problems).toEqual([]);
  expect(connect.called).not.toContain('find');
});

it.each<[string, Answers['groups'], string]>([
  ['that does not exist', { list: found([OTHER_GROUP]) }, `No traffic distribution group ${GROUP_ID}`],
  ['of another instance', listed(GROUP_ELSEWHERE), 'The traffic distribution group belongs to another instance'],
  ['that failed to be created', listed({ ...GROUP, status: 'CREATION_FAILED' }), 'The traffic distribution group is CREATION_FAILED'],
])('refuses a group %s at plan', async (_what, groups, summary) => {
  expect((await check(groups)).problems).toMatchObject([{ severity: 'error', summary, path: ['traffic_distribution_group_id'] }]);
});

it('is told once of a group that can take none of hundreds of agents, who are not looked for any more', async () => {
  const connect = fakeConnect({ groups: { list: found([OTHER_GROUP]) }, users: there });
  const context = testContext(connect);
  const check = (userId: string) => membership.check?.({ planned: { ...PLANNED, user_id: userId }, private: {} }, context);
  expect(await check(USER_ID)).toHaveLength(1);
  const asked = connect.called.length;
  expect(await Promise.all(['b', 'c', 'd'].map(check))).toEqual([[], [], []]);
  expect(connect.called).toHaveLength(asked);
});

it('asks for a group that is not listed, in the Region of its ARN', async () => {
  const { connect, problems } = await check(
    { find: answers(succeeded<TrafficDistributionGroup | undefined>(GROUP)) },
    { traffic_distribution_group_id: GROUP_ARN },
  );
  expect(problems).toEqual([]);
  expect(connect.given('find')).toEqual([[{ group: GROUP_ARN, region: REGION }]]);
});

it('refuses the ARN of a group that names another account', async () => {
  const { problems } = await check(listed(GROUP), { traffic_distribution_group_id: GROUP_ARN.replace(/\d{12}/, '999999999999') });
  expect(problems).toMatchObject([
    {
      severity: 'error',
      summary: 'An ARN of another account',
      path: ['traffic_distribution_group_id'],
      detail: expect.stringContaining('names a traffic distribution group of another account'),
    },
  ]);
});

describe('the user', () => {
  it('is refused at plan when the instance has no such user', async () => {
    const { problems } = await check(listed(GROUP), {}, { exists: found(false) });
    expect(problems).toMatchObject([{ severity: 'error', summary: `No user ${USER_ID}`, path: ['user_id'] }]);
  });

  it('is not said to be missing when Terraform stops the plan while it is looked for', async () => {
    const context = testContext(fakeConnect({ groups: listed(GROUP), users: { exists: found(false) } }));
    const checked = membership.check?.({ planned: PLANNED, private: {} }, context);
    await context.clock.advance(500);
    context.stop();
    expect(await checked).toEqual([]);
  });

  it('may be so new that it is not known yet', async () => {
    expect((await check(listed(GROUP), {}, { exists: answers(succeeded(false), succeeded(true)) })).problems).toEqual([]);
  });
});

it('asks nothing while the group or the instance is not known yet, or for a membership that stands', async () => {
  for (const planned of [{ instance_id: UNKNOWN }, { traffic_distribution_group_id: UNKNOWN }]) {
    const { connect, problems } = await check({}, planned);
    expect([problems, connect.calls]).toEqual([[], []]);
  }
  const connect = fakeConnect();
  const context = testContext(connect);
  await membership.check?.({ prior: MEMBER, planned: MEMBER, private: {} }, context);
  expect(connect.calls).toEqual([]);
});

it('warns, but does not stand in the way, when the groups may not be listed', async () => {
  expect((await check({ list: refuses('denied') })).problems).toMatchObject([{ severity: 'warning' }]);
});

it('warns, but does not say "no such group", when the group may not be described', async () => {
  const { problems } = await check({ list: found([OTHER_GROUP]), find: refuses('denied') }, { traffic_distribution_group_id: GROUP_ARN });
  expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
});

it('refuses a membership that two resources declare, however they spell it', () => {
  const ledger = new ProcessLedger();
  const plan = (config: PlannedState<MembershipState>) =>
    ledger.plan(membership, { planned: { ...membership.plan({ config, private: {} }).planned }, private: {} });
  expect(plan(PLANNED)).toEqual([]);
  expect(plan({ ...PLANNED, instance_id: INSTANCE_ARN, traffic_distribution_group_id: GROUP_ARN, user_id: USER_ARN })).toMatchObject([
    { severity: 'error', summary: 'Declared twice' },
  ]);
});
