import type { Outcome } from '../failure';
import type { Written } from './common';

/** The tags of whatever has an ARN. */
export interface Tagging {
  /** TagResource, 50 tags a call; none without tags. */
  tag(arn: string, tags: Readonly<Record<string, string>>, region?: string): Promise<Outcome<Written>>;
  /** UntagResource, 50 keys a call; none without keys. */
  untag(arn: string, keys: readonly string[], region?: string): Promise<Outcome<Written>>;
}
