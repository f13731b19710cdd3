/**
 * The one way to Amazon Connect: every call is paced, sent, translated and tried again here.
 * Knows the SDK's commands only as something to send; what they mean is the operations' business.
 * It must not log or keep what a request or an answer holds, beyond ids, codes and counts.
 */
import type { ConnectClient, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-connect';
import type { Clock } from '../clock';
import { failed, type Failure, isOutOfTime, type Outcome, succeeded } from '../failure';
import type { Logger } from '../logger';
import { isRegion } from '../region';
import { kindOf } from './error-codes';
import { type CommandClass, type ConnectCommand, type Exchange, isRead, operationOf, send } from './exchange';
import type { Outages } from './outages';
import { gaveUp, notARegion, tooSlow } from './own-failures';
import type { Reach } from './reach';
import { DEFAULT_MAX_RETRIES, delayBeforeRetry, isSilence, retriesAfter } from './retry';
import { type Ending, endingOf, endOf, OVER, pause, type Scope, within } from './scope';
import type { Buckets } from './token-bucket';
import { translate } from './translate';

/** Calls for one scope. */
export interface Caller {
  readonly scope: Scope;
  readonly region: string;
  /** How many writes this process has sent that were answered or given up: what was read before the last of them is not of now. */
  readonly writes: number;
  /** How long the last of so many calls of an operation would wait for its turn if they came now (ms). */
  waitMs(operation: string, region: string, calls: number): number;
  /**
   * @param region without it, the provider's
   * @param read from the answer to our own words; `servedAt` is the service's clock (ms)
   */
  call<I extends ServiceInputTypes, O extends ServiceOutputTypes, T>(
    command: CommandClass<I, O>,
    region: string | undefined,
    input: NoInfer<I>,
    read: (output: O, servedAt: number) => T,
  ): Promise<Outcome<T>>;
}

export interface CallerParts {
  readonly region: string;
  readonly clientOf: (region: string) => ConnectClient;
  readonly bucketOf: Buckets;
  readonly reach: Reach;
  readonly outages: Outages;
  /** Counts writes, for all callers. */
  readonly written: { count: number };
  /** Where the credentials come from. */
  readonly credentialsSource: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly maxRetries?: number;
}

/** How long one request may take, to the last byte of its answer and with the credentials for it. */
const REQUEST_MS = 90_000;

/** How long a write that was sent may still take to be answered when its scope has ended. */
const LAST_WORD_MS = 10_000;

export const callerOf = (parts: CallerParts, scope: Scope): Caller => ({
  scope,
  region: parts.region,
  get writes() {
    return parts.written.count;
  },
  waitMs: (operation, region, calls) => parts.bucketOf(operation, region).waitMs(calls),
  call: (command, region = parts.region, input, read) => new Pursuit(parts, scope, region, input, () => new command(input), read).run(),
});

/** Parts that are kept for the life of the process, as one caller uses them. */
export const forCaller = <T extends object>(parts: { readonly [K in keyof T]: (caller: Caller) => T[K] }, caller: Caller): T =>
  Object.fromEntries(Object.entries<(caller: Caller) => unknown>(parts).map(([name, part]) => [name, part(caller)])) as T;

/** One call, until it is answered or given up. */
class Pursuit<I extends ServiceInputTypes, O extends ServiceOutputTypes, T> {
  readonly operation: string;
  private readonly writes: boolean;
  private readonly tries = { throttled: 0, failed: 0 };
  /** Whether a try may have taken effect all the same. */
  ambiguous = false;
  private last: Failure | undefined;

  constructor(
    private readonly parts: CallerParts,
    private readonly scope: Scope,
    readonly region: string,
    readonly input: I,
    /** A new one for each try. */
    private readonly command: () => ConnectCommand<I, O>,
    private readonly read: (output: O, servedAt: number) => T,
  ) {
    this.operation = operationOf(command());
    this.writes = !isRead(this.operation);
  }

  async run(): Promise<Outcome<T>> {
    const outcome = await this.pursue();
    return outcome.ok || !this.ambiguous ? outcome : failed({ ...outcome.failure, ambiguous: true });
  }

  private async pursue(): Promise<Outcome<T>> {
    const { clock, bucketOf, reach, outages, maxRetries = DEFAULT_MAX_RETRIES } = this.parts;
    if (!isRegion(this.region)) return failed(notARegion(this));
    const bucket = bucketOf(this.operation, this.region);
    for (;;) {
      const before = this.closed();
      if (before) return failed(before);
      const over = endingOf(this.scope, clock);
      if (over) return this.ended(over, 'unavailable');
      const permit = await bucket.acquire(this.scope);
      if (typeof permit === 'string') return this.ended(permit, 'throttled');
      const meanwhile = this.closed();
      if (meanwhile) return failed(meanwhile);
      const outcome = await this.attempt();
      if (outcome.ok) {
        permit.accepted();
        reach.note(this.region, undefined, true);
        outages.note(this, undefined);
        return outcome;
      }
      const { failure } = outcome;
      this.last = failure;
      outages.note(this, failure);
      if (failure.kind === 'throttled') {
        permit.throttled();
        this.tries.throttled += 1;
      } else {
        if (failure.status !== undefined) permit.accepted();
        this.tries.failed += 1;
      }
      const delay = delayBeforeRetry(failure, this.tries, retriesAfter(failure, reach.hasAnswered(this.region), maxRetries));
      if (delay === undefined || isOutOfTime(failure)) return failed(this.final(failure));
      reach.note(this.region, failure, false);
      const ending = await pause(this.scope, clock, delay);
      if (ending) return this.ended(ending, failure.kind);
    }
  }

  /** Why a try now would fail as others did. */
  private closed(): Failure | undefined {
    const { reach, outages } = this.parts;
    return reach.closedBy(this.region) ?? (this.hasToRead ? undefined : outages.closedBy(this));
  }

  /** Whether this is a read of an apply at work: what it has made it has to read, however many tries that takes. */
  private get hasToRead(): boolean {
    return !this.writes && this.parts.written.count > 0;
  }

  /** Whoever never answered is out of reach, however it fell silent. */
  private final(failure: Failure): Failure {
    const { reach, outages } = this.parts;
    if (failure.kind === 'cancelled' || isOutOfTime(failure)) return failure;
    const never = isSilence(failure) && !reach.hasAnswered(this.region);
    const known: Failure = never ? { ...failure, kind: 'unreachable' } : this.uncorrected(failure);
    reach.note(this.region, known, true);
    return this.hasToRead ? known : outages.gaveUp(this, known);
  }

  /** A clock that is still wrong after it was corrected is not corrected any more. */
  private uncorrected(failure: Failure): Failure {
    const skewed = failure.kind === 'unavailable' && kindOf(failure.code, failure.status) === 'unauthenticated';
    return skewed ? { ...failure, kind: 'unauthenticated', credentials: this.parts.credentialsSource } : failure;
  }

  /** One request. What it leaves open about its effect stays open for the tries that follow. */
  private async attempt(): Promise<Outcome<T>> {
    const begunAt = this.parts.clock.now();
    const exchange: Exchange = { sent: false };
    const outcome = await this.exchanged(exchange);
    if (this.writes && exchange.sent) this.parts.written.count += 1;
    if (!outcome.ok) this.ambiguous ||= outcome.failure.ambiguous === true;
    this.log(begunAt, exchange, outcome.ok ? undefined : outcome.failure);
    return outcome;
  }

  private async exchanged(exchange: Exchange): Promise<Outcome<T>> {
    const { clock, clientOf } = this.parts;
    const over = new AbortController();
    try {
      const scope = this.scopeOfTry(exchange, over.signal);
      const work = await within(scope, clock, (signal) =>
        send(clientOf(this.region), this.command(), exchange, { abortSignal: signal, reads: !this.writes }),
      );
      if ('ended' in work) return this.unanswered(work.ended, exchange);
      return succeeded(this.read(work.value, exchange.servedAt ?? clock.now()));
    } catch (error) {
      const { operation, region, writes } = this;
      const failure = translate(error, { operation, region, writes, sent: exchange.sent });
      const credentials = failure.kind === 'unauthenticated' ? this.parts.credentialsSource : undefined;
      // An answer that came whole, and lacks something, has its status in the exchange.
      return failed({
        credentials,
        ...failure,
        status: failure.status ?? exchange.status,
        requestId: failure.requestId ?? exchange.requestId,
      });
    } finally {
      over.abort(OVER);
    }
  }

  /** The scope has ended, or the request took too long. */
  private unanswered(ending: Ending, { sent }: Exchange): Outcome<never> {
    this.ambiguous ||= this.writes && sent;
    const ofScope = endingOf(this.scope, this.parts.clock);
    // A write is given up by its own signal; what ended it then is the scope.
    if (ending === 'cancelled' || ofScope) return this.ended(ofScope ?? 'too-late', 'unavailable');
    return failed(tooSlow(this));
  }

  /**
   * A try ends with the scope, or when it takes too long. A write that is on its way when the scope ends is waited
   * for a little longer: its answer tells what exists. Terraform waits as well.
   */
  private scopeOfTry(exchange: Exchange, over: AbortSignal): Scope {
    const { clock } = this.parts;
    const latest = clock.now() + REQUEST_MS;
    if (!this.writes) return { signal: this.scope.signal, deadline: Math.min(this.scope.deadline, latest) };
    const stop = new AbortController();
    const giveUp = (): void => stop.abort(OVER);
    void endOf(this.scope, clock, over)
      .then(() => (exchange.sent ? clock.sleep(LAST_WORD_MS, over) : undefined))
      .then(giveUp, giveUp);
    return { signal: stop.signal, deadline: latest };
  }

  private ended(ending: Ending, kind: Failure['kind']): Outcome<never> {
    return failed(gaveUp(this, ending, kind, this.last && this.uncorrected(this.last)));
  }

  private log(begunAt: number, { status, requestId }: Exchange, failure: Failure | undefined): void {
    this.parts.log.debug('connect call', {
      operation: this.operation,
      region: this.region,
      status: failure?.status ?? status,
      code: failure?.code,
      attempt: this.tries.throttled + this.tries.failed + 1,
      requestId: failure?.requestId ?? requestId,
      ms: this.parts.clock.now() - begunAt,
    });
  }
}
