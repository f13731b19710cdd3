import type { ImportResult } from '../contract/resource';
import { importParts, isRefused } from '../membership/ids';
import { bareId, isArn, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import type { GroupState } from './schema';

/** `INSTANCE,GROUP`. A group that is given by its bare id is looked for by the read that follows. */
export function importState(id: string): ImportResult<GroupState> {
  const parts = importParts(id, 'a traffic distribution group', ['INSTANCE', 'GROUP']);
  if (isRefused(parts)) return { diagnostics: [parts] };
  const [instance = '', group = ''] = parts;
  return imported(instance, group);
}

/** Each an id or an ARN. */
export const imported = (instance: string, group: string): ImportResult<GroupState> => ({
  state: {
    instance_id: instance,
    name: '',
    description: null,
    tags: null,
    tags_all: null,
    id: bareId(TRAFFIC_DISTRIBUTION_GROUP, group),
    arn: isArn(group) ? group : null,
    region: regionOf(group) ?? null,
    status: null,
    is_default: null,
    timeouts: null,
  },
});
