import type { Collection, Entry, View } from '../state/collection';
import { invalidRequest } from '../wire/service-error';

/** What the input of a list or a search says of the page. */
export interface PageInput {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/**
 * A page of things that stand in no collection, in the order of their keys: the next page goes on behind the last
 * key, whether or not that thing is still there.
 */
export function pageByKey<T>(
  things: readonly T[],
  keyOf: (thing: T) => string,
  { NextToken, MaxResults }: PageInput,
  defaultSize = 100,
): { readonly items: readonly T[]; readonly NextToken?: string } {
  const [last] = NextToken === undefined ? [] : decode(NextToken, /^key:(.*)$/s);
  const keyed = things.map((thing) => ({ key: keyOf(thing), thing })).sort((one, other) => (one.key < other.key ? -1 : 1));
  const rest = last === undefined ? keyed : keyed.filter(({ key }) => key > last);
  const page = rest.slice(0, MaxResults ?? defaultSize);
  return { items: page.map(({ thing }) => thing), NextToken: rest.length > page.length ? encode(`key:${page.at(-1)?.key}`) : undefined };
}

interface SearchPage<T> {
  readonly items: readonly Entry<T>[];
  readonly NextToken?: string;
  readonly ApproximateTotalCount: number;
}

interface Search<T> {
  readonly where: (entry: Entry<T>) => boolean;
  /** The ids of all that can match, where the criteria tell so much. */
  readonly among?: readonly string[];
}

/** A page of what a search finds. The first page counts all of it; the pages after it say the same number. */
export function searchPage<T>(
  things: Collection<T>,
  view: View,
  search: Search<T>,
  { NextToken, MaxResults = 100 }: PageInput,
): SearchPage<T> {
  const [after, known] = NextToken === undefined ? [] : decode(NextToken, /^after:(\d+) of (\d+)$/).map(Number);
  const { items, next, total } =
    known === undefined
      ? things.firstPage(view, MaxResults, search)
      : { ...things.page(view, MaxResults, { ...search, after }), total: known };
  return { items, NextToken: next === undefined ? undefined : encode(`after:${next} of ${total}`), ApproximateTotalCount: total };
}

function decode(token: string, pattern: RegExp): readonly string[] {
  const match = pattern.exec(Buffer.from(token, 'base64url').toString());
  if (!match) throw invalidRequest('The pagination token is not valid.');
  return match.slice(1);
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');
