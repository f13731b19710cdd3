import type { Schema, StateOf } from '../contract/schema';
import { identified } from '../lookup/attributes';
import { length } from '../values/checks';
import { computed } from '../values/computed';
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
    id: computed('string', '`INSTANCE:USER`, as bare ids: what imports the user into a resource.'),
    first_name: computed('string', 'The first name.'),
    last_name: computed('string', 'The last name.'),
    email: computed('string', 'The e-mail address.'),
    secondary_email: computed('string', 'The second e-mail address, for notifications.'),
    mobile: computed('string', 'The mobile phone number, in E.164 form.'),
    directory_user_id: computed('string', 'The id of the user in the directory that the instance uses.'),
    hierarchy_group_id: computed('string', 'The id of the hierarchy group.'),
    routing_profile_id: computed('string', 'The id of the routing profile.'),
    security_profile_ids: computed({ set: 'string' }, 'The ids of the security profiles.'),
    phone_type: computed('string', '`SOFT_PHONE` or `DESK_PHONE`.'),
    desk_phone_number: computed('string', 'The number of the desk phone, in E.164 form.'),
    auto_accept: computed('bool', 'Whether contacts are accepted without a click.'),
    after_contact_work_time_limit: computed('number', 'How long after-contact work may last, in seconds; 0 is without limit.'),
    persistent_connection: computed('bool', 'Whether the connection to the agent stays open between calls.'),
    tags: computed({ map: 'string' }, 'All tags of the user, without those that `ignore_tags` of the provider names.'),
  },
  blocks: {},
} as const satisfies Schema;

export type FoundUserState = StateOf<typeof schema>;
