import type { Review } from './review';

/** The most that a plan may do; what is left out has no limit. */
export interface Thresholds {
  readonly leavers?: number;
  readonly replacements?: number;
  readonly changes?: number;
}

export interface Passed {
  readonly option: string;
  readonly most: number;
  readonly count: number;
  readonly noun: readonly [one: string, more: string];
}

/** Those that the plans pass. */
export function passedThresholds(review: Review, { leavers, replacements, changes }: Thresholds): readonly Passed[] {
  const having = (fate: 'leaves' | 'replaced'): number => review.people.filter(({ fates }) => fates.has(fate)).length;
  const passed = (option: string, most: number | undefined, count: number, one: string, more: string): readonly Passed[] =>
    most !== undefined && count > most ? [{ option, most, count, noun: [one, more] }] : [];
  return [
    ...passed('--max-leavers', leavers, having('leaves'), 'person leaves', 'people leave'),
    ...passed('--max-replacements', replacements, having('replaced'), 'account is replaced', 'accounts are replaced'),
    ...passed('--max-changes', changes, review.changes, 'resource changes', 'resources change'),
  ];
}
