import type { Identity } from '../contract/ledger';
import type { ImportResult, ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedBy } from '../identity/identified-by';
import { importOf } from '../identity/import-of-ids';
import { theGroup, theGroupName } from '../identity/things';
import { bareId, isArn, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { nothingKnown } from '../values/other-state';
import { type GroupState, schema } from './schema';

/** A name can be there once in an instance; which group has it is known by an id of its own, once it is made. */
export function identify({ instance_id: instance, name, id }: PlannedState<GroupState>): readonly Identity[] {
  return [
    ...(isUnknown(instance) || isUnknown(name) ? [] : [{ thing: theGroupName(instance, name), path: ['name'] }]),
    ...(typeof id === 'string' ? [{ thing: theGroup(id) }] : []),
  ];
}

/** Each an id or an ARN. A group that is given by its bare id is looked for by the read that follows. */
const imported = (instance: string, group: string): ImportResult<GroupState> => ({
  state: {
    ...nothingKnown<GroupState>(schema),
    instance_id: instance,
    id: bareId(TRAFFIC_DISTRIBUTION_GROUP, group),
    arn: isArn(group) ? group : null,
    region: regionOf(group) ?? null,
  },
});

export const importState = importOf('a traffic distribution group', ['INSTANCE', 'GROUP'], imported);

export const identity: ResourceIdentity<GroupState> = identifiedBy<GroupState>(
  { ...IN_INSTANCE, traffic_distribution_group_id: { kind: TRAFFIC_DISTRIBUTION_GROUP, from: 'id' } },
  imported,
);
