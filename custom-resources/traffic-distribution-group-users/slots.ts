import type { Clock } from '../../connect/clock';

/** Places for so many at work at a time, first come first served. */
export class Slots {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  give(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }

  /** A clock for those at work: who sleeps lets another one work meanwhile. */
  clock(clock: Clock): Clock {
    return {
      now: () => clock.now(),
      sleep: async (ms, signal) => {
        this.give();
        try {
          await clock.sleep(ms, signal);
        } finally {
          await this.take();
        }
      },
    };
  }
}
