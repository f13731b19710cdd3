import { idIn } from '../../../connect/shapes/ids';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { trafficDistributionGroupUsers as groupUsers } from '../../../custom-resources/traffic-distribution-group-users/resource';
import type { GroupUsersState } from '../../../custom-resources/traffic-distribution-group-users/schema';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP } from '../../support/custom-resources/groups';
import { GROUP_ID, INSTANCE_ID, USER_ID } from '../../support/custom-resources/ids';

const ID = `${INSTANCE_ID},${GROUP_ID}`;
const OTHER = 'bbbbbbbb-0000-4000-8000-00000000000b';
const DECLARED: GroupUsersState = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: GROUP_ID,
  user_ids: [USER_ID, OTHER],
  allow_empty: null,
  id: null,
  region: null,
  timeouts: null,
};
const account = idIn('new');

describe('a new resource', () => {
  const create = async (groups: Answers['groups'], users: Answers['users'] = {}) => {
    const connect = fakeConnect({ groups: { list: found([GROUP]), find: found(GROUP), ...groups }, users });
    const context = testContext(connect);
    const planned = { ...DECLARED, id: ID, region: UNKNOWN };
    const end = await context.clock.run(groupUsers.reconcile({ planned, config: DECLARED, private: {} }, context));
    return [end.state?.user_ids, end.diagnostics?.map(({ summary }) => summary), connect.given('associateUser').length];
  };

  it('puts everybody into the group, where nobody else has an account', async () => {
    expect(await create({ listUsers: found(new Set([idIn('deleted')])) })).toEqual([[USER_ID, OTHER], [], 2]);
  });

  it.each<[string, Answers['groups'], Answers['users'], string]>([
    [
      'whose home Region may not be asked for',
      { list: refuses('denied') },
      {},
      `Changing the users of the group ${ID} failed: access denied`,
    ],
    ['that is not there', { list: found([]) }, {}, `No traffic distribution group ${GROUP_ID}`],
    ['that may not be read', { find: refuses('denied') }, {}, `Reading the group ${GROUP_ID} failed: access denied`],
    [
      'whose users may not be read',
      { listUsers: refuses('denied') },
      {},
      `Reading the users of the group ${GROUP_ID} failed: access denied`,
    ],
    [
      'of whose users the accounts are not told',
      { listUsers: found(new Set([idIn('new')])) },
      { list: refuses('unavailable') },
      `Looking for accounts of the users of the group ${GROUP_ID} failed: Amazon Connect could not be reached`,
    ],
    [
      'that has users of whom no plan told',
      { listUsers: found(new Set([idIn('new')])) },
      { list: found(new Map([[account, { id: account, username: 'new' }]])) },
      'The traffic distribution group has users that are not declared: 1',
    ],
  ])('changes nothing in a group %s', async (_, groups, users, summary) => {
    expect(await create(groups, users)).toEqual([undefined, [summary], 0]);
  });
});
