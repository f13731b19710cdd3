import type { Schema, StateOf } from '../contract/schema';
import { all, length, trimmed } from '../values/checks';
import { computed } from '../values/computed';
import { timeoutsBlock } from '../values/durations';
import { identifier, INSTANCE } from '../values/identifiers';
import { tagsOf } from '../values/tags';

export const TIMEOUTS = { create: '20m', delete: '20m' } as const;

/** A traffic distribution group that Terraform makes and deletes. */
export const schema = {
  version: 0,
  description:
    'A traffic distribution group of Amazon Connect Global Resiliency: phone numbers and agents whose traffic is shifted between the Regions of a replicated instance together. The default group comes with the replica and is none of these.',
  attributes: {
    instance_id: {
      ...identifier(INSTANCE),
      presence: 'required',
      replaces: true,
      description:
        'The replicated instance, as an id or ARN. Groups can be created only in its source Region. Give the ARN there, or give the id and configure the provider for that Region. A change replaces the group.',
    },
    name: {
      type: 'string',
      presence: 'required',
      replaces: true,
      description:
        'The name, 1 to 128 characters, without white space at either end; unique in the instance. Connect has no operation that changes it: a change replaces the group.',
      check: all(length(1, 128), trimmed),
    },
    description: {
      type: 'string',
      presence: 'optional',
      replaces: true,
      description:
        'What the group is for, 1 to 250 characters, without white space at either end. Connect has no operation that changes it: a change replaces the group.',
      check: all(length(1, 250), trimmed),
    },
    ...tagsOf('group'),
    id: computed('string', 'The bare id of the group, a UUID.'),
    arn: computed('string', 'The ARN of the group. It names the home Region.'),
    region: computed('string', 'The home Region of the group: where it was made.'),
    status: computed(
      'string',
      'The status of the group when it was last read: `ACTIVE`, `CREATION_IN_PROGRESS`, `CREATION_FAILED`, `UPDATE_IN_PROGRESS`, `PENDING_DELETION` or `DELETION_FAILED`.',
    ),
    is_default: computed(
      'bool',
      'Whether it is the default group of the instance: that one can be imported, and cannot be made or deleted by Terraform.',
    ),
  },
  blocks: { timeouts: timeoutsBlock(TIMEOUTS) },
} as const satisfies Schema;

export type GroupState = StateOf<typeof schema>;
