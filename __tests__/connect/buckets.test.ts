import { scopeOf } from '../../connect/calls/scope';
import { bucketsOf } from '../../connect/calls/token-bucket';
import type { Connection } from '../../connect/connection';
import { FakeClock } from '../support/clocks/fake-clock';

/** When each of six calls may go out, in ms, to a service that takes each at once. One token of the burst is kept in reserve. */
async function turns(rates: Pick<Connection, 'rate' | 'operationRates'>): Promise<readonly number[]> {
  const clock = new FakeClock();
  const begin = clock.now();
  const bucket = bucketsOf(rates, clock)('CreateUser', 'us-east-1');
  const scope = scopeOf(clock, { signal: new AbortController().signal, timeoutMs: 3_600_000 });
  const times: number[] = [];
  const call = async (): Promise<void> => {
    const permit = await bucket.acquire(scope);
    times.push(clock.now() - begin);
    if (typeof permit !== 'string') permit.accepted();
  };
  await clock.run(Promise.all([call(), call(), call(), call(), call(), call()]));
  return times;
}

describe('the rate of an operation', () => {
  it.each<[string, Pick<Connection, 'rate' | 'operationRates'>, readonly number[]]>([
    ['is the documented quota where nothing is configured', {}, [0, 0, 0, 0, 500, 1000]],
    ['has the documented burst where only the rate is configured', { rate: { requestsPerSecond: 4 } }, [0, 0, 0, 0, 250, 500]],
    ['has the documented rate where only the burst is configured', { rate: { burst: 3 } }, [0, 0, 500, 1000, 1500, 2000]],
    [
      'is its own, with the burst of the provider',
      { rate: { burst: 3 }, operationRates: { CreateUser: { requestsPerSecond: 1 } } },
      [0, 0, 1000, 2000, 3000, 4000],
    ],
    [
      'is its own in all',
      { rate: { burst: 3 }, operationRates: { CreateUser: { requestsPerSecond: 1, burst: 5 } } },
      [0, 0, 0, 0, 1000, 2000],
    ],
    ['is not that of another operation', { operationRates: { DeleteUser: { requestsPerSecond: 1, burst: 1 } } }, [0, 0, 0, 0, 500, 1000]],
  ])('%s', async (_what, rates, expected) => {
    expect(await turns(rates)).toEqual(expected);
  });
});
