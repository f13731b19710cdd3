import {
  ACCOUNT,
  AGENT_TRANSFER_FLOW_ID,
  HOTLINE_QUICK_CONNECT_ID,
  INSTANCE_ID,
  REPLICA_REGION,
  TEAM_GROUP_ARN,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { resources } from '../../custom-resources';
import type { Values } from '../../custom-resources/contract/value';
import { connectTo, createAgent, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';
import { NewerTerraform } from '../support/provider/newer-terraform';
import { writesOf } from '../support/terraform/contact-centre';

const INSTANCE_ARN = `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}`;
const REPLICA_ARN = `arn:aws:connect:${REPLICA_REGION}:${ACCOUNT}:instance/${INSTANCE_ID}`;

describe('which thing a resource is, for Terraform 1.12', () => {
  let emulator: TestEmulator;
  let terraform: NewerTerraform;
  /** By the type of the resource. */
  let identities: Readonly<Record<string, Values>>;
  let user = '';

  beforeAll(async () => {
    emulator = await startTestEmulator();
    const client = connectTo(emulator.url);
    user = await createAgent(client, 'ada');
    await client.associateTrafficDistributionGroupUser({
      InstanceId: INSTANCE_ID,
      TrafficDistributionGroupId: TEAM_GROUP_ID,
      UserId: user,
    });
    await emulator.control.clearCalls();
    const group = { instance_id: INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ID };
    identities = {
      connect_user: { instance_id: INSTANCE_ID, user_id: user, region: null },
      connect_quick_connect: { instance_id: INSTANCE_ID, quick_connect_id: HOTLINE_QUICK_CONNECT_ID, region: null },
      connect_traffic_distribution_group: group,
      connect_traffic_distribution: { arn: TEAM_GROUP_ARN },
      connect_traffic_distribution_group_user: { ...group, user_id: user },
      connect_traffic_distribution_group_users: group,
    };
  });
  beforeEach(async () => {
    terraform = await NewerTerraform.start(emulator.url);
  });
  afterAll(() => emulator.close());

  test('is known for every resource of the provider', () => {
    expect(Object.keys(identities).sort()).toEqual(resources.map(({ type }) => type).sort());
  });

  test.each(resources.map(({ type }) => type))('%s is imported by it without a write, and it stays the same', async (type) => {
    const identity = identities[type] ?? {};
    const imported = await terraform.import(type, identity);
    expect(imported).toMatchObject({ identity, told: [] });
    const read = await terraform.read(type, imported, imported.identity);
    expect(read).toMatchObject({ identity, told: [] });
    const again = await terraform.read(type, read, read.identity);
    expect(again).toMatchObject({ identity, told: [], state: read.state });
    expect((await terraform.plan(type, read.state ?? {}, read.state ?? {}, read.identity)).identity).toEqual(identity);
    // A state from before there were identities.
    expect((await terraform.read(type, read)).identity).toEqual(identity);
    expect(writesOf(await emulator.control.calls())).toEqual([]);
  });

  test('a user of another Region is imported by an identity that names it, or by the ARN of the instance', async () => {
    for (const [by, state, identity] of [
      [
        { instance_id: INSTANCE_ID, region: REPLICA_REGION },
        { instance_id: INSTANCE_ID, region: REPLICA_REGION },
        { region: REPLICA_REGION },
      ],
      [{ instance_id: REPLICA_ARN, region: null }, { instance_id: REPLICA_ARN, region: null }, { region: REPLICA_REGION }],
    ] as const) {
      await emulator.control.clearCalls();
      const imported = await terraform.import('connect_user', { ...by, user_id: user });
      const read = await terraform.read('connect_user', imported, imported.identity);
      expect(read).toMatchObject({ state: { name: 'ada', ...state }, identity: { ...identity, instance_id: INSTANCE_ID, user_id: user } });
      expect(new Set((await emulator.control.calls()).map(({ region }) => region))).toEqual(new Set([REPLICA_REGION]));
    }
  });

  test('the identity stays when the configuration spells its ids another way, and when it declares the Region', async () => {
    const imported = await terraform.import('connect_user', identities['connect_user'] ?? {});
    const { state, identity } = await terraform.read('connect_user', imported, imported.identity);
    const respelled = { ...state, instance_id: INSTANCE_ARN, region: 'us-east-1' };
    expect((await terraform.plan('connect_user', respelled, respelled, identity)).identity).toEqual(identity);
    expect((await terraform.read('connect_user', { state: respelled, private: imported.private }, identity)).identity).toEqual(identity);
  });

  test('a user who is imported by name is identified by the read', async () => {
    const imported = await terraform.import('connect_user', `${INSTANCE_ID}:name/ada`);
    expect(imported.identity).toBeUndefined();
    expect((await terraform.read('connect_user', imported)).identity).toEqual(identities['connect_user']);
  });

  test('an identity of nothing is refused, by its attribute, or found to be of nothing', async () => {
    const wrong = await terraform.import('connect_user', { instance_id: INSTANCE_ID, user_id: 'name/ada', region: null });
    expect(wrong.told).toEqual([expect.stringContaining('The user_id of the import identity is not one') as string]);
    expect((await terraform.import('connect_traffic_distribution', { arn: TEAM_GROUP_ID })).told).toEqual([
      expect.stringContaining('arn must be the ARN of a traffic distribution group') as string,
    ]);
    const nobody = await terraform.import('connect_user', { ...identities['connect_user'], user_id: 'nobody' });
    expect(await terraform.read('connect_user', nobody, nobody.identity)).toMatchObject({ state: null, identity: undefined, told: [] });
  });

  test('a quick connect that may have to be made anew is planned as the one that it is', async () => {
    const state = {
      instance_id: INSTANCE_ID,
      quick_connect_id: HOTLINE_QUICK_CONNECT_ID,
      id: `${INSTANCE_ID}:${HOTLINE_QUICK_CONNECT_ID}`,
      name: 'Ada',
      user_config: [{ user_id: user, contact_flow_id: AGENT_TRANSFER_FLOW_ID }],
    };
    const config = { ...state, quick_connect_id: null, id: null, user_config: [], phone_config: [{ phone_number: '+12065550100' }] };
    const identity = identities['connect_quick_connect'];
    expect(await terraform.plan('connect_quick_connect', state, config, identity)).toMatchObject({ identity });
  });
});
