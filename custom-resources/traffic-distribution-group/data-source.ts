import type { TrafficDistributionGroup } from '../../connect/gateway';
import { type Diagnostic, errorAt } from '../contract/diagnostic';
import type { DataSource, Reading } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { located } from '../lookup/located';
import { groupsOfInstance } from '../membership/group';
import { bareId, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { type FoundGroupState, schema } from './data-source-schema';

export const existingTrafficDistributionGroup: DataSource<FoundGroupState> = {
  type: 'connect_traffic_distribution_group',
  schema,
  operations: { plan: { ListTrafficDistributionGroups: 'finds the group' } },

  async read(config, context): Promise<Reading<FoundGroupState>> {
    const { connect, ...place } = located(config, context);
    const matchingIn = (groups: readonly TrafficDistributionGroup[]) => groups.filter((group) => isMeant(config, group));
    let groups = await groupsOfInstance(connect, place, context.ledger.applying);
    // A list that is kept may be older than the group.
    if (groups.ok && matchingIn(groups.value).length !== 1) groups = await groupsOfInstance(connect, place, true);
    if (!groups.ok)
      return { diagnostics: [callFailed(`listing the traffic distribution groups of the instance ${place.instanceId}`, groups.failure)] };
    const matching = matchingIn(groups.value);
    const [group] = matching;
    if (!group || matching.length > 1) return { diagnostics: [notOne(config, place.instanceId, groups.value, matching)] };
    return {
      state: {
        instance_id: config.instance_id,
        traffic_distribution_group_id: config.traffic_distribution_group_id ?? group.id,
        name: group.name,
        id: group.id,
        arn: group.arn,
        region: regionOf(group.arn) ?? connect.region,
        status: group.status,
        is_default: group.isDefault,
      },
    };
  },
};

function isMeant({ traffic_distribution_group_id: id, name }: FoundGroupState, group: TrafficDistributionGroup): boolean {
  if (id === null && name === null) return group.isDefault;
  return (id === null || bareId(TRAFFIC_DISTRIBUTION_GROUP, id) === group.id) && (name === null || name === group.name);
}

function notOne(
  { traffic_distribution_group_id: id, name }: FoundGroupState,
  instanceId: string,
  groups: readonly TrafficDistributionGroup[],
  matching: readonly TrafficDistributionGroup[],
): Diagnostic {
  const asked = [id === null ? undefined : `the id ${id}`, name === null ? undefined : `the name "${name}"`]
    .filter((part) => part !== undefined)
    .join(' and ');
  const path = [name === null ? 'traffic_distribution_group_id' : 'name'];
  if (groups.length === 0)
    return errorAt(
      path,
      'No such traffic distribution group',
      `The instance ${instanceId} has no traffic distribution groups: it has no replica. Name an instance that is replicated.`,
    );
  const has = groups.map((group) => `"${group.name}" (${group.id})`).join(', ');
  return errorAt(
    path,
    matching.length === 0 ? 'No such traffic distribution group' : 'More than one such traffic distribution group',
    `The instance ${instanceId} has ${matching.length} groups with ${asked || 'the mark of the default group'}. Its groups: ${has}. Name one of them.`,
  );
}
