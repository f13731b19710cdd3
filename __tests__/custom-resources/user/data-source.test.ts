import type { User } from '../../../connect/gateway';
import type { Context, Reading } from '../../../custom-resources/contract/resource';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { existingUser } from '../../../custom-resources/user/data-source';
import type { FoundUserState } from '../../../custom-resources/user/data-source-schema';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../support/custom-resources/context';
import { arnOf, INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA, USER_ARN, USER_ID } from '../../support/custom-resources/ids';
import { LIVE } from '../../support/custom-resources/users';

const ASKED: FoundUserState = {
  instance_id: INSTANCE_ID,
  name: null,
  user_id: null,
  region: null,
  id: null,
  arn: null,
  first_name: null,
  last_name: null,
  email: null,
  secondary_email: null,
  mobile: null,
  directory_user_id: null,
  hierarchy_group_id: null,
  routing_profile_id: null,
  security_profile_ids: null,
  phone_type: null,
  desk_phone_number: null,
  auto_accept: null,
  after_contact_work_time_limit: null,
  persistent_connection: null,
  tags: null,
};

/** With everything that Connect tells of a user. */
const FULL: User = {
  ...LIVE,
  identity: { firstName: 'Jane', lastName: 'Doe', email: 'jane@example.com', secondaryEmail: 'doe@example.com', mobile: '+12065550101' },
  phone: {
    phoneType: 'DESK_PHONE',
    deskPhoneNumber: '+12065550102',
    autoAccept: true,
    afterContactWorkTimeLimit: 30,
    persistentConnection: false,
  },
  directoryUserId: 'directory',
  hierarchyGroupId: 'north',
  tags: { team: 'a', 'billing:code': '7' },
};

type Told = Reading<FoundUserState> & { readonly asks: readonly (readonly unknown[])[] };

async function read(asked: Partial<FoundUserState>, answers: Answers = {}, settings: Context['settings'] = SETTINGS): Promise<Told> {
  const connect = fakeConnect({ ...answers, users: { find: found(FULL), holderOf: found(FULL), ...answers.users } });
  const reading = await existingUser.read({ ...ASKED, ...asked }, testContext(connect, { settings }));
  return { ...reading, asks: connect.calls.map(({ method, given }) => [method, ...given]) };
}

it('finds a user by name, and tells all that Connect tells', async () => {
  const { state, diagnostics, asks } = await read({ name: 'jdoe' });
  expect(diagnostics).toBeUndefined();
  expect(asks).toEqual([['holderOf', INSTANCE_ID, 'jdoe', REGION]]);
  expect(state).toEqual({
    instance_id: INSTANCE_ID,
    name: 'jdoe',
    user_id: USER_ID,
    region: REGION,
    id: `${INSTANCE_ID}:${USER_ID}`,
    arn: USER_ARN,
    first_name: 'Jane',
    last_name: 'Doe',
    email: 'jane@example.com',
    secondary_email: 'doe@example.com',
    mobile: '+12065550101',
    directory_user_id: 'directory',
    hierarchy_group_id: 'north',
    routing_profile_id: 'basic',
    security_profile_ids: ['agent', 'supervisor'],
    phone_type: 'DESK_PHONE',
    desk_phone_number: '+12065550102',
    auto_accept: true,
    after_contact_work_time_limit: 30,
    persistent_connection: false,
    tags: { team: 'a', 'billing:code': '7' },
  });
});

it('reads a user by id or ARN, which it keeps, in the Region that is asked for or that the ARN of the instance names', async () => {
  const { state, asks } = await read({ instance_id: INSTANCE_ARN, user_id: USER_ARN, region: REPLICA });
  expect(asks).toEqual([['find', { instanceId: INSTANCE_ID, userId: USER_ID, region: REPLICA }]]);
  expect(state).toMatchObject({
    instance_id: INSTANCE_ARN,
    user_id: USER_ARN,
    id: `${INSTANCE_ID}:${USER_ID}`,
    region: REPLICA,
    name: 'jdoe',
  });
  const elsewhere = INSTANCE_ARN.replace(REGION, REPLICA);
  expect((await read({ instance_id: elsewhere, user_id: USER_ID })).asks).toEqual([
    ['find', { instanceId: INSTANCE_ID, userId: USER_ID, region: REPLICA }],
  ]);
});

it('leaves out what the user does not have, and tags that others manage', async () => {
  const bare: User = {
    id: USER_ID,
    arn: USER_ARN,
    username: 'jdoe',
    identity: {},
    channels: {},
    securityProfileIds: ['agent'],
    routingProfileId: 'basic',
    tags: {},
  };
  const { state } = await read({ name: 'jdoe' }, { users: { holderOf: found(bare) } });
  const known = {
    name: 'jdoe',
    user_id: USER_ID,
    region: REGION,
    id: `${INSTANCE_ID}:${USER_ID}`,
    arn: USER_ARN,
    routing_profile_id: 'basic',
    security_profile_ids: ['agent'],
    tags: {},
  };
  expect(state).toEqual({ ...ASKED, ...known });
  const settings = { ...SETTINGS, ignoreTags: { keys: [], keyPrefixes: ['billing:'] } };
  expect((await read({ name: 'jdoe' }, {}, settings)).state?.tags).toEqual({ team: 'a' });
});

it.each<[string, Partial<FoundUserState>, string, string]>([
  ['of that name', { name: 'Jdoe' }, 'name', 'case sensitive'],
  ['of that id', { user_id: USER_ID }, 'user_id', 'Check the id'],
])('fails when there is no user %s, and says what to do', async (_what, asked, path, advice) => {
  const { state, diagnostics } = await read(asked, { users: { find: found(undefined), holderOf: found(undefined) } });
  expect(state).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { severity: 'error', path: [path], summary: expect.stringMatching(/^No user /), detail: expect.stringContaining(advice) },
  ]);
  expect(diagnostics?.[0]?.detail).toContain(`${INSTANCE_ID} has no`);
});

it('names the instance when it is not there itself', async () => {
  const { diagnostics } = await read({ name: 'jdoe' }, { users: { holderOf: found(undefined) }, instances: { find: found(undefined) } });
  expect(diagnostics).toMatchObject([{ path: ['instance_id'], summary: `No instance ${INSTANCE_ID}` }]);
});

it.each<[string, Partial<FoundUserState>, string]>([
  ['by name', { name: 'jdoe' }, 'Reading the user "jdoe" of the instance'],
  ['by id', { user_id: USER_ID }, `Reading the user ${USER_ID} of the instance`],
])('fails and says so when users may not be read %s', async (_what, asked, summary) => {
  const { diagnostics } = await read(asked, { users: { find: refuses('denied'), holderOf: refuses('denied') } });
  expect(diagnostics).toMatchObject([{ severity: 'error', summary: expect.stringContaining(summary) }]);
  expect(diagnostics?.[0]?.summary).toContain('access denied');
});

it('takes exactly one of name and user_id, of this instance', () => {
  const told = (asked: Parameters<NonNullable<typeof existingUser.validate>>[0]): unknown => existingUser.validate?.(asked);
  expect(told({ ...ASKED, name: 'jdoe' })).toEqual([]);
  expect(told({ ...ASKED, user_id: UNKNOWN, instance_id: UNKNOWN })).toEqual([]);
  expect(told({ ...ASKED, user_id: USER_ARN })).toEqual([]);
  expect(told(ASKED)).toMatchObject([{ summary: 'Neither "name" nor "user_id"' }]);
  expect(told({ ...ASKED, name: 'jdoe', user_id: USER_ID })).toMatchObject([{ path: ['user_id'], summary: 'Both "name" and "user_id"' }]);
  expect(told({ ...ASKED, user_id: arnOf('agent', USER_ID, 'other') })).toMatchObject([
    { path: ['user_id'], summary: 'An ARN of another instance' },
  ]);
});
