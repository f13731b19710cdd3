import type { Schema, StateOf } from '../contract/schema';
import { computed } from '../values/computed';
import { timeoutsBlock } from '../values/durations';
import { identifier, identifiers, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

/** At 2 requests a second, 10,000 users take 84 minutes; some of them may still have to be mirrored. */
export const TIMEOUTS = { create: '3h', update: '3h', delete: '3h' } as const;

/** All users of a traffic distribution group, in one resource. */
export const schema = {
  version: 0,
  description:
    'All users of a traffic distribution group of Amazon Connect Global Resiliency, in one resource: who is not named is taken out. For large groups, where one `connect_traffic_distribution_group_user` for each user would make plans slow; the users of a group are declared in one of these ways, not in both.',
  attributes: {
    instance_id: {
      ...identifier(INSTANCE),
      presence: 'required',
      replaces: true,
      description:
        'The instance of the group and its users, as an id or ARN; a replicated instance has one id in all its Regions. A change replaces the resource.',
    },
    traffic_distribution_group_id: {
      ...identifier(TRAFFIC_DISTRIBUTION_GROUP),
      presence: 'required',
      replaces: true,
      description: 'The traffic distribution group, as an id (a lower-case UUID) or ARN. A change replaces the resource.',
    },
    user_ids: {
      ...identifiers(USER),
      presence: 'required',
      description:
        'The users, as ids or ARNs, or as the `id` of their resources (`INSTANCE:USER`): the group has these users and nobody else. An empty set is an empty group, see `allow_empty`.',
    },
    allow_empty: {
      type: 'bool',
      presence: 'optional',
      description:
        'Whether `user_ids` may become empty while users are in the group. If `false`, that is an error, since a filter or list that suddenly finds nobody would take everybody out. It does not concern a destroy of the resource. Defaults to `false`.',
    },
    id: computed('string', '`INSTANCE,GROUP`, as bare ids.'),
    region: computed(
      'string',
      "The group's home Region, where users are put in and taken out: AssociateTrafficDistributionGroupUser works in no other.",
    ),
  },
  blocks: { timeouts: timeoutsBlock(TIMEOUTS) },
} as const satisfies Schema;

export type GroupUsersState = StateOf<typeof schema>;
