import {
  ACCOUNT,
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  MANAGED_ROUTING_PROFILE_ID,
  MANAGED_SECURITY_PROFILE_ID,
  TEAM_GROUP_ARN,
  TEAM_GROUP_ID,
} from '../../../emulator/seed/demo';
import { agent, type Body, membership } from './contact-centre';

export const NOBODY = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const NO_GROUP = '00000000-0000-4000-8000-000000000000';
/** Stands for the id of a group that is being deleted. */
export const GOING_GROUP = 'going-group';
export const NO_ID = 'ffffffff-0000-4000-8000-000000000000';
const inInstance = `The instance ${INSTANCE_ID} has no such`;
/** The instance of that id, as somebody else's account would name it. */
const elsewhere = (instance: string): string => `arn:aws:connect:us-east-1:999999999999:instance/${instance}`;
const NAMED = { first_name: 'Ada', last_name: 'Lovelace' };
const managed = (name: string, more: Body = {}): Body =>
  agent(name, {
    instance_id: MANAGED_INSTANCE_ID,
    routing_profile_id: MANAGED_ROUTING_PROFILE_ID,
    security_profile_ids: [MANAGED_SECURITY_PROFILE_ID],
    ...more,
  });

interface Mistake {
  readonly type: 'connect_user' | 'connect_traffic_distribution_group_user';
  readonly body: Body;
  /** The line of the configuration that terraform points at. */
  readonly at: string;
  readonly summary: string;
  readonly says: string;
}

const user = (body: Body, at: string, summary: string, says: string): Mistake => ({ type: 'connect_user', body, at, summary, says });
const member = (body: Body, at: string, summary: string, says: string): Mistake => ({
  type: 'connect_traffic_distribution_group_user',
  body,
  at,
  summary,
  says,
});
const SAML = 'Not for an instance with SAML';
const MANAGED = 'Not for an instance with users that Connect manages';

/** By the name of the resource. */
export const MISTAKES: Readonly<Record<string, Mistake>> = {
  no_group: member(
    membership(NOBODY, { traffic_distribution_group_id: NO_GROUP }),
    'traffic_distribution_group_id',
    `No traffic distribution group ${NO_GROUP}`,
    inInstance,
  ),
  no_group_of_arn: member(
    membership(NO_ID, { traffic_distribution_group_id: TEAM_GROUP_ARN.replace(TEAM_GROUP_ID, NO_GROUP) }),
    'traffic_distribution_group_id',
    `No traffic distribution group ${NO_GROUP}`,
    'no such group in us-east-1',
  ),
  going_group: member(
    membership(NOBODY, { traffic_distribution_group_id: GOING_GROUP }),
    'traffic_distribution_group_id',
    'The traffic distribution group is PENDING_DELETION',
    'repair or replace the group',
  ),
  other_group: member(
    membership(NOBODY, { instance_id: MANAGED_INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ARN }),
    'traffic_distribution_group_id',
    'The traffic distribution group belongs to another instance',
    `The group ${TEAM_GROUP_ID} ("Voice teams") belongs to arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}, not to the instance ${MANAGED_INSTANCE_ID}`,
  ),
  replica_group: member(
    membership(NO_ID, { traffic_distribution_group_id: TEAM_GROUP_ARN.replace('us-east-1', 'us-west-2') }),
    'traffic_distribution_group_id',
    'The ARN names another Region than the home Region of the group',
    'its home Region is us-east-1',
  ),
  foreign_group: member(
    membership('newcomer', { traffic_distribution_group_id: TEAM_GROUP_ARN.replace(ACCOUNT, '999999999999') }),
    'traffic_distribution_group_id',
    'An ARN of another account',
    `expected: ${ACCOUNT}`,
  ),
  foreign_user: member(
    membership(`${elsewhere(INSTANCE_ID)}/agent/stranger`),
    'user_id',
    'An ARN of another account',
    `expected: ${ACCOUNT}`,
  ),
  no_member: member(membership(NOBODY), 'user_id', `No user ${NOBODY}`, 'Check the id, or declare the user first.'),
  no_instance: user(
    agent('no.instance', { instance_id: NO_ID }),
    'instance_id',
    `No instance ${NO_ID}`,
    'no such Amazon Connect instance in us-east-1',
  ),
  foreign_instance: user(
    agent('foreign.instance', { instance_id: elsewhere(INSTANCE_ID) }),
    'instance_id',
    'An ARN of another account',
    `expected: ${ACCOUNT}`,
  ),
  foreign_routing: user(
    agent('foreign.routing', { routing_profile_id: `${elsewhere(INSTANCE_ID)}/routing-profile/${BASIC_ROUTING_PROFILE_ID}` }),
    'routing_profile_id',
    'An ARN of another account',
    `names a routing profile of another account (expected: ${ACCOUNT})`,
  ),
  distant_security: user(
    agent('distant.security', {
      security_profile_ids: [
        `arn:aws:connect:eu-central-1:${ACCOUNT}:instance/${INSTANCE_ID}/security-profile/${AGENT_SECURITY_PROFILE_ID}`,
      ],
    }),
    'security_profile_ids',
    'An ARN of another Region',
    'expected: us-east-1, us-west-2',
  ),
  no_routing: user(
    agent('no.routing', { routing_profile_id: NO_ID }),
    'routing_profile_id',
    `No routing profile ${NO_ID}`,
    `${inInstance} routing profile in us-east-1`,
  ),
  no_security: user(
    agent('no.security', { security_profile_ids: [NO_ID] }),
    'security_profile_ids',
    `No security profile ${NO_ID}`,
    `${inInstance} security profile in us-east-1`,
  ),
  no_hierarchy: user(
    agent('no.hierarchy', { hierarchy_group_id: NO_ID }),
    'hierarchy_group_id',
    `No hierarchy group ${NO_ID}`,
    `${inInstance} hierarchy group in us-east-1`,
  ),
  taken: user(agent('taken'), 'name', 'The user name "taken" is taken', 'terraform import ADDRESS'),
  undeclared: user(agent('undeclared'), 'name', 'The user name "undeclared" is taken', 'It differs from what is declared here (identity)'),
  saml_password: user(agent('saml.password', { password: 'Passw0rd' }), 'password', SAML, 'Remove "password"'),
  saml_email: user(
    agent('saml.email', { identity_info: { ...NAMED, email: 'ada@example.com' } }),
    'email',
    SAML,
    '"secondary_email" is for notifications',
  ),
  saml_directory: user(agent('saml.directory', { directory_user_id: 'ada' }), 'directory_user_id', SAML, 'Remove "directory_user_id"'),
  saml_name: user(agent('saml name'), 'name', SAML, 'up to 64 characters of a-z, A-Z, 0-9 and _-.\\@; got "saml name"'),
  saml_half: user(agent('saml.half', { identity_info: { first_name: 'Ada' } }), 'identity_info', SAML, 'Declare "last_name"'),
  saml_nameless: user(
    agent('saml.nameless', { identity_info: undefined }),
    'resource "connect_user" "saml_nameless"',
    SAML,
    'Declare "identity_info"',
  ),
  no_password: user(
    managed('no.password'),
    'resource "connect_user" "no_password"',
    MANAGED,
    'Declare "password_wo" (not kept in the state) or "password"',
  ),
};
