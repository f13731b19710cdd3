import { idIn } from '../../../connect/shapes/ids';
import type { User } from '../../../connect/gateway';
import type { Context, Reading } from '../../../custom-resources/contract/resource';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { users } from '../../../custom-resources/users/data-source';
import type { UsersState } from '../../../custom-resources/users/data-source-schema';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../support/custom-resources/context';
import { arnOf, INSTANCE_ARN, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

const ASKED: UsersState = {
  instance_id: INSTANCE_ID,
  region: null,
  routing_profile_id: null,
  hierarchy_group_id: null,
  tags: null,
  name_prefix: null,
  user_ids: null,
  users: null,
};

const user = (id: string, username: string, more: Partial<User> = {}): User => ({
  id: idIn(id),
  arn: arnOf('agent', id),
  username,
  identity: {},
  channels: {},
  securityProfileIds: ['agent'],
  routingProfileId: 'sales',
  tags: {},
  ...more,
});

const EVERYBODY = [
  user('u-1', 'grace', { routingProfileId: 'support', tags: { site: 'Leeds' } }),
  user('u-2', 'ada', {
    identity: { firstName: 'Ada', lastName: 'Lovelace' },
    hierarchyGroupId: 'north',
    tags: { site: 'Leeds', team: 'A', constructor: 'x' },
  }),
  user('u-3', 'adam', { tags: { site: 'York' } }),
  user('u-4', 'Ada'),
];

type Lists = NonNullable<Answers['catalogue']>['users'];

const read = (
  asked: Partial<UsersState>,
  answer: Lists = found(new Map(EVERYBODY.map((one) => [one.id, one]))),
  settings: Context['settings'] = SETTINGS,
): Promise<Reading<UsersState>> =>
  users.read({ ...ASKED, ...asked }, testContext(fakeConnect({ catalogue: { users: answer } }), { settings }));

const idsOf = async (asked: Partial<UsersState>): Promise<readonly string[] | null | undefined> => (await read(asked)).state?.user_ids;

it('tells of everybody, by name, where nothing is asked for', async () => {
  const { state } = await read({});
  expect(state?.users?.map(({ name }) => name)).toEqual(['Ada', 'ada', 'adam', 'grace']);
  expect(state).toMatchObject({ region: REGION, user_ids: ['u-4', 'u-2', 'u-3', 'u-1'] });
  expect(state?.users?.[1]).toEqual({
    user_id: 'u-2',
    arn: arnOf('agent', 'u-2'),
    name: 'ada',
    first_name: 'Ada',
    last_name: 'Lovelace',
    routing_profile_id: 'sales',
    security_profile_ids: ['agent'],
    hierarchy_group_id: 'north',
    tags: { site: 'Leeds', team: 'A', constructor: 'x' },
  });
  expect(state?.users?.[0]).toMatchObject({ first_name: null, last_name: null, hierarchy_group_id: null });
  expect(state?.users?.[0]?.tags).toEqual({});
});

it.each<[string, Partial<UsersState>, readonly string[]]>([
  ['a routing profile', { routing_profile_id: 'support' }, ['u-1']],
  ['a routing profile by its ARN', { routing_profile_id: arnOf('routing-profile', 'support') }, ['u-1']],
  ['a hierarchy group', { hierarchy_group_id: 'north' }, ['u-2']],
  ['a tag', { tags: { site: 'Leeds' } }, ['u-2', 'u-1']],
  ['all of several tags', { tags: { site: 'Leeds', team: 'A' } }, ['u-2']],
  ['no tags in particular', { tags: {} }, ['u-4', 'u-2', 'u-3', 'u-1']],
  ['the beginning of a name, in its case', { name_prefix: 'ada' }, ['u-2', 'u-3']],
  ['all that is given', { name_prefix: 'ada', tags: { site: 'York' }, routing_profile_id: 'sales' }, ['u-3']],
  ['what nobody has', { tags: { valueOf: 'x' } }, []],
])('finds those who have %s', async (_what, asked, ids) => {
  expect(await idsOf(asked)).toEqual(ids);
});

it('gives empty lists where nobody is found', async () => {
  expect((await read({ routing_profile_id: 'gone' })).state).toMatchObject({ users: [], user_ids: [] });
});

it('does not show tags that others manage', async () => {
  const { state } = await read({ tags: { site: 'York' } }, undefined, { ...SETTINGS, ignoreTags: { keys: ['site'], keyPrefixes: [] } });
  expect(state?.users?.map(({ user_id, tags }) => [user_id, tags])).toEqual([['u-3', {}]]);
});

it('fails where users may not be listed, and says so where there is no such instance', async () => {
  expect((await read({}, refuses('denied'))).diagnostics).toMatchObject([
    { summary: `Listing the users of the instance ${INSTANCE_ID} failed: access denied` },
  ]);
  expect((await read({}, refuses('not-found'))).diagnostics).toMatchObject([{ summary: `No instance ${INSTANCE_ID}` }]);
});

it('refuses ARNs of another instance', () => {
  const told = (asked: Partial<Parameters<NonNullable<typeof users.validate>>[0]>): unknown => users.validate?.({ ...ASKED, ...asked });
  const other = { hierarchy_group_id: arnOf('agent-group', 'north', 'another') };
  expect(told(other)).toMatchObject([{ path: ['hierarchy_group_id'], summary: 'An ARN of another instance' }]);
  expect(told({ ...other, instance_id: UNKNOWN })).toEqual([]);
  expect(told({ instance_id: INSTANCE_ARN, routing_profile_id: 'sales' })).toEqual([]);
});
