import { type Scope, scopeOf } from '../../connect/calls/scope';
import { SharedReads } from '../../connect/calls/shared-reads';
import { failed, type Failure, type Outcome, succeeded } from '../../connect/failure';
import { failureOf, valueOf } from '../support/connect/open';
import { FakeClock } from '../support/clocks/fake-clock';

const KEY = { region: 'eu-central-1', id: 'i-1' };
const failure = (kind: Failure['kind'], code = 'X'): Failure => ({ kind, code, operation: 'List', region: KEY.region, message: '' });

function setUp() {
  const clock = new FakeClock();
  const answers: ((outcome: Outcome<string>) => void)[] = [];
  const read = (): Promise<Outcome<string>> => new Promise((resolve) => answers.push(resolve));
  const reads = new SharedReads<string>('List', clock);
  const scope = (timeoutMs = 60_000, signal = new AbortController().signal): Scope => scopeOf(clock, { signal, timeoutMs });
  return {
    clock,
    answers,
    reads,
    scope,
    get: (own = scope(), writes = 0, fresh = false) => reads.get(KEY, { scope: own, writes }, read, { fresh }),
  };
}

describe('an answer that many resources ask for', () => {
  it('is asked for once', async () => {
    const { answers, get } = setUp();
    const all = [get(), get(), get()];
    answers[0]?.(succeeded('groups'));
    expect((await Promise.all(all)).map(valueOf)).toEqual(['groups', 'groups', 'groups']);
    expect(valueOf(await get())).toBe('groups');
    expect(answers).toHaveLength(1);
  });

  it('is shared by those who want it fresh at once, and asked for anew once this process has written something, or after a moment', async () => {
    const { clock, answers, scope, get } = setUp();
    const fresh = (writes: number) => get(scope(), writes, true);
    const both = [fresh(0), fresh(0)];
    const after = fresh(1);
    await clock.advance(1_001);
    const later = fresh(1);
    answers.forEach((answer, index) => answer(succeeded(`list ${index}`)));
    expect((await Promise.all([...both, after, later])).map(valueOf)).toEqual(['list 0', 'list 0', 'list 1', 'list 2']);
  });

  it('fails for all who waited, and is asked for again by the next', async () => {
    const { answers, get } = setUp();
    const both = [get(), get()];
    answers[0]?.(failed(failure('denied')));
    expect((await Promise.all(both)).map((outcome) => failureOf(outcome).kind)).toEqual(['denied', 'denied']);
    const next = get();
    answers[1]?.(succeeded('groups'));
    expect(valueOf(await next)).toBe('groups');
  });

  it('is asked for again by those who have time left when the first asker has not', async () => {
    const { clock, answers, get } = setUp();
    const first = get();
    const others = [get(), get()];
    answers[0]?.(failed(failure('unavailable', 'DeadlineExceeded')));
    expect(failureOf(await first).code).toBe('DeadlineExceeded');
    await clock.advance(0);
    expect(answers).toHaveLength(2);
    answers[1]?.(succeeded('groups'));
    expect((await Promise.all(others)).map(valueOf)).toEqual(['groups', 'groups']);
  });

  it('does not hold up who is stopped or out of time while another asks', async () => {
    const { clock, answers, get, scope } = setUp();
    const first = get();
    const stop = new AbortController();
    const stopped = get(scope(60_000, stop.signal));
    const hurried = get(scope(1000));
    stop.abort();
    expect(failureOf(await stopped)).toMatchObject({ kind: 'cancelled', operation: 'List', region: KEY.region });
    expect(failureOf(await stopped)).not.toHaveProperty('ambiguous');
    await clock.advance(1000);
    expect(failureOf(await hurried)).toMatchObject({
      kind: 'unavailable',
      code: 'DeadlineExceeded',
      operation: 'List',
      region: KEY.region,
    });
    expect(failureOf(await hurried)).not.toHaveProperty('ambiguous');
    answers[0]?.(succeeded('groups'));
    expect(valueOf(await first)).toBe('groups');
  });
});
