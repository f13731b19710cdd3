import type { Gateway } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import { isUnknown, type PlannedState } from '../contract/value';
import { bareId, INSTANCE, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { PASSING } from './associate';
import { cannotCheckGroups, groupNotActive, groupNotFound, groupOfOtherInstance } from './diagnostics';
import type { MembershipState } from './schema';

/** Whether the group of a new membership is there, belongs to the instance and can take users. */
export async function checkGroup(planned: PlannedState<MembershipState>, connect: Gateway): Promise<readonly Diagnostic[]> {
  const { instance_id: instance, traffic_distribution_group_id: group } = planned;
  if (isUnknown(instance) || isUnknown(group)) return [];
  const [instanceId, groupId] = [bareId(INSTANCE, instance), bareId(TRAFFIC_DISTRIBUTION_GROUP, group)];
  const region = regionOf(group) ?? regionOf(instance);

  const listed = await connect.groups.list(instanceId, region);
  if (!listed.ok) return [cannotCheckGroups(instanceId, `${listed.failure.code}: ${listed.failure.message}`)];
  let found = listed.value.find((candidate) => candidate.id === groupId);
  if (!found) {
    const direct = await connect.groups.find({ group, ...(region !== undefined && { region }) });
    found = direct.ok ? direct.value : undefined;
  }
  if (!found) return [groupNotFound({ groupId, instanceId, ...(region !== undefined && { region }) })];
  if (bareId(INSTANCE, found.instanceArn) !== instanceId) return [groupOfOtherInstance({ groupId, instanceId }, found)];
  if (found.status !== 'ACTIVE' && !PASSING.includes(found.status)) return [groupNotActive({ groupId }, found.status)];
  return [];
}
