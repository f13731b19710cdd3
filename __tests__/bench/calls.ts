import type { LoggedCall } from '../support/emulator/test-emulator';
import { QUOTA } from './emulator-process';
import type { Row } from './report';

const THROTTLES = ['ThrottlingException', 'TooManyRequestsException'];
const READS = /^(Describe|Get|List|Search)/;

export const isThrottled = ({ error }: LoggedCall): boolean => error !== undefined && THROTTLES.includes(error);

/** The writes that the service carried out. */
export const writesOf = (calls: readonly LoggedCall[]): readonly LoggedCall[] =>
  calls.filter(({ operation, status }) => status === 200 && !READS.test(operation));

/** The cells of a row that tell of calls, and a note; `share` is the part of the quota that is there for them. */
export function callCells(
  calls: readonly LoggedCall[],
  share = 1,
): Pick<Row, 'calls' | 'throttled' | 'quotaS'> & { readonly operations: string } {
  const served = countByOperation(calls.filter((call) => !isThrottled(call)));
  return {
    calls: calls.length,
    throttled: calls.filter(isThrottled).length,
    quotaS: quotaSeconds([...served.values()]) / share,
    operations:
      [...countByOperation(calls)].map(([operation, count]) => `${operation} ${count.toLocaleString('en-US')}`).join(', ') || 'no calls',
  };
}

/** The least time for so many calls of each operation: each has its own quota. */
export const quotaSeconds = (counts: readonly number[]): number =>
  Math.max(0, ...counts.map((count) => (count - QUOTA.burst) / QUOTA.rate));

/** The rate of a writing operation once its burst was used up, as a part of the quota; times are the service's. */
export function shareOfQuota(calls: readonly LoggedCall[]): number {
  const times = calls.map(({ time }) => Date.parse(time)).sort((a, b) => a - b);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return (times.length - QUOTA.burst) / ((last - first) / 1000) / QUOTA.rate;
}

export function countByOperation(calls: readonly LoggedCall[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { operation } of calls) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
