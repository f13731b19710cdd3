import type { Clock } from '../../../connect/clock';

/** Lets each key have its turn so many times a second at most, without bursts: whoever shares the quota keeps the most of it. */
export class Pace {
  private readonly free = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly perSecond: number,
  ) {}

  async turn(key: string, signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const at = Math.max(now, this.free.get(key) ?? now);
    this.free.set(key, at + 1000 / this.perSecond);
    if (at > now) await this.clock.sleep(at - now, signal);
  }
}
