import { SharedList } from '../../connect/bulk/shared-list';
import type { Caller } from '../../connect/calls/caller';
import type { Listing } from '../../connect/calls/pages';
import { scopeOf } from '../../connect/calls/scope';
import { failed, type Failure, type Outcome, OUT_OF_TIME } from '../../connect/failure';
import { failureOf } from '../support/connect/open';
import { FakeClock } from '../support/clocks/fake-clock';

const REGION = 'eu-central-1';
const failure = (code: string): Failure => ({ kind: 'throttled', code, operation: 'ListUsers', region: REGION, message: '' });

type Page = (caller: Caller) => Outcome<{ readonly items: readonly []; readonly nextToken: undefined }>;

function setUp(page: Page | 'never') {
  const clock = new FakeClock();
  const pages: Listing<{ readonly InstanceId: string }, { readonly id: string }> = {
    operation: 'ListUsers',
    size: 1_000,
    page: async (caller) => {
      await clock.sleep(1_000);
      return page === 'never' ? failed(await gaveUp(clock, caller)) : page(caller);
    },
  };
  const list = new SharedList(pages, 'i-1', REGION, clock, ({ id }) => id);
  const callerFor = (timeoutMs: number): Caller => ({
    scope: scopeOf(clock, { signal: new AbortController().signal, timeoutMs }),
    region: REGION,
    writes: 0,
    waitMs: () => 0,
    call: () => Promise.reject(new Error('pages are read by the listing')),
  });
  return { clock, list, callerFor };
}

/** As a call ends that was refused, and whose next try is not answered in time. */
async function gaveUp(clock: FakeClock, { scope }: Caller): Promise<Failure> {
  await clock.sleep(scope.deadline - clock.now() + 1);
  return failure('ThrottlingException');
}

describe('a list that many read together', () => {
  const codes = async ({ clock, list }: ReturnType<typeof setUp>, callers: readonly Caller[]): Promise<readonly string[]> => {
    const told = Promise.all(callers.map((caller) => list.all(caller)));
    for (const ms of [60_000, 60_000]) await clock.advance(ms);
    return (await told).map((outcome) => failureOf(outcome).code);
  };

  it('tells those who have no time left for a page of their own why the page of another did not come', async () => {
    const callers: Caller[] = [];
    const all = setUp((caller) => failed(failure(caller === callers[0] ? 'ThrottlingException' : OUT_OF_TIME)));
    callers.push(all.callerFor(60_000), all.callerFor(60_001), all.callerFor(60_002));
    expect(await codes(all, callers)).toEqual(callers.map(() => 'ThrottlingException'));
  });

  it('tells who reads a page what the service said last, when its time is up', async () => {
    const all = setUp('never');
    expect(await codes(all, [all.callerFor(60_000)])).toEqual(['ThrottlingException']);
  });

  it('takes it for no word of the service that another was stopped', async () => {
    const callers: Caller[] = [];
    const stopped: Failure = { ...failure('Cancelled'), kind: 'cancelled' };
    const all = setUp((caller) => failed(caller === callers[0] ? stopped : failure(OUT_OF_TIME)));
    callers.push(all.callerFor(60_000), all.callerFor(60_001));
    expect(await codes(all, callers)).toEqual(['Cancelled', OUT_OF_TIME]);
  });
});
