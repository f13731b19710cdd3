import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-connect';
import { failed, type Failure, type Outcome, succeeded } from '../failure';
import { list, optionalText } from '../shapes/members';
import type { Caller } from './caller';
import { type CommandClass, operationOf } from './exchange';

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextToken: string | undefined;
  /** How much the whole list has, where the service tells. */
  readonly total?: number;
}

/** One of the API's lists, in pages of one size. */
export interface Listing<Query, T> {
  readonly operation: string;
  /** Things of a full page. */
  readonly size: number;
  page(caller: Caller, region: string, query: Query, nextToken: string | undefined): Promise<Outcome<Page<T>>>;
}

interface Paged {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

interface Answer {
  readonly NextToken?: string | undefined;
  readonly ApproximateTotalCount?: number | undefined;
}

type Element<L> = NonNullable<L> extends readonly (infer E)[] ? E : never;

/**
 * @param member of the answer, with the things
 * @param item reads one of them; `undefined` leaves it out
 */
export const listing = <I extends ServiceInputTypes & Paged, O extends ServiceOutputTypes & Answer, K extends keyof O & string, T>(
  command: CommandClass<I, O>,
  size: number,
  member: K,
  item: (wire: Element<O[K]>, member: string) => T | undefined,
): Listing<Omit<I, 'MaxResults' | 'NextToken'>, T> => ({
  operation: operationOf(new command({} as I)),
  size,
  page: (caller, region, query, nextToken) =>
    caller.call(command, region, { ...query, MaxResults: size, NextToken: nextToken } as I, (answer) => ({
      items: list(answer[member] as Element<O[K]>[] | undefined, member, item).filter((thing) => thing !== undefined),
      nextToken: optionalText(answer.NextToken, 'NextToken'),
      // An estimate, which few lists need: none that cannot be read fails them.
      total: typeof answer.ApproximateTotalCount === 'number' ? answer.ApproximateTotalCount : undefined,
    })),
});

/** Everything of a list. */
export const listAll = <Query, T>(caller: Caller, list: Listing<Query, T>, region: string, query: Query): Promise<Outcome<readonly T[]>> =>
  allPages({ operation: list.operation, region }, (nextToken) => list.page(caller, region, query, nextToken));

/** Everything of a list, page by page. One page that fails fails the list; so does a list without an end. */
export async function allPages<T>(
  of: { readonly operation: string; readonly region: string },
  page: (nextToken: string | undefined) => Promise<Outcome<Page<T>>>,
): Promise<Outcome<readonly T[]>> {
  const items: T[] = [];
  const watch = new PageWatch(of);
  let nextToken: string | undefined;
  do {
    const outcome = await page(nextToken);
    if (!outcome.ok) return outcome;
    for (const item of outcome.value.items) items.push(item);
    const endless = watch.after(outcome.value);
    if (endless) return failed(endless);
    nextToken = outcome.value.nextToken;
  } while (nextToken !== undefined);
  return succeeded(items);
}

/** Each item once: a page may show again what the one before showed. The last that is shown counts. */
export const eachOnce = <T>(listed: Outcome<readonly T[]>, keyOf: (item: T) => string): Outcome<readonly T[]> =>
  listed.ok ? succeeded([...new Map(listed.value.map((item) => [keyOf(item), item])).values()]) : listed;

/** More than any list has that ends: 10,000 pages of the smallest size are 100,000 things. */
const MAX_PAGES = 10_000;
/** A filter of the service may leave pages empty, but not so many one after another. */
const MAX_EMPTY_PAGES = 100;

/** Notices a list without an end: a page that names one that was there before, or no end of pages. */
export class PageWatch {
  private readonly tokens = new Set<string>();
  private empty = 0;

  constructor(private readonly of: { readonly operation: string; readonly region: string }) {}

  after({ items, nextToken }: Page<unknown>): Failure | undefined {
    this.empty = items.length === 0 ? this.empty + 1 : 0;
    const pages = this.tokens.size + 1;
    if (nextToken === undefined) return undefined;
    if (!this.tokens.has(nextToken) && pages <= MAX_PAGES && this.empty < MAX_EMPTY_PAGES) {
      this.tokens.add(nextToken);
      return undefined;
    }
    return {
      kind: 'unavailable',
      ...this.of,
      code: 'EndlessList',
      message: `The list has no end: after ${pages} pages the next one is one that was there before, or there are too many.`,
    };
  }
}
