import type { Declaration } from '../../support/terraform/contact-centre';

/** What becomes of some resources, as declarations that follow one another. */
export interface Life {
  readonly name: string;
  readonly created: Declaration;
  /** Changes what can be changed. */
  readonly changed: Declaration;
  /** Changes what replaces at least one resource. */
  readonly replaced: Declaration;
}

export const STEPS = [
  'create',
  'empty plan',
  'change',
  'empty plan after it',
  'replace',
  'empty plan after that',
  'import',
  'destroy',
] as const;
export type Step = (typeof STEPS)[number];

/** How far a life came. */
export interface LifeReport {
  readonly name: string;
  readonly resources: readonly string[];
  readonly steps: readonly { readonly step: Step; readonly result: 'as expected' | 'not reached' | 'failed'; readonly problem?: string }[];
}
