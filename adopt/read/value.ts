import type { Failure, Outcome } from '../../connect/failure';
import { callFailed } from '../../custom-resources/failures/diagnostics';

/** Ends the reading: nothing can be said about the instance as a whole. */
export class ReadingFailed extends Error {
  /**
   * @param what could not be read, as a message names it
   * @param more what to say beside the failure
   */
  constructor(
    readonly failure: Failure,
    readonly what: string,
    more?: string,
  ) {
    const { summary, detail } = callFailed(`reading ${what}`, failure);
    super([summary, detail, ...(more === undefined ? [] : ['', more])].join('\n'));
  }
}

/** What Connect answered. */
export function value<T>(outcome: Outcome<T>, what = 'the instance'): T {
  if (!outcome.ok) throw new ReadingFailed(outcome.failure, what);
  return outcome.value;
}
