import type { Clock } from '../../../connect/clock';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Time that passes only when a test says so. */
export class FakeClock implements Clock {
  private readonly sleepers = new Set<Sleeper>();

  constructor(private time = Date.UTC(2026, 0, 1)) {}

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const stop = (): void => {
        this.sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        until: this.time + ms,
        wake: () => {
          this.sleepers.delete(sleeper);
          signal?.removeEventListener('abort', stop);
          resolve();
        },
      };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  /** How many sleep. */
  get sleeping(): number {
    return this.sleepers.size;
  }

  /** Lets `ms` pass, and everything happen, in order, that falls due meanwhile. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    await settled();
    for (let next = this.next(); next && next.until <= until; next = this.next()) {
      this.time = next.until;
      next.wake();
      await settled();
    }
    this.time = until;
  }

  /** Lets time pass, from one sleeper to the next, until `work` is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const finish = (): void => {
      done = true;
    };
    work.then(finish, finish);
    for (await settled(); !done; await settled()) {
      const next = this.next();
      if (!next) throw new Error('Nobody sleeps, and yet the work is not done.');
      this.time = next.until;
      next.wake();
    }
    return work;
  }

  private next(): Sleeper | undefined {
    return [...this.sleepers].sort((a, b) => a.until - b.until)[0];
  }
}

/** Everything that needs no time has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
