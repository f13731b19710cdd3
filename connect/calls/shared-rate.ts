import type { Rate } from '../connection';

/** All in parts of the configured rate. */
const SLOWEST = 1 / 32;
/** After the first throttle, when nothing is known but that there are others. */
const FIRST_GUESS = 1 / 11;
/** ... and of what was taken until then, where that is more. */
const OF_TAKEN = 0.7;
/** What was taken tells something once it was watched for so many turns. */
const WATCHED_TURNS = 30;

/** What is left of a part after a throttle: of a small one little, for then there are many others. */
const left = (part: number): number => part * (0.3 + 0.6 * part);

/** What a part grows by while nothing is throttled: slowly at first, and then faster and faster. */
const growth = (turns: number): number => (turns / 7000) * (1 + (turns / 35) ** 2);

/**
 * How much of the configured rate a process uses beside others on the same quota, of whom it knows
 * nothing but that a call was one too many. Pure: time comes in, as milliseconds.
 *
 * It grows with time and not with the calls that are taken, by as much for a slow process as for a fast one: so the slow
 * catch up. Time counts in turns, of each of which the quota makes one call: the larger the quota, the sooner.
 */
export class SharedRate {
  /** At `since`. */
  private part = 1;
  private taken = 0;
  private metOthers = false;

  constructor(
    private readonly configured: Rate,
    private since: number,
  ) {}

  /** Of the configured rate, in (0, 1]. */
  at(now: number): number {
    return Math.min(1, this.part + growth(this.turns(now)));
  }

  accepted(): void {
    this.taken += 1;
  }

  throttled(now: number): void {
    const part = this.metOthers ? left(this.at(now)) : Math.max(FIRST_GUESS, OF_TAKEN * this.watched(now));
    this.part = Math.max(SLOWEST, part);
    this.since = now;
    this.metOthers = true;
  }

  /** What the service took until the first throttle, but for its burst. */
  private watched(now: number): number {
    return (this.taken - this.configured.burst) / Math.max(WATCHED_TURNS, this.turns(now));
  }

  private turns(now: number): number {
    return (Math.max(0, now - this.since) / 1000) * this.configured.requestsPerSecond;
  }
}
