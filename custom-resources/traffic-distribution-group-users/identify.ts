import type { Identity } from '../contract/ledger';
import type { ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedBy } from '../identity/identified-by';
import { theUsersOf } from '../membership/ids';
import { TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { imported } from './import';
import type { GroupUsersState } from './schema';

/** One resource has all users of a group, so that no other may have any of them. */
export const identify = ({ traffic_distribution_group_id: group }: PlannedState<GroupUsersState>): readonly Identity[] =>
  isUnknown(group) ? [] : [{ thing: theUsersOf(group), path: ['traffic_distribution_group_id'] }];

export const identity: ResourceIdentity<GroupUsersState> = identifiedBy<GroupUsersState>(
  { ...IN_INSTANCE, traffic_distribution_group_id: { kind: TRAFFIC_DISTRIBUTION_GROUP, from: 'traffic_distribution_group_id' } },
  imported,
);
