import type { Schema, StateOf } from '../contract/schema';
import { E164, length, region } from '../values/checks';
import { computed } from '../values/computed';
import { timeoutsBlock } from '../values/durations';
import { CONTACT_FLOW, identifier, identifiers, INSTANCE, QUEUE, USER } from '../values/identifiers';
import { tagsOf } from '../values/tags';

export const TIMEOUTS = { create: '20m', update: '20m', delete: '20m' } as const;

const contactFlow = (purpose: string) =>
  ({
    ...identifier(CONTACT_FLOW),
    presence: 'required',
    description: `The flow that takes the contact there, as an id or ARN: ${purpose}.`,
  }) as const;

/** What a quick connect leads to: one of these. */
export const TARGETS = ['user_config', 'queue_config', 'phone_config'] as const;

export const schema = {
  version: 0,
  description:
    'A quick connect of an Amazon Connect instance: what agents transfer contacts to, an agent, a queue or a phone number. When a user is destroyed, quick connects that point at it go along; one that is declared here and points at another user by then is kept, or made again.',
  attributes: {
    instance_id: {
      ...identifier(INSTANCE),
      presence: 'required',
      replaces: true,
      description: 'The instance, as an id or ARN; an ARN also says in which Region to call. A change replaces the quick connect.',
    },
    region: {
      type: 'string',
      presence: 'optional',
      description:
        'The Region to call, if it is not that of the provider. Amazon Connect mirrors quick connects to the other Regions of an instance. Defaults to the Region in the ARN of the instance, else to that of the provider.',
      check: region,
    },
    name: {
      type: 'string',
      presence: 'required',
      description: 'The name, 1 to 127 characters; once in an instance.',
      check: length(1, 127),
    },
    description: { type: 'string', presence: 'optional', description: 'A description, 1 to 250 characters.', check: length(1, 250) },
    queue_ids: {
      ...identifiers(QUEUE),
      presence: 'optional',
      description:
        'The standard queues that offer the quick connect to their agents, as ids or ARNs. If they are left out, others manage them, and a refresh does not read them. If they are declared later, apply adds them to the queues that others chose, and the next plan shows and removes those others. Amazon Connect has no operation that reads them: a refresh reads all queues of the instance once.',
    },
    ...tagsOf('quick connect'),
    id: computed('string', '`INSTANCE:QUICK_CONNECT`, as bare ids.'),
    quick_connect_id: computed('string', 'The id of the quick connect.'),
    arn: computed('string', 'The ARN of the quick connect.'),
  },
  blocks: {
    user_config: {
      nesting: 'list',
      max: 1,
      description: 'Leads to an agent.',
      attributes: {
        user_id: {
          ...identifier(USER),
          presence: 'required',
          description: 'The agent, as an id or ARN.',
        },
        contact_flow_id: contactFlow('one of the type "Transfer to agent"'),
      },
    },
    queue_config: {
      nesting: 'list',
      max: 1,
      description: 'Leads to a queue.',
      attributes: {
        queue_id: {
          ...identifier(QUEUE),
          presence: 'required',
          description: 'The queue, as an id or ARN, or as the `id` of its data source.',
        },
        contact_flow_id: contactFlow('one of the type "Transfer to queue"'),
      },
    },
    phone_config: {
      nesting: 'list',
      max: 1,
      description: 'Leads to a phone number outside the contact centre.',
      attributes: {
        phone_number: { type: 'string', presence: 'required', description: 'The phone number, in E.164 form.', check: E164 },
      },
    },
    timeouts: timeoutsBlock(TIMEOUTS),
  },
} as const satisfies Schema;

export type QuickConnectState = StateOf<typeof schema>;
