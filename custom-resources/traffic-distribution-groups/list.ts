import { listedBy } from '../lookup/listed-by';
import { bareId, INSTANCE } from '../values/identifiers';
import { trafficDistributionGroups } from './data-source';

/** The traffic distribution groups of an instance, the default group too. */
export const listedGroups = listedBy(
  'connect_traffic_distribution_group',
  trafficDistributionGroups,
  ({ groups, instance_id: instance }) => ({
    found: groups?.map(({ traffic_distribution_group_id: group, name }) => ({
      identity: { instance_id: bareId(INSTANCE, instance), traffic_distribution_group_id: group ?? '' },
      displayName: name ?? '',
    })),
  }),
);
