import { type FailureKind, isLostConnection } from '../../connect/failure';

/** One step into a value: an attribute or map key by name, a list element by index. */
export type PathStep = string | number;

/**
 * What Terraform shows to the user. `detail` says what failed (with names and ids), the likely
 * cause and what to do; `path` lets Terraform point at the line of the configuration.
 */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** One line, no full stop. */
  readonly summary: string;
  readonly detail: string;
  readonly path?: readonly PathStep[];
  /** The kind of failure that it tells of. */
  readonly failure?: FailureKind;
  /** What many resources of a plan have in common, in a few words: it is told once. */
  readonly common?: string;
  /** The part of `detail` that is of this one alone, such as what became of it: it is told even where the rest was told before. */
  readonly own?: string;
  /** The time was up before the request was sent: nothing has changed. */
  readonly tooLate?: true;
  /** A change may have been made or not: whatever it has in common with others, this is to be told of each. */
  readonly uncertain?: true;
}

export const errorAt = (path: readonly PathStep[], summary: string, detail: string): Diagnostic => ({
  severity: 'error',
  summary,
  detail,
  path,
});

export const warningAt = (path: readonly PathStep[], summary: string, detail: string): Diagnostic => ({
  severity: 'warning',
  summary,
  detail,
  path,
});

/** With what is to be told of this one alone. */
export const withOwn = (problem: Diagnostic, own: string): Diagnostic => ({
  ...problem,
  detail: `${problem.detail}\n\n${own}`,
  own: problem.own === undefined ? own : `${problem.own}\n\n${own}`,
});

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((diagnostic) => diagnostic.severity === 'error');

/** Whether it tells of what no other call will get past either. */
export const tellsOfLostConnection = ({ failure }: Diagnostic): boolean => isLostConnection(failure);

/** What many resources of a plan have in common, if a diagnostic tells of such a thing. */
export function inCommon({ common, failure, uncertain }: Diagnostic): string | undefined {
  if (uncertain) return undefined;
  if (isLostConnection(failure)) return 'no call to Amazon Connect passes';
  return failure === 'not-configured' ? 'the provider is not configured' : common;
}
