import type { Schema, StateOf } from '../contract/schema';
import { namedThing } from '../lookup/attributes';
import { computed } from '../values/computed';
import { QUICK_CONNECT } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'One quick connect of an instance: by its name, or by its id.',
  attributes: {
    ...namedThing(QUICK_CONNECT, 'quick_connect_id', 127),
    type: computed('string', 'What it connects with: `USER`, `QUEUE`, `PHONE_NUMBER` or `FLOW`.'),
  },
  blocks: {},
} as const satisfies Schema;

export type QuickConnectState = StateOf<typeof schema>;
