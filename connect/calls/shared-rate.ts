import { DEFAULT_RATE, type Rate } from '../connection';

/** All in parts of the configured rate. */
const SLOWEST = 1 / 32;
/** Of the quota, after the first throttle, when nothing is known but that there are others. */
const FIRST_GUESS = 1 / 10;
/** ... where the service took a whole burst before: so ten others were unlikely. */
const HOPEFUL_GUESS = 1 / 4;
/** ... and of what was taken until then, where that is more. */
const OF_TAKEN = 0.7;
/** What was taken tells something once it was watched for so many turns. */
const WATCHED_TURNS = 30;

/** What is left of a part after a later throttle. */
const LEFT = 0.85;

/** Turns in which the rate hardly grows. */
const STANDSTILL = 120;
/** Of them, those that count as over after a later throttle, or a hopeful guess. */
const OVER = 50;

/** What a part grows by while nothing is throttled: next to nothing for a while, and then up to the whole. */
const growth = (turns: number): number => (turns / 245) ** 10;

/**
 * How much of the configured rate a process uses beside others on the same quota, of whom it knows
 * nothing but that a call was one too many. Pure: time comes in, as milliseconds.
 *
 * It grows with time and not with the calls that are taken, by as much for a slow process as for a fast one: so the slow
 * catch up. Time counts in turns, one for each call of the quota: the larger the quota, the sooner. A small stack is done before
 * the rate grows, and ten of them stay out of each other's way.
 */
export class SharedRate {
  /** Before it grew. */
  private part = 1;
  private taken = 0;
  /** `whole` until the first throttle. After `hopeful`, a throttle that comes soon leads to `FIRST_GUESS`; after `known`, each takes a part away. */
  private last: 'whole' | 'hopeful' | 'known' = 'whole';

  /** Requests per second: whoever configured less than the default has a part of a quota. */
  private readonly quota: number;

  constructor(
    private readonly configured: Rate,
    private since: number,
  ) {
    this.quota = Math.max(DEFAULT_RATE.requestsPerSecond, configured.requestsPerSecond);
  }

  /** Of the configured rate, in (0, 1]. */
  at(now: number): number {
    return Math.min(1, this.part + growth(this.turns(now)));
  }

  accepted(): void {
    this.taken += 1;
  }

  throttled(now: number): void {
    const isFirst = this.last === 'whole';
    this.part = Math.max(SLOWEST, this.afterThrottle(now));
    const over = isFirst && this.last === 'known' ? 0 : OVER;
    this.since = now - (over / this.quota) * 1000;
  }

  private afterThrottle(now: number): number {
    const last = this.last;
    this.last = 'known';
    if (last === 'hopeful' && this.turns(now) < STANDSTILL) return this.guess(FIRST_GUESS);
    if (last !== 'whole') return LEFT * this.at(now);
    const taken = OF_TAKEN * this.watched(now);
    const hopeful = this.guess(HOPEFUL_GUESS);
    if (this.taken < this.configured.burst || taken > hopeful) return Math.max(this.guess(FIRST_GUESS), taken);
    this.last = 'hopeful';
    return hopeful;
  }

  /** A part of the quota as one of the configured rate, which may be a part itself. */
  private guess(ofQuota: number): number {
    return Math.min(LEFT, (ofQuota * this.quota) / this.configured.requestsPerSecond);
  }

  /** What the service took until the first throttle, but for its burst. */
  private watched(now: number): number {
    const { burst, requestsPerSecond } = this.configured;
    return (this.taken - burst) / Math.max(WATCHED_TURNS, this.seconds(now) * requestsPerSecond);
  }

  private turns(now: number): number {
    return this.seconds(now) * this.quota;
  }

  private seconds(now: number): number {
    return Math.max(0, now - this.since) / 1000;
  }
}
