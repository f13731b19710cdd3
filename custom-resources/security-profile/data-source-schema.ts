import type { Schema, StateOf } from '../contract/schema';
import { namedThing } from '../lookup/attributes';
import { SECURITY_PROFILE } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'One security profile of an instance: by its name, or by its id.',
  attributes: namedThing(SECURITY_PROFILE, 'security_profile_id', 127),
  blocks: {},
} as const satisfies Schema;

export type SecurityProfileState = StateOf<typeof schema>;
