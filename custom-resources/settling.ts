import type { Outcome } from '../connect/failure';
import type { Context, PrivateData } from './contract/resource';
import { Patience } from './waiting';

/**
 * Amazon Connect is eventually consistent: what was created moments ago may not be readable yet. A
 * thing that has never been seen since its creation is therefore looked for again, for a while; once
 * seen, "not found" means gone.
 */

/** Kept with a thing from its creation until it is first seen. */
export const justCreated = (context: Context): PrivateData => ({ created: context.clock.now() });

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
  const until = created === undefined ? 0 : created + context.settings.consistencyWindowMs - context.clock.now();
  const patience = new Patience(context, Math.max(0, until));
  for (;;) {
    const outcome = await read(patience.count > 0);
    if (!outcome.ok || outcome.value !== undefined) return outcome;
    if (!(await patience.pause('something just created is not visible yet'))) return outcome;
  }
}
