import { memoize } from '../../connect/credentials/memoize';
import { FakeClock } from '../support/clocks/fake-clock';

const HOUR = 3_600_000;

function setUp() {
  const clock = new FakeClock();
  const script = { failing: false, asked: 0 };
  const get = memoize(() => {
    script.asked += 1;
    if (script.failing) return Promise.reject(new Error('no token'));
    return Promise.resolve({ expiration: new Date(clock.now() + HOUR), number: script.asked });
  }, clock);
  return { clock, script, get };
}

describe('temporary credentials', () => {
  it('are asked for once for all who want them at the same time', async () => {
    const { script, get } = setUp();
    await Promise.all([get(), get(), get()]);
    await get();
    expect(script.asked).toBe(1);
  });

  it('are renewed shortly before they expire', async () => {
    const { clock, get } = setUp();
    await get();
    await clock.advance(HOUR - 6 * 60_000);
    expect((await get()).number).toBe(1);
    await clock.advance(2 * 60_000);
    expect((await get()).number).toBe(2);
  });

  it('serve on when they cannot be renewed, until they expire', async () => {
    const { clock, script, get } = setUp();
    await get();
    script.failing = true;
    await clock.advance(HOUR - 60_000);
    expect((await get()).number).toBe(1);
    await clock.advance(61_000);
    await expect(get()).rejects.toThrow('no token');
  });

  it('are asked for again after a failure', async () => {
    const { script, get } = setUp();
    script.failing = true;
    await expect(get()).rejects.toThrow('no token');
    script.failing = false;
    expect((await get()).number).toBe(2);
  });
});
