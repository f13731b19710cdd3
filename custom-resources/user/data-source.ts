import type { User } from '../../connect/gateway';
import { namedInOtherInstance } from '../checking/arns';
import { notInInstance } from '../checking/diagnostics';
import { exactlyOneOf } from '../checking/exactly-one-of';
import { type Diagnostic, errorAt } from '../contract/diagnostic';
import type { DataSource, Reading } from '../contract/resource';
import type { Settings } from '../contract/settings';
import { callFailed } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { located } from '../lookup/located';
import { bareId, idWithin, USER } from '../values/identifiers';
import { withoutIgnored } from '../values/tags';
import { identityInfo, phoneConfig } from './fields/blocks';
import { type FoundUserState, schema } from './data-source-schema';
import { heldBlock } from './fields/members';

export const existingUser: DataSource<FoundUserState> = {
  type: 'connect_user',
  schema,
  operations: {
    plan: {
      SearchUsers: 'finds a user by name',
      ListUsers: 'finds users by their names, where many are asked for',
      DescribeUser: 'reads the user',
      DescribeInstance: 'when there is no such user: whether the instance is there',
    },
  },

  validate: ({ instance_id, name, user_id }) => [
    ...exactlyOneOf({ name, user_id }),
    ...namedInOtherInstance([{ kind: USER, path: ['user_id'], text: user_id }], instance_id),
  ],

  async read(config, context): Promise<Reading<FoundUserState>> {
    const { connect, instanceId, region } = located(config, context);
    const name = config.name ?? '';
    const userId = config.user_id === null ? undefined : bareId(USER, config.user_id);
    const found =
      userId === undefined
        ? await connect.users.holderOf(instanceId, name, region)
        : await connect.users.find({ instanceId, userId, region });
    if (!found.ok)
      return { diagnostics: [callFailed(`reading the user ${userId ?? `"${name}"`} of the instance ${instanceId}`, found.failure)] };
    if (found.value) return { state: stateOf(found.value, config, region, context.settings) };
    const missing = await instanceMissing(connect, { instanceId, region });
    return {
      diagnostics: [
        missing ??
          (userId === undefined
            ? noneOfThatName(name, instanceId, region)
            : notInInstance(['user_id'], 'user', userId, instanceId, region)),
      ],
    };
  },
};

const stateOf = (user: User, config: FoundUserState, region: string, settings: Settings): FoundUserState => ({
  instance_id: config.instance_id,
  name: user.username,
  user_id: config.user_id ?? user.id,
  region,
  id: idWithin(config.instance_id, user.id),
  arn: user.arn,
  ...heldBlock(identityInfo, user.identity),
  directory_user_id: user.directoryUserId ?? null,
  hierarchy_group_id: user.hierarchyGroupId ?? null,
  routing_profile_id: user.routingProfileId,
  security_profile_ids: user.securityProfileIds,
  ...heldBlock(phoneConfig, user.phone ?? {}),
  tags: withoutIgnored(settings, user.tags),
});

const noneOfThatName = (name: string, instanceId: string, region: string): Diagnostic =>
  errorAt(
    ['name'],
    `No user "${name}"`,
    `The instance ${instanceId} has no user of that name in ${region}. User names are case sensitive, and a user who was created a moment ago may not be found by name yet. Check the name, the instance and the Region. To create the user, declare a "connect_user" resource. If this configuration declares the user already, use the attributes of that resource.`,
  );
