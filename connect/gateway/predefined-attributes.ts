import type { Outcome } from '../failure';
import type { Id } from './common';

/** What proficiencies are made of. */
export interface PredefinedAttribute {
  /** Absent where the answer names none. */
  readonly values?: readonly string[];
}

export interface PredefinedAttributes {
  /** DescribePredefinedAttribute, once per process. */
  find(instanceId: Id, name: string, region?: string): Promise<Outcome<PredefinedAttribute | undefined>>;
}
