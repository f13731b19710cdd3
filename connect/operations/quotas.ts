import type { Caller } from '../calls/caller';
import type { Outcome } from '../failure';
import type { Quotas } from '../gateway';
import type { AskQuota } from './service-quotas';

/** Each quota is asked for once, whatever comes of it: a plan can do without, and goes on alike for all its resources. */
export interface QuotaMemory {
  readonly ask: AskQuota;
  readonly answers: Map<string, Promise<Outcome<number | undefined>>>;
}

export const quotaMemoryOf = (ask: AskQuota): QuotaMemory => ({ ask, answers: new Map() });

export const quotasOf = (caller: Caller, { ask, answers }: QuotaMemory): Quotas => ({
  ofInstance({ arn }, quota, region = caller.region) {
    const key = `${region} ${arn} ${quota}`;
    const answer = answers.get(key) ?? ask({ instanceArn: arn, quota, region }, caller.scope);
    answers.set(key, answer);
    return answer;
  },
});
