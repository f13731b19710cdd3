import { type Attempt, retry, SECOND_ATTEMPT_MS } from '../../../custom-resources/waiting/retry';
import { fakeConnect } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';

type Result = 'done' | 'time is up' | 'stopped';

const SECOND = 1_000;
const again = (limit: { readonly withinMs?: number; readonly attempts?: number } = {}, reason = 'test'): Attempt<Result> => ({
  again: reason,
  otherwise: 'time is up',
  stopped: 'stopped',
  ...limit,
});

/** The result, and when each attempt was made, in seconds from the beginning. */
async function run(timeoutMs: number, attempt: (number: number) => Attempt<Result>): Promise<{ result: Result; at: readonly number[] }> {
  const context = testContext(fakeConnect());
  const begun = context.clock.now();
  const at: number[] = [];
  const result = await context.clock.run(
    retry(context, { deadline: begun + timeoutMs }, (number) => {
      at.push((context.clock.now() - begun) / SECOND);
      return Promise.resolve(attempt(number));
    }),
  );
  return { result, at };
}

it('attempts again after 1, 2, 4 and 8 seconds, then every 15, and a last time just before the time is up', async () => {
  expect(await run(60 * SECOND, () => again())).toEqual({ result: 'time is up', at: [0, 1, 3, 7, 15, 30, 45, 59.75] });
});

it('ends with the attempt that is done', async () => {
  expect(await run(60 * SECOND, (number) => (number === 3 ? { done: 'done' } : again()))).toEqual({ result: 'done', at: [0, 1, 3] });
});

it('does not back off when there is no time', async () => {
  expect((await run(0, () => again())).at).toEqual([0]);
  expect((await run(SECOND_ATTEMPT_MS, () => again())).at).toEqual([0, 1]);
});

it('waits for each thing only as long as it may take, since it was first met', async () => {
  const { result, at } = await run(600 * SECOND, (number) =>
    number <= 4 ? again({}, 'the first') : again({ withinMs: 20 * SECOND }, 'the second'),
  );
  expect({ result, at }).toEqual({ result: 'time is up', at: [0, 1, 3, 7, 15, 30, 34.75] });
});

it('waits for some things only for a few attempts, whatever came before', async () => {
  const { at } = await run(600 * SECOND, (number) => (number === 1 ? again() : again({ attempts: 2 }, 'another')));
  expect(at).toEqual([0, 1, 3, 7]);
});

it('stops as soon as Terraform asks for it', async () => {
  const context = testContext(fakeConnect());
  const attempt = jest.fn(() => Promise.resolve(again()));
  const work = () => retry(context, { deadline: context.clock.now() + 60 * SECOND }, attempt);
  const waiting = work();
  await context.clock.advance(500);
  context.stop();
  expect([await waiting, await work()]).toEqual(['stopped', 'stopped']);
  expect([attempt.mock.calls.length, context.clock.sleeping]).toEqual([2, 0]);
});

it('says in the log what it waits for, and for how long', async () => {
  const info = jest.fn();
  const quiet = (): void => undefined;
  const context = testContext(fakeConnect(), { log: { trace: quiet, debug: quiet, info, warn: quiet, error: quiet } });
  const terms = { deadline: context.clock.now() + 30 * SECOND, fields: { groupId: 'g-1' } };
  await context.clock.run(
    retry<Result>(context, terms, async (number) => (number === 1 ? again({}, 'the group is UPDATE_IN_PROGRESS') : { done: 'done' })),
  );
  expect(info).toHaveBeenCalledWith('waiting: the group is UPDATE_IN_PROGRESS', { groupId: 'g-1', ms: 1_000, remainingMs: 30_000 });
});
