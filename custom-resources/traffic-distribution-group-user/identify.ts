import type { Identity } from '../contract/ledger';
import type { ImportResult, ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedBy } from '../identity/identified-by';
import { theMembership, theUsersOf } from '../identity/things';
import { importOf } from '../identity/import-of-ids';
import { membershipId } from '../membership/ids';
import { TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';
import { nothingKnown } from '../values/other-state';
import { type MembershipState, schema } from './schema';

/** Itself, and its part of the group: who owns all users of a group takes out those that others put in. */
export function identify({
  instance_id: instance,
  traffic_distribution_group_id: group,
  user_id: user,
}: PlannedState<MembershipState>): readonly Identity[] {
  if (isUnknown(group)) return [];
  return [
    ...(isUnknown(instance) || isUnknown(user) ? [] : [{ thing: theMembership(membershipId(instance, group, user)) }]),
    { thing: theUsersOf(group), use: 'shared', path: ['traffic_distribution_group_id'] },
  ];
}

/** Each an id or an ARN. */
const imported = (instance: string, group: string, user: string): ImportResult<MembershipState> => ({
  state: {
    ...nothingKnown<MembershipState>(schema),
    instance_id: instance,
    traffic_distribution_group_id: group,
    user_id: user,
    id: membershipId(instance, group, user),
  },
});

export const importState = importOf('a membership', ['INSTANCE', 'GROUP', 'USER'], imported);

export const identity: ResourceIdentity<MembershipState> = identifiedBy<MembershipState>(
  {
    ...IN_INSTANCE,
    traffic_distribution_group_id: { kind: TRAFFIC_DISTRIBUTION_GROUP, from: 'traffic_distribution_group_id' },
    user_id: { kind: USER, from: 'user_id' },
  },
  imported,
);
