import type { Schema, StateOf } from '../contract/schema';
import { namedThing } from '../lookup/attributes';
import { QUEUE } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'One standard queue of an instance: by its name, or by its id.',
  attributes: namedThing(QUEUE, 'queue_id', 256),
  blocks: {},
} as const satisfies Schema;

export type QueueState = StateOf<typeof schema>;
