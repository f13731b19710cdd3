import { withoutSecrets } from '../cli/secrets';
import type { Clock } from '../connect/clock';
import { uncoveredLines } from '../custom-resources/contract/visible';

export interface Terminal {
  print(text: string): void;
  complain(text: string): void;
}

/**
 * Names and answers come from elsewhere: what a terminal would obey in them is shown instead, and an answer may quote the request. Line breaks
 * are ours.
 *
 * @param secrets those of fewer than 8 characters, as keys for an emulator may have, would be found in names and files
 */
export const safe = ({ print, complain }: Terminal, secrets: ReadonlySet<string>): Terminal => {
  const shown = (text: string): string =>
    uncoveredLines(
      withoutSecrets(
        text,
        [...secrets].filter((secret) => secret.length >= 8),
      ),
    );
  return { print: (text) => print(shown(text)), complain: (text) => complain(shown(text)) };
};

const EVERY_MS = 5000;

/** Tells how far the reading is, beside what the command prints: at most one line in five seconds. */
export class ProgressLine {
  private readonly begun: number;
  private told: number;

  constructor(
    private readonly terminal: Terminal,
    private readonly clock: Clock,
  ) {
    this.begun = clock.now();
    this.told = this.begun;
  }

  say(text: string): void {
    this.terminal.complain(`${text}\n`);
  }

  at(done: number, all: number): void {
    const now = this.clock.now();
    if (now - this.told < EVERY_MS || done === 0) return;
    this.told = now;
    const leftMs = ((now - this.begun) / done) * (all - done);
    this.say(`${count(done)} of ${count(all)} agents read, about ${duration(leftMs)} left`);
  }
}

export const count = (number: number): string => number.toLocaleString('en-US');

const MINUTE_MS = 60_000;
const duration = (ms: number): string =>
  ms < MINUTE_MS
    ? `${Math.ceil(ms / 1000)} s`
    : ms < 90 * MINUTE_MS
      ? `${Math.round(ms / MINUTE_MS)} min`
      : `${(ms / (60 * MINUTE_MS)).toFixed(1)} h`;
