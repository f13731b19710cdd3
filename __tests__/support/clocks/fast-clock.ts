import { type Clock, systemClock } from '../../../connect/clock';

/** Real time, `scale` times as fast: for tests in which requests really travel. */
export class FastClock implements Clock {
  private readonly begin = systemClock.now();

  constructor(private readonly scale: number) {}

  now(): number {
    return this.begin + (systemClock.now() - this.begin) * this.scale;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return systemClock.sleep(ms / this.scale, signal);
  }
}
