import { succeeded } from '../../../connect/failure';
import type { HeldProficiencies } from '../../../connect/gateway';
import { readProficiencies } from '../../../custom-resources/user/observe';
import { proficienciesWritten, whileRecent } from '../../../custom-resources/user/private-data';
import { answers, fakeConnect } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { INSTANCE_ID, USER_ID } from '../../support/custom-resources/ids';

const USER = { instanceId: INSTANCE_ID, userId: USER_ID };
const NOW = Date.UTC(2026, 0, 1);
const german = (level: number) => [{ attributeName: 'language', attributeValue: 'de', level }];
const shows = (level: number, lastModified?: number) =>
  succeeded<HeldProficiencies>({ proficiencies: german(level), ...(lastModified !== undefined && { lastModified }) });

/** The level that is read where the state says 3 and was written just now. */
async function read(
  lists: readonly ReturnType<typeof shows>[],
  known = proficienciesWritten(NOW),
): Promise<{ level?: number; lists: number; seconds: number }> {
  const connect = fakeConnect({ users: { listProficiencies: answers(...lists) } });
  const context = testContext(connect);
  const begun = context.clock.now();
  const held = await context.clock.run(readProficiencies({ connect, ref: USER, held: german(3), known, context }));
  return { level: held.ok ? held.value[0]?.level : undefined, lists: connect.calls.length, seconds: (context.clock.now() - begun) / 1000 };
}

describe('a list of proficiencies that differs from what was just written', () => {
  it('is read again until it shows what was written', async () => {
    expect(await read([shows(1, NOW - 60_000), shows(1, NOW - 60_000), shows(3, NOW)])).toEqual({ level: 3, lists: 3, seconds: 3 });
  });

  it('is believed at once where it tells of a later change: somebody else made it', async () => {
    expect(await read([shows(5, NOW + 2_000)])).toEqual({ level: 5, lists: 1, seconds: 0 });
  });

  it('is believed at the end of the consistency window', async () => {
    const { level, seconds } = await read([shows(1)]);
    expect(level).toBe(1);
    expect(seconds).toBeGreaterThan(45);
    expect(seconds).toBeLessThanOrEqual(61);
  });

  it('is believed at once where nothing was written lately', async () => {
    expect(await read([shows(1)], {})).toMatchObject({ level: 1, lists: 1 });
    expect(await read([shows(1)], proficienciesWritten(NOW - 3_600_000))).toMatchObject({ level: 1, lists: 1 });
  });
});

it('remembers the last change for as long as a list may be older', () => {
  const context = testContext(fakeConnect());
  expect(whileRecent(proficienciesWritten(NOW), context)).toEqual(proficienciesWritten(NOW));
  expect(whileRecent(proficienciesWritten(NOW - 3_600_000), context)).toEqual({});
});
