import fc from 'fast-check';
import type { UserState } from '../../../custom-resources/user/schema';
import { arnOf, INSTANCE_ARN, INSTANCE_ID, REPLICA, type Segment, USER_ARN, USER_ID } from './ids';

/** Every way to declare a user, as `fast-check` values: identifiers in both spellings, blocks of each kind. */

const text = fc.string({ minLength: 1, maxLength: 12 });
const optionalText = fc.option(text);
const bareId = fc.constantFrom('one', 'two', 'three', 'four', 'five');
const seconds = fc.integer({ min: 0, max: 2_000_000 });

const spelled = (segment: Segment) => fc.tuple(bareId, fc.boolean()).map(([id, asArn]) => (asArn ? arnOf(segment, id) : id));
const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const upToOne = <T>(block: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(block, { maxLength: 1 });
const perChannel = <T>(block: (channel: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.subarray(['VOICE', 'CHAT', 'TASK', 'EMAIL']).chain((channels) => fc.tuple(...channels.map(block)));
const voiceOnly = fc.constant('VOICE');

export const tagMap = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.constantFrom('', 'x', 'y'), { maxKeys: 4 });

const phoneConfig = fc.record({
  phone_type: fc.constantFrom('SOFT_PHONE', 'DESK_PHONE'),
  auto_accept: fc.boolean(),
  after_contact_work_time_limit: seconds,
  desk_phone_number: fc.constantFrom(null, '+12065550100'),
  persistent_connection: fc.boolean(),
});

const body = {
  instance_id: fc.constantFrom(INSTANCE_ID, INSTANCE_ARN),
  region: fc.constantFrom(null, REPLICA),
  name: text,
  hierarchy_group_id: fc.option(spelled('agent-group')),
  routing_profile_id: spelled('routing-profile'),
  security_profile_ids: fc.uniqueArray(spelled('security-profile'), { minLength: 1, selector: lastPart }),
  quick_connects_on_delete: fc.constantFrom('delete', 'retain'),
  deletion_protection: fc.constantFrom(null, true, false),
  drain_on_delete: fc.constant(null),
  on_drain_timeout: fc.constant(null),
  tags: fc.option(tagMap),
  identity_info: upToOne(
    fc.record({
      first_name: optionalText,
      last_name: optionalText,
      email: optionalText,
      secondary_email: optionalText,
      mobile: fc.constantFrom(null, '+12065550101'),
    }),
  ),
  phone_config: upToOne(phoneConfig),
  auto_accept_config: perChannel((channel) =>
    fc.record({ channel: fc.constant(channel), auto_accept: fc.boolean(), agent_first_callback_auto_accept: fc.option(fc.boolean()) }),
  ),
  after_contact_work_config: perChannel((channel) =>
    fc.record({
      channel: fc.constant(channel),
      after_contact_work_time_limit: seconds,
      agent_first_callback_after_contact_work_time_limit: fc.option(seconds),
    }),
  ),
  phone_number_config: upToOne(
    fc.record({
      channel: voiceOnly,
      phone_type: fc.constantFrom('SOFT_PHONE', 'DESK_PHONE'),
      phone_number: fc.constantFrom(null, '+12065550102'),
    }),
  ),
  persistent_connection_config: upToOne(fc.record({ channel: voiceOnly, persistent_connection: fc.boolean() })),
  voice_enhancement_config: upToOne(
    fc.record({ channel: voiceOnly, voice_enhancement_mode: fc.constantFrom('VOICE_ISOLATION', 'NOISE_SUPPRESSION', 'NONE') }),
  ),
  proficiency: fc.uniqueArray(
    fc.record({ attribute_name: fc.constantFrom('language', 'skill'), attribute_value: bareId, level: fc.integer({ min: 1, max: 5 }) }),
    { selector: ({ attribute_name, attribute_value }) => `${attribute_name} ${attribute_value}`, maxLength: 10 },
  ),
};

/** A user that exists as it is declared, under the given default tags. */
export const existingUser = (defaultTags: Readonly<Record<string, string>> = {}): fc.Arbitrary<UserState> =>
  fc.record(body).map((declared) => ({
    ...declared,
    password: null,
    password_wo: null,
    password_wo_version: null,
    directory_user_id: null,
    tags_all: { ...defaultTags, ...declared.tags },
    id: `${INSTANCE_ID}:${USER_ID}`,
    user_id: USER_ID,
    arn: USER_ARN,
    timeouts: null,
  }));
