import { failed, type Outcome, succeeded } from '../failure';

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextToken: string | undefined;
}

/** More than any list has that ends: 10,000 pages of the smallest size are 100,000 things. */
const MAX_PAGES = 10_000;
/** A filter of the service may leave pages empty, but not so many one after another. */
const MAX_EMPTY_PAGES = 100;

/**
 * Everything of a list, page by page. One page that fails fails the list; so does a list without an end: a page
 * that names one that was there before, or no end of pages.
 */
export async function allPages<T>(
  of: { readonly operation: string; readonly region: string },
  page: (nextToken: string | undefined) => Promise<Outcome<Page<T>>>,
): Promise<Outcome<readonly T[]>> {
  const items: T[] = [];
  const tokens = new Set<string>();
  let empty = 0;
  let nextToken: string | undefined;
  do {
    const outcome = await page(nextToken);
    if (!outcome.ok) return outcome;
    for (const item of outcome.value.items) items.push(item);
    empty = outcome.value.items.length === 0 ? empty + 1 : 0;
    nextToken = outcome.value.nextToken;
    if (nextToken === undefined) continue;
    if (tokens.has(nextToken) || tokens.size >= MAX_PAGES || empty >= MAX_EMPTY_PAGES) return endless(of, tokens.size + 1);
    tokens.add(nextToken);
  } while (nextToken !== undefined);
  return succeeded(items);
}

/** Each item once: a page may show again what the one before showed. The last that is shown counts. */
export const eachOnce = <T>(listed: Outcome<readonly T[]>, keyOf: (item: T) => string): Outcome<readonly T[]> =>
  listed.ok ? succeeded([...new Map(listed.value.map((item) => [keyOf(item), item])).values()]) : listed;

const endless = ({ operation, region }: { readonly operation: string; readonly region: string }, pages: number): Outcome<never> =>
  failed({
    kind: 'unavailable',
    operation,
    region,
    code: 'EndlessList',
    message: `The list has no end: after ${pages} pages the next one is one that was there before, or there are too many.`,
  });
