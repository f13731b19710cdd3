import {
  ACCOUNT,
  DEFAULT_GROUP_ID,
  HOTLINE_QUICK_CONNECT_ID,
  INSTANCE_ID,
  REPLICA_REGION,
  SALES_QUICK_CONNECT_ID,
  SALES_ROUTING_PROFILE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { listResources } from '../../custom-resources';
import type { Values } from '../../custom-resources/contract/value';
import { connectTo, createAgent, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';
import { NewerTerraform } from '../support/provider/newer-terraform';
import { writesOf } from '../support/terraform/contact-centre';

const instance = { instance_id: INSTANCE_ID };
const team = { ...instance, traffic_distribution_group_id: TEAM_GROUP_ID };

describe('what terraform query lists', () => {
  let emulator: TestEmulator;
  let terraform: NewerTerraform;
  let [ada, grace] = ['', ''];

  beforeAll(async () => {
    emulator = await startTestEmulator();
    const client = connectTo(emulator.url);
    grace = await createAgent(client, 'grace', { RoutingProfileId: SALES_ROUTING_PROFILE_ID });
    ada = await createAgent(client, 'ada', {
      IdentityInfo: { FirstName: 'Ada', LastName: 'Agent', SecondaryEmail: 'ada@example.com' },
      Tags: { site: 'York' },
    });
    for (const UserId of [grace, ada])
      await client.associateTrafficDistributionGroupUser({ InstanceId: INSTANCE_ID, TrafficDistributionGroupId: TEAM_GROUP_ID, UserId });
  });
  beforeEach(async () => {
    terraform = await NewerTerraform.start(emulator.url);
    await emulator.control.clearFaults();
    await emulator.control.clearCalls();
  });
  afterAll(() => emulator.close());

  const names = async (type: string, config: Values, limit?: number): Promise<readonly string[]> =>
    (await terraform.query(type, config, limit === undefined ? {} : { limit })).map(({ name }) => name);

  test('users: all by name, or those whom the filters of the data source leave', async () => {
    expect(await terraform.query('connect_user', { ...instance, name_prefix: 'a' })).toEqual([
      { name: 'ada', identity: { ...instance, user_id: ada, region: null }, object: null, told: [] },
    ]);
    const all = await names('connect_user', instance);
    expect(all).toEqual([...all].sort());
    expect(all).toEqual(expect.arrayContaining(['ada', 'grace']));
    expect(await names('connect_user', { ...instance, routing_profile_id: SALES_ROUTING_PROFILE_ID })).toEqual(['grace']);
    expect(await names('connect_user', { ...instance, tags: { site: 'York' } })).toEqual(['ada']);
    expect(await names('connect_user', instance, 1)).toEqual(all.slice(0, 1));
    expect(await names('connect_user', { ...instance, name_prefix: 'nobody' })).toEqual([]);
    expect(await emulator.control.calls('SearchUsers')).toHaveLength(1);
  });

  test('users of another Region, with an identity that finds them there', async () => {
    for (const where of [
      { ...instance, region: REPLICA_REGION },
      { instance_id: `arn:aws:connect:${REPLICA_REGION}:${ACCOUNT}:instance/${INSTANCE_ID}` },
    ]) {
      const [found] = await terraform.query('connect_user', { ...where, name_prefix: 'ada' }, { whole: true });
      expect(found).toMatchObject({ identity: { ...instance, user_id: ada, region: REPLICA_REGION }, object: { name: 'ada' } });
    }
    expect(new Set((await emulator.control.calls()).map(({ region }) => region))).toEqual(new Set([REPLICA_REGION]));
  });

  test('memberships of a group, by the names of its users', async () => {
    expect(await terraform.query('connect_traffic_distribution_group_user', team)).toEqual([
      { name: 'ada', identity: { ...team, user_id: ada }, object: null, told: [] },
      { name: 'grace', identity: { ...team, user_id: grace }, object: null, told: [] },
    ]);
  });

  test('groups of an instance', async () => {
    const found = await terraform.query('connect_traffic_distribution_group', instance);
    expect(found.map(({ identity }) => identity)).toEqual(
      expect.arrayContaining([DEFAULT_GROUP_ID, TEAM_GROUP_ID].map((id) => ({ ...instance, traffic_distribution_group_id: id }))),
    );
  });

  test('quick connects, of a type or of a name', async () => {
    const idsOf = async (config: Values) =>
      (await terraform.query('connect_quick_connect', { ...instance, ...config })).map(({ identity }) => identity);
    const found = (id: string) => ({ ...instance, quick_connect_id: id, region: null });
    expect(await idsOf({})).toEqual(expect.arrayContaining([SALES_QUICK_CONNECT_ID, HOTLINE_QUICK_CONNECT_ID].map(found)));
    expect(await idsOf({ type: 'PHONE_NUMBER' })).toEqual([found(HOTLINE_QUICK_CONNECT_ID)]);
    expect(await idsOf({ type: 'PHONE_NUMBER', name_prefix: 'no' })).toEqual([]);
  });

  test.each(listResources.map(({ type }) => type))(
    '%s: with the whole resource, as an import reads it; its identity imports it; and nothing is written',
    async (type) => {
      const config = type === 'connect_traffic_distribution_group_user' ? team : instance;
      const found = await terraform.query(type, config, { limit: 2, whole: true });
      expect(found).toHaveLength(2);
      for (const { identity, object, told } of found) {
        expect(told).toEqual([]);
        const imported = await terraform.import(type, identity as Values);
        const read = await terraform.read(type, imported, imported.identity);
        expect(object).toEqual(read.state);
        expect(read.identity).toEqual(identity);
      }
      expect(writesOf(await emulator.control.calls())).toEqual([]);
    },
  );

  test.each(listResources)('a list of $type calls what it says that it calls', async ({ type, operations }) => {
    await terraform.query(type, type === 'connect_traffic_distribution_group_user' ? team : instance);
    const called = new Set((await emulator.control.calls()).map(({ operation }) => operation));
    expect(called.size).toBeGreaterThan(0);
    expect(Object.keys(operations.plan)).toEqual(expect.arrayContaining([...called]));
  });

  test('a whole user has what no list of users shows', async () => {
    const [found] = await terraform.query('connect_user', { ...instance, name_prefix: 'ada' }, { whole: true });
    expect(found?.object).toMatchObject({ identity_info: [{ secondary_email: 'ada@example.com' }] });
    // The list, and what an import calls for one user.
    expect((await emulator.control.calls()).map(({ operation }) => operation)).toEqual([
      'SearchUsers',
      'DescribeUser',
      'ListUserProficiencies',
    ]);
  });

  test('an instance that is not there is one error that names it', async () => {
    for (const { type } of listResources) {
      const config = type === 'connect_traffic_distribution_group_user' ? { ...team, instance_id: 'nowhere' } : { instance_id: 'nowhere' };
      const found = await terraform.query(type, config);
      expect(found.map(({ told }) => told)).toEqual([[expect.stringMatching(/^error .*nowhere/)]]);
    }
  });

  test.each([
    ['connect_user', 'SearchUsers'],
    ['connect_traffic_distribution_group', 'ListTrafficDistributionGroups'],
    ['connect_traffic_distribution_group_user', 'ListTrafficDistributionGroups'],
    ['connect_traffic_distribution_group_user', 'ListTrafficDistributionGroupUsers'],
    ['connect_traffic_distribution_group_user', 'ListUsers'],
    ['connect_quick_connect', 'ListQuickConnects'],
  ])('a list of %s that %s denies is one error that says so', async (type, operation) => {
    await emulator.control.fault({ operation, code: 'AccessDeniedException', count: 100 });
    const found = await terraform.query(type, type === 'connect_traffic_distribution_group_user' ? team : instance);
    expect(found).toHaveLength(1);
    expect(found[0]?.told).toEqual([expect.stringMatching(new RegExp(`^error .*${operation}`, 's'))]);
  });

  test('a user who cannot be read ends the list with one error, after those who could', async () => {
    await emulator.control.fault({ operation: 'DescribeUser', code: 'AccessDeniedException', count: 100, match: { userId: grace } });
    const found = await terraform.query('connect_user', instance, { whole: true });
    const last = found.at(-1);
    expect(found.map(({ name }) => name)).toContain('ada');
    expect(last).toMatchObject({ name: '', identity: undefined, told: [expect.stringContaining(grace)] });
    expect(found.filter(({ told }) => told.length > 0)).toHaveLength(1);
  });
});
