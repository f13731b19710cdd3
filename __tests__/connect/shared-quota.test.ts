import { randomOf, share, type Shared, type Stack, type Taken } from '../support/connect/shared-quota';

const SEEDS = [1, 2, 3, 4, 5, 6];

interface Figures {
  readonly throttled: number;
  /** Of the time that the quota takes. */
  readonly time: number;
  /** The longest time of a stack, of the shortest. */
  readonly uneven: number;
}

/** Means over some seeds: one course of events tells little. */
async function figuresOf(scene: (random: () => number) => Omit<Shared, 'seed'>): Promise<Figures> {
  const runs: Taken[] = [];
  for (const seed of SEEDS) runs.push(await share({ ...scene(randomOf(seed)), seed }));
  const mean = (figure: (run: Taken) => number): number => runs.reduce((sum, run) => sum + figure(run), 0) / runs.length;
  return {
    throttled: mean(({ throttled, calls }) => throttled / calls),
    time: mean(({ all, possible }) => all / possible),
    uneven: mean(({ seconds }) => Math.max(...seconds) / Math.min(...seconds)),
  };
}

/** Stacks that begin within so many seconds. */
const stacks = (count: number, calls: number, within: number, random: () => number): readonly Stack[] =>
  Array.from({ length: count }, () => ({ begins: random() * within, calls }));

/** The record docs/design/0005 has the same figures beside those of other rules. */
describe('a quota that several processes share', () => {
  it('is used whole by a process that is alone, without a throttled call', async () => {
    const { throttled, time } = await figuresOf(() => ({ stacks: [{ begins: 0, calls: 200 }] }));
    expect(throttled).toBe(0);
    expect(time).toBeLessThan(1.01);
  });

  it.each([
    [6, 2.2],
    [10, 4.5],
    [20, 9.5],
  ])('is used whole by an apply that makes the %d calls of its plan again, right behind it', async (calls, begins) => {
    const { throttled, time } = await figuresOf(() => ({ stacks: [0, begins].map((at) => ({ begins: at, calls })), reads: true }));
    expect(throttled).toBeLessThan(0.1);
    expect(time).toBeLessThan(1.35);
  });

  it.each([
    [0, 1.4],
    [3, 1.6],
    [15, 2],
  ])('is shared by ten stacks of 20 users that begin within %d seconds', async (within, mostUneven) => {
    const { throttled, time, uneven } = await figuresOf((random) => ({ stacks: stacks(10, 20, within, random) }));
    expect(throttled).toBeLessThan(0.09);
    expect(time).toBeLessThan(1.2);
    expect(uneven).toBeLessThan(mostUneven);
  });

  it('is shared by ten stacks that plan 20 users at once', async () => {
    const { throttled, time } = await figuresOf((random) => ({ stacks: stacks(10, 20, 3, random), reads: true }));
    expect(throttled).toBeLessThan(0.14);
    expect(time).toBeLessThan(1.35);
  });

  it('is shared by two stacks of 200 users', async () => {
    const { throttled, time, uneven } = await figuresOf((random) => ({ stacks: stacks(2, 200, 2, random) }));
    expect(throttled).toBeLessThan(0.04);
    expect(time).toBeLessThan(1.45);
    expect(uneven).toBeLessThan(1.5);
  });

  it('is shared with stacks that come later and go earlier', async () => {
    const { throttled, time } = await figuresOf((random) => ({
      stacks: [{ begins: 0, calls: 300 }, ...stacks(2, 60, 5, random).map((stack) => ({ ...stack, begins: stack.begins + 60 }))],
    }));
    expect(throttled).toBeLessThan(0.05);
    expect(time).toBeLessThan(1.4);
  });

  it.each([
    [0.25, 0.02, 1.5],
    [0.5, 0.035, 1.25],
    [0.75, 0.06, 1.05],
  ])('is left to others who take %d of it and never back off', async (otherClientShare, mostThrottled, longest) => {
    const { throttled, time } = await figuresOf(() => ({ stacks: [{ begins: 0, calls: 200 }], otherClientShare }));
    expect(throttled).toBeLessThan(mostThrottled);
    expect(time).toBeLessThan(longest);
  });
});
