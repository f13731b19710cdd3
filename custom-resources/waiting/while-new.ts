import { failed, type Outcome, stopped } from '../../connect/failure';
import { maySayNew } from './read-new';
import { type Again, retry } from './retry';
import type { Work } from './timeouts';

/** What a call speaks of, and this process may have made moments ago. */
export interface PerhapsNew {
  /** As the ledger names it. */
  readonly thing: string;
  /** `the new user` */
  readonly noun: string;
  /** For the log. */
  readonly fields: Readonly<Record<string, string>>;
  find(): Promise<Outcome<unknown>>;
}

/** Attempts that are refused before it is asked whether the thing is visible: if so, the refusal is about something else. */
const UNEXPLAINED_ATTEMPTS = 2;

/** Waits until a thing that this process created is known to the service. */
export function untilKnown<T>(outcome: Outcome<T> & { readonly ok: false }, noun: string): Again<Outcome<T>> {
  const reason = `${noun} is not known everywhere yet`;
  return { again: reason, otherwise: outcome, stopped: failed(stopped(reason, outcome.failure.region)) };
}

/**
 * Makes a call, and makes it again while the service may not know everywhere what the call speaks of. The refusal may as well be about
 * something else, and that never passes.
 */
export const whileNew = <T>(
  { context, deadline }: Omit<Work, 'connect'>,
  { thing, noun, fields, find }: PerhapsNew,
  call: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  retry<Outcome<T>>(context, { deadline, fields }, async (attempt) => {
    const outcome = await call();
    if (outcome.ok || !maySayNew(outcome.failure) || !context.ledger.wasMade(thing)) return { done: outcome };
    if (attempt > UNEXPLAINED_ATTEMPTS) {
      const seen = await find();
      if (!seen.ok || seen.value !== undefined) return { done: outcome };
    }
    return untilKnown(outcome, noun);
  });
