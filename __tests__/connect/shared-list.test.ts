import { SharedList } from '../../connect/bulk/shared-list';
import type { Caller } from '../../connect/calls/caller';
import type { Listing } from '../../connect/calls/pages';
import { scopeOf } from '../../connect/calls/scope';
import { failed, type Failure, OUT_OF_TIME } from '../../connect/failure';
import { failureOf } from '../support/connect/open';
import { FakeClock } from '../support/clocks/fake-clock';

const REGION = 'eu-central-1';
const failure = (code: string): Failure => ({ kind: 'throttled', code, operation: 'ListUsers', region: REGION, message: '' });

describe('a list that many read together', () => {
  it('tells those who have no time left for a page of their own why the page of another did not come', async () => {
    const clock = new FakeClock();
    const callerFor = (timeoutMs: number): Caller => ({
      scope: scopeOf(clock, { signal: new AbortController().signal, timeoutMs }),
      region: REGION,
      waitMs: () => 0,
      call: () => Promise.reject(new Error('pages are read by the listing')),
    });
    const callers = [callerFor(60_000), callerFor(60_001), callerFor(60_002)];
    const pages: Listing<{ readonly InstanceId: string }, { readonly id: string }> = {
      operation: 'ListUsers',
      size: 1_000,
      page: (caller) => Promise.resolve(failed(failure(caller === callers[0] ? 'ThrottlingException' : OUT_OF_TIME))),
    };
    const list = new SharedList(pages, 'i-1', REGION, clock, ({ id }) => id);
    const told = await Promise.all(callers.map((caller) => list.all(caller)));
    expect(told.map((outcome) => failureOf(outcome).code)).toEqual(callers.map(() => 'ThrottlingException'));
  });
});
