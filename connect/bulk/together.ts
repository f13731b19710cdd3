import type { Caller } from '../calls/caller';
import { gaveUp } from '../calls/own-failures';
import { within } from '../calls/scope';
import { endedByScope } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { failed, type Outcome, succeeded } from '../failure';

/** Reads many at once, by id. Those that are not in the answer are not there; one that nobody knows may fail it as a whole, with `not-found`. */
export type ReadMany<T> = (caller: Caller, ids: readonly string[]) => Promise<Outcome<ReadonlyMap<string, T>>>;

interface Asking<T> {
  readonly caller: Caller;
  readonly id: string;
  readonly settle: (answer: Promise<Outcome<T | undefined>>) => void;
}

/**
 * Questions about single things that one call answers for many. Whoever asks while a call is under way is in the next one: an
 * answer is never older than its question.
 */
export class Together<T> {
  private waiting: Asking<T>[] = [];
  private running = false;

  constructor(
    private readonly of: { readonly operation: string; readonly region: string },
    private readonly size: number,
    private readonly clock: Clock,
    private readonly read: ReadMany<T>,
  ) {}

  async ask(caller: Caller, id: string): Promise<Outcome<T | undefined>> {
    const answer = new Promise<Outcome<T | undefined>>((settle) => this.waiting.push({ caller, id, settle }));
    if (!this.running) void this.run();
    const waited = await within(caller.scope, this.clock, () => answer);
    return 'ended' in waited ? failed(gaveUp(this.of, waited.ended)) : waited.value;
  }

  private async run(): Promise<void> {
    this.running = true;
    // Those who ask in the same turn are in the first call already.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0, this.size));
    this.running = false;
  }

  private async answer(asking: readonly Asking<T>[]): Promise<void> {
    const [first, ...others] = asking;
    if (!first) return;
    const reading = this.read(
      first.caller,
      asking.map(({ id }) => id),
    );
    const outcome = await reading.catch(() => undefined);
    if (!outcome) {
      for (const { settle } of asking) settle(reading.then(() => succeeded(undefined)));
    } else if (outcome.ok) {
      for (const { id, settle } of asking) settle(Promise.resolve(succeeded(outcome.value.get(id))));
    } else if (outcome.failure.kind === 'not-found' && others.length > 0) {
      const middle = asking.length >>> 1;
      await this.answer(asking.slice(0, middle));
      await this.answer(asking.slice(middle));
    } else {
      // The failure of one whose time was up says nothing to the others.
      const over = endedByScope(outcome.failure);
      for (const { settle } of over ? [first] : asking) settle(Promise.resolve(outcome));
      if (over) this.waiting = [...others, ...this.waiting];
    }
  }
}
