import type { Clock } from '../../../connect/clock';
import type { Connection } from '../../../connect/connection';
import type { Failure, Outcome } from '../../../connect/failure';
import type { Gateway } from '../../../connect/gateway';
import type { LogFields, Logger } from '../../../connect/logger';
import { type Connect, openConnect } from '../../../connect/open';
import { FastClock } from '../clocks/fast-clock';

export interface Logged {
  readonly message: string;
  readonly fields: LogFields;
}

/** Keeps what is logged. */
export function memoryLogger(): Logger & { readonly entries: readonly Logged[] } {
  const entries: Logged[] = [];
  const keep = (message: string, fields: LogFields = {}): void => {
    entries.push({ message, fields });
  };
  return { entries, trace: keep, debug: keep, info: keep, warn: keep, error: keep };
}

export const SCALE = 50;

export interface Opened {
  readonly connect: Connect;
  readonly clock: Clock;
  readonly log: ReturnType<typeof memoryLogger>;
  /** A gateway for a quarter of an hour of the fast clock, unless told otherwise. */
  gateway(limits?: { readonly signal?: AbortSignal; readonly timeoutMs?: number }): Gateway;
}

export async function openAt(endpoint: string, connection: Partial<Connection> = {}, clock: Clock = new FastClock(SCALE)): Promise<Opened> {
  const log = memoryLogger();
  const keys = { accessKey: 'AKIATEST', secretKey: 'secret-of-a-test' };
  const opened = await openConnect({ region: 'eu-central-1', ...keys, ...connection, endpoint }, { clock, log });
  const connect = valueOf(opened);
  const never = new AbortController().signal;
  return { connect, clock, log, gateway: (limits = {}) => connect.gateway({ signal: never, timeoutMs: 900_000, ...limits }) };
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`failed: ${JSON.stringify(outcome.failure)}`);
}

export function failureOf(outcome: Outcome<unknown>): Failure {
  if (!outcome.ok) return outcome.failure;
  throw new Error(`did not fail but gave ${JSON.stringify(outcome.value)}`);
}
