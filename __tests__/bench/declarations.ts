import type { Agent } from './agents';
import { GROUP_ID, type Home, MANAGED, SAML } from './world';

export type Body = Readonly<Record<string, unknown>>;

/** Resources of one type by name, as they stand in `main.tf.json`. */
export interface Resources {
  readonly type: string;
  readonly bodies: Readonly<Record<string, Body>>;
}

/** The same body for `connect_user` and `aws_connect_user`; only the former knows write-only passwords. */
export const users = (agents: readonly Agent[], home: Home, type = 'connect_user'): Resources => ({
  type,
  bodies: byKey(agents, ({ username, firstName, lastName, email, team }) => ({
    ...(home === MANAGED && type === 'connect_user' && { password_wo: 'Welcome-2-the-team' }),
    instance_id: home.instanceId,
    name: username,
    routing_profile_id: home.routingProfileId,
    security_profile_ids: [home.securityProfileId],
    identity_info: { first_name: firstName, last_name: lastName, ...(home.emails && { email }) },
    phone_config: { phone_type: 'SOFT_PHONE', auto_accept: true, after_contact_work_time_limit: 30 },
    tags: { team },
  })),
});

/** Memberships in the group; of users that the configuration declares too, or of others. */
export const memberships = (agents: readonly Agent[], { declared = false } = {}): Resources => ({
  type: 'connect_traffic_distribution_group_user',
  bodies: byKey(agents, ({ key, userId }) => ({
    instance_id: SAML.instanceId,
    traffic_distribution_group_id: GROUP_ID,
    user_id: declared ? `\${connect_user.${key}.user_id}` : userId,
  })),
});

/** All of them in the group, as one resource, which bears the key of the first. */
export const groupUsers = (agents: readonly Agent[]): Resources => ({
  type: 'connect_traffic_distribution_group_users',
  bodies: byKey(agents.slice(0, 1), () => ({
    instance_id: SAML.instanceId,
    traffic_distribution_group_id: GROUP_ID,
    user_ids: agents.map(({ userId }) => userId),
  })),
});

/** What terraform itself takes for resources without a provider process: one small value each. */
export const terraformData = (agents: readonly Agent[]): Resources => ({
  type: 'terraform_data',
  bodies: byKey(agents, ({ username }) => ({ input: username })),
});

const byKey = (agents: readonly Agent[], body: (agent: Agent) => Body): Readonly<Record<string, Body>> =>
  Object.fromEntries(agents.map((agent) => [agent.key, body(agent)]));
