import { Patience } from '../../custom-resources/waiting';
import { fakeConnect } from '../support/custom-resources-connect';
import { testContext } from '../support/custom-resources-context';

const pausesUntilTimeIsUp = async (timeoutMs: number): Promise<readonly number[]> => {
  const context = testContext(fakeConnect());
  const patience = new Patience(context, timeoutMs);
  const pauses: number[] = [];
  for (let before = context.clock.now(); await context.clock.run(patience.pause('test')); before = context.clock.now()) {
    pauses.push(context.clock.now() - before);
  }
  return pauses;
};

it('looks again after 1, 2, 4 and 8 seconds, then every 15, and a last time just before the time is up', async () => {
  expect(await pausesUntilTimeIsUp(60_000)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 14_750]);
});

it('does not wait when there is no time', async () => {
  expect(await pausesUntilTimeIsUp(0)).toEqual([]);
});

it('stops waiting as soon as Terraform asks for it', async () => {
  const context = testContext(fakeConnect());
  const patience = new Patience(context, 60_000);
  const waiting = patience.pause('test');
  context.stop();
  expect(await waiting).toBe(false);
  expect(await patience.pause('test')).toBe(false);
  expect(context.clock.sleeping).toBe(0);
});

it('says in the log what it waits for, and for how long', async () => {
  const info = jest.fn();
  const quiet = (): void => undefined;
  const context = testContext(fakeConnect(), { log: { trace: quiet, debug: quiet, info, warn: quiet, error: quiet } });
  await context.clock.run(new Patience(context, 30_000).pause('the group is UPDATE_IN_PROGRESS', { groupId: 'g-1' }));
  expect(info).toHaveBeenCalledWith('waiting: the group is UPDATE_IN_PROGRESS', { groupId: 'g-1', ms: 1_000, remainingMs: 30_000 });
});
