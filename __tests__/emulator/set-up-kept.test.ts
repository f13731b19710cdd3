import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connect } from '@aws-sdk/client-connect';
import * as demo from '../../emulator/seed/demo';
import { seedWorld } from '../../emulator/seed/seeds';
import { connectTo, failure, startTestEmulator } from '../support/emulator/test-emulator';

const InstanceId = demo.INSTANCE_ID;

describe('the state file', () => {
  let folder: string;
  let stateFile: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'emulator-state-'));
    stateFile = join(folder, 'connect.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function withEmulator<T>(work: (client: Connect) => Promise<T>): Promise<T> {
    const other = await startTestEmulator({ stateFile });
    const connect = connectTo(other.url);
    try {
      return await work(connect);
    } finally {
      connect.destroy();
      await other.close();
    }
  }

  test('keeps hours of operation and the levels of the hierarchy', async () => {
    const { HoursOfOperationId } = await withEmulator(async (first) => {
      await first.updateUserHierarchyStructure({
        InstanceId,
        HierarchyStructure: { LevelOne: { Name: 'Enterprise' }, LevelTwo: { Name: 'Site' } },
      });
      return first.createHoursOfOperation({ InstanceId, Name: 'Night', TimeZone: 'UTC', Config: [] });
    });
    await withEmulator(async (second) => {
      expect((await second.describeHoursOfOperation({ InstanceId, HoursOfOperationId })).HoursOfOperation).toMatchObject({
        Name: 'Night',
        TimeZone: 'UTC',
        Config: [],
      });
      expect((await second.describeUserHierarchyStructure({ InstanceId })).HierarchyStructure).toMatchObject({
        LevelOne: { Name: 'Enterprise' },
        LevelTwo: { Name: 'Site' },
      });
    });
  });

  test('may be from before routing profiles and queues had settings', async () => {
    const settings = ['QueueConfigs', 'ManualAssignmentQueueConfigs', 'MediaConcurrencies', 'DefaultOutboundQueueId', 'HoursOfOperationId'];
    writeFileSync(
      stateFile,
      JSON.stringify(seedWorld('demo').toRecord(0), (member, value: unknown) => (settings.includes(member) ? undefined : value)),
    );
    const profile = { InstanceId, RoutingProfileId: demo.SALES_ROUTING_PROFILE_ID };
    await withEmulator(async (old) => {
      expect((await old.describeRoutingProfile(profile)).RoutingProfile?.NumberOfAssociatedQueues).toBe(0);
      await old.associateRoutingProfileQueues({
        ...profile,
        QueueConfigs: [{ QueueReference: { QueueId: demo.SALES_QUEUE_ID, Channel: 'VOICE' }, Priority: 1, Delay: 0 }],
      });
      expect((await old.listRoutingProfileQueues(profile)).RoutingProfileQueueConfigSummaryList).toHaveLength(1);
      await old.describeQueue({ InstanceId, QueueId: demo.SALES_QUEUE_ID });
      await expect(old.deleteQueue({ InstanceId, QueueId: demo.SALES_QUEUE_ID })).rejects.toMatchObject(
        failure('ResourceInUseException', 409),
      );
    });
  });
});
