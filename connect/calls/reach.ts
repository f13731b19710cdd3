import type { Clock } from '../clock';
import { type Failure, isLostConnection } from '../failure';
import { isSilence } from './retry';

/** How long nobody tries again what failed for good: long enough for a plan to fail at once, short enough for a long apply to recover. */
const CLOSED_MS = 30_000;

interface Closed {
  readonly failure: Failure;
  readonly until: number;
}

/**
 * What this process knows of the way to Amazon Connect in each Region. Where the credentials were not accepted, or
 * nobody answered, the calls that follow fail at once and alike for a while: a thousand resources need not
 * find out one by one.
 */
export class Reach {
  private readonly answered = new Set<string>();
  private readonly closed = new Map<string, Closed>();

  constructor(private readonly clock: Clock) {}

  /** Whether Amazon Connect has answered in the Region, be it with a refusal. */
  hasAnswered(region: string): boolean {
    return this.answered.has(region);
  }

  /** Why a call would fail now. */
  closedBy(region: string): Failure | undefined {
    const closed = this.closed.get(region);
    if (!closed || this.clock.now() < closed.until) return closed?.failure;
    this.closed.delete(region);
    return undefined;
  }

  /** Notes how one try ended; `final` when the call is not tried again. */
  note(region: string, failure: Failure | undefined, final: boolean): void {
    if (!failure || !isSilence(failure)) this.answered.add(region);
    if (failure && final && isLostConnection(failure.kind))
      this.closed.set(region, { failure: { ...failure, ambiguous: undefined }, until: this.clock.now() + CLOSED_MS });
    else if (!failure) this.closed.delete(region);
  }
}
