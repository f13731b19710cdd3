import { type Outcome, succeeded } from '../failure';
import type { Written } from '../gateway';

/** For operations that may find nothing. */
export const orAbsent = async <T>(call: Promise<Outcome<T>>): Promise<Outcome<T | undefined>> => {
  const outcome = await call;
  return !outcome.ok && outcome.failure.kind === 'not-found' ? succeeded(undefined) : outcome;
};

/** What is not there is asked for once more: one denial is not believed. */
export async function twice<T>(find: () => Promise<Outcome<T | undefined>>): Promise<Outcome<T | undefined>> {
  const found = await find();
  return found.ok && found.value === undefined ? find() : found;
}

/** For deletions: not there any more, after a try whose answer was lost, is what was asked for. */
export const orAlreadyGone = async <T>(call: Promise<Outcome<T>>, gone: T): Promise<Outcome<T>> => {
  const outcome = await call;
  return !outcome.ok && outcome.failure.kind === 'not-found' && outcome.failure.ambiguous ? succeeded(gone) : outcome;
};

/** The most tags or quick connects that one call takes. */
const BATCH = 50;

/** Gives what the last call gave, or `none` where there is nothing to call for: the service wants at least one. */
export async function inBatches<T, R>(items: readonly T[], none: R, call: (batch: T[]) => Promise<Outcome<R>>): Promise<Outcome<R>> {
  let last: Outcome<R> = succeeded(none);
  for (let start = 0; last.ok && start < items.length; start += BATCH) last = await call(items.slice(start, start + BATCH));
  return last;
}

/** For operations whose answer says nothing. */
export const nothing = (): void => undefined;

/** For changes of a user, whose answer says nothing but when it was given. */
export const written = (_: unknown, at: number): Written => ({ at });
