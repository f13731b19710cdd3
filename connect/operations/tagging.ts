import { TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import type { Tagging } from '../gateway';
import { inBatches, written } from './answers';

/** In batches; without tags or keys nothing is called, since the service wants at least one. */
export const taggingOf = (caller: Caller): Tagging => ({
  tag: (arn, tags, region) =>
    inBatches(Object.entries(tags), {}, (batch) =>
      caller.call(TagResourceCommand, region, { resourceArn: arn, tags: Object.fromEntries(batch) }, written),
    ),

  untag: (arn, keys, region) =>
    inBatches(keys, {}, (batch) => caller.call(UntagResourceCommand, region, { resourceArn: arn, tagKeys: batch }, written)),
});
