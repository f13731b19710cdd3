import {
  AGENT_SECURITY_PROFILE_ID,
  DEFAULT_GROUP_ARN,
  DEFAULT_GROUP_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import type { Answers } from '../../emulator/settings';
import { agent, type Body, type Declaration, membership } from '../support/terraform/contact-centre';

/** A life in three declarations. Between the first two, every attribute group of a user changes, and both styles of phone settings into the other. */
const person = (more: Body = {}): Body => ({ first_name: 'Ada', last_name: 'Lovelace', ...more });
const joined = (name: string, group = TEAM_GROUP_ID): Body =>
  membership(`\${connect_user.${name}.user_id}`, { traffic_distribution_group_id: group });
const channels = (chat: boolean): Body => ({
  phone_config: undefined,
  auto_accept_config: [
    { channel: 'VOICE', auto_accept: true },
    { channel: 'CHAT', auto_accept: chat },
  ],
  after_contact_work_config: [{ channel: 'VOICE', after_contact_work_time_limit: 30 }],
});
/** Named by ARNs wherever those may stand. */
const gusByArn = membership('${connect_user.gus.arn}', { traffic_distribution_group_id: DEFAULT_GROUP_ARN });

const MEMBERSHIPS = { ada: joined('ada'), bob: joined('bob'), cleo: joined('cleo'), gus: gusByArn };

export const BEFORE: Declaration = {
  resource: {
    connect_user: {
      ada: agent('ada', {
        ...channels(true),
        identity_info: person({ secondary_email: 'ada@example.com', mobile: '+12065550101' }),
        proficiency: [{ attribute_name: 'Product', attribute_value: 'Mobile', level: 2 }],
        tags: { site: 'Leeds' },
      }),
      bob: agent('bob', {
        identity_info: person({ secondary_email: 'bob@example.com', mobile: '+12065550103' }),
        phone_config: { phone_type: 'SOFT_PHONE', auto_accept: true },
      }),
      cleo: agent('cleo'),
      dan: agent('dan'),
      gus: agent('gus', { ...channels(true), identity_info: person({ mobile: '+12065550107' }) }),
    },
    connect_traffic_distribution_group_user: MEMBERSHIPS,
  },
};

/** With other settings of those who stay, and one more. */
const CHANGED_USERS = {
  ada: agent('ada', {
    identity_info: person({ mobile: '+12065550102' }),
    phone_config: { phone_type: 'SOFT_PHONE', after_contact_work_time_limit: 20 },
    proficiency: [
      { attribute_name: 'Product', attribute_value: 'Mobile', level: 5 },
      { attribute_name: 'Product', attribute_value: 'Broadband', level: 1 },
    ],
    tags: { floor: '1' },
    routing_profile_id: SALES_ROUTING_PROFILE_ID,
    security_profile_ids: [AGENT_SECURITY_PROFILE_ID, MANAGER_SECURITY_PROFILE_ID],
    hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
  }),
  bob: agent('bob', { ...channels(true), identity_info: person({ first_name: 'Bob' }) }),
  cleo: agent('cleo'),
  eve: agent('eve'),
  gus: agent('gus', { ...channels(false), identity_info: person({ mobile: '+12065550107' }) }),
};

export const CHANGED: Declaration = {
  resource: { connect_user: { ...CHANGED_USERS, dan: agent('dan') }, connect_traffic_distribution_group_user: MEMBERSHIPS },
};

export const CHANGES = {
  'connect_user.ada': 'update',
  'connect_user.bob': 'update',
  'connect_user.eve': 'create',
  'connect_user.gus': 'update',
};

/** With other memberships, and one user less. */
export const AFTER: Declaration = {
  resource: {
    connect_user: CHANGED_USERS,
    connect_traffic_distribution_group_user: { ...MEMBERSHIPS, bob: joined('bob', DEFAULT_GROUP_ID), eve: joined('eve') },
  },
};

/** What the plan from the second to the last tells, after what happened outside. */
export const lastChangesFor = (answers: Answers): Readonly<Record<string, string>> => ({
  'connect_user.cleo': answers.quickConnectUserIdAfterDelete === 'kept' ? 'replace' : 'create',
  'connect_user.dan': 'delete',
  'connect_traffic_distribution_group_user.ada': 'create',
  'connect_traffic_distribution_group_user.bob': 'replace',
  'connect_traffic_distribution_group_user.cleo': answers.memberOfDeletedUser === 'lingers' ? 'replace' : 'create',
  'connect_traffic_distribution_group_user.eve': 'create',
});

/** Whether a mobile number that somebody else changed shows in what a refresh in bulk reads; the documented limit where not. */
export const showsIdentityChanges = ({ lastModifiedMoves }: Answers): boolean => lastModifiedMoves.includes('identity');
