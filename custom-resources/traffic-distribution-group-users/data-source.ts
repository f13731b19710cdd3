import type { Gateway } from '../../connect/gateway';
import type { DataSource } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { located } from '../lookup/located';
import type { GroupPlace } from '../membership/check-group';
import { groupNotFound } from '../membership/diagnostics';
import { locateGroup } from '../membership/group';
import { groupOf, groupUsersId } from '../membership/ids';
import { schema, type UsersOfGroupState } from './data-source-schema';
import { ofOtherInstance, strangersAmong } from './read-users';

export const usersOfTrafficDistributionGroup: DataSource<UsersOfGroupState> = {
  type: 'connect_traffic_distribution_group_users',
  schema,
  operations: {
    plan: {
      ListTrafficDistributionGroups: 'the home Region of a group that is given by its bare id',
      DescribeTrafficDistributionGroup: 'whether the group is one of the instance',
      ListTrafficDistributionGroupUsers: 'lists the users of the group',
      ListUsers: 'whether the users who are in the group have accounts',
      DescribeInstance: 'when there is no such group: whether the instance is there',
    },
  },

  async read(config, context) {
    const { connect, ...first } = located(config, context);
    const { instanceId, groupId } = groupOf(config);
    const home = await locateGroup(connect, first, config.traffic_distribution_group_id);
    if (!home.ok) return { diagnostics: [callFailed(`looking for the group ${groupId}`, home.failure)] };
    if (!home.value) {
      const missing = await instanceMissing(connect, first);
      return { diagnostics: [missing ?? groupNotFound({ groupId, instanceId })] };
    }
    const { region } = home.value;
    const problem = await ofOtherInstance(connect, { instanceId, groupId, region });
    if (problem) return { diagnostics: [problem] };
    const users = await usersIn(connect, { instanceId, groupId, region });
    if (!users.ok) return { diagnostics: [callFailed(`reading the users of the group ${groupId}`, users.failure)] };
    const id = groupUsersId(config.instance_id, config.traffic_distribution_group_id);
    return { state: { ...config, user_ids: users.value, id, region } };
  },
};

/** Who is in a group and has an account: the list may still show users who were deleted. */
async function usersIn(connect: Gateway, place: GroupPlace): ReturnType<typeof strangersAmong> {
  const listed = await connect.groups.listUsers({ group: place.groupId, region: place.region }, { recent: true });
  return listed.ok ? strangersAmong(connect, { ...place, userIds: new Set() }, listed.value) : listed;
}
