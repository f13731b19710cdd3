/**
 * The one way to Amazon Connect: every call is paced, sent, translated and tried again here.
 * Knows the SDK's commands only as something to send; what they mean is the operations' business.
 * It must not log or keep what a request or an answer holds, beyond ids, codes and counts.
 */
import type { ConnectClient, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-connect';
import type { Clock } from '../clock';
import { failed, type Failure, type Outcome, succeeded } from '../failure';
import type { Logger } from '../logger';
import { isRegion } from '../region';
import { type ConnectCommand, type Exchange, send } from './exchange';
import { cancelled, notARegion, OUT_OF_TIME, outOfTime } from './own-failures';
import type { Pacer } from './pacer';
import { DEFAULT_MAX_RETRIES, delayBeforeRetry } from './retry';
import { type Ending, pause, type Scope, within } from './scope';
import { translate } from './translate';

export interface Call<I extends ServiceInputTypes, O extends ServiceOutputTypes, T> {
  /** The API operation, `CreateUser`. */
  readonly operation: string;
  /** @default the provider's Region */
  readonly region: string | undefined;
  /** A new command for each try. */
  readonly command: () => ConnectCommand<I, O>;
  /** From the answer to our own words. `servedAt` is the service's clock (ms). */
  readonly read: (output: O, servedAt: number) => T;
}

/** Calls for one scope. */
export interface Caller {
  readonly scope: Scope;
  readonly region: string;
  /** How long the last of so many calls of an operation would wait for its turn if they came now (ms). */
  waitMs(operation: string, region: string, calls: number): number;
  call<I extends ServiceInputTypes, O extends ServiceOutputTypes, T>(call: Call<I, O, T>): Promise<Outcome<T>>;
}

export interface CallerParts {
  readonly region: string;
  readonly clientOf: (region: string) => ConnectClient;
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly log: Logger;
  readonly maxRetries?: number;
  readonly random?: () => number;
}

const READS = /^(Describe|Get|List|Search)/;

/** How long a write that was sent may still take to be answered after a request to stop. */
const LAST_WORD_MS = 10_000;

export const callerOf = (parts: CallerParts, scope: Scope): Caller => ({
  scope,
  region: parts.region,
  waitMs: (operation, region, calls) => parts.pacer.bucket(operation, region).waitMs(calls),
  call: (call) => new Pursuit(parts, scope, call).run(),
});

/** One call, until it is answered or given up. */
class Pursuit<I extends ServiceInputTypes, O extends ServiceOutputTypes, T> {
  private readonly region: string;
  private readonly writes: boolean;
  private attempts = 0;
  private throttled = 0;
  private failures = 0;
  private ambiguous = false;
  private last: Failure | undefined;

  constructor(
    private readonly parts: CallerParts,
    private readonly scope: Scope,
    private readonly call: Call<I, O, T>,
  ) {
    this.region = call.region ?? parts.region;
    this.writes = !READS.test(call.operation);
  }

  async run(): Promise<Outcome<T>> {
    const { clock, pacer, maxRetries = DEFAULT_MAX_RETRIES, random = Math.random } = this.parts;
    if (!isRegion(this.region)) return failed(notARegion(this.call.operation, this.region));
    const bucket = pacer.bucket(this.call.operation, this.region);
    for (;;) {
      const permit = await bucket.acquire(this.scope);
      if (typeof permit === 'string') return this.ended(permit, 'throttled');
      const outcome = await this.attempt();
      if (outcome.ok) {
        permit.accepted();
        return outcome;
      }
      const { failure } = outcome;
      this.last = failure;
      if (failure.kind === 'throttled') {
        permit.throttled();
        this.throttled += 1;
      } else {
        if (failure.status !== undefined) permit.accepted();
        this.failures += 1;
      }
      const tries = { throttled: this.throttled, failed: this.failures };
      const delay = delayBeforeRetry(failure, tries, maxRetries, random);
      if (delay === undefined || failure.code === OUT_OF_TIME) return outcome;
      const ending = await pause(this.scope, clock, delay);
      if (ending) return this.ended(ending, failure.kind);
    }
  }

  /** One request. What it leaves open about its effect stays open for the tries that follow. */
  private async attempt(): Promise<Outcome<T>> {
    const { clock, clientOf } = this.parts;
    const begunAt = clock.now();
    const exchange: Exchange = { sent: false };
    this.attempts += 1;
    let outcome: Outcome<T>;
    try {
      const work = await within(this.patientScope(exchange), clock, (signal) => send(clientOf(this.region), this.call.command(), exchange, signal));
      if ('ended' in work) {
        this.ambiguous ||= this.writes && exchange.sent;
        outcome = this.ended(work.ended, 'unavailable');
      } else {
        const value = this.call.read(work.value, exchange.servedAt ?? clock.now());
        const { httpStatusCode, requestId } = work.value.$metadata;
        this.log(begunAt, { status: httpStatusCode, requestId });
        return succeeded(value);
      }
    } catch (error) {
      const { operation } = this.call;
      const failure = translate(error, { operation, region: this.region, writes: this.writes, sent: exchange.sent });
      this.ambiguous ||= failure.ambiguous === true;
      outcome = failed(this.ambiguous ? { ...failure, ambiguous: true } : failure);
    }
    if (!outcome.ok) this.log(begunAt, outcome.failure);
    return outcome;
  }

  /**
   * A write that is on its way when Terraform asks to stop is waited for: its answer tells what exists.
   * Terraform waits as well.
   */
  private patientScope(exchange: Exchange): Scope {
    if (!this.writes) return this.scope;
    const { signal, deadline } = this.scope;
    const stop = new AbortController();
    const give = (): void => stop.abort(signal.reason);
    const onStop = (): void => {
      if (!exchange.sent) give();
      else void this.parts.clock.sleep(LAST_WORD_MS).then(give);
    };
    if (signal.aborted) give();
    else signal.addEventListener('abort', onStop, { once: true });
    return { signal: stop.signal, deadline };
  }

  private ended(ending: Ending, kind: Failure['kind']): Outcome<never> {
    const call = { operation: this.call.operation, region: this.region, ambiguous: this.ambiguous };
    return failed(ending === 'cancelled' ? cancelled(call) : outOfTime(call, kind, this.last));
  }

  private log(begunAt: number, answer: { readonly status?: number; readonly requestId?: string; readonly code?: string }): void {
    this.parts.log.debug('connect call', {
      operation: this.call.operation,
      region: this.region,
      status: answer.status,
      code: answer.code,
      attempt: this.attempts,
      requestId: answer.requestId,
      ms: this.parts.clock.now() - begunAt,
    });
  }
}
