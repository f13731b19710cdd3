import type { Identity } from '../contract/ledger';
import type { ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedBy } from '../identity/identified-by';
import { bareId, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { imported } from './import';
import type { GroupState } from './schema';

/** A name can be there once in an instance; which group has it is known by an id of its own, once it is made. */
export function identify({ instance_id: instance, name, id }: PlannedState<GroupState>): readonly Identity[] {
  return [
    ...(isUnknown(instance) || isUnknown(name) ? [] : [{ thing: theGroupName(instance, name), path: ['name'] }]),
    ...(typeof id === 'string' ? [{ thing: theGroup(id) }] : []),
  ];
}

export const theGroupName = (instance: string, name: string): string =>
  `the traffic distribution group name "${name}" of the instance ${bareId(INSTANCE, instance)}`;

export const theGroup = (id: string): string => `the traffic distribution group ${id}`;

export const identity: ResourceIdentity<GroupState> = identifiedBy<GroupState>(
  { ...IN_INSTANCE, traffic_distribution_group_id: { kind: TRAFFIC_DISTRIBUTION_GROUP, from: 'id' } },
  imported,
);
