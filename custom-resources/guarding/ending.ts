import type { CheckRequest, Held } from '../contract/resource';

/** What a plan destroys, be it to make it anew. */
export function ending<S>({ prior, planned, replacing, replaced, private: known }: CheckRequest<S>): Held<S> | undefined {
  if (!prior) return replaced;
  return !planned || replacing ? { state: prior, private: known } : undefined;
}
