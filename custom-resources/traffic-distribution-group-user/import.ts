import type { ImportResult } from '../contract/resource';
import { importOf, membershipId } from '../membership/ids';
import { nothingKnown } from '../values/other-state';
import { type MembershipState, schema } from './schema';

/** Each an id or an ARN. */
export const imported = (instance: string, group: string, user: string): ImportResult<MembershipState> => ({
  state: {
    ...nothingKnown<MembershipState>(schema),
    instance_id: instance,
    traffic_distribution_group_id: group,
    user_id: user,
    id: membershipId(instance, group, user),
  },
});

export const importState = importOf('a membership', ['INSTANCE', 'GROUP', 'USER'], imported);
