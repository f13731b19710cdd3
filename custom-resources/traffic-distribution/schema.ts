import type { Block, Check, Schema, StateOf } from '../contract/schema';
import { all, integer, region } from '../values/checks';
import { computed } from '../values/computed';
import { timeoutsBlock } from '../values/durations';
import { identifier, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';

export const TIMEOUTS = { create: '20m', update: '20m' } as const;

const stepsOf10: Check = (value) => (typeof value === 'number' && value % 10 !== 0 ? `must be a multiple of 10; got ${value}` : undefined);

const REGION = { type: 'string', presence: 'required', description: 'The Region.', check: region } as const;

const shares = <D extends string>(description: D) =>
  ({
    nesting: 'set',
    max: 2,
    description,
    attributes: {
      region: REGION,
      percentage: {
        type: 'number',
        presence: 'required',
        description: 'How much the Region takes, in percent: 0 to 100 in steps of 10.',
        check: all(integer(0, 100), stepsOf10),
      },
    },
  }) as const satisfies Block;

/** How the traffic of a group is shared between the Regions of its instance. */
export const schema = {
  version: 0,
  description:
    'How the traffic of a traffic distribution group is shared between the two Regions of its instance: what a failover shifts. Operators shift it outside Terraform too: what they did is shown, and left as it is unless `enforce` is set.',
  attributes: {
    traffic_distribution_group_id: {
      ...identifier(TRAFFIC_DISTRIBUTION_GROUP),
      presence: 'required',
      replaces: true,
      description:
        'The group, as an id (a lower-case UUID) or ARN. Give the ARN: it names the home Region. If the home Region is down, the other Region answers only to the ARN. A change replaces the resource.',
    },
    enforce: {
      type: 'bool',
      presence: 'optional-computed',
      default: false,
      description:
        'Whether apply changes shares back if somebody changed them outside Terraform; the plan shows it. Defaults to `false`: the plan only warns, and apply sets the declared shares when the declaration changes.',
    },
    id: computed('string', 'The bare id of the group.'),
    arn: computed('string', 'The ARN of the group. It names the home Region.'),
    instance_id: computed('string', 'The bare id of the instance.'),
    current_telephony: computed(
      { map: 'number' },
      'How much of the telephone traffic each Region takes now, in percent, by the name of the Region.',
    ),
    current_agent: computed({ map: 'number' }, 'How much of the agents each Region has now, in percent, by the name of the Region.'),
    current_sign_in: computed(
      { map: 'bool' },
      'Whether each Region signs agents in now, by the name of the Region. Of the default group alone.',
    ),
  },
  blocks: {
    telephony: shares(
      'The share of a Region in the telephone traffic, one block for each of the two Regions; together 100. With no such block, telephone traffic is left to others.',
    ),
    agent: shares(
      'The share of a Region in the agents, one block for each of the two Regions; together 100. With no such block, agents are left to others.',
    ),
    sign_in: {
      nesting: 'set',
      max: 2,
      description:
        'Whether a Region signs agents in, one block for each of the two Regions. For the default group alone. With no such block, sign-ins are left to others.',
      attributes: {
        region: REGION,
        enabled: { type: 'bool', presence: 'required', description: 'Whether the Region signs agents in.' },
      },
    },
    timeouts: timeoutsBlock(TIMEOUTS),
  },
} as const satisfies Schema;

export type DistributionState = StateOf<typeof schema>;
