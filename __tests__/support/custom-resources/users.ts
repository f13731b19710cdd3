import type { User } from '../../../connect/gateway';
import type { UserState } from '../../../custom-resources/user/schema';
import { INSTANCE_ID, USER_ARN, USER_ID } from './ids';

/** An agent that exists: names, a soft phone, two security profiles, nothing else. */
export const AGENT: UserState = {
  instance_id: INSTANCE_ID,
  region: null,
  name: 'jdoe',
  password: null,
  password_wo: null,
  password_wo_version: null,
  directory_user_id: null,
  hierarchy_group_id: null,
  routing_profile_id: 'basic',
  security_profile_ids: ['agent', 'supervisor'],
  quick_connects_on_delete: 'delete',
  deletion_protection: null,
  drain_on_delete: null,
  on_drain_timeout: null,
  tags: null,
  tags_all: {},
  id: `${INSTANCE_ID}:${USER_ID}`,
  user_id: USER_ID,
  arn: USER_ARN,
  identity_info: [{ first_name: 'Jane', last_name: 'Doe', email: null, secondary_email: null, mobile: null }],
  phone_config: [
    {
      phone_type: 'SOFT_PHONE',
      auto_accept: false,
      after_contact_work_time_limit: 0,
      desk_phone_number: null,
      persistent_connection: false,
    },
  ],
  auto_accept_config: [],
  after_contact_work_config: [],
  phone_number_config: [],
  persistent_connection_config: [],
  voice_enhancement_config: [],
  proficiency: [],
  timeouts: null,
};

/** `AGENT` as a program declares it: what Connect or the provider computes is left out. */
export const DECLARED: UserState = { ...AGENT, quick_connects_on_delete: null, tags_all: null, id: null, user_id: null, arn: null };

/** `AGENT` as Connect holds it. */
export const LIVE: User = {
  id: USER_ID,
  arn: USER_ARN,
  username: 'jdoe',
  identity: { firstName: 'Jane', lastName: 'Doe' },
  phone: { phoneType: 'SOFT_PHONE', autoAccept: false, afterContactWorkTimeLimit: 0, persistentConnection: false },
  channels: {},
  securityProfileIds: ['agent', 'supervisor'],
  routingProfileId: 'basic',
  tags: {},
};
