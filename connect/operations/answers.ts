import { type Outcome, succeeded } from '../failure';
import type { Written } from '../model';

/** For operations that may find nothing. */
export const orAbsent = <T>(outcome: Outcome<T>): Outcome<T | undefined> =>
  !outcome.ok && outcome.failure.kind === 'not-found' ? succeeded(undefined) : outcome;

/** For deletions: not there any more, after a try whose answer was lost, is what was asked for. */
export const orAlreadyGone = (outcome: Outcome<void>): Outcome<void> =>
  !outcome.ok && outcome.failure.kind === 'not-found' && outcome.failure.ambiguous ? succeeded(undefined) : outcome;

/** For operations whose answer says nothing. */
export const nothing = (): void => undefined;

/** For changes of a user, whose answer says nothing but when it was given. */
export const written = (_: unknown, at: number): Written => ({ at });
