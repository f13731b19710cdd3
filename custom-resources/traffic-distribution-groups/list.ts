import type { ListResource } from '../contract/resource';
import { askedOf } from '../lookup/asked';
import { bareId, INSTANCE } from '../values/identifiers';
import { trafficDistributionGroups } from './data-source';
import { schema, type GroupsState } from './data-source-schema';

/** The traffic distribution groups of an instance, the default group too. */
export const listedGroups: ListResource<Omit<GroupsState, 'groups'>> = {
  type: 'connect_traffic_distribution_group',
  schema: askedOf(schema),
  operations: trafficDistributionGroups.operations,

  async list(config, context) {
    const { state, diagnostics } = await trafficDistributionGroups.read({ ...config, groups: null }, context);
    return {
      diagnostics,
      found: state?.groups?.map(({ traffic_distribution_group_id: group, name }) => ({
        identity: { instance_id: bareId(INSTANCE, config.instance_id), traffic_distribution_group_id: group ?? '' },
        displayName: name ?? '',
      })),
    };
  },
};
