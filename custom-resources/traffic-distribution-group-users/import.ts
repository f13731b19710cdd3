import type { ImportResult } from '../contract/resource';
import { groupUsersId, importOf } from '../membership/ids';
import { nothingKnown } from '../values/other-state';
import { type GroupUsersState, schema } from './schema';

/** Each an id or an ARN. */
export const imported = (instance: string, group: string): ImportResult<GroupUsersState> => ({
  state: {
    ...nothingKnown<GroupUsersState>(schema),
    instance_id: instance,
    traffic_distribution_group_id: group,
    id: groupUsersId(instance, group),
  },
});

export const importState = importOf('a traffic distribution group', ['INSTANCE', 'GROUP'], imported);
