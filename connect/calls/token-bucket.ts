import type { Clock } from '../clock';
import { type Connection, DEFAULT_RATE, type Rate } from '../connection';
import { onDemand } from '../on-demand';
import { isRead } from './exchange';
import type { Ending, Scope } from './scope';
import { SharedRate } from './shared-rate';

/** The right to send one request. Its holder says how the service took it. */
export interface Permit {
  /** The service answered something other than a throttle. */
  accepted(): void;
  /** The service throttled: the quota is smaller than thought, or others use it too. */
  throttled(): void;
}

interface Options {
  /** Whether a process of ours may have called the operation right before this one. */
  readonly afterOwnCalls?: boolean;
  readonly random?: () => number;
}

interface Waiter {
  readonly deadline: number;
  readonly settle: (result: Permit | Ending) => void;
}

/**
 * Paces the calls of one operation in one Region, first come first served. The rate is the configured one
 * until the service throttles, and then what others leave of it.
 *
 * The burst at the beginning is for processes that are alone, and none knows whether it is: so one call
 * goes out, and each that the service takes lets one more of the burst out. Ten processes that begin together lose
 * few calls by that; who is alone waits for three answers. One token stays in the service's bucket all the time:
 * requests that travel at unequal speed arrive closer together than they were sent.
 *
 * A plan may have used the burst right before its apply, which is another process: then the first throttle tells of no others, unless it is
 * that of the very first call.
 */
export class TokenBucket {
  private readonly waiters: Waiter[] = [];
  private readonly capacity: number;
  private tokens: number;
  /** Of the tokens: the part of the burst that waits for the first answers. */
  private held: number;
  private readonly random: () => number;
  /** Of the configured rate: what others leave. */
  private readonly shared: SharedRate;
  private part = 1;
  /** Whether a throttle may come from calls of ours before this process. */
  private mayFollowOwn: boolean;
  private filledAt: number;
  private granted = 0;
  private slowedAt = 0;
  private alarm: AbortController | undefined;

  /** @throws RangeError for a rate or burst that would never let a call pass. */
  constructor(
    private readonly configured: Rate,
    private readonly clock: Clock,
    { afterOwnCalls = false, random = Math.random }: Options = {},
  ) {
    if (!(configured.requestsPerSecond > 0 && configured.burst >= 1)) {
      throw new RangeError('A rate needs more than 0 requests per second and a burst of at least 1.');
    }
    this.capacity = Math.max(1, configured.burst - 1);
    this.tokens = this.capacity;
    this.held = this.capacity - 1;
    this.random = random;
    this.mayFollowOwn = afterOwnCalls;
    this.shared = new SharedRate(configured, clock.now());
    this.filledAt = clock.now();
  }

  /** How long the last of so many calls would wait if they came now, at the present rate (ms). The answers that let the burst out do not count. */
  waitMs(calls: number): number {
    this.fill();
    return (Math.max(0, this.waiters.length + calls - this.tokens) / (this.configured.requestsPerSecond * this.part)) * 1000;
  }

  /** `too-late` as soon as it is certain that the turn cannot come before the deadline. */
  acquire(scope: Scope): Promise<Permit | Ending> {
    if (scope.signal.aborted) return Promise.resolve('cancelled');
    return new Promise((resolve) => {
      const cancel = (): void => {
        this.waiters.splice(this.waiters.indexOf(waiter), 1);
        waiter.settle('cancelled');
        this.serve();
      };
      const waiter: Waiter = {
        deadline: scope.deadline,
        settle: (result) => {
          scope.signal.removeEventListener('abort', cancel);
          resolve(result);
        },
      };
      scope.signal.addEventListener('abort', cancel, { once: true });
      this.waiters.push(waiter);
      this.serve();
    });
  }

  private serve(): void {
    this.fill();
    const now = this.clock.now();
    this.turnAway((waiter) => waiter.deadline <= now);
    while (this.tokens - this.held >= 1) {
      const next = this.waiters.shift();
      if (!next) break;
      this.tokens -= 1;
      next.settle(this.permit());
    }
    // At the configured rate but for the next token: nobody is turned away who could still make it.
    const nextToken = now + this.untilToken();
    const spacing = 1000 / this.configured.requestsPerSecond;
    this.turnAway((waiter, position) => waiter.deadline <= nextToken + position * spacing);
    if (this.waiters.length === 0) {
      this.alarm?.abort();
      this.alarm = undefined;
    } else if (!this.alarm) {
      this.wakeForNextToken();
    }
  }

  private wakeForNextToken(): void {
    const alarm = new AbortController();
    this.alarm = alarm;
    void this.clock.sleep(Math.max(1, Math.ceil(this.untilToken())), alarm.signal).then(
      () => {
        this.alarm = undefined;
        this.serve();
      },
      () => undefined,
    );
  }

  private turnAway(isLate: (waiter: Waiter, position: number) => boolean): void {
    for (const waiter of this.waiters.filter(isLate)) {
      this.waiters.splice(this.waiters.indexOf(waiter), 1);
      waiter.settle('too-late');
    }
  }

  private permit(): Permit {
    const number = ++this.granted;
    return {
      accepted: () => {
        this.shared.accepted();
        if (this.held === 0) return;
        this.held -= 1;
        this.serve();
      },
      throttled: () => {
        if (number <= this.slowedAt) return;
        this.slowedAt = this.granted;
        this.fill();
        const fromOwn = this.mayFollowOwn && number > 1;
        this.mayFollowOwn = false;
        if (!fromOwn) this.shared.throttled(this.filledAt);
        this.part = this.shared.at(this.filledAt);
        this.held = 0;
        // Processes that were throttled at the same moment must not come back at the same moment. The token that is kept in reserve is gone, too.
        this.tokens = this.random() - (fromOwn ? 1.5 : 0.5);
      },
    };
  }

  private fill(): void {
    const now = this.clock.now();
    const part = this.shared.at(now);
    const earned = (Math.max(0, now - this.filledAt) / 1000) * this.configured.requestsPerSecond * ((this.part + part) / 2);
    // A burst is for who is alone: others use up the one that the service grants.
    this.tokens = Math.min(part === 1 ? this.capacity : 1, this.tokens + earned);
    this.part = part;
    this.filledAt = now;
  }

  private untilToken(): number {
    return (Math.max(0, 1 + this.held - this.tokens) / (this.configured.requestsPerSecond * this.part)) * 1000;
  }
}

export type Buckets = (operation: string, region: string) => TokenBucket;

/** The buckets of this process, one per operation and Region, made on demand. What a plan reads, its apply reads again. */
export const bucketsOf = ({ rate, operationRates }: Pick<Connection, 'rate' | 'operationRates'>, clock: Clock): Buckets =>
  onDemand<Parameters<Buckets>, TokenBucket>((operation) => {
    const configured = { ...DEFAULT_RATE, ...rate, ...operationRates?.[operation] };
    return new TokenBucket(configured, clock, { afterOwnCalls: isRead(operation) });
  });
