import type { Schema, StateOf } from '../contract/schema';
import { length } from '../values/checks';
import { computed } from '../values/computed';
import { identifies, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'One traffic distribution group of an instance: by its id, by its name, or the default group.',
  attributes: {
    instance_id: { type: 'string', presence: 'required', description: 'The instance, as an id or ARN.', check: identifies(INSTANCE) },
    traffic_distribution_group_id: {
      type: 'string',
      presence: 'optional-computed',
      description:
        'The id or ARN of the group. Left out, the group is found by `name`; without a name it is the default group of the instance.',
      check: identifies(TRAFFIC_DISTRIBUTION_GROUP),
    },
    name: {
      type: 'string',
      presence: 'optional-computed',
      description: 'The exact name of the group, 1 to 128 characters.',
      check: length(1, 128),
    },
    id: computed('string', 'The bare id of the group.'),
    arn: computed('string', 'The ARN of the group.'),
    region: computed('string', 'The home Region of the group.'),
    status: computed('string', 'The status of the group; it takes users while it is `ACTIVE`.'),
    is_default: computed('bool', 'Whether it is the group that came with the replica of the instance.'),
  },
  blocks: {},
} as const satisfies Schema;

export type FoundGroupState = StateOf<typeof schema>;
