import { failed, type Failure, type Outcome, stopped } from '../../connect/failure';
import type { Context } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { retry } from './retry';

/**
 * Amazon Connect is eventually consistent: what was created moments ago may not be readable yet. A
 * thing that has never been seen since its creation is therefore looked for again, for a while; once
 * seen, "not found" means gone.
 */

/** AWS says of what was changed moments ago that ResourceNotFoundException or InvalidRequestException may be answered. */
export const maySayNew = ({ kind }: Failure): boolean => kind === 'not-found' || kind === 'invalid';

const NOT_VISIBLE = 'something just created is not visible yet';

/** Kept with a thing from its creation until it is first seen. */
export const justCreated = (context: Context): PrivateData => ({ created: context.clock.now() });

/** Whether it has not been seen since. */
export const isJustCreated = (known: PrivateData): boolean => typeof known['created'] === 'number';

/** For a thing that has been seen. */
export const withoutCreation = (known: PrivateData): PrivateData =>
  Object.fromEntries(Object.entries(known).filter(([name]) => name !== 'created'));

/** @param read told the number of the attempt: an answer that was kept from before is of no use after the first. */
export function readNew<T>(
  read: (attempt: number) => Promise<Outcome<T | undefined>>,
  known: PrivateData,
  context: Context,
): Promise<Outcome<T | undefined>> {
  return retry<Outcome<T | undefined>>(context, { deadline: endOfWindow(known['created'], context) }, async (attempt) => {
    const outcome = await read(attempt);
    if (outcome.ok ? outcome.value !== undefined : !maySayNew(outcome.failure)) return { done: outcome };
    return { again: NOT_VISIBLE, otherwise: outcome, stopped: failed(stopped(NOT_VISIBLE, '')) };
  });
}

/** Until when reads may be older than a write at that time; not longer than the window, whatever another clock said of the time. */
export function endOfWindow(written: unknown, { clock, settings: { consistencyWindowMs: window } }: Context): number {
  const now = clock.now();
  return typeof written === 'number' ? Math.min(now, written) + window : now;
}
