import { HOME_REGION, INSTANCE_ID, REPLICA_REGION, TEAM_GROUP_ID } from '../../../emulator/seed/demo';
import { agent, connectTo } from '../../support/emulator/test-emulator';
import { TAGS } from '../names';
import { type Bench, heldBy, openBench, sweepEmulator } from '../on-emulator';

describe('sweeping an instance', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench({ rate: 'off', groupDelay: 20_000 });
  });
  afterEach(() => bench.close());

  const usernames = (): readonly string[] =>
    [...(bench.emulator.world.instance(INSTANCE_ID)?.users.values() ?? [])].map(({ value: { Username } }) => Username);

  it('removes what has the prefix and the tag, and names what has the prefix alone', async () => {
    const client = connectTo(bench.url);
    await client.createUser(agent('tflive-1234-ada', { Tags: TAGS }));
    await client.createUser(agent('TFLIVE-1234-CASE', { Tags: TAGS }));
    await client.createUser(agent('tflive-a-person'));
    await client.createUser(agent('somebody', { Tags: TAGS }));
    const { removed, left } = await sweepEmulator(bench.url, bench.clock);
    expect(removed).toBe(2);
    expect(left).toEqual([{ kind: 'user', name: 'tflive-a-person', why: expect.stringContaining('not the tag') }]);
    expect(usernames()).toEqual(['tflive-a-person', 'somebody']);
    client.destroy();
  });

  it('keeps a user until its group lets go of it, as nobody could end the membership of one who is gone', async () => {
    bench.emulator.change({ answers: { memberOfDeletedUser: 'lingers' } });
    const before = heldBy(bench);
    const client = connectTo(bench.url);
    const { UserId = '' } = await client.createUser(agent('tflive-1234-ada', { Tags: TAGS }));
    await client.associateTrafficDistributionGroupUser({ InstanceId: INSTANCE_ID, TrafficDistributionGroupId: TEAM_GROUP_ID, UserId });
    const Distributions = [HOME_REGION, REPLICA_REGION].map((Region, index) => ({ Region, Percentage: index * 100 }));
    await client.updateTrafficDistribution({ Id: TEAM_GROUP_ID, TelephonyConfig: { Distributions } });
    const { removed, left } = await sweepEmulator(bench.url, bench.clock);
    expect({ removed, left }).toEqual({ removed: 1, left: [] });
    expect(usernames()).toEqual([]);
    const members = (held: unknown): unknown => JSON.stringify(held).match(/"members":\[[^\]]*\]/g);
    expect(members(heldBy(bench))).toEqual(members(before));
    client.destroy();
  });
});
