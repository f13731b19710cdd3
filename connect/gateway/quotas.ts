import type { Outcome } from '../failure';

/** What Service Quotas tells, which is another service: it may be out of reach, or not allowed, where Amazon Connect is. */
export interface Quotas {
  /** GetServiceQuota, once per process, failures included: how many of a kind an instance may have, where that is known. */
  ofInstance(instance: { readonly arn: string }, quota: 'users' | 'quickConnects', region?: string): Promise<Outcome<number | undefined>>;
}
