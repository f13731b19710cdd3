import type { TrafficDistributionGroup } from '../../connect/gateway';
import type { DataSource } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { located } from '../lookup/located';
import { groupsOfInstance } from '../membership/group';
import { regionOf } from '../values/identifiers';
import { inOrder } from '../values/order';
import { type GroupsState, schema } from './data-source-schema';

export const trafficDistributionGroups: DataSource<GroupsState> = {
  type: 'connect_traffic_distribution_groups',
  schema,
  operations: {
    plan: {
      ListTrafficDistributionGroups: 'lists the groups',
      DescribeInstance: 'when there are none: whether the instance is there',
    },
  },

  async read(config, context) {
    const { connect, ...place } = located({ ...config, region: null }, context);
    const { instanceId } = place;
    const groups = await groupsOfInstance(connect, place, context.ledger.applying);
    if (!groups.ok)
      return { diagnostics: [callFailed(`listing the traffic distribution groups of the instance ${instanceId}`, groups.failure)] };
    // An instance that is not there has no groups either.
    const missing = groups.value.length === 0 ? await instanceMissing(connect, place) : undefined;
    if (missing) return { diagnostics: [missing] };
    return { state: { ...config, groups: [...groups.value].sort((one, other) => inOrder(one.name, other.name)).map(shown) } };
  },
};

const shown = ({ id, arn, name, status, isDefault }: TrafficDistributionGroup): NonNullable<GroupsState['groups']>[number] => ({
  traffic_distribution_group_id: id,
  arn,
  name,
  region: regionOf(arn) ?? null,
  status,
  is_default: isDefault,
});
