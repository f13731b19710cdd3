import type { Clock } from '../clock';

interface Expiring {
  readonly expiration?: Date;
}

/** Credentials are renewed when they would expire within so many milliseconds. */
const MARGIN_MS = 5 * 60_000;

/**
 * One set of credentials for all clients of the process, renewed shortly before it expires. While
 * the old set still works, a failure to renew it is not a failure.
 */
export function memoize<T extends Expiring>(provide: () => Promise<T>, clock: Clock): () => Promise<T> {
  let current: T | undefined;
  let renewal: Promise<T> | undefined;
  const leftMs = (value: T): number => (value.expiration ? value.expiration.getTime() - clock.now() : Infinity);

  const renew = (): Promise<T> => {
    renewal ??= provide()
      .then((value) => (current = value))
      .finally(() => (renewal = undefined));
    return renewal;
  };

  return async () => {
    const known = current;
    if (known && leftMs(known) > MARGIN_MS) return known;
    try {
      return await renew();
    } catch (error) {
      if (known && leftMs(known) > 0) return known;
      throw error;
    }
  };
}
