import type { ImportResult } from '../contract/resource';
import { groupUsersId, importParts, isRefused } from '../membership/ids';
import type { GroupUsersState } from './schema';

export function importState(id: string): ImportResult<GroupUsersState> {
  const parts = importParts(id, 'a traffic distribution group', ['INSTANCE', 'GROUP']);
  if (isRefused(parts)) return { diagnostics: [parts] };
  const [instance = '', group = ''] = parts;
  return imported(instance, group);
}

/** Each an id or an ARN. */
export const imported = (instance: string, group: string): ImportResult<GroupUsersState> => ({
  state: {
    instance_id: instance,
    traffic_distribution_group_id: group,
    user_ids: [],
    allow_empty: null,
    id: groupUsersId(instance, group),
    region: null,
    timeouts: null,
  },
});
