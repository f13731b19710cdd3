import type { Context } from '../contract/resource';

/** What an attempt came to: its result, or something that will pass by itself. */
export type Attempt<T> = { readonly done: T } | Again<T>;

export interface Again<T> {
  /** What is waited for. */
  readonly again: string;
  /** The result where it does not pass in time. */
  readonly otherwise: T;
  /** The result where Terraform asks the provider to stop meanwhile. @default otherwise */
  readonly stopped?: T;
  /** How long this is waited for since it was first met, in milliseconds. @default until the deadline */
  readonly withinMs?: number;
  /** After how many attempts that met it this is no longer waited for. @default none */
  readonly attempts?: number;
}

/** Makes one attempt when its turn has come, where many wait for theirs. Who backs off holds no turn. */
export type Turn<T> = (attempt: () => Promise<Attempt<T>>) => Promise<Attempt<T>>;

export interface Terms<T> {
  /** When the time is up, by the clock of the context. */
  readonly deadline: number;
  /** @default at once */
  readonly turn?: Turn<T> | undefined;
  /** What the log names beside what is waited for. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Before the second attempt 1 second, then 2, 4 and 8, then every 15. */
const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000];
const LONGEST_BACKOFF_MS = 15_000;
/** Left for the last attempt: one that comes too late would only tell that the time is up. */
const LAST_ATTEMPT_MS = 250;

/** The least time that has room for a second attempt. */
export const SECOND_ATTEMPT_MS = 1_000 + LAST_ATTEMPT_MS;

/**
 * Attempts something until it is done, backing off in between; or until what it waits for has not passed in time, or
 * Terraform asks the provider to stop. The first attempt is number 1, and is always made.
 */
export async function retry<T>(
  { clock, signal, log }: Pick<Context, 'clock' | 'signal' | 'log'>,
  { deadline, turn = (attempt) => attempt(), fields = {} }: Terms<T>,
  attempt: (number: number) => Promise<Attempt<T>>,
): Promise<T> {
  const met = new Map<string, { readonly since: number; readonly attempts: number }>();
  for (let number = 1; ; number += 1) {
    const outcome = await turn(() => attempt(number));
    if ('done' in outcome) return outcome.done;
    const { again, otherwise, stopped = otherwise, withinMs = Infinity, attempts = Infinity } = outcome;
    const before = met.get(again) ?? { since: clock.now(), attempts: 0 };
    met.set(again, { ...before, attempts: before.attempts + 1 });
    const remainingMs = Math.min(deadline, before.since + withinMs) - clock.now();
    const ms = Math.min(BACKOFF_MS[number - 1] ?? LONGEST_BACKOFF_MS, remainingMs - LAST_ATTEMPT_MS);
    if (signal.aborted) return stopped;
    if (ms <= 0 || before.attempts >= attempts) return otherwise;
    log.info(`waiting: ${again}`, { ...fields, ms, remainingMs });
    try {
      await clock.sleep(ms, signal);
    } catch (reason) {
      if (signal.aborted) return stopped;
      throw reason;
    }
  }
}
