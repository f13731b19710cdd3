import type { Gateway } from '../../connect/gateway';
import type { Context } from '../contract/resource';
import { timeoutMs } from '../values/durations';

/** How long a refresh or a check of a plan may take, pacing included. */
export const READ_TIMEOUT_MS = 20 * 60_000;

/** What an operation is done with. */
export interface Work {
  /** Its calls end when the time is up. */
  readonly connect: Gateway;
  readonly context: Context;
  /** When the time is up, by the clock of the context: waits end then, too. */
  readonly deadline: number;
}

/** The time of an operation, from now on: all that it looks up, calls and waits for. @param declared in "timeouts", else `fallback` */
export function timed(context: Context, declared: string | null | undefined, fallback: string): Work {
  const ms = timeoutMs(declared, fallback);
  return { connect: context.connect({ timeoutMs: ms }), context, deadline: context.clock.now() + ms };
}
