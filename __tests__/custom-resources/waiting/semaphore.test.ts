import { retry } from '../../../custom-resources/waiting/retry';
import { Semaphore } from '../../../custom-resources/waiting/semaphore';
import { fakeConnect } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';

const passing = (): { readonly passed: Promise<void>; readonly pass: () => void } => {
  let pass = (): void => undefined;
  const passed = new Promise<void>((resolve) => (pass = resolve));
  return { passed, pass };
};

it('lets so many work at a time, first come first served, and goes on after a failure', async () => {
  const semaphore = new Semaphore(2);
  const begun: number[] = [];
  const gates = Array.from({ length: 4 }, passing);
  const works = gates.map(({ passed }, index) =>
    semaphore.run(async () => {
      begun.push(index);
      await passed;
      if (index === 0) throw new Error('a bug');
      return index;
    }),
  );
  const ended = Promise.allSettled(works);
  expect(begun).toEqual([0, 1]);
  gates[0]?.pass();
  await works[0]?.catch(() => undefined);
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  for (const { pass } of gates) pass();
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(begun).toEqual([0, 1, 2, 3]);
});

it('is free for others while somebody backs off', async () => {
  const context = testContext(fakeConnect());
  const semaphore = new Semaphore(1);
  const order: string[] = [];
  const work = (name: string, attempts: number): Promise<string> =>
    retry<string>(context, { deadline: context.clock.now() + 60_000, turn: (attempt) => semaphore.run(attempt) }, async (number) => {
      order.push(`${name} ${number}`);
      return number === attempts ? { done: name } : { again: 'test', otherwise: 'late' };
    });
  expect(await context.clock.run(Promise.all([work('slow', 3), work('quick', 1)]))).toEqual(['slow', 'quick']);
  expect(order).toEqual(['slow 1', 'quick 1', 'slow 2', 'slow 3']);
});
