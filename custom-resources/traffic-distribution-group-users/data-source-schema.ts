import type { Schema, StateOf } from '../contract/schema';
import { computed } from '../values/computed';
import { identifies, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'The users who are in a traffic distribution group, whoever put them in.',
  attributes: {
    instance_id: {
      type: 'string',
      presence: 'required',
      description: 'The instance of the group, as an id or ARN.',
      check: identifies(INSTANCE),
    },
    traffic_distribution_group_id: {
      type: 'string',
      presence: 'required',
      description: 'The traffic distribution group, as an id (a lower-case UUID) or ARN.',
      check: identifies(TRAFFIC_DISTRIBUTION_GROUP),
    },
    user_ids: computed({ set: 'string' }, 'The bare ids of the users who are in the group. Empty for an empty group.'),
    id: computed('string', '`INSTANCE,GROUP`, as bare ids.'),
    region: computed('string', 'The home Region of the group.'),
  },
  blocks: {},
} as const satisfies Schema;

export type UsersOfGroupState = StateOf<typeof schema>;
