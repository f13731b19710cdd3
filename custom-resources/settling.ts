import { failed, type Outcome, stopped } from '../connect/failure';
import type { Context } from './contract/resource';
import type { PrivateData } from './contract/value';
import { Patience } from './waiting';

/**
 * Amazon Connect is eventually consistent: what was created moments ago may not be readable yet. A
 * thing that has never been seen since its creation is therefore looked for again, for a while; once
 * seen, "not found" means gone.
 */

const NOT_VISIBLE = 'something just created is not visible yet';

/** Kept with a thing from its creation until it is first seen. */
export const justCreated = (context: Context): PrivateData => ({ created: context.clock.now() });

/** Whether it has not been seen since. */
export const isJustCreated = (known: PrivateData): boolean => typeof known['created'] === 'number';

/** For a thing that has been seen. */
export const withoutCreation = (known: PrivateData): PrivateData =>
  Object.fromEntries(Object.entries(known).filter(([name]) => name !== 'created'));

/** @param read told whether it is asked again, when an answer that was kept from before is of no use. */
export async function readSettled<T>(
  read: (again: boolean) => Promise<Outcome<T | undefined>>,
  known: PrivateData,
  context: Context,
): Promise<Outcome<T | undefined>> {
  const created = typeof known['created'] === 'number' ? known['created'] : undefined;
  const window = context.settings.consistencyWindowMs;
  const left = created === undefined ? 0 : created + window - context.clock.now();
  // Not longer than the window, whatever the clock of the machine said that created it.
  const patience = new Patience(context, Math.min(window, Math.max(0, left)));
  for (;;) {
    const outcome = await read(patience.count > 0);
    if (!outcome.ok || outcome.value !== undefined) return outcome;
    if (await patience.pause(NOT_VISIBLE)) continue;
    return context.signal.aborted ? failed(stopped(NOT_VISIBLE, '')) : outcome;
  }
}
