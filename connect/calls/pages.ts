import { type Outcome, succeeded } from '../failure';

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextToken: string | undefined;
}

/** Everything of a list, page by page. One page that fails fails the list. */
export async function allPages<T>(
  page: (nextToken: string | undefined) => Promise<Outcome<Page<T>>>,
): Promise<Outcome<readonly T[]>> {
  const items: T[] = [];
  let nextToken: string | undefined;
  do {
    const outcome = await page(nextToken);
    if (!outcome.ok) return outcome;
    items.push(...outcome.value.items);
    nextToken = outcome.value.nextToken;
  } while (nextToken);
  return succeeded(items);
}
