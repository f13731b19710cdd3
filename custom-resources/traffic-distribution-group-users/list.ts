import { listedBy } from '../lookup/listed-by';
import { listFailed } from '../lookup/located';
import { groupOf } from '../membership/ids';
import { inOrder } from '../values/order';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import { usersOfTrafficDistributionGroup as source } from './data-source';
import type { UsersOfGroupState } from './data-source-schema';

/** The memberships of one group, by the names of its users. */
export const listedGroupUsers = listedBy<UsersOfGroupState>(
  'connect_traffic_distribution_group_user',
  { ...source, operations: { plan: { ...source.operations.plan, ListUsers: 'the names of the users, and whether they have accounts' } } },
  async (state, _asked, context) => {
    const { instanceId, groupId } = groupOf(state);
    const region = state.region ?? undefined;
    const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
    const users = await connect.users.list(instanceId, region);
    if (!users.ok)
      return { diagnostics: [listFailed('listing the users', { instanceId, region: region ?? connect.region }, users.failure)] };
    const named = (state.user_ids ?? []).map((id) => ({ id, name: users.value.get(id)?.username ?? id }));
    return {
      found: named
        .sort((one, other) => inOrder(one.name, other.name))
        .map(({ id, name }) => ({
          identity: { instance_id: instanceId, traffic_distribution_group_id: groupId, user_id: id },
          displayName: name,
        })),
    };
  },
);
