import type { Schema, StateOf } from '../contract/schema';
import { identified } from '../lookup/attributes';
import { all, eachOf, length, size } from '../values/checks';
import { computed } from '../values/computed';
import { HIERARCHY_GROUP } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'One group of the hierarchy of agents of an instance: by its path from the top, or by its id.',
  attributes: {
    path: {
      type: { list: 'string' },
      presence: 'optional-computed',
      description:
        'The exact names of the groups from the top of the hierarchy down to this one, 1 to 5 of 1 to 100 characters: `["Europe", "Berlin"]`; case sensitive. Exactly one of `path` and `hierarchy_group_id` is given.',
      check: all(size(1, 5, 'names'), eachOf(length(1, 100))),
    },
    ...identified(HIERARCHY_GROUP, 'hierarchy_group_id', 'path'),
    name: computed('string', 'The name of the hierarchy group, which is the last of its path.'),
    level: computed('number', 'How deep it is in the hierarchy: 1 at the top, 5 at the bottom.'),
  },
  blocks: {},
} as const satisfies Schema;

export type HierarchyGroupState = StateOf<typeof schema>;
