/** How long the two ways to an answer take from now on, milliseconds. */
export interface Costs {
  /** Calls of their own for those who wait. */
  readonly waitingMs: number;
  /** The same, with those who are likely to come. */
  readonly expectedMs: number;
  /** The rest of the lists. */
  readonly listsMs: number;
}

export interface Ways {
  readonly direct: boolean;
  readonly lists: boolean;
}

/** An answer may take this much longer than by the quicker of the two ways. */
const FACTOR = 1.2;
const SLACK_MS = 1_000;

/**
 * Which ways are gone; one of them at least. Lists and direct calls have quotas of their own, so that both can go on side by
 * side: lists, once they are quicker than a call for each who is likely to come; direct calls until the end
 * of the lists is so near that they would hardly be sooner.
 */
export function cheaperWays({ waitingMs, expectedMs, listsMs }: Costs): Ways {
  const lists = listsMs < expectedMs;
  return { lists, direct: !lists || waitingMs * FACTOR + SLACK_MS < listsMs };
}
