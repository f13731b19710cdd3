import type { Id } from '../../../connect/gateway';
import { idIn } from '../../../connect/shapes/ids';
import { usersOfTrafficDistributionGroup } from '../../../custom-resources/traffic-distribution-group-users/data-source';
import type { UsersOfGroupState } from '../../../custom-resources/traffic-distribution-group-users/data-source-schema';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, GROUP_ELSEWHERE } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

const ASKED: UsersOfGroupState = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: GROUP_ID,
  user_ids: null,
  id: null,
  region: null,
};

const MEMBERS = found(new Set(['u-1', 'u-gone'].map(idIn)));
const ACCOUNTS = found(new Map(['u-1', 'u-2'].map((id) => [id, { id: idIn(id), username: id }])));

function read({ groups, users, instances }: Answers = {}, asked: Partial<UsersOfGroupState> = {}) {
  const connect = fakeConnect({
    groups: { list: found([GROUP]), find: found(GROUP), listUsers: MEMBERS, ...groups },
    users: { list: ACCOUNTS, ...users },
    ...(instances && { instances }),
  });
  return usersOfTrafficDistributionGroup.read({ ...ASKED, ...asked }, testContext(connect));
}

it('tells who is in a group and has an account', async () => {
  expect((await read()).state).toEqual({ ...ASKED, user_ids: ['u-1'], id: `${INSTANCE_ID},${GROUP_ID}`, region: REGION });
});

it('takes an ARN, which says the Region, without a list of groups', async () => {
  const { state } = await read({ groups: { list: refuses('denied') } }, { traffic_distribution_group_id: GROUP_ARN });
  expect(state).toMatchObject({ traffic_distribution_group_id: GROUP_ARN, user_ids: ['u-1'] });
});

it('tells of an empty group without asking for accounts', async () => {
  const { state } = await read({ groups: { listUsers: found(new Set<Id>()) }, users: { list: refuses('unavailable') } });
  expect(state?.user_ids).toEqual([]);
});

it('counts everybody where accounts may not be listed', async () => {
  expect((await read({ users: { list: refuses('denied') } })).state?.user_ids).toEqual(['u-1', 'u-gone']);
});

it.each<[string, Answers, string]>([
  ['there is no such group', { groups: { list: found([]) } }, `No traffic distribution group ${GROUP_ID}`],
  ['there is no such instance', { groups: { list: found([]) }, instances: { find: found(undefined) } }, `No instance ${INSTANCE_ID}`],
  ['the groups may not be listed', { groups: { list: refuses('denied') } }, `Looking for the group ${GROUP_ID} failed: access denied`],
  ['the group may not be read', { groups: { find: refuses('denied') } }, `Reading the group ${GROUP_ID} failed: access denied`],
  [
    'its users may not be listed',
    { groups: { listUsers: refuses('denied') } },
    `Reading the users of the group ${GROUP_ID} failed: access denied`,
  ],
  [
    'the group is one of another instance',
    { groups: { find: found(GROUP_ELSEWHERE) } },
    'The traffic distribution group belongs to another instance',
  ],
])('fails where %s', async (_what, answers, summary) => {
  const { state, diagnostics } = await read(answers);
  expect(state).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: 'error', summary }]);
});
