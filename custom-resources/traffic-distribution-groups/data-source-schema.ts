import type { Schema, StateOf } from '../contract/schema';
import { identifies, INSTANCE } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'All traffic distribution groups of an instance.',
  attributes: {
    instance_id: {
      type: 'string',
      presence: 'required',
      description: 'The instance, as an id or ARN; an ARN also says in which Region to look first.',
      check: identifies(INSTANCE),
    },
    groups: {
      type: {
        list: {
          object: {
            traffic_distribution_group_id: 'string',
            arn: 'string',
            name: 'string',
            region: 'string',
            status: 'string',
            is_default: 'bool',
          },
        },
      },
      presence: 'computed',
      description:
        'The groups by name: `traffic_distribution_group_id` (the bare id), `arn`, `name`, `region` (the home Region), `status` (it takes users while it is `ACTIVE`) and `is_default`. Empty for an instance without a replica.',
    },
  },
  blocks: {},
} as const satisfies Schema;

export type GroupsState = StateOf<typeof schema>;
