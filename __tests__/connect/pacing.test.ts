import { HOME_REGION, REPLICA_REGION, TEAM_GROUP_ARN } from '../../emulator/seed/demo';
import { openPaced, samlUser, type WithEmulator } from '../support/connect/emulator';
import { valueOf } from '../support/connect/open';
import { tenAtATime } from '../support/connect/ten-at-a-time';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const seconds = (service: WithEmulator, since: number): number => (service.clock.now() - since) / 1000;

describe('calls to a service that takes two requests a second', () => {
  it('are paced so that hardly any is rejected, and hardly a moment is lost', async () => {
    await using service = await openPaced({ rate: 2, burst: 5 });
    const { users } = service.gateway();
    const begin = service.clock.now();
    await tenAtATime(24, async (index) => valueOf(await users.create(samlUser(`agent-${index}`))));
    const statuses = service.calls('CreateUser').map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBeLessThanOrEqual(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(24);
    // Four at once, then twenty at 2/s.
    expect(seconds(service, begin)).toBeLessThan(13);
  });

  it('are paced for each operation and each Region by itself', async () => {
    await using service = await openPaced({ rate: 2, burst: 5 });
    const { groups } = service.gateway();
    const begin = service.clock.now();
    await Promise.all(
      numbers(5).flatMap(() => [
        groups.find({ group: TEAM_GROUP_ARN, region: HOME_REGION }),
        groups.find({ group: TEAM_GROUP_ARN, region: REPLICA_REGION }),
        groups.listUsers({ group: TEAM_GROUP_ARN, region: HOME_REGION }),
      ]),
    );
    expect(service.emulator.calls.list().filter(({ status }) => status === 200)).toHaveLength(15);
    expect(seconds(service, begin)).toBeLessThan(2);
  });

  it('slow down by themselves when others use half of the quota, and all get through', async () => {
    await using service = await openPaced({ rate: 2, burst: 5, otherClientShare: 0.5 });
    const { users } = service.gateway();
    await tenAtATime(24, async (index) => valueOf(await users.create(samlUser(`agent-${index}`))));
    const statuses = service.calls('CreateUser').map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(24);
    expect(statuses.filter((status) => status === 429).length).toBeLessThanOrEqual(5);
  });

  it('are as fast as the account may be when the configuration says so for an operation', async () => {
    await using service = await openPaced(
      { rate: 20, burst: 40 },
      { operationRates: { CreateUser: { requestsPerSecond: 20, burst: 40 } } },
    );
    const { users } = service.gateway();
    const begin = service.clock.now();
    await tenAtATime(40, async (index) => valueOf(await users.create(samlUser(`agent-${index}`))));
    expect(seconds(service, begin)).toBeLessThan(5);
    expect(service.calls('CreateUser').filter(({ status }) => status === 429)).toEqual([]);
  });
});
