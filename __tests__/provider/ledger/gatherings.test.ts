import { ProcessLedger } from '../../../provider/ledger/ledger';
import { Lull } from '../../../provider/ledger/lull';
import { FakeClock } from '../../support/clocks/fake-clock';

let clock: FakeClock;
let lull: Lull;
let ledger: ProcessLedger;
beforeEach(() => {
  clock = new FakeClock();
  lull = new Lull(clock);
  ledger = new ProcessLedger(lull);
});

/** A request of the plan that has something to tell. */
const tells = (name: string, signal = new AbortController().signal): Promise<readonly string[] | undefined> =>
  lull.during(() => ledger.gather('leavers', [name], { clock, signal }));

describe('what many resources of a plan tell together', () => {
  it('is told by the first of them, for all that come until Terraform asks for nothing else', async () => {
    const first = tells('ada');
    let finish: () => void = () => undefined;
    const slow = lull.during(() => new Promise<void>((resolve) => (finish = resolve)));
    expect(await tells('bob')).toBeUndefined();
    await clock.advance(60_000);
    expect(await tells('cleo')).toBeUndefined();
    finish();
    await slow;
    expect(await clock.run(first)).toEqual(['ada', 'bob', 'cleo']);
  });

  it('is told by each at once, where Terraform asks about one resource at a time', async () => {
    expect(await clock.run(tells('ada'))).toEqual(['ada']);
    expect(await tells('bob')).toEqual(['bob']);
  });

  it('is waited for longer in a stack of thousands, where Terraform pauses for longer between two of its requests', async () => {
    const asks = () => lull.during(() => Promise.resolve());
    await asks();
    await clock.advance(600);
    await asks();
    const first = tells('ada');
    await clock.advance(1_400);
    expect(await tells('bob')).toBeUndefined();
    expect(await clock.run(first)).toEqual(['ada', 'bob']);
  });

  it('is waited for longer after thousands of requests, since Terraform pauses before what refers to all of them', async () => {
    for (let request = 0; request < 10_000; request += 1) await lull.during(() => Promise.resolve());
    const first = tells('ada');
    await clock.advance(3_600);
    expect(await tells('bob')).toBeUndefined();
    expect(await clock.run(first)).toEqual(['ada', 'bob']);
  });

  it('is waited for no longer than five seconds, however long Terraform waited for another provider', async () => {
    await lull.during(() => Promise.resolve());
    await clock.advance(600_000);
    await lull.during(() => Promise.resolve());
    const first = tells('ada');
    await clock.advance(5_000);
    expect(await Promise.race([first, Promise.resolve('waits')])).toEqual(['ada']);
  });

  it('is told anew by those that come after a telling', async () => {
    const first = tells('ada');
    await tells('bob');
    await clock.run(first);
    const second = tells('cleo');
    expect([await tells('dan'), await clock.run(second)]).toEqual([undefined, ['cleo', 'dan']]);
  });

  it('is told at once when Terraform asks the provider to stop', async () => {
    const stop = new AbortController();
    const first = tells('ada', stop.signal);
    stop.abort(new Error('stopped'));
    expect(await first).toEqual(['ada']);
  });
});

describe('what the first of many resources finds out for all', () => {
  it('is waited for by the others, and by nobody who comes later', async () => {
    const follow = await ledger.goAhead('users');
    const order: string[] = [];
    const second = ledger.goAhead('users').then((ahead) => order.push(`second ${ahead === undefined}`));
    expect(await ledger.goAhead('groups')).toBeDefined();
    order.push('first');
    follow?.();
    await second;
    expect([...order, await ledger.goAhead('users')]).toEqual(['first', 'second true', undefined]);
  });
});
