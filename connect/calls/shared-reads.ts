import type { Clock } from '../clock';
import { failed, type Failure, isOutOfTime, type Outcome } from '../failure';
import { gaveUp } from './own-failures';
import { type Scope, within } from './scope';

/** Who asks: a `Caller`. */
interface Asking {
  readonly scope: Scope;
  readonly writes: number;
}

/**
 * Answers that many ask for alike: asked once, kept as long as the process lives. A failure is not
 * kept. Whoever waits for the call of another still leaves by its own scope, and asks again when
 * the other's scope ended before its own.
 */
export class SharedReads<T> {
  private readonly reads = new Map<string, SharedRead<T>>();

  constructor(
    private readonly operation: string,
    private readonly clock: Clock,
  ) {}

  /**
   * An answer that is under way is always waited for, unless a `fresh` one is wanted: one that was asked
   * for in the last moments at most, and after all that this process has written. `maxAgeMs` counts from when the answer was there.
   */
  async get(
    key: { readonly region: string; readonly id: string },
    asking: Asking,
    read: () => Promise<Outcome<T>>,
    { fresh = false, maxAgeMs = Infinity }: { readonly fresh?: boolean; readonly maxAgeMs?: number } = {},
  ): Promise<Outcome<T>> {
    const name = `${key.region} ${key.id}`;
    const usable = (): SharedRead<T> | undefined => {
      const known = this.reads.get(name);
      if (!known) return undefined;
      const now = this.clock.now();
      const usable = fresh
        ? now - known.begunAt <= FRESH_MS && known.writes === asking.writes
        : known.endedAt === undefined || now - known.endedAt <= maxAgeMs;
      return usable ? known : undefined;
    };
    let before: Failure | undefined;
    for (let known = usable(); known; known = usable()) {
      if (known.outcome) return known.outcome;
      const shared = known.answer;
      const waited = await within(asking.scope, this.clock, () => shared);
      if ('ended' in waited) {
        const left = gaveUp({ operation: this.operation, region: key.region }, waited.ended);
        return failed(isOutOfTime(left) && before ? before : left);
      }
      if (waited.value.ok || !endedByScope(waited.value.failure)) return waited.value;
      // That another was stopped is no word of the service.
      if (waited.value.failure.kind !== 'cancelled') before = waited.value.failure;
    }
    const outcome = await this.begin(name, asking, read);
    // Whoever had no time left for a try of its own knows from the other what was wrong.
    return !outcome.ok && isOutOfTime(outcome.failure) && before ? failed(before) : outcome;
  }

  private begin(name: string, { writes }: Asking, read: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const forget = (): void => {
      if (this.reads.get(name)?.answer === begun) this.reads.delete(name);
    };
    const begun = read().then(
      (outcome) => {
        if (!outcome.ok) forget();
        shared.endedAt = this.clock.now();
        shared.outcome = outcome;
        return outcome;
      },
      (bug: unknown) => {
        forget();
        throw bug;
      },
    );
    const shared: SharedRead<T> = { begunAt: this.clock.now(), writes, endedAt: undefined, outcome: undefined, answer: begun };
    this.reads.set(name, shared);
    return begun;
  }
}

/** Many resources that miss the same thing ask for a fresh list at once: they share it. */
const FRESH_MS = 1_000;

interface SharedRead<T> {
  readonly begunAt: number;
  /** How many writes of this process were over when it was begun. */
  readonly writes: number;
  /** Absent while it is under way. */
  endedAt: number | undefined;
  /** The answer once it is there, for the many who need not wait any more. */
  outcome: Outcome<T> | undefined;
  readonly answer: Promise<Outcome<T>>;
}

/** The failure says more about the patience of who asked than about the service. */
export const endedByScope = (failure: Failure): boolean =>
  failure.kind === 'cancelled' || failure.kind === 'throttled' || isOutOfTime(failure);
