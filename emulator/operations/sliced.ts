import { readToken, writeToken } from './call';

export interface PageInput {
  readonly NextToken?: string;
  /** @default 100 */
  readonly MaxResults?: number;
}

/** A page of what one thing holds. */
export function sliced<T>(all: readonly T[], { NextToken, MaxResults = 100 }: PageInput): { readonly items: readonly T[]; readonly NextToken?: string } {
  const start = readToken(NextToken);
  const end = start + MaxResults;
  return { items: all.slice(start, end), NextToken: writeToken(end < all.length ? end : undefined) };
}
