import type { Schema, StateOf } from '../contract/schema';
import { namedThing } from '../lookup/attributes';
import { ROUTING_PROFILE } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'One routing profile of an instance: by its name, or by its id.',
  attributes: namedThing(ROUTING_PROFILE, 'routing_profile_id', 127),
  blocks: {},
} as const satisfies Schema;

export type RoutingProfileState = StateOf<typeof schema>;
