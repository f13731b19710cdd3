import type { IdentityInfo, PhoneConfig, Proficiency } from '../../../connect/gateway';
import { all, E164, emailAddress, integer, length, notificationAddress, oneOf } from '../../values/checks';
import type { BlockOf } from './members';

/** CreateUser: names are rejected unless they are in Unicode normalization form C. */
const normalized = (min: number, max: number): ReturnType<typeof all> =>
  all(length(min, max), (value) =>
    typeof value === 'string' && value !== value.normalize('NFC') ? 'must be in Unicode normalization form C' : undefined,
  );

export const identityInfo = {
  nesting: 'list',
  max: 1,
  description: 'Who the agent is. Instances that use SAML, and those that Connect manages, ask for `first_name` and `last_name`.',
  attributes: {
    first_name: {
      member: 'firstName',
      type: 'string',
      presence: 'optional',
      description: 'The first name, 1 to 255 characters.',
      check: normalized(1, 255),
    },
    last_name: {
      member: 'lastName',
      type: 'string',
      presence: 'optional',
      description: 'The last name, 1 to 300 characters.',
      check: normalized(1, 300),
    },
    email: {
      member: 'email',
      type: 'string',
      presence: 'optional',
      description: 'The e-mail address. Instances that use SAML refuse it.',
      check: all(length(1, 320), emailAddress),
    },
    secondary_email: {
      member: 'secondaryEmail',
      type: 'string',
      presence: 'optional',
      description: 'A second e-mail address, for notifications, up to 265 characters.',
      check: notificationAddress,
    },
    mobile: { member: 'mobile', type: 'string', presence: 'optional', description: 'The mobile phone number, in E.164 form.', check: E164 },
  },
} as const satisfies BlockOf<IdentityInfo>;

export const phoneType = {
  member: 'phoneType',
  type: 'string',
  presence: 'required',
  description: '`SOFT_PHONE` or `DESK_PHONE`.',
  check: oneOf('SOFT_PHONE', 'DESK_PHONE'),
} as const;

export const deskPhoneNumber = {
  member: 'deskPhoneNumber',
  type: 'string',
  presence: 'optional',
  description: 'The number of the desk phone, in E.164 form; for `DESK_PHONE`.',
  check: E164,
} as const;

/** Of after-contact work. */
export const seconds = integer(0, 2_000_000);

export const phoneConfig = {
  nesting: 'list',
  max: 1,
  description: 'Phone settings, the same for all channels. Not together with the blocks per channel.',
  attributes: {
    phone_type: phoneType,
    auto_accept: {
      member: 'autoAccept',
      type: 'bool',
      presence: 'optional-computed',
      default: false,
      description: 'Whether contacts are accepted without a click. Defaults to `false`.',
    },
    after_contact_work_time_limit: {
      member: 'afterContactWorkTimeLimit',
      type: 'number',
      presence: 'optional-computed',
      default: 0,
      description: 'How long after-contact work may last, in seconds, 0 to 2,000,000; 0 is without limit. Defaults to 0.',
      check: seconds,
    },
    desk_phone_number: deskPhoneNumber,
    persistent_connection: {
      member: 'persistentConnection',
      type: 'bool',
      presence: 'optional-computed',
      default: false,
      description: 'Whether the connection to the agent stays open between calls. Defaults to `false`.',
    },
  },
} as const satisfies BlockOf<PhoneConfig>;

export const proficiency = {
  nesting: 'set',
  max: 10,
  description:
    'What the agent is good at: a predefined attribute of the instance, with a level. With no such block, proficiencies are left to others and are not read.',
  attributes: {
    attribute_name: {
      member: 'attributeName',
      type: 'string',
      presence: 'required',
      description: 'The predefined attribute, 1 to 100 characters.',
      check: length(1, 100),
    },
    attribute_value: {
      member: 'attributeValue',
      type: 'string',
      presence: 'required',
      description: 'A value of that attribute, 1 to 100 characters.',
      check: length(1, 100),
    },
    level: {
      member: 'level',
      type: 'number',
      presence: 'required',
      description: 'The level, a whole number from 1 to 5.',
      check: integer(1, 5),
    },
  },
} as const satisfies BlockOf<Proficiency>;
