import { type Clock, systemClock } from '../../connect/clock';

/** So long Terraform asks for nothing before it is taken to be done: far above the time between two of its requests where it has hundreds of resources. */
const LULL_MS = 1_000;
/** Where it has thousands, it pauses for longer, the more so while a plan begins: a lull is so many times as long as the longest pause. */
const PAUSES = 3;
/** Before what refers to thousands, such as a group as a whole, Terraform pauses as well: for each request that there was, a little of the lull. */
const MS_FOR_EACH_REQUEST = 0.4;
/** Terraform may also have paused for another provider, or for a person. */
const LONGEST_LULL_MS = 5_000;
const LOOK_MS = 200;

/**
 * Terraform asks about one resource after the other, and never says which one is the last. Who has to know all of a plan
 * waits until nothing else is asked for: Terraform goes on with other resources meanwhile.
 */
export class Lull {
  private begun = 0;
  private running = 0;
  /** The requests of those who wait here: one may wait for several things. */
  private readonly waiting = new Set<{ readonly signal: AbortSignal }>();
  private longestPauseMs = 0;
  private pausedAt: number | undefined;

  constructor(private readonly clock: Pick<Clock, 'now'> = systemClock) {}

  /** Counts a request while it is served. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.pausedAt !== undefined) this.longestPauseMs = Math.max(this.longestPauseMs, this.clock.now() - this.pausedAt);
    this.pausedAt = undefined;
    this.begun += 1;
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.notePause();
    }
  }

  /** Ends when nobody but those who wait here is served any more, and nothing came for a while; or when the request is cancelled. */
  async come({ clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal }): Promise<void> {
    const wait = { signal };
    this.waiting.add(wait);
    this.notePause();
    try {
      for (let quietMs = 0; quietMs < this.lullMs();) {
        const before = this.begun;
        await clock.sleep(LOOK_MS, signal);
        quietMs = before === this.begun && this.isQuiet() ? quietMs + LOOK_MS : 0;
      }
    } catch (reason) {
      if (!signal.aborted) throw reason;
    } finally {
      this.waiting.delete(wait);
      // It was Terraform that waited.
      this.pausedAt = undefined;
    }
  }

  private lullMs(): number {
    return Math.min(Math.max(LULL_MS, PAUSES * this.longestPauseMs, MS_FOR_EACH_REQUEST * this.begun), LONGEST_LULL_MS);
  }

  private notePause(): void {
    if (this.isQuiet()) this.pausedAt ??= this.clock.now();
  }

  /** Whether nobody but those who wait here is served. */
  private isQuiet(): boolean {
    return this.running <= new Set([...this.waiting].map(({ signal }) => signal)).size;
  }
}
