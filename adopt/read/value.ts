import type { Failure, Outcome } from '../../connect/failure';

/** Ends the reading: nothing can be said about the instance as a whole. */
export class ReadingFailed extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.operation} failed in ${failure.region}: ${failure.message}`);
  }
}

/** What Connect answered. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ReadingFailed(outcome.failure);
  return outcome.value;
}
