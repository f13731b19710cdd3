import type { Identity } from '../contract/ledger';
import { isUnknown, type PlannedState } from '../contract/value';
import { bareId, INSTANCE } from '../values/identifiers';
import type { GroupState } from './schema';

/** A name can be there once in an instance; which group has it is known by an id of its own, once it is made. */
export function identifyGroup({ instance_id: instance, name, id }: PlannedState<GroupState>): readonly Identity[] {
  return [
    ...(isUnknown(instance) || isUnknown(name) ? [] : [{ thing: theGroupName(instance, name), path: ['name'] }]),
    ...(typeof id === 'string' ? [{ thing: theGroup(id) }] : []),
  ];
}

export const theGroupName = (instance: string, name: string): string =>
  `the traffic distribution group name "${name}" of the instance ${bareId(INSTANCE, instance)}`;

export const theGroup = (id: string): string => `the traffic distribution group ${id}`;
