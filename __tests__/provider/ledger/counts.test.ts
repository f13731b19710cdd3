import { ProcessLedger } from '../../../provider/ledger/ledger';
import { Lull } from '../../../provider/ledger/lull';
import { FakeClock } from '../../support/clocks/fake-clock';

let clock: FakeClock;
let lull: Lull;
let ledger: ProcessLedger;
beforeEach(() => {
  clock = new FakeClock();
  lull = new Lull();
  ledger = new ProcessLedger(lull);
});

/** A request of the plan that deletes a user. */
const deletes = (name: string, most = 1, signal = new AbortController().signal): Promise<readonly string[] | undefined> =>
  lull.during(() => ledger.beyond('users deleted', [name], () => most, { clock, signal }));

describe('what the resources of a plan count together', () => {
  it('is nothing to tell of up to the limit, however often Terraform plans the same', async () => {
    expect([await deletes('ada'), await deletes('ada'), ledger.counted('users deleted')]).toEqual([undefined, undefined, 1]);
  });

  it('is told whole, and once, by the first that goes beyond', async () => {
    await deletes('ada');
    const first = deletes('bob');
    const others = Array.from({ length: 998 }, (_, index) => deletes(`agent-${index}`));
    const told = await clock.run(Promise.all([first, ...others]));
    expect(told.map((names) => names?.length)).toEqual([1000, ...others.map(() => undefined)]);
    expect(await deletes('late')).toBeUndefined();
  });

  it('is told when Terraform asks for nothing else any more, not before', async () => {
    const first = deletes('ada', 0);
    let finish: () => void = () => undefined;
    const slow = lull.during(() => new Promise<void>((resolve) => (finish = resolve)));
    await clock.advance(60_000);
    expect(clock.sleeping).toBe(1);
    ledger.count('users deleted', ['bob']);
    finish();
    await slow;
    expect(await clock.run(first)).toEqual(['ada', 'bob']);
  });

  it('is told for each of two limits that one request went beyond', async () => {
    const request = { clock, signal: new AbortController().signal };
    const both = lull.during(() =>
      Promise.all([ledger.beyond('protected users', ['ada'], () => 0, request), ledger.beyond('users deleted', ['ada'], () => 0, request)]),
    );
    const others = deletes('bob', 0);
    expect(await clock.run(Promise.all([both, others]))).toEqual([[['ada'], ['ada', 'bob']], undefined]);
  });

  it('is told at once when Terraform asks the provider to stop', async () => {
    const stop = new AbortController();
    const first = deletes('ada', 0, stop.signal);
    stop.abort(new Error('stopped'));
    expect(await first).toEqual(['ada']);
  });

  it('is nothing to tell of where what came meanwhile made room, and is told when it is too much again', async () => {
    const most = (): number => ledger.counted('deleted');
    const creates = (name: string) =>
      lull.during(() => ledger.beyond('created', [name], most, { clock, signal: new AbortController().signal }));
    const first = creates('ada');
    ledger.count('deleted', ['old']);
    expect(await clock.run(first)).toBeUndefined();
    expect(await clock.run(creates('bob'))).toEqual(['ada', 'bob']);
  });
});
