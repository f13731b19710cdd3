import type { ImportResult } from '../contract/resource';
import { importParts, isRefused, membershipId } from '../membership/ids';
import type { MembershipState } from './schema';

export function importState(id: string): ImportResult<MembershipState> {
  const parts = importParts(id, 'a membership', ['INSTANCE', 'GROUP', 'USER']);
  if (isRefused(parts)) return { diagnostics: [parts] };
  const [instance = '', group = '', user = ''] = parts;
  return imported(instance, group, user);
}

/** Each an id or an ARN. */
export const imported = (instance: string, group: string, user: string): ImportResult<MembershipState> => ({
  state: {
    instance_id: instance,
    traffic_distribution_group_id: group,
    user_id: user,
    id: membershipId(instance, group, user),
    region: null,
    timeouts: null,
  },
});
