import type { Schema, StateOf } from '../contract/schema';
import { length, pattern, region } from '../values/checks';
import { computed } from '../values/computed';
import { INSTANCE } from '../values/identifiers';

export const schema = {
  version: 0,
  description: 'One Amazon Connect instance of the account: by its alias, or by its id.',
  attributes: {
    alias: {
      type: 'string',
      presence: 'optional-computed',
      description:
        'The exact alias of the instance, 1 to 45 characters: `ALIAS` in `https://ALIAS.my.connect.aws`. Exactly one of `alias` and `id` is given.',
      check: length(1, 45),
    },
    id: {
      type: 'string',
      presence: 'optional-computed',
      description: 'The bare id of the instance. Exactly one of `alias` and `id` is given.',
      check: pattern(INSTANCE.bare, `the bare id of an instance, which is the part of its ARN after "instance/"`),
    },
    region: {
      type: 'string',
      presence: 'optional-computed',
      description: 'The Region to look in; a replicated instance is in all its Regions. Defaults to that of the provider.',
      check: region,
    },
    arn: computed('string', 'The ARN of the instance.'),
    identity_management_type: computed(
      'string',
      'Who identifies the users: `SAML`, `CONNECT_MANAGED` (users then need a `password`) or `EXISTING_DIRECTORY`.',
    ),
    status: computed('string', 'The status: `ACTIVE`, `CREATION_IN_PROGRESS` or `CREATION_FAILED`.'),
    inbound_calls_enabled: computed('bool', 'Whether the instance takes calls.'),
    outbound_calls_enabled: computed('bool', 'Whether the instance makes calls.'),
    access_url: computed('string', 'The URL at which users sign in.'),
    service_role: computed('string', 'The ARN of the role that the instance acts with.'),
    created_time: computed('string', 'When the instance was created, as `2026-01-31T12:00:00.000Z`.'),
    regions: computed({ set: 'string' }, 'All Regions that hold the instance: its own, and those of its replicas.'),
    source_region: computed('string', 'The Region that a replicated instance was created in; null for one that is not replicated.'),
    global_sign_in_endpoint: computed(
      'string',
      'The URL at which members of a traffic distribution group sign in; null for an instance that is not replicated.',
    ),
  },
  blocks: {},
} as const satisfies Schema;

export type InstanceState = StateOf<typeof schema>;
