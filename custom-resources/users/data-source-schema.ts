import type { Schema, StateOf } from '../contract/schema';
import { place } from '../lookup/attributes';
import { length, tags } from '../values/checks';
import { computed } from '../values/computed';
import { HIERARCHY_GROUP, identifies, ROUTING_PROFILE } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'The users of an instance: all of them, or those for whom everything that is given holds.',
  attributes: {
    instance_id: place.instance_id,
    region: place.region,
    routing_profile_id: {
      type: 'string',
      presence: 'optional',
      description: 'Only users with this routing profile, as an id or ARN.',
      check: identifies(ROUTING_PROFILE),
    },
    hierarchy_group_id: {
      type: 'string',
      presence: 'optional',
      description: 'Only users of this hierarchy group itself, as an id or ARN: not those of the groups below it.',
      check: identifies(HIERARCHY_GROUP),
    },
    tags: {
      type: { map: 'string' },
      presence: 'optional',
      description: 'Only users who have all of these tags, with these values; case sensitive.',
      check: tags,
    },
    name_prefix: {
      type: 'string',
      presence: 'optional',
      description: 'Only users whose user name begins so, 1 to 100 characters; case sensitive.',
      check: length(1, 100),
    },
    user_ids: computed({ set: 'string' }, 'The ids of the users. Empty where there is none.'),
    users: {
      type: {
        list: {
          object: {
            user_id: 'string',
            arn: 'string',
            name: 'string',
            first_name: 'string',
            last_name: 'string',
            routing_profile_id: 'string',
            security_profile_ids: { set: 'string' },
            hierarchy_group_id: 'string',
            tags: { map: 'string' },
          },
        },
      },
      presence: 'computed',
      description:
        'The users by name: `user_id`, `arn`, `name`, `first_name`, `last_name`, `routing_profile_id`, `security_profile_ids` (a set), `hierarchy_group_id`, and `tags` (a map) without those that `ignore_tags` of the provider names. What a user does not have is null.',
    },
  },
  blocks: {},
} as const satisfies Schema;

export type UsersState = StateOf<typeof schema>;
