import type { Clock } from '../../connect/clock';

/** So long Terraform asks for nothing before it is taken to be done: far above the time between two of its requests. */
const LULL_MS = 1_000;
const LOOK_MS = 200;

/**
 * Terraform asks about one resource after the other, and never says which one is the last. Who has to know all of a plan
 * waits until nothing else is asked for: Terraform goes on with other resources meanwhile.
 */
export class Lull {
  private begun = 0;
  private running = 0;
  /** The requests of those who wait here: one may wait for several things. */
  private waiting: readonly { readonly signal: AbortSignal }[] = [];

  /** Counts a request while it is served. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.begun += 1;
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
    }
  }

  /** Ends when nobody but those who wait here is served any more, and nothing came for a while; or when the request is cancelled. */
  async come({ clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal }): Promise<void> {
    const wait = { signal };
    this.waiting = [...this.waiting, wait];
    try {
      for (let quietMs = 0; quietMs < LULL_MS;) {
        const before = this.begun;
        await clock.sleep(LOOK_MS, signal);
        quietMs = before === this.begun && this.running <= this.requestsWaiting() ? quietMs + LOOK_MS : 0;
      }
    } catch (reason) {
      if (!signal.aborted) throw reason;
    } finally {
      this.waiting = this.waiting.filter((other) => other !== wait);
    }
  }

  private requestsWaiting(): number {
    return new Set(this.waiting.map(({ signal }) => signal)).size;
  }
}
