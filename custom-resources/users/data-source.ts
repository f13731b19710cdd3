import type { User } from '../../connect/gateway';
import { namedInOtherInstance } from '../checking/arns';
import type { DataSource } from '../contract/resource';
import type { Settings } from '../contract/settings';
import { listFailed, located } from '../lookup/located';
import { bareId, HIERARCHY_GROUP, ROUTING_PROFILE } from '../values/identifiers';
import { inOrder } from '../values/order';
import { withoutIgnored } from '../values/tags';
import { schema, type UsersState } from './data-source-schema';

export const users: DataSource<UsersState> = {
  type: 'connect_users',
  schema,
  operations: { plan: { SearchUsers: 'lists the users' } },

  validate: ({ instance_id, routing_profile_id, hierarchy_group_id }) =>
    namedInOtherInstance(
      [
        { kind: ROUTING_PROFILE, path: ['routing_profile_id'], text: routing_profile_id },
        { kind: HIERARCHY_GROUP, path: ['hierarchy_group_id'], text: hierarchy_group_id },
      ],
      instance_id,
    ),

  async read(config, context) {
    const { connect, ...where } = located(config, context);
    const listed = await connect.catalogue.users(where.instanceId, where.region, { fresh: context.ledger.applying });
    if (!listed.ok) return { diagnostics: [listFailed('listing the users', where, listed.failure)] };
    const found = [...listed.value.values()]
      .filter((user) => isMeant(user, config))
      .sort((one, other) => inOrder(one.username, other.username));
    return {
      state: {
        ...config,
        region: where.region,
        user_ids: found.map(({ id }) => id),
        users: found.map((user) => shown(user, context.settings)),
      },
    };
  },
};

function isMeant(user: User, { routing_profile_id, hierarchy_group_id, tags, name_prefix }: UsersState): boolean {
  return (
    (routing_profile_id === null || user.routingProfileId === bareId(ROUTING_PROFILE, routing_profile_id)) &&
    (hierarchy_group_id === null || user.hierarchyGroupId === bareId(HIERARCHY_GROUP, hierarchy_group_id)) &&
    (name_prefix === null || user.username.startsWith(name_prefix)) &&
    Object.entries(tags ?? {}).every(([key, value]) => Object.hasOwn(user.tags, key) && user.tags[key] === value)
  );
}

const shown = (user: User, settings: Settings): NonNullable<UsersState['users']>[number] => ({
  user_id: user.id,
  arn: user.arn,
  name: user.username,
  first_name: user.identity.firstName ?? null,
  last_name: user.identity.lastName ?? null,
  routing_profile_id: user.routingProfileId,
  security_profile_ids: user.securityProfileIds,
  hierarchy_group_id: user.hierarchyGroupId ?? null,
  tags: withoutIgnored(settings, user.tags),
});
