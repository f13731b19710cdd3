import type { Connect } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import { agent, connectTo, createAgent, failure, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;
const managed = {
  InstanceId: demo.MANAGED_INSTANCE_ID,
  RoutingProfileId: demo.MANAGED_ROUTING_PROFILE_ID,
  SecurityProfileIds: [demo.MANAGED_SECURITY_PROFILE_ID],
  Password: 'Passw0rdPlease',
};

let emulator: TestEmulator;
let client: Connect;

beforeEach(async () => {
  emulator = await startTestEmulator();
  client = connectTo(emulator.url);
});

afterEach(async () => {
  client.destroy();
  await emulator.close();
});

describe('creating a user', () => {
  test('refuses a user name that is taken, and takes it again once its user is gone', async () => {
    const UserId = await createAgent(client, 'ada');
    await expect(client.createUser(agent('ada'))).rejects.toMatchObject(failure('DuplicateResourceException', 409));
    await client.createUser(agent('Ada'));
    await client.deleteUser({ InstanceId, UserId });
    await client.createUser(agent('ada'));
  });

  test('takes a user name with the domain before a backslash, as the API reference has it for SAML', async () => {
    await client.createUser(agent('EMEA\\ada'));
    await expect(client.createUser(agent('EMEA/ada'))).rejects.toMatchObject(failure('InvalidParameterException', 400));
  });

  test('refuses a user name that differs in case only, where case does not count', async () => {
    await emulator.control.change({ answers: { usernameCase: 'insensitive' } });
    await createAgent(client, 'ada');
    await expect(client.createUser(agent('ADA'))).rejects.toMatchObject(failure('DuplicateResourceException', 409));
  });

  test('fails with 429 LimitExceededException when the quota of users is used up', async () => {
    await emulator.control.change({ quotas: { users: 1 } });
    await createAgent(client, 'ada');
    await expect(client.createUser(agent('grace'))).rejects.toMatchObject(failure('LimitExceededException', 429));
  });

  test.each([
    ['a password', agent('ada', { Password: 'Passw0rdPlease' }), 'InvalidRequestException'],
    [
      'an e-mail address',
      agent('ada', { IdentityInfo: { FirstName: 'Ada', LastName: 'Agent', Email: 'ada@example.com' } }),
      'InvalidRequestException',
    ],
    ['a directory user', agent('ada', { DirectoryUserId: 'directory-1' }), 'InvalidRequestException'],
    ['no last name', agent('ada', { IdentityInfo: { FirstName: 'Ada' } }), 'InvalidRequestException'],
    [
      'a name that is not in normal form C',
      agent('ada', { IdentityInfo: { FirstName: 'Ada', LastName: 'Le\u0301ger' } }),
      'InvalidParameterException',
    ],
    ['an @ that makes no e-mail address', agent('ada@example'), 'InvalidParameterException'],
    ['a user name of 65 characters', agent('a'.repeat(65)), 'InvalidParameterException'],
    ['no security profile', agent('ada', { SecurityProfileIds: [] }), 'InvalidParameterException'],
    [
      'a phone number that is not E.164',
      agent('ada', { IdentityInfo: { FirstName: 'Ada', LastName: 'Agent', Mobile: '0123' } }),
      'InvalidParameterException',
    ],
    ['a desk phone without a number', agent('ada', { PhoneConfig: { PhoneType: 'DESK_PHONE' } }), 'InvalidParameterException'],
    [
      'after contact work of over 2,000,000 s',
      agent('ada', { PhoneConfig: { AfterContactWorkTimeLimit: 2_000_001 } }),
      'InvalidParameterException',
    ],
    ['a tag of AWS itself', agent('ada', { Tags: { 'aws:team': 'north' } }), 'InvalidParameterException'],
    [
      'a persistent connection for chat',
      agent('ada', { PersistentConnectionConfigs: [{ Channel: 'CHAT', PersistentConnection: true }] }),
      'InvalidParameterException',
    ],
    [
      'the same setting in both styles',
      agent('ada', { PhoneConfig: { AutoAccept: true }, AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true }] }),
      'InvalidRequestException',
    ],
  ])('refuses %s on a SAML instance', async (_, input, code) => {
    await expect(client.createUser(input)).rejects.toMatchObject(failure(code, 400));
    expect(await emulator.control.state()).toHaveProperty(['instances', 0, 'users'], []);
  });

  test.each([
    ['no password', { Password: undefined }, 'InvalidRequestException'],
    ['a password without a digit', { Password: 'PasswordPlease' }, 'InvalidParameterException'],
    ['a user name of 21 characters', { Username: 'a'.repeat(21) }, 'InvalidParameterException'],
  ])('refuses %s where Connect manages the users', async (_, change, code) => {
    await expect(client.createUser(agent('ada', { ...managed, ...change }))).rejects.toMatchObject(failure(code, 400));
  });

  test('gives an account that Connect keeps itself an id in its directory, which no request named', async () => {
    const UserId = await createAgent(client, 'ada', managed);
    const { User } = await client.describeUser({ InstanceId: demo.MANAGED_INSTANCE_ID, UserId });
    const { Users } = await client.searchUsers({ InstanceId: demo.MANAGED_INSTANCE_ID });
    expect(User?.DirectoryUserId).toMatch(/^[0-9a-f-]{36}$/);
    expect(Users?.[0]?.DirectoryUserId).toBe(User?.DirectoryUserId);
  });

  test('takes a password and an e-mail address where Connect manages the users', async () => {
    const UserId = await createAgent(client, 'ada', {
      ...managed,
      IdentityInfo: { FirstName: 'Ada', LastName: 'Agent', Email: 'ada@example.com' },
    });
    const { User } = await client.describeUser({ InstanceId: demo.MANAGED_INSTANCE_ID, UserId });
    expect(User?.IdentityInfo).toEqual({ FirstName: 'Ada', LastName: 'Agent', Email: 'ada@example.com' });
    expect(JSON.stringify(await emulator.control.state())).not.toContain(managed.Password);
  });

  test.each([
    ['routing profile', { RoutingProfileId: demo.MANAGED_ROUTING_PROFILE_ID }],
    ['security profile', { SecurityProfileIds: [demo.MANAGED_SECURITY_PROFILE_ID] }],
    ['hierarchy group', { HierarchyGroupId: demo.TEAM_GROUP_ID }],
    ['instance', { InstanceId: demo.DEFAULT_GROUP_ID }],
  ])('fails with 404 when there is no such %s', async (_, change) => {
    await expect(client.createUser(agent('ada', change))).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
  });
});

describe('changing a user', () => {
  test('keeps or clears what an update leaves out, as the settings say', async () => {
    const UserId = await createAgent(client, 'ada', {
      IdentityInfo: { FirstName: 'Ada', LastName: 'Agent', SecondaryEmail: 'ada@example.org' },
    });
    const update = () => client.updateUserIdentityInfo({ InstanceId, UserId, IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' } });
    const identity = async () => (await client.describeUser({ InstanceId, UserId })).User?.IdentityInfo;
    await update();
    expect(await identity()).toEqual({ FirstName: 'Ada', LastName: 'Lovelace', SecondaryEmail: 'ada@example.org' });
    await emulator.control.change({ answers: { omittedOnUpdate: 'cleared' } });
    await update();
    expect(await identity()).toEqual({ FirstName: 'Ada', LastName: 'Lovelace' });
  });

  test('lets per-channel settings take the place of the phone settings they correspond to', async () => {
    const UserId = await createAgent(client, 'ada', { PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true } });
    await client.updateUserConfig({ InstanceId, UserId, AutoAcceptConfigs: [{ Channel: 'CHAT', AutoAccept: true }] });
    await client.updateUserConfig({ InstanceId, UserId, AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: false }] });
    const { User } = await client.describeUser({ InstanceId, UserId });
    expect(User?.PhoneConfig).toEqual({ PhoneType: 'SOFT_PHONE' });
    expect(User?.AutoAcceptConfigs).toEqual([
      { Channel: 'CHAT', AutoAccept: true },
      { Channel: 'VOICE', AutoAccept: false },
    ]);
  });

  test('shows phone settings in both styles where the settings say so', async () => {
    await emulator.control.change({ answers: { phoneStyles: 'both' } });
    const UserId = await createAgent(client, 'ada', { PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 30 } });
    const { User } = await client.describeUser({ InstanceId, UserId });
    expect(User?.PhoneConfig).toEqual({ PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 30 });
    expect(User?.PhoneNumberConfigs).toEqual([{ Channel: 'VOICE', PhoneType: 'SOFT_PHONE' }]);
    expect(User?.AfterContactWorkConfigs).toHaveLength(4);
  });

  test('leaves the hierarchy when no group is given', async () => {
    const UserId = await createAgent(client, 'ada', { HierarchyGroupId: demo.NORTH_HIERARCHY_GROUP_ID });
    await client.updateUserHierarchy({ InstanceId, UserId });
    expect((await client.describeUser({ InstanceId, UserId })).User).not.toHaveProperty('HierarchyGroupId');
  });

  test('changes only proficiencies that the user has, and takes only known attributes', async () => {
    const UserId = await createAgent(client, 'ada');
    const proficiency = { AttributeName: 'Product', AttributeValue: 'Mobile', Level: 2 };
    await expect(client.updateUserProficiencies({ InstanceId, UserId, UserProficiencies: [proficiency] })).rejects.toMatchObject(
      failure('ResourceNotFoundException', 404),
    );
    await expect(
      client.associateUserProficiencies({ InstanceId, UserId, UserProficiencies: [{ ...proficiency, AttributeValue: 'Fax' }] }),
    ).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    await expect(
      client.associateUserProficiencies({ InstanceId, UserId, UserProficiencies: [{ ...proficiency, Level: 6 }] }),
    ).rejects.toMatchObject(failure('InvalidParameterException', 400));
    await client.associateUserProficiencies({ InstanceId, UserId, UserProficiencies: [proficiency] });
    expect((await client.listUserProficiencies({ InstanceId, UserId })).UserProficiencyList).toEqual([proficiency]);
  });

  test('fails with 404 for a user id given as an ARN, unless the settings accept one', async () => {
    const { UserId = '', UserArn = '' } = await client.createUser(agent('ada'));
    await expect(client.describeUser({ InstanceId, UserId: UserArn })).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    await emulator.control.change({ answers: { userIdAsArn: 'accepted' } });
    expect((await client.describeUser({ InstanceId, UserId: UserArn })).User?.Id).toBe(UserId);
  });
});

describe('tags', () => {
  test('are added to, and taken from, what an ARN names', async () => {
    const { UserId = '', UserArn: resourceArn = '' } = await client.createUser(agent('ada', { Tags: { team: 'north' } }));
    await client.tagResource({ resourceArn, tags: { shift: 'early', team: 'south' } });
    await client.untagResource({ resourceArn, tagKeys: ['shift'] });
    expect((await client.listTagsForResource({ resourceArn })).tags).toEqual({ team: 'south' });
    expect((await client.describeUser({ InstanceId, UserId })).User?.Tags).toEqual({ team: 'south' });
    await client.tagResource({ resourceArn: demo.TEAM_GROUP_ARN, tags: { kind: 'voice' } });
    expect(
      (await client.describeTrafficDistributionGroup({ TrafficDistributionGroupId: demo.TEAM_GROUP_ID })).TrafficDistributionGroup?.Tags,
    ).toEqual({ kind: 'voice' });
  });

  test('fails with 404 for the ARN of nothing, and refuses what is no ARN', async () => {
    const resourceArn = `arn:aws:connect:us-east-1:${demo.ACCOUNT}:instance/${InstanceId}/agent/${demo.TEAM_GROUP_ID}`;
    await expect(client.tagResource({ resourceArn, tags: { a: 'b' } })).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    await expect(client.tagResource({ resourceArn: 'ada', tags: { a: 'b' } })).rejects.toMatchObject(
      failure('InvalidRequestException', 400),
    );
  });
});

describe('the time of the last change', () => {
  test('moves with the kinds of change that the settings list', async () => {
    await emulator.control.change({ timeScale: 1_000_000, answers: { lastModifiedMoves: ['tags'] } });
    const { UserId = '', UserArn: resourceArn = '' } = await client.createUser(agent('ada'));
    const modified = async () => (await client.describeUser({ InstanceId, UserId })).User?.LastModifiedTime;
    const created = await modified();
    await client.updateUserRoutingProfile({ InstanceId, UserId, RoutingProfileId: demo.SALES_ROUTING_PROFILE_ID });
    expect(await modified()).toEqual(created);
    await client.tagResource({ resourceArn, tags: { team: 'north' } });
    expect(await modified()).not.toEqual(created);
  });
});
