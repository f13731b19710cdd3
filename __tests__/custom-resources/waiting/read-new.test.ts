import { succeeded } from '../../../connect/failure';
import { justCreated, readNew } from '../../../custom-resources/waiting/read-new';
import { answers, fakeConnect, refusal } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';

const missing = succeeded(undefined);

it('looks again for something that was just created and has never been seen', async () => {
  const context = testContext(fakeConnect());
  const read = jest.fn(answers<string | undefined>(missing, missing, succeeded('there')));
  const outcome = await context.clock.run(readNew(read, justCreated(context), context));
  expect(outcome).toEqual(succeeded('there'));
  expect(read).toHaveBeenCalledTimes(3);
});

it('looks again where a request about it is refused: AWS says so of what was just created', async () => {
  const context = testContext(fakeConnect());
  const read = jest.fn(answers<string | undefined>(refusal('invalid'), missing, succeeded('there')));
  expect(await context.clock.run(readNew(read, justCreated(context), context))).toEqual(succeeded('there'));
  const known = jest.fn(answers<string | undefined>(refusal('invalid'), succeeded('there')));
  expect(await readNew(known, {}, context)).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
});

it('takes "not found" for gone once the window is over', async () => {
  const context = testContext(fakeConnect());
  const created = justCreated(context);
  const start = context.clock.now();
  expect(await context.clock.run(readNew(answers(missing), created, context))).toEqual(missing);
  expect(context.clock.now() - start).toBeLessThanOrEqual(60_000);
  const read = jest.fn(answers(missing));
  await context.clock.run(context.clock.advance(60_000).then(() => readNew(read, created, context)));
  expect(read).toHaveBeenCalledTimes(1);
});

it('takes "not found" for gone at once when the thing has been seen before', async () => {
  const context = testContext(fakeConnect());
  const read = jest.fn(answers(missing));
  expect(await readNew(read, {}, context)).toEqual(missing);
  expect(read).toHaveBeenCalledTimes(1);
});

it('hands a failure on at once', async () => {
  const context = testContext(fakeConnect());
  const outcome = await readNew(answers(refusal('denied')), justCreated(context), context);
  expect(outcome).toMatchObject({ ok: false, failure: { kind: 'denied' } });
});

it('waits no longer than the window when the clocks of two machines disagree', async () => {
  const context = testContext(fakeConnect());
  const start = context.clock.now();
  await context.clock.run(readNew(answers(missing), { created: start + 3_600_000 }, context));
  expect(context.clock.now() - start).toBeLessThanOrEqual(60_000);
});
