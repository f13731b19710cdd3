import type { Connect } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import {
  agent,
  connectTo,
  createAgent,
  failure,
  ManualTime,
  startTestEmulator,
  type TestEmulator,
} from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;
const group = { TrafficDistributionGroupId: demo.TEAM_GROUP_ID };

const time = new ManualTime();
let emulator: TestEmulator;
let client: Connect;
let replica: Connect;

beforeEach(async () => {
  emulator = await startTestEmulator({ timeSource: time.source });
  client = connectTo(emulator.url);
  replica = connectTo(emulator.url, { region: demo.REPLICA_REGION });
});

afterEach(async () => {
  client.destroy();
  replica.destroy();
  await emulator.close();
});

describe('associating a user with a traffic distribution group', () => {
  test('takes ids and ARNs, and shows in lists of both Regions', async () => {
    const { UserId = '', UserArn = '' } = await client.createUser(agent('ada'));
    await client.associateTrafficDistributionGroupUser({ TrafficDistributionGroupId: demo.TEAM_GROUP_ARN, InstanceId, UserId: UserArn });
    expect((await client.listTrafficDistributionGroupUsers(group)).TrafficDistributionGroupUserSummaryList).toEqual([{ UserId }]);
    expect(
      (await replica.listTrafficDistributionGroupUsers({ TrafficDistributionGroupId: demo.TEAM_GROUP_ARN }))
        .TrafficDistributionGroupUserSummaryList,
    ).toEqual([{ UserId }]);
    expect(await emulator.control.membersOf(demo.TEAM_GROUP_ID)).toEqual([UserId]);
    await client.disassociateTrafficDistributionGroupUser({ ...group, InstanceId, UserId });
    expect(await emulator.control.membersOf(demo.TEAM_GROUP_ID)).toEqual([]);
  });

  test('fails with 404 in the replica Region, for a group that is not active, and for another instance', async () => {
    const UserId = await createAgent(client, 'ada');
    const gone = failure('ResourceNotFoundException', 404);
    await expect(
      replica.associateTrafficDistributionGroupUser({ TrafficDistributionGroupId: demo.TEAM_GROUP_ARN, InstanceId, UserId }),
    ).rejects.toMatchObject(gone);
    await expect(
      client.associateTrafficDistributionGroupUser({ TrafficDistributionGroupId: demo.PENDING_GROUP_ID, InstanceId, UserId }),
    ).rejects.toMatchObject(gone);
    await expect(
      client.associateTrafficDistributionGroupUser({ ...group, InstanceId: demo.MANAGED_INSTANCE_ID, UserId }),
    ).rejects.toMatchObject(gone);
    await expect(client.associateTrafficDistributionGroupUser({ ...group, InstanceId, UserId: demo.TEAM_GROUP_ID })).rejects.toMatchObject(
      gone,
    );
    await expect(replica.listTrafficDistributionGroupUsers(group)).rejects.toMatchObject(gone);
    await expect(
      client.associateTrafficDistributionGroupUser({ TrafficDistributionGroupId: 'Voice teams', InstanceId, UserId }),
    ).rejects.toMatchObject(failure('InvalidRequestException', 400));
  });

  test('fails with 400 until the user is mirrored to the replica', async () => {
    await emulator.control.change({ mirrorDelay: 60_000 });
    const UserId = await createAgent(client, 'ada');
    const associate = () => client.associateTrafficDistributionGroupUser({ ...group, InstanceId, UserId });
    await expect(associate()).rejects.toMatchObject(failure('InvalidRequestException', 400));
    time.advance(60_000);
    await associate();
  });

  test('fails with 404 while the group is being updated, unless the settings say otherwise', async () => {
    await emulator.control.change({ groupDelay: 5_000 });
    const UserId = await createAgent(client, 'ada');
    const Distributions = [demo.HOME_REGION, demo.REPLICA_REGION].map((Region) => ({ Region, Percentage: 50 }));
    await replica.updateTrafficDistribution({ Id: demo.TEAM_GROUP_ARN, AgentConfig: { Distributions } });
    const associate = () => client.associateTrafficDistributionGroupUser({ ...group, InstanceId, UserId });
    await expect(associate()).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    await emulator.control.change({ answers: { associateWhileUpdating: 'ok' } });
    await associate();
    await emulator.control.change({ answers: { associateWhileUpdating: 'not-found' } });
    time.advance(5_000);
    await associate();
  });
});

describe('what AWS does not document', () => {
  let UserId: string;
  const associate = () => client.associateTrafficDistributionGroupUser({ ...group, InstanceId, UserId });
  const disassociate = () => client.disassociateTrafficDistributionGroupUser({ ...group, InstanceId, UserId });

  beforeEach(async () => {
    UserId = await createAgent(client, 'ada');
  });

  test('associating a member again is fine or a conflict', async () => {
    await associate();
    await associate();
    await emulator.control.change({ answers: { reassociate: 'conflict' } });
    await expect(associate()).rejects.toMatchObject(failure('ResourceConflictException', 409));
  });

  test('disassociating who is not a member is fine or fails with 404', async () => {
    await disassociate();
    await emulator.control.change({ answers: { disassociateNonMember: 'not-found' } });
    await expect(disassociate()).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
  });

  test('a deleted user leaves its groups, or lingers until disassociated', async () => {
    await associate();
    await emulator.control.change({ answers: { memberOfDeletedUser: 'lingers' } });
    await client.deleteUser({ InstanceId, UserId });
    expect(await emulator.control.membersOf(demo.TEAM_GROUP_ID)).toEqual([UserId]);
    await expect(disassociate()).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    await emulator.control.change({ answers: { disassociateDeletedUser: 'ok' } });
    await disassociate();
    expect(await emulator.control.membersOf(demo.TEAM_GROUP_ID)).toEqual([]);

    await emulator.control.change({ answers: { memberOfDeletedUser: 'removed' } });
    UserId = await createAgent(client, 'grace');
    await associate();
    await client.deleteUser({ InstanceId, UserId });
    expect(await emulator.control.membersOf(demo.TEAM_GROUP_ID)).toEqual([]);
  });

  test('members are listed by id or ARN, in pages of up to 1000 or 10', async () => {
    await emulator.control.users({ count: 25, instance: InstanceId, group: demo.TEAM_GROUP_ID });
    expect(
      (await client.listTrafficDistributionGroupUsers({ ...group, MaxResults: 1000 })).TrafficDistributionGroupUserSummaryList,
    ).toHaveLength(25);
    await emulator.control.change({ answers: { memberIds: 'arn', groupUsersPageMax: 10 } });
    await expect(client.listTrafficDistributionGroupUsers({ ...group, MaxResults: 11 })).rejects.toMatchObject(
      failure('InvalidRequestException', 400),
    );
    const page = await client.listTrafficDistributionGroupUsers(group);
    expect(page.TrafficDistributionGroupUserSummaryList).toHaveLength(10);
    expect(page.NextToken).toBeDefined();
    expect(page.TrafficDistributionGroupUserSummaryList?.[0]?.UserId).toMatch(
      new RegExp(`^arn:aws:connect:us-east-1:${demo.ACCOUNT}:instance/${InstanceId}/agent/`),
    );
  });
});

describe('traffic distribution groups', () => {
  test('become active after their creation, and vanish after their deletion', async () => {
    await emulator.control.change({ groupDelay: 5_000 });
    const { Id = '' } = await client.createTrafficDistributionGroup({ Name: 'Night', InstanceId });
    const status = async () =>
      (await client.describeTrafficDistributionGroup({ TrafficDistributionGroupId: Id })).TrafficDistributionGroup?.Status;
    expect(await status()).toBe('CREATION_IN_PROGRESS');
    time.advance(5_000);
    expect(await status()).toBe('ACTIVE');
    await client.deleteTrafficDistributionGroup({ TrafficDistributionGroupId: Id });
    expect(await status()).toBe('PENDING_DELETION');
    time.advance(5_000);
    await expect(status()).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
    await client.deleteTrafficDistributionGroup({ TrafficDistributionGroupId: Id });
  });

  test('are eight at most, each of its own name, and the default one stays', async () => {
    await client.createTrafficDistributionGroup({ Name: 'Night', InstanceId, ClientToken: 'once' });
    await client.createTrafficDistributionGroup({ Name: 'Night', InstanceId, ClientToken: 'once' });
    await expect(client.createTrafficDistributionGroup({ Name: 'Night', InstanceId })).rejects.toMatchObject(
      failure('ResourceConflictException', 409),
    );
    for (const Name of ['5', '6', '7', '8']) await client.createTrafficDistributionGroup({ Name, InstanceId });
    await expect(client.createTrafficDistributionGroup({ Name: '9', InstanceId })).rejects.toMatchObject(
      failure('ServiceQuotaExceededException', 402),
    );
    await expect(client.deleteTrafficDistributionGroup({ TrafficDistributionGroupId: demo.DEFAULT_GROUP_ID })).rejects.toMatchObject(
      failure('InvalidRequestException', 400),
    );
  });

  test('refuse a distribution that does not add up, and sign-in settings beside the default group', async () => {
    const uneven = [demo.HOME_REGION, demo.REPLICA_REGION].map((Region) => ({ Region, Percentage: 40 }));
    const signIn = [demo.HOME_REGION, demo.REPLICA_REGION].map((Region) => ({ Region, Enabled: true }));
    await expect(
      client.updateTrafficDistribution({ Id: demo.TEAM_GROUP_ID, TelephonyConfig: { Distributions: uneven } }),
    ).rejects.toMatchObject(failure('InvalidRequestException', 400));
    await expect(
      client.updateTrafficDistribution({ Id: demo.TEAM_GROUP_ID, SignInConfig: { Distributions: signIn } }),
    ).rejects.toMatchObject(failure('InvalidRequestException', 400));
    await client.updateTrafficDistribution({ Id: demo.DEFAULT_GROUP_ID, SignInConfig: { Distributions: signIn } });
  });

  test('tell their shares, and take others, only while they are ACTIVE', async () => {
    await emulator.control.change({ groupDelay: 5_000 });
    const shares = [demo.HOME_REGION, demo.REPLICA_REGION].map((Region) => ({ Region, Percentage: 50 }));
    const change = () => client.updateTrafficDistribution({ Id: demo.TEAM_GROUP_ID, TelephonyConfig: { Distributions: shares } });
    const look = () => client.getTrafficDistribution({ Id: demo.TEAM_GROUP_ID });
    await change();
    await expect(look()).rejects.toMatchObject(failure('InvalidRequestException', 400));
    await expect(change()).rejects.toMatchObject(failure('InvalidRequestException', 400));
    time.advance(5_000);
    expect((await look()).TelephonyConfig?.Distributions).toEqual(shares);
  });

  test('are listed from both Regions with the ARN of their home', async () => {
    const { TrafficDistributionGroupSummaryList = [] } = await replica.listTrafficDistributionGroups({ InstanceId });
    expect(TrafficDistributionGroupSummaryList.map(({ Arn, Status }) => [Arn, Status])).toEqual([
      [demo.DEFAULT_GROUP_ARN, 'ACTIVE'],
      [demo.TEAM_GROUP_ARN, 'ACTIVE'],
      [demo.PENDING_GROUP_ARN, 'CREATION_IN_PROGRESS'],
    ]);
    expect((await replica.describeInstance({ InstanceId })).ReplicationConfiguration?.SourceRegion).toBe(demo.HOME_REGION);
    await expect(replica.describeInstance({ InstanceId: demo.MANAGED_INSTANCE_ID })).rejects.toMatchObject(
      failure('ResourceNotFoundException', 404),
    );
  });
});
