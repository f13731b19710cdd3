import { succeeded } from '../../../connect/failure';
import type { Instance, User } from '../../../connect/gateway';
import type { UserState } from '../../../custom-resources/user/schema';
import { updateUser } from '../../../custom-resources/user/update';
import { type Answers, answers, fakeConnect, found, refusal, refuses, WRITTEN_AT } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { REPLICATED } from '../../support/custom-resources/groups';
import { INSTANCE_ARN, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';
import { AGENT, LIVE } from '../../support/custom-resources/users';

const SPEAKS = [{ attribute_name: 'language', attribute_value: 'de', level: 3 }];
const REF = { instanceId: INSTANCE_ID, userId: USER_ID, arn: USER_ARN };

const [JANE] = AGENT.identity_info;
if (!JANE) throw new Error('The sample agent lacks an identity.');
const ROE = [{ ...JANE, last_name: 'Roe' }];

async function update(
  desired: Partial<UserState>,
  scripted: Answers['users'] = { find: found<User | undefined>(LIVE) },
  prior: Partial<UserState> = {},
  others: Answers = {},
) {
  const connect = fakeConnect({ users: scripted, ...others });
  const context = testContext(connect);
  const before = { ...AGENT, ...prior };
  const result = await context.clock.run(
    updateUser({ connect, context, deadline: context.clock.now() + 60_000 }, before, { ...before, ...desired }, {}),
  );
  return { connect, result };
}

it('calls nothing when only Terraform itself is concerned', async () => {
  const { connect, result } = await update({ quick_connects_on_delete: 'retain', password: 'Secret123' });
  expect(connect.calls).toEqual([]);
  expect(result).toEqual({ state: { ...AGENT, quick_connects_on_delete: 'retain', password: 'Secret123' } });
});

it.each<[string, Partial<UserState>, string, readonly unknown[]]>([
  ['the hierarchy group', { hierarchy_group_id: 'team' }, 'updateHierarchy', [REF, 'team']],
  ['the identity', { identity_info: ROE }, 'updateIdentityInfo', [REF, { firstName: 'Jane', lastName: 'Roe' }]],
  ['the routing profile', { routing_profile_id: 'vip' }, 'updateRoutingProfile', [REF, 'vip']],
  ['the security profiles', { security_profile_ids: ['agent'] }, 'updateSecurityProfiles', [REF, ['agent']]],
  ['a tag', { tags: { team: 'a' }, tags_all: { team: 'a' } }, 'tag', [USER_ARN, { team: 'a' }, undefined]],
  [
    'the settings of a channel',
    { phone_config: [], persistent_connection_config: [{ channel: 'VOICE', persistent_connection: true }] },
    'updateConfig',
    [REF, { persistentConnection: [{ channel: 'VOICE', persistentConnection: true }] }],
  ],
])('changes %s with one look and one call', async (_what, desired, method, given) => {
  const { connect, result } = await update(desired);
  expect(connect.called).toEqual(['find', method]);
  expect(connect.given(method)).toEqual([given]);
  expect(result).toEqual({ state: { ...AGENT, ...desired }, private: { asOf: WRITTEN_AT + 999 } });
});

it('changes the phone settings, in the Region that the ARN of the instance names', async () => {
  const [phone] = AGENT.phone_config;
  const desired = phone ? { phone_config: [{ ...phone, auto_accept: true }] } : {};
  const { connect } = await update(desired, undefined, { instance_id: INSTANCE_ARN });
  expect(connect.given('updatePhoneConfig')).toMatchObject([
    [
      { ...REF, region: REGION },
      { phoneType: 'SOFT_PHONE', autoAccept: true },
    ],
  ]);
});

it('writes nothing the second time', async () => {
  const { connect, result } = await update(
    { routing_profile_id: 'vip' },
    { find: found<User | undefined>({ ...LIVE, routingProfileId: 'vip' }) },
  );
  expect(connect.called).toEqual(['find']);
  expect(result).toEqual({ state: { ...AGENT, routing_profile_id: 'vip' }, private: {} });
});

it('reads proficiencies only when they are to change', async () => {
  const { connect } = await update({ proficiency: SPEAKS });
  expect(connect.called).toEqual(['find', 'listProficiencies', 'associateProficiencies']);
});

it('changes what the plan announced, and reports but does not touch what changed outside since', async () => {
  const { connect, result } = await update(
    { routing_profile_id: 'vip' },
    { find: found<User | undefined>({ ...LIVE, tags: { stray: 'x' }, hierarchyGroupId: 'team' }) },
  );
  expect(connect.called).toEqual(['find', 'updateRoutingProfile']);
  expect(result.diagnostics).toMatchObject([{ severity: 'warning', detail: expect.stringContaining('(hierarchy group, tags)') }]);
  expect(result.private).toEqual({});
});

it('fails and says that the user is gone when it was deleted after the plan', async () => {
  const { connect, result } = await update({ routing_profile_id: 'vip' }, { find: found(undefined) });
  expect(connect.called).toEqual(['find']);
  expect(result).toMatchObject({ state: AGENT, diagnostics: [{ severity: 'error', summary: `The user "jdoe" (${USER_ID}) is gone` }] });
});

it('fails and changes nothing when the user cannot be read', async () => {
  const { connect, result } = await update({ routing_profile_id: 'vip' }, { find: refuses('denied') });
  expect(connect.called).toEqual(['find']);
  expect(result).toMatchObject({ state: AGENT, diagnostics: [{ summary: expect.stringContaining('Reading the user "jdoe"') }] });
});

it('keeps what was done in the state when a later call fails, and stops there', async () => {
  const desired = {
    identity_info: ROE,
    routing_profile_id: 'vip',
    security_profile_ids: ['agent'],
    tags: { team: 'a' },
    tags_all: { team: 'a' },
  };
  const { connect, result } = await update(desired, { find: found<User | undefined>(LIVE), updateRoutingProfile: refuses('not-found') });
  expect(connect.called).toEqual(['find', 'updateIdentityInfo', 'updateRoutingProfile']);
  expect(result.state).toEqual({ ...AGENT, identity_info: ROE });
  expect(result.diagnostics).toMatchObject([
    { severity: 'error', summary: expect.stringContaining('Updating the routing profile of the user "jdoe"') },
  ]);
});

it('changes of the tags what the plan announced: what somebody set, changed or took off after it stays so, with a warning', async () => {
  const planned = { team: 'b', site: 'Leeds', desk: '7' };
  const { connect, result } = await update(
    { tags: planned, tags_all: planned },
    { find: found<User | undefined>({ ...LIVE, tags: { team: 'a', floor: '1', stray: 'x', site: 'York' } }) },
    { tags: { team: 'a', floor: '1', site: 'Leeds', desk: '7' }, tags_all: { team: 'a', floor: '1', site: 'Leeds', desk: '7' } },
  );
  expect([connect.given('untag'), connect.given('tag')]).toEqual([
    [[USER_ARN, ['floor'], undefined]],
    [[USER_ARN, { team: 'b' }, undefined]],
  ]);
  expect(result.diagnostics).toMatchObject([{ severity: 'warning', detail: expect.stringContaining('(tags)') }]);
  expect(result.state?.tags_all).toEqual(planned);
});

it('keeps in the state which proficiencies and tags were taken away before the next call failed', async () => {
  const held = [{ attributeName: 'language', attributeValue: 'fr', level: 1 }];
  const french = { attribute_name: 'language', attribute_value: 'fr', level: 1 };
  const listed = found({ proficiencies: held });
  const users = { find: found<User | undefined>({ ...LIVE, tags: { team: 'a', floor: '1' } }), listProficiencies: listed };
  const tagged = { tags: { team: 'a', floor: '1' }, tags_all: { team: 'a', floor: '1' } };

  const { result } = await update(
    { proficiency: SPEAKS },
    { ...users, associateProficiencies: refuses('denied') },
    { ...tagged, proficiency: [french] },
  );
  expect(result.state).toEqual({ ...AGENT, proficiency: [], ...tagged });
  const { result: tags } = await update({ tags: { team: 'b' }, tags_all: { team: 'b' } }, users, tagged, {
    tagging: { tag: refuses('denied') },
  });
  expect(tags.state).toEqual({ ...AGENT, tags: { team: 'a' }, tags_all: { team: 'a' } });
});

it('does not wait for a user that it did not make: what is missing is something else', async () => {
  const { connect } = await update(
    { hierarchy_group_id: 'nowhere' },
    { find: found<User | undefined>(LIVE), updateHierarchy: refuses('not-found') },
  );
  expect(connect.given('updateHierarchy')).toHaveLength(1);
});

it('does not report again and again an e-mail address that the program does not declare', async () => {
  const { result } = await update(
    { routing_profile_id: 'vip' },
    { find: found<User | undefined>({ ...LIVE, identity: { ...LIVE.identity, email: 'j@example.com' } }) },
  );
  expect(result.diagnostics ?? []).toEqual([]);
});

it('does not clear an e-mail address that the program never declared when a name changes', async () => {
  const { connect } = await update(
    { identity_info: ROE },
    { find: found<User | undefined>({ ...LIVE, identity: { ...LIVE.identity, email: 'j@example.com' } }) },
  );
  expect(connect.given('updateIdentityInfo')).not.toMatchObject([[REF, { email: '' }]]);
});

/** SAML refuses e-mails, whoever set one; what a directory manages may be refused as well. */
it('leaves out what the program never declared where the instance refuses it', async () => {
  const { connect, result } = await update(
    { identity_info: ROE },
    {
      find: found<User | undefined>({ ...LIVE, identity: { ...LIVE.identity, email: 'j@example.com' } }),
      updateIdentityInfo: answers(refusal('invalid'), succeeded({ at: WRITTEN_AT })),
    },
  );
  expect(connect.given('updateIdentityInfo').map(([, identity]) => identity)).toEqual([
    { firstName: 'Jane', lastName: 'Roe', email: 'j@example.com' },
    { firstName: 'Jane', lastName: 'Roe' },
  ]);
  expect(result).toMatchObject({ state: { identity_info: ROE } });
  expect(result.diagnostics).toBeUndefined();
});

it('sends an identity once that is wholly declared, and tells the refusal', async () => {
  const { connect, result } = await update(
    { identity_info: ROE },
    { find: found<User | undefined>(LIVE), updateIdentityInfo: refuses('invalid') },
  );
  expect([connect.given('updateIdentityInfo').length, result.diagnostics?.length]).toEqual([1, 1]);
});

it.each<[string, Answers['instances']]>([
  [
    'Connect keeps the users itself, and refuses for another reason',
    { find: found<Instance | undefined>({ ...REPLICATED, identityManagement: 'CONNECT_MANAGED' }) },
  ],
  ['nobody may look at the instance', { find: refuses('denied') }],
])('does not risk an e-mail address that the program never declared where %s', async (_what, instances) => {
  const { connect, result } = await update(
    { identity_info: ROE },
    {
      find: found<User | undefined>({ ...LIVE, identity: { ...LIVE.identity, email: 'j@example.com' } }),
      updateIdentityInfo: answers(refusal('invalid'), succeeded({ at: WRITTEN_AT })),
    },
    {},
    { instances },
  );
  expect(connect.given('updateIdentityInfo').map(([, identity]) => identity)).toEqual([
    { firstName: 'Jane', lastName: 'Roe', email: 'j@example.com' },
  ]);
  expect(result.diagnostics).toMatchObject([{ severity: 'error', failure: 'invalid' }]);
});

const NOTIFIED = [{ ...JANE, secondary_email: 's@example.com' }];
const NOTIFIED_LIVE = found<User | undefined>({ ...LIVE, identity: { ...LIVE.identity, secondaryEmail: 's@example.com' } });

/** The pattern that the API reference gives for SecondaryEmail does not match an empty one. */
it('leaves out an address that is no longer declared where Connect takes no empty one, and says that it may stay', async () => {
  const { connect, result } = await update(
    { identity_info: [JANE] },
    { find: NOTIFIED_LIVE, updateIdentityInfo: answers(refusal('invalid'), succeeded({ at: WRITTEN_AT })) },
    { identity_info: NOTIFIED },
  );
  expect(connect.given('updateIdentityInfo').map(([, identity]) => identity)).toEqual([
    { firstName: 'Jane', lastName: 'Doe', secondaryEmail: '' },
    { firstName: 'Jane', lastName: 'Doe' },
  ]);
  expect(result).toMatchObject({
    state: { identity_info: [JANE] },
    diagnostics: [{ severity: 'warning', summary: 'An e-mail address may be kept', path: ['identity_info'] }],
  });
});

it('tells the refusal where Connect refuses the rest of the identity as well', async () => {
  const { connect, result } = await update(
    { identity_info: [JANE] },
    { find: NOTIFIED_LIVE, updateIdentityInfo: refuses('invalid') },
    { identity_info: NOTIFIED },
  );
  expect(connect.given('updateIdentityInfo')).toHaveLength(2);
  expect(result).toMatchObject({ state: { identity_info: NOTIFIED }, diagnostics: [{ severity: 'error', failure: 'invalid' }] });
});

it('keeps the address that nobody declares in what it sends then, where Connect keeps the users itself', async () => {
  const { connect } = await update(
    { identity_info: [JANE] },
    {
      find: found<User | undefined>({ ...LIVE, identity: { ...LIVE.identity, email: 'j@example.com', secondaryEmail: 's@example.com' } }),
      updateIdentityInfo: answers(refusal('invalid'), succeeded({ at: WRITTEN_AT })),
    },
    { identity_info: NOTIFIED },
    { instances: { find: found<Instance | undefined>({ ...REPLICATED, identityManagement: 'CONNECT_MANAGED' }) } },
  );
  expect(connect.given('updateIdentityInfo').map(([, identity]) => identity)).toEqual([
    { firstName: 'Jane', lastName: 'Doe', email: 'j@example.com', secondaryEmail: '' },
    { firstName: 'Jane', lastName: 'Doe', email: 'j@example.com' },
  ]);
});

/** UpdateUserConfig alone declares a ConditionalOperationFailedException; for what reason it is answered AWS does not say. */
describe('a change of settings per channel that collides with another', () => {
  const change = (updateConfig: NonNullable<Answers['users']>['updateConfig']) =>
    update(
      { phone_config: [], persistent_connection_config: [{ channel: 'VOICE', persistent_connection: true }] },
      { find: found<User | undefined>(LIVE), updateConfig },
    );

  it('is made once more', async () => {
    const { connect, result } = await change(answers(refusal('conflict'), succeeded({ at: WRITTEN_AT })));
    expect([connect.given('updateConfig').length, result.diagnostics]).toEqual([2, undefined]);
  });

  it('fails after three more tries', async () => {
    const { connect, result } = await change(refuses('conflict'));
    expect(connect.given('updateConfig')).toHaveLength(4);
    expect(result.diagnostics).toMatchObject([{ severity: 'error', failure: 'conflict' }]);
  });
});
