import type { Gateway, TrafficDistributionGroup } from '../../connect/gateway';
import type { Context, Observation, ObserveRequest } from '../contract/resource';
import type { Settings } from '../contract/settings';
import { cannotRead } from '../failures/diagnostics';
import { gone } from '../failures/gone';
import { groupOfOtherInstance } from '../membership/diagnostics';
import { locateGroup } from '../membership/group';
import { regionOf } from '../values/identifiers';
import { placeOf } from '../values/place';
import { ownTags, withoutIgnored } from '../values/tags';
import { readNew } from '../waiting/read-new';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import type { GroupState } from './schema';

/**
 * One DescribeTrafficDistributionGroup: lists show neither tags nor descriptions, and an instance has eight groups at most. "Not found"
 * counts when it was said twice, and the instance is there.
 */
export async function observeGroup(
  { state, private: known, imported }: ObserveRequest<GroupState>,
  context: Context,
): Promise<Observation<GroupState>> {
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  const declared = placeOf(state.instance_id, null, connect);
  const id = state.id ?? '';
  const action = `reading the traffic distribution group ${id}`;
  const place = state.region === null ? await locateGroup(connect, declared, state.arn ?? id) : undefined;
  if (place?.ok === false) return { state, diagnostics: [cannotRead(action, place.failure, state.instance_id)] };
  const region = state.region ?? place?.value?.region;
  if (region === undefined) return gone(connect, state);

  const found = await readNew(() => connect.groups.find({ group: id, region }), known, context);
  if (!found.ok) return { state, diagnostics: [cannotRead(action, found.failure, state.instance_id)] };
  if (!found.value) return gone(connect, state, region);
  if (imported && found.value.instanceId !== declared.instanceId)
    return { state, diagnostics: [groupOfOtherInstance(declared.instanceId, found.value)] };
  return { state: refreshed(found.value, state, connect, context.settings), private: {} };
}

function refreshed(group: TrafficDistributionGroup, state: GroupState, { region }: Gateway, settings: Settings): GroupState {
  const tags = withoutIgnored(settings, group.tags ?? {});
  return {
    ...state,
    name: group.name,
    description: group.description ?? null,
    tags: ownTags(settings, tags, state),
    tags_all: tags,
    id: group.id,
    arn: group.arn,
    region: regionOf(group.arn) ?? region,
    status: group.status,
    is_default: group.isDefault,
  };
}
