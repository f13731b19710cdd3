import type { CheckRequest } from '../../../custom-resources/contract/resource';
import type { Settings } from '../../../custom-resources/contract/settings';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { guardGroupUsers } from '../../../custom-resources/traffic-distribution-group-users/guard';
import { trafficDistributionGroupUsers } from '../../../custom-resources/traffic-distribution-group-users/resource';
import type { GroupUsersState } from '../../../custom-resources/traffic-distribution-group-users/schema';
import { fakeConnect } from '../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../support/custom-resources/context';
import { GROUP_ID, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

const [BOB, CLEO] = ['0d3c3a1c-0000-4000-8000-00000000000b', '0d3c3a1c-0000-4000-8000-00000000000c'];
const STATE: GroupUsersState = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: GROUP_ID,
  user_ids: [USER_ID, BOB],
  allow_empty: null,
  id: `${INSTANCE_ID},${GROUP_ID}`,
  region: REGION,
  timeouts: null,
};
const EMPTIED = 'The traffic distribution group would be emptied: 2 users';
const tooMany = (count: number, most: number): string => `Too many memberships would end: ${count}, and max_membership_removals is ${most}`;

async function told(request: Partial<CheckRequest<GroupUsersState>>, most?: number): Promise<readonly string[]> {
  const settings: Settings = { ...SETTINGS, ...(most !== undefined && { maxMembershipRemovals: most }) };
  const context = testContext(fakeConnect(), { settings });
  const found = await context.clock.run(guardGroupUsers({ private: {}, ...request }, context));
  return found.map(({ summary }) => summary);
}

const becoming = (user_ids: CheckRequest<GroupUsersState>['planned'] extends infer P | undefined ? P : never) => ({
  prior: STATE,
  planned: user_ids,
});

describe('all users of a group', () => {
  it('are not taken out because nobody is declared any more, unless that is allowed', async () => {
    expect(await told(becoming({ ...STATE, user_ids: [] }))).toEqual([EMPTIED]);
    expect(await told(becoming({ ...STATE, user_ids: [], allow_empty: true }))).toEqual([]);
    expect(await told({ planned: { ...STATE, user_ids: [] } })).toEqual([]);
    expect(await told({ prior: { ...STATE, user_ids: [] }, planned: { ...STATE, user_ids: [] } })).toEqual([]);
  });

  it('count one by one when they leave the set, however they are spelled', async () => {
    expect(await told(becoming({ ...STATE, user_ids: [USER_ARN, BOB] }), 0)).toEqual([]);
    expect(await told(becoming({ ...STATE, user_ids: [USER_ARN, CLEO] }), 0)).toEqual([tooMany(1, 0)]);
    expect(await told(becoming({ ...STATE, user_ids: [UNKNOWN] }), 1)).toEqual([tooMany(2, 1)]);
    expect(await told(becoming({ ...STATE, user_ids: UNKNOWN }), 0)).toEqual([]);
  });

  it('count when the resource is destroyed, or moves to another group', async () => {
    expect(await told({ prior: STATE }, 1)).toEqual([tooMany(2, 1)]);
    expect(await told({ prior: STATE, planned: { ...STATE, traffic_distribution_group_id: 'other' }, replacing: true }, 1)).toEqual([
      tooMany(2, 1),
    ]);
    expect(await told({ planned: STATE, replaced: { state: STATE, private: {} }, replanned: true }, 0)).toEqual([]);
  });

  it.each<[string, readonly string[], Partial<Settings>, string]>([
    ['emptied', [], {}, EMPTIED],
    ['changed beyond the limit', [CLEO], { maxMembershipRemovals: 1 }, tooMany(2, 1)],
  ])('are not %s at apply either, where the plan did not know them', async (_what, user_ids, more, summary) => {
    const connect = fakeConnect();
    const context = testContext(connect, { settings: { ...SETTINGS, ...more } });
    const desired = { ...STATE, user_ids };
    const made = await trafficDistributionGroupUsers.reconcile(
      { prior: STATE, planned: { ...STATE, user_ids }, config: desired, private: {} },
      context,
    );
    expect([made.state, made.diagnostics?.map((problem) => problem.summary), connect.called]).toEqual([undefined, [summary], []]);
  });
});
