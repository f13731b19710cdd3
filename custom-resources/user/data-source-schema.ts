import type { Schema, StateOf } from '../contract/schema';
import { identified } from '../lookup/attributes';
import { length } from '../values/checks';
import { USER } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'One user of an instance who is there already: by the user name, or by the id.',
  attributes: {
    name: {
      type: 'string',
      presence: 'optional-computed',
      description: 'The exact user name, 1 to 100 characters; case sensitive. Exactly one of `name` and `user_id` is given.',
      check: length(1, 100),
    },
    ...identified(USER, 'user_id'),
    id: { type: 'string', presence: 'computed', description: '`INSTANCE:USER`, as bare ids: what imports the user into a resource.' },
    first_name: { type: 'string', presence: 'computed', description: 'The first name.' },
    last_name: { type: 'string', presence: 'computed', description: 'The last name.' },
    email: { type: 'string', presence: 'computed', description: 'The e-mail address.' },
    secondary_email: { type: 'string', presence: 'computed', description: 'The second e-mail address, for notifications.' },
    mobile: { type: 'string', presence: 'computed', description: 'The mobile phone number, in E.164 form.' },
    directory_user_id: { type: 'string', presence: 'computed', description: 'The id of the user in the directory that the instance uses.' },
    hierarchy_group_id: { type: 'string', presence: 'computed', description: 'The id of the hierarchy group.' },
    routing_profile_id: { type: 'string', presence: 'computed', description: 'The id of the routing profile.' },
    security_profile_ids: { type: { set: 'string' }, presence: 'computed', description: 'The ids of the security profiles.' },
    phone_type: { type: 'string', presence: 'computed', description: '`SOFT_PHONE` or `DESK_PHONE`.' },
    desk_phone_number: { type: 'string', presence: 'computed', description: 'The number of the desk phone, in E.164 form.' },
    auto_accept: { type: 'bool', presence: 'computed', description: 'Whether contacts are accepted without a click.' },
    after_contact_work_time_limit: {
      type: 'number',
      presence: 'computed',
      description: 'How long after-contact work may last, in seconds; 0 is without limit.',
    },
    persistent_connection: {
      type: 'bool',
      presence: 'computed',
      description: 'Whether the connection to the agent stays open between calls.',
    },
    tags: {
      type: { map: 'string' },
      presence: 'computed',
      description: 'All tags of the user, without those that `ignore_tags` of the provider names.',
    },
  },
  blocks: {},
} as const satisfies Schema;

export type FoundUserState = StateOf<typeof schema>;
