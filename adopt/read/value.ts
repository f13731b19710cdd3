import type { Failure, Outcome } from '../../connect/failure';
import { callFailed } from '../../custom-resources/failures/diagnostics';

/** Ends the reading: nothing can be said about the instance as a whole. */
export class ReadingFailed extends Error {
  /** @param more what to say beside the failure */
  constructor(
    readonly failure: Failure,
    more?: string,
  ) {
    const { summary, detail } = callFailed('reading the instance', failure);
    super([summary, detail, ...(more === undefined ? [] : ['', more])].join('\n'));
  }
}

/** What Connect answered. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ReadingFailed(outcome.failure);
  return outcome.value;
}
