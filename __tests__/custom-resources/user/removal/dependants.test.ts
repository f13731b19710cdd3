import { idIn } from '../../../../connect/shapes/ids';
import { succeeded } from '../../../../connect/failure';
import type { QuickConnectSettings } from '../../../../connect/gateway';
import { goneLeaving } from '../../../../custom-resources/user/private-data';
import { user } from '../../../../custom-resources/user/resource';
import type { UserState } from '../../../../custom-resources/user/schema';
import { type Answers, fakeConnect, found, refusal } from '../../../support/custom-resources/connect';
import { testContext } from '../../../support/custom-resources/context';
import { GROUP, OTHER_GROUP, REPLICATED } from '../../../support/custom-resources/groups';
import { REGION, REPLICA, USER_ID } from '../../../support/custom-resources/ids';
import { AGENT } from '../../../support/custom-resources/users';

const QUICK_CONNECT: QuickConnectSettings = {
  id: idIn('qc'),
  arn: 'arn-of-qc',
  name: 'Call Jane',
  type: 'USER',
  userId: USER_ID,
  tags: {},
};
const listOf =
  (groups: Readonly<Record<string, ReturnType<typeof succeeded<readonly (typeof GROUP)[]>> | ReturnType<typeof refusal>>>) =>
  (_instance: string, region = REGION) =>
    Promise.resolve(groups[region] ?? succeeded([]));

/** What the plan says that goes along, and what apply takes along: ids of groups and quick connects. */
async function planAndApply(answers: Answers, state: Partial<UserState> = {}, known = {}) {
  const prior: UserState = { ...AGENT, ...state };
  const planned = fakeConnect(answers);
  const context = testContext(planned);
  const checked = await context.clock.run(
    user.check?.({ prior, private: known }, context) ?? Promise.reject(new Error('It checks nothing.')),
  );
  const said = checked.map(({ detail }) => detail).join('\n');
  const applied = fakeConnect(answers);
  await user.remove({ state: prior, private: known }, testContext(applied));
  const ended = applied.given('disassociateUser').map(([membership]) => (membership as { groupId: string }).groupId);
  const deleted = applied.given('delete').flatMap(([, id]) => (typeof id === 'string' ? [id] : []));
  return { said: [GROUP.id, OTHER_GROUP.id, QUICK_CONNECT.id].filter((id) => said.includes(`(${id})`)), done: [...ended, ...deleted] };
}

it.each<[string, Answers, Partial<UserState>, readonly string[]]>([
  [
    'memberships in groups that only another Region of the instance shows',
    {
      instances: { find: found(REPLICATED) },
      groups: { list: listOf({ [REPLICA]: succeeded([GROUP, OTHER_GROUP]) }), hasUser: found(true) },
    },
    {},
    [GROUP.id, OTHER_GROUP.id],
  ],
  [
    'memberships, though another Region may not be looked at',
    {
      instances: { find: found(REPLICATED) },
      groups: { list: listOf({ [REGION]: succeeded([GROUP]), [REPLICA]: refusal('denied') }), hasUser: found(true) },
    },
    {},
    [GROUP.id],
  ],
  ['quick connects', { quickConnects: { listForUser: found([QUICK_CONNECT]) } }, {}, [QUICK_CONNECT.id]],
  [
    'no quick connects that are retained',
    { quickConnects: { listForUser: found([QUICK_CONNECT]) } },
    { quick_connects_on_delete: 'retain' },
    [],
  ],
])('the plan that destroys a user names what apply takes along: %s', async (_what, answers, state, expected) => {
  expect(await planAndApply(answers, state)).toEqual({ said: expected, done: expected });
});

it('the plan names, and apply deletes, the quick connects that an unfinished removal left', async () => {
  const listForUser: NonNullable<Answers['quickConnects']>['listForUser'] = (_user, orphaned = []) =>
    Promise.resolve(succeeded(orphaned.map((id) => ({ ...QUICK_CONNECT, id: idIn(id) }))));
  const left = { id: QUICK_CONNECT.id, arn: '', name: '', type: 'USER' };
  expect(await planAndApply({ quickConnects: { listForUser } }, {}, goneLeaving([left]))).toEqual({
    said: [QUICK_CONNECT.id],
    done: [QUICK_CONNECT.id],
  });
});
