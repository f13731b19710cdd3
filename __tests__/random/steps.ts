import fc from 'fast-check';
import {
  ADMIN_SECURITY_PROFILE_ID,
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  DEFAULT_GROUP_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  SOUTH_HIERARCHY_GROUP_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { channels, phone, spelled } from './phone';
import type { Body } from '../support/terraform/contact-centre';

/**
 * What may happen, as `fast-check` values. A `pick` chooses among what is there when the step is taken, so
 * that any part of a sequence is a sequence: that is what shrinking needs.
 */

/** A change of the declaration. */
export type Edit =
  | { readonly edit: 'add user'; readonly body: Body }
  | { readonly edit: 'change user'; readonly pick: number; readonly body: Body }
  | { readonly edit: 'remove user' | 'rename user'; readonly pick: number }
  | { readonly edit: 'add membership' | 'change group'; readonly pick: number; readonly group: string }
  | { readonly edit: 'remove membership'; readonly pick: number }
  | { readonly edit: 'readdress user' | 'readdress membership'; readonly pick: number; readonly moved: boolean }
  | { readonly edit: 'reorder' }
  | { readonly edit: 'default tags'; readonly tags: Tags };

type Tags = Readonly<Record<string, string>>;

/** What somebody else does in Connect. */
export type Outside =
  | { readonly outside: 'delete user' | 'disassociate' | 'proficiencies'; readonly pick: number }
  | { readonly outside: 'associate'; readonly pick: number; readonly group: string }
  | { readonly outside: 'quick connect'; readonly pick: number; readonly queue: boolean }
  | { readonly outside: 'tags'; readonly pick: number; readonly tags: Tags }
  | {
      readonly outside: 'identity' | 'phone' | 'channels' | 'routing' | 'security' | 'hierarchy';
      readonly pick: number;
      readonly choice: number;
    };

export interface Trouble {
  readonly operation: string;
  readonly kind: 'throttled' | 'failing' | 'lost before' | 'lost after' | 'denied';
  readonly count: number;
}

export interface Step {
  readonly outside: readonly Outside[];
  readonly edits: readonly Edit[];
  readonly trouble: readonly Trouble[];
}

const pick = fc.nat({ max: 20 });
const group = fc.constantFrom(TEAM_GROUP_ID, DEFAULT_GROUP_ID);
const tags = fc.dictionary(fc.constantFrom('site', 'team', 'cost', 'by'), fc.constantFrom('', 'x', 'y'), {
  maxKeys: 3,
  noNullPrototype: true,
});
const label = fc.constantFrom('Ada', 'Bob', 'Cleo', 'Zoë');

const identity = fc.record(
  {
    first_name: label,
    last_name: label,
    secondary_email: fc.constantFrom('a@example.com', 'b@example.com'),
    mobile: fc.constantFrom('+12065550101', '+12065550102'),
  },
  { requiredKeys: ['first_name', 'last_name'], noNullPrototype: true },
);

const product = fc.record(
  {
    attribute_name: fc.constant('Product'),
    attribute_value: fc.constantFrom('Broadband', 'Mobile', 'Television'),
    level: fc.integer({ min: 1, max: 5 }),
  },
  { noNullPrototype: true },
);
const securityProfiles = fc.shuffledSubarray([AGENT_SECURITY_PROFILE_ID, MANAGER_SECURITY_PROFILE_ID, ADMIN_SECURITY_PROFILE_ID], {
  minLength: 1,
});

/** The parts of a user that change together; a part that is absent is not declared any more. */
const PARTS: Readonly<Record<string, fc.Arbitrary<Body>>> = {
  routing: spelled('routing-profile', fc.constantFrom(BASIC_ROUTING_PROFILE_ID, SALES_ROUTING_PROFILE_ID)).map((id) => ({
    routing_profile_id: id,
  })),
  security: securityProfiles
    .chain((ids) => fc.tuple(...ids.map((id) => spelled('security-profile', fc.constant(id)))))
    .map((ids) => ({ security_profile_ids: ids })),
  hierarchy: fc
    .option(spelled('agent-group', fc.constantFrom(NORTH_HIERARCHY_GROUP_ID, SOUTH_HIERARCHY_GROUP_ID)), { nil: undefined })
    .map((id) => ({ hierarchy_group_id: id })),
  identity: identity.map((info) => ({ identity_info: info })),
  settings: fc.oneof(fc.constant({}), phone, channels),
  tags: fc.option(tags, { nil: undefined }).map((own) => ({ tags: own })),
  proficiency: fc
    .uniqueArray(product, { selector: ({ attribute_value }) => attribute_value, maxLength: 3 })
    .map((list) => ({ proficiency: list })),
  retain: fc.constantFrom(undefined, 'retain', 'delete').map((choice) => ({ quick_connects_on_delete: choice })),
  timeouts: fc.constantFrom(undefined, { update: '5m' }, { delete: '4m' }).map((timeouts) => ({ timeouts })),
  lifecycle: fc.constantFrom(undefined, undefined, { create_before_destroy: true }).map((lifecycle) => ({ lifecycle })),
};

/** Of a body that changes: all that its parts do not mention is as it was, but for phone settings. */
export const SETTINGS_BLOCKS = [
  'phone_config',
  'auto_accept_config',
  'after_contact_work_config',
  'phone_number_config',
  'persistent_connection_config',
  'voice_enhancement_config',
];

const merged = (parts: readonly Body[]): Body => Object.assign({}, ...parts) as Body;
const blank: Body = Object.fromEntries(SETTINGS_BLOCKS.map((block) => [block, undefined]));
const part = (name: string): fc.Arbitrary<Body> =>
  (PARTS[name] ?? fc.constant({})).map((body) => (name === 'settings' ? { ...blank, ...body } : body));
const whole = fc.tuple(...Object.keys(PARTS).map(part)).map(merged);
const some = fc
  .subarray(Object.keys(PARTS), { minLength: 1, maxLength: 3 })
  .chain((names) => fc.tuple(...names.map(part)))
  .map(merged);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ edit: fc.constant('add user'), body: whole }) },
  { weight: 8, arbitrary: fc.record({ edit: fc.constant('change user'), pick, body: some }) },
  { weight: 3, arbitrary: fc.record({ edit: fc.constantFrom('remove user', 'rename user'), pick }) },
  { weight: 6, arbitrary: fc.record({ edit: fc.constant('add membership'), pick, group }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('change group'), pick, group }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('remove membership'), pick }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constantFrom('readdress user', 'readdress membership'), pick, moved: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('reorder') }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('default tags'), tags }) },
);

const choice = fc.nat({ max: 3 });
const outside: fc.Arbitrary<Outside> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ outside: fc.constantFrom('delete user', 'disassociate', 'proficiencies'), pick }) },
  { weight: 1, arbitrary: fc.record({ outside: fc.constant('associate'), pick, group }) },
  { weight: 3, arbitrary: fc.record({ outside: fc.constant('quick connect'), pick, queue: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ outside: fc.constant('tags'), pick, tags }) },
  {
    weight: 4,
    arbitrary: fc.record({ outside: fc.constantFrom('identity', 'phone', 'channels', 'routing', 'security', 'hierarchy'), pick, choice }),
  },
);

const WRITES = [
  'CreateUser',
  'DeleteUser',
  'DeleteQuickConnect',
  'TagResource',
  'UntagResource',
  'AssociateTrafficDistributionGroupUser',
  'DisassociateTrafficDistributionGroupUser',
  'AssociateUserProficiencies',
  'UpdateUserIdentityInfo',
  'UpdateUserPhoneConfig',
  'UpdateUserConfig',
  'UpdateUserRoutingProfile',
  'UpdateUserHierarchy',
  'UpdateUserSecurityProfiles',
];
const READS = [
  'DescribeUser',
  'ListUsers',
  'SearchUsers',
  'SearchQuickConnects',
  'ListTrafficDistributionGroups',
  'ListTrafficDistributionGroupUsers',
  'ListUserProficiencies',
  'DescribeInstance',
  'ListRoutingProfiles',
  'ListQueues',
];

const trouble: fc.Arbitrary<Trouble> = fc.record({
  operation: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WRITES) }, { weight: 1, arbitrary: fc.constantFrom(...READS) }),
  kind: fc.constantFrom('throttled', 'failing', 'lost before', 'lost after', 'denied'),
  count: fc.integer({ min: 1, max: 4 }),
});

const troubles = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(trouble, { minLength: 1, maxLength: 2 }) },
);

export const step: fc.Arbitrary<Step> = fc.record({
  outside: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(outside, { maxLength: 2 }) }),
  edits: fc.array(edit, { maxLength: 4 }),
  trouble: troubles,
});
