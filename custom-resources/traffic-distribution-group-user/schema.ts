import type { Schema, StateOf } from '../contract/schema';
import { computed } from '../values/computed';
import { timeoutsBlock } from '../values/durations';
import { identifier, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

/**
 * Mirroring to the replica Region is "near real-time", and otherwise tried within 30 minutes (Create a
 * replica of your existing instance): an agent made by the same apply may need that long.
 */
export const TIMEOUTS = { create: '40m', delete: '20m' } as const;

/** An agent's membership in a traffic distribution group: it exists or it does not. */
export const schema = {
  version: 0,
  description:
    "An agent's membership in a traffic distribution group of Amazon Connect Global Resiliency. Agents must be members before they sign in through the global sign-in endpoint.",
  attributes: {
    instance_id: {
      ...identifier(INSTANCE),
      presence: 'required',
      replaces: true,
      description:
        'The instance of the user, as an id or ARN; a replicated instance has one id in all its Regions. A change replaces the membership.',
    },
    traffic_distribution_group_id: {
      ...identifier(TRAFFIC_DISTRIBUTION_GROUP),
      presence: 'required',
      replaces: true,
      description: 'The traffic distribution group, as an id (a lower-case UUID) or ARN. A change replaces the membership.',
    },
    user_id: {
      ...identifier(USER),
      presence: 'required',
      replaces: true,
      description: 'The user, as an id or ARN, or as the `id` of its resource (`INSTANCE:USER`). A change replaces the membership.',
    },
    id: computed('string', '`INSTANCE,GROUP,USER`, as bare ids.'),
    region: computed(
      'string',
      "The group's home Region, where the membership is made and ended: AssociateTrafficDistributionGroupUser works in no other.",
    ),
  },
  blocks: { timeouts: timeoutsBlock(TIMEOUTS) },
} as const satisfies Schema;

export type MembershipState = StateOf<typeof schema>;
