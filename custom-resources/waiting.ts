import type { Context } from './contract/resource';

/** Seconds between looks at something that will pass: 1, 2, 4, 8, then every 15. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];
const LONGEST_PAUSE_MS = 15_000;
/** Left for the try after the last pause: one that comes too late would only tell that the time is up. */
const LAST_TRY_MS = 250;

/** A bounded wait for something that will pass by itself. */
export class Patience {
  private looks = 0;
  private readonly deadline: number;

  constructor(
    private readonly context: Pick<Context, 'clock' | 'signal' | 'log'>,
    readonly timeoutMs: number,
  ) {
    this.deadline = context.clock.now() + timeoutMs;
  }

  /** How often `pause` has been asked. */
  get count(): number {
    return this.looks;
  }

  get remainingMs(): number {
    return Math.max(0, this.deadline - this.context.clock.now());
  }

  /** Waits a while and says true; says false at once when the time is up or Terraform wants to stop. */
  async pause(reason: string, fields: Readonly<Record<string, string>> = {}): Promise<boolean> {
    const { clock, signal, log } = this.context;
    const ms = Math.min(PAUSES_MS[this.looks] ?? LONGEST_PAUSE_MS, this.remainingMs - LAST_TRY_MS);
    this.looks += 1;
    if (signal.aborted || ms <= 0) return false;
    log.info(`waiting: ${reason}`, { ...fields, ms, remainingMs: this.remainingMs });
    try {
      await clock.sleep(ms, signal);
      return true;
    } catch (reasonToStop) {
      if (signal.aborted) return false;
      throw reasonToStop;
    }
  }
}
