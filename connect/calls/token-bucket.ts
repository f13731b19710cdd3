import type { Clock } from '../clock';
import type { Rate } from '../connection';
import type { Ending, Scope } from './scope';

/** The right to send one request. Its holder says how the service took it. */
export interface Permit {
  /** The service answered something other than a throttle: the rate may grow again. */
  accepted(): void;
  /** The service throttled: the quota is smaller than thought, or others use it too. */
  throttled(): void;
}

interface Waiter {
  readonly deadline: number;
  readonly settle: (result: Permit | Ending) => void;
}

/** Of the configured rate: it never gets slower. */
const SLOWEST = 1 / 16;
/** Each call that the service takes makes the rate so much faster... */
const RECOVERY = 1 / 20;
/** ... and only so much from the point where it comes near the rate that was refused. */
const PROBING = 1 / 200;
const NEAR = 0.85;

/**
 * Paces the calls of one operation in one Region, first come first served. The rate halves when the
 * service throttles, once for all the calls that were under way. With the calls that the service takes
 * it grows back quickly to just below the rate that was refused, and then slowly: beside others who use
 * the quota it stays at what they leave, and few calls are spent on finding out whether there is more.
 *
 * One token of the burst stays in the service's bucket: requests that travel at unequal speed
 * arrive closer together than they were sent.
 */
export class TokenBucket {
  private readonly waiters: Waiter[] = [];
  private readonly capacity: number;
  private tokens: number;
  private rate: number;
  /** Up to here the service is likely to take it. */
  private likely: number;
  private filledAt: number;
  private granted = 0;
  private slowedAt = 0;
  private alarm: AbortController | undefined;

  /** @throws RangeError for a rate or burst that would never let a call pass. */
  constructor(
    private readonly configured: Rate,
    private readonly clock: Clock,
  ) {
    if (!(configured.requestsPerSecond > 0 && configured.burst >= 1)) {
      throw new RangeError('A rate needs more than 0 requests per second and a burst of at least 1.');
    }
    this.capacity = Math.max(1, configured.burst - 1);
    this.tokens = this.capacity;
    this.rate = configured.requestsPerSecond;
    this.likely = this.rate;
    this.filledAt = clock.now();
  }

  /** How long the last of so many calls would wait if they came now, at the present rate (ms). */
  waitMs(calls: number): number {
    this.fill();
    return (Math.max(0, this.waiters.length + calls - this.tokens) / this.rate) * 1000;
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
    while (this.tokens >= 1) {
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
        this.fill();
        const growth = this.rate < this.likely ? RECOVERY : PROBING;
        this.rate = Math.min(this.configured.requestsPerSecond, this.rate * (1 + growth));
      },
      throttled: () => {
        if (number <= this.slowedAt) return;
        this.fill();
        this.slowedAt = this.granted;
        this.tokens = 0;
        this.likely = this.rate * NEAR;
        this.rate = Math.max(this.configured.requestsPerSecond * SLOWEST, this.rate / 2);
      },
    };
  }

  private fill(): void {
    const now = this.clock.now();
    const earned = (Math.max(0, now - this.filledAt) / 1000) * this.rate;
    this.tokens = Math.min(this.capacity, this.tokens + earned);
    this.filledAt = now;
  }

  private untilToken(): number {
    return (Math.max(0, 1 - this.tokens) / this.rate) * 1000;
  }
}
