import type { Schema, StateOf } from '../contract/schema';
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
    user_ids: {
      type: { set: 'string' },
      presence: 'computed',
      description: 'The bare ids of the users who are in the group. Empty for an empty group.',
    },
    id: { type: 'string', presence: 'computed', description: '`INSTANCE,GROUP`, as bare ids.' },
    region: { type: 'string', presence: 'computed', description: 'The home Region of the group.' },
  },
  blocks: {},
} as const satisfies Schema;

export type UsersOfGroupState = StateOf<typeof schema>;
