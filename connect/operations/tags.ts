import { TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { type Outcome, succeeded } from '../failure';
import type { Users } from '../gateway';
import type { Written } from '../model';
import { written } from './answers';

/** The most that one call takes. */
const BATCH = 50;

/** In batches; without tags or keys nothing is called, since the service wants at least one. */
export const tagsOf = (caller: Caller): Pick<Users, 'tag' | 'untag'> => ({
  tag: (arn, tags, region) =>
    inBatches(Object.entries(tags), (batch) =>
      caller.call(TagResourceCommand, region, { resourceArn: arn, tags: Object.fromEntries(batch) }, written),
    ),

  untag: (arn, keys, region) =>
    inBatches(keys, (batch) => caller.call(UntagResourceCommand, region, { resourceArn: arn, tagKeys: batch }, written)),
});

async function inBatches<T>(items: readonly T[], call: (batch: T[]) => Promise<Outcome<Written>>): Promise<Outcome<Written>> {
  let last: Outcome<Written> = succeeded({});
  for (let start = 0; start < items.length; start += BATCH) {
    last = await call(items.slice(start, start + BATCH));
    if (!last.ok) return last;
  }
  return last;
}
