import type { Clock } from '../clock';
import { failed, type Failure, type Outcome } from '../failure';
import { cancelled, OUT_OF_TIME, outOfTime } from './own-failures';
import { type Scope, within } from './scope';

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

  /** @param age what may not be taken: an answer that was asked for earlier (`fresh`), or longer ago than `maxAgeMs`. */
  async get(
    key: { readonly region: string; readonly id: string },
    scope: Scope,
    read: () => Promise<Outcome<T>>,
    { fresh = false, maxAgeMs = Infinity }: { readonly fresh?: boolean; readonly maxAgeMs?: number } = {},
  ): Promise<Outcome<T>> {
    const name = `${key.region} ${key.id}`;
    const usable = (): SharedRead<T> | undefined => {
      const known = this.reads.get(name);
      return known && this.clock.now() - known.begunAt <= maxAgeMs ? known : undefined;
    };
    for (let known = fresh ? undefined : usable(); known; known = usable()) {
      const shared = known.answer;
      const waited = await within(scope, this.clock, () => shared);
      if ('ended' in waited) {
        const call = { operation: this.operation, region: key.region, ambiguous: false };
        return failed(waited.ended === 'cancelled' ? cancelled(call) : outOfTime(call, 'unavailable', undefined));
      }
      if (waited.value.ok || !endedByScope(waited.value.failure)) return waited.value;
    }
    return this.begin(name, read);
  }

  private begin(name: string, read: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const forget = (): void => {
      if (this.reads.get(name)?.answer === begun) this.reads.delete(name);
    };
    const begun = read().then(
      (outcome) => {
        if (!outcome.ok) forget();
        return outcome;
      },
      (bug: unknown) => {
        forget();
        throw bug;
      },
    );
    this.reads.set(name, { begunAt: this.clock.now(), answer: begun });
    return begun;
  }
}

interface SharedRead<T> {
  readonly begunAt: number;
  readonly answer: Promise<Outcome<T>>;
}

/** The failure says more about the patience of who asked than about the service. */
const endedByScope = (failure: Failure): boolean =>
  failure.kind === 'cancelled' || failure.kind === 'throttled' || failure.code === OUT_OF_TIME;
