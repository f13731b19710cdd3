import type { Identity } from '../contract/ledger';
import type { ImportResult, ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedBy } from '../identity/identified-by';
import { theUsersOf } from '../identity/things';
import { importOf } from '../identity/import-of-ids';
import { groupUsersId } from '../membership/ids';
import { TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { nothingKnown } from '../values/other-state';
import { type GroupUsersState, schema } from './schema';

/** One resource has all users of a group, so that no other may have any of them. */
export const identify = ({ traffic_distribution_group_id: group }: PlannedState<GroupUsersState>): readonly Identity[] =>
  isUnknown(group) ? [] : [{ thing: theUsersOf(group), path: ['traffic_distribution_group_id'] }];

/** Each an id or an ARN. */
const imported = (instance: string, group: string): ImportResult<GroupUsersState> => ({
  state: {
    ...nothingKnown<GroupUsersState>(schema),
    instance_id: instance,
    traffic_distribution_group_id: group,
    id: groupUsersId(instance, group),
  },
});

export const importState = importOf('a traffic distribution group', ['INSTANCE', 'GROUP'], imported);

export const identity: ResourceIdentity<GroupUsersState> = identifiedBy<GroupUsersState>(
  { ...IN_INSTANCE, traffic_distribution_group_id: { kind: TRAFFIC_DISTRIBUTION_GROUP, from: 'traffic_distribution_group_id' } },
  imported,
);
