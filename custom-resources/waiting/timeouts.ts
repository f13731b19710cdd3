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

/** The time of an operation, from now on: all that it looks up, calls and waits for. @param declared the "timeouts" block, if there is one */
export function timed<O extends string>(
  context: Context,
  operation: O,
  declared: { readonly [K in O]: string | null } | null,
  defaults: { readonly [K in O]: string },
): Work {
  const ms = timeoutMs(declared?.[operation], defaults[operation]);
  return { connect: context.connect({ timeoutMs: ms }), context, deadline: context.clock.now() + ms };
}
