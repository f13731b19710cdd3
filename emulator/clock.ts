/** Milliseconds since the epoch of the world outside. */
export type TimeSource = () => number;

/** The emulator's own time: starts with the world's and runs `scale` times as fast. */
export class EmulatorClock {
  private base: number;
  private since: number;

  constructor(
    private readonly source: TimeSource = Date.now,
    private scale = 1,
  ) {
    this.since = source();
    this.base = this.since;
  }

  now(): number {
    return this.base + (this.source() - this.since) * this.scale;
  }

  /** Changes the speed from now on; time never jumps. */
  setScale(scale: number): void {
    this.base = this.now();
    this.since = this.source();
    this.scale = scale;
  }

  /** Never goes back behind a time that was already handed out, as by an earlier run on the same state. */
  advanceTo(time: number): void {
    if (time > this.now()) {
      this.base = time;
      this.since = this.source();
    }
  }

  /** How long the world outside has to wait for so many milliseconds of ours. */
  outside(milliseconds: number): number {
    return milliseconds / this.scale;
  }
}
