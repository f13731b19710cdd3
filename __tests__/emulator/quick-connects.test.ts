import type { Connect } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import { connectTo, createAgent, failure, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;

let emulator: TestEmulator;
let client: Connect;
let UserId: string;

beforeEach(async () => {
  emulator = await startTestEmulator();
  client = connectTo(emulator.url);
  UserId = await createAgent(client, 'ada');
});

afterEach(async () => {
  client.destroy();
  await emulator.close();
});

async function createQuickConnect(Name: string): Promise<string> {
  const QuickConnectConfig = { QuickConnectType: 'USER' as const, UserConfig: { UserId, ContactFlowId: demo.AGENT_TRANSFER_FLOW_ID } };
  const { QuickConnectId = '' } = await client.createQuickConnect({ InstanceId, Name, QuickConnectConfig });
  return QuickConnectId;
}

describe('quick connects', () => {
  test('outlive their user, and keep or lose its id', async () => {
    const QuickConnectId = await createQuickConnect('Ada');
    await client.deleteUser({ InstanceId, UserId });
    const userId = async () =>
      (await client.describeQuickConnect({ InstanceId, QuickConnectId })).QuickConnect?.QuickConnectConfig?.UserConfig?.UserId;
    expect(await userId()).toBe(UserId);

    await emulator.control.change({ answers: { quickConnectUserIdAfterDelete: 'cleared' } });
    UserId = await createAgent(client, 'grace');
    const other = await createQuickConnect('Grace');
    await client.deleteUser({ InstanceId, UserId });
    expect(
      (await client.describeQuickConnect({ InstanceId, QuickConnectId: other })).QuickConnect?.QuickConnectConfig?.UserConfig?.UserId,
    ).toBe('');
  });

  test('leave their queues when deleted, or cannot be deleted while in one', async () => {
    const QuickConnectId = await createQuickConnect('Ada');
    await client.associateQueueQuickConnects({ InstanceId, QueueId: demo.SALES_QUEUE_ID, QuickConnectIds: [QuickConnectId] });
    await emulator.control.change({ answers: { deleteQuickConnectInQueue: 'in-use' } });
    await expect(client.deleteQuickConnect({ InstanceId, QuickConnectId })).rejects.toMatchObject(failure('InvalidRequestException', 400));
    await emulator.control.change({ answers: { deleteQuickConnectInQueue: 'ok' } });
    await client.deleteQuickConnect({ InstanceId, QuickConnectId });
    expect((await client.listQueueQuickConnects({ InstanceId, QueueId: demo.SALES_QUEUE_ID })).QuickConnectSummaryList).toEqual([]);
    await expect(client.deleteQuickConnect({ InstanceId, QuickConnectId })).rejects.toMatchObject(
      failure('ResourceNotFoundException', 404),
    );
  });

  test('fail with 429 LimitExceededException when the quota is used up', async () => {
    await emulator.control.change({ quotas: { quickConnects: 3 } });
    await createQuickConnect('Ada');
    await expect(createQuickConnect('Ada again')).rejects.toMatchObject(failure('LimitExceededException', 429));
  });

  test('refuse a name that is taken, a user that does not exist, and a configuration of another type', async () => {
    await createQuickConnect('Ada');
    await expect(createQuickConnect('Ada')).rejects.toMatchObject(failure('DuplicateResourceException', 409));
    const wrong = { QuickConnectType: 'USER' as const, PhoneConfig: { PhoneNumber: '+12065550100' } };
    await expect(client.createQuickConnect({ InstanceId, Name: 'Grace', QuickConnectConfig: wrong })).rejects.toMatchObject(
      failure('InvalidRequestException', 400),
    );
    UserId = demo.TEAM_GROUP_ID;
    await expect(createQuickConnect('Nobody')).rejects.toMatchObject(failure('ResourceNotFoundException', 404));
  });

  test('are listed by type under the instance id or ARN, and searched in pages', async () => {
    const QuickConnectId = await createQuickConnect('Ada');
    const arn = `arn:aws:connect:us-east-1:${demo.ACCOUNT}:instance/${InstanceId}`;
    const { QuickConnectSummaryList = [] } = await client.listQuickConnects({ InstanceId: arn, QuickConnectTypes: ['USER'] });
    expect(QuickConnectSummaryList.map(({ Id }) => Id)).toEqual([QuickConnectId]);
    const first = await client.searchQuickConnects({ InstanceId, MaxResults: 2 });
    const second = await client.searchQuickConnects({ InstanceId, MaxResults: 2, NextToken: first.NextToken });
    expect(first.ApproximateTotalCount).toBe(3);
    expect(second.QuickConnects?.map(({ QuickConnectConfig }) => QuickConnectConfig?.UserConfig?.UserId)).toEqual([UserId]);
    expect(second.NextToken).toBeUndefined();
  });
});
