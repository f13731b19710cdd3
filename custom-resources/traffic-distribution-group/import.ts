import type { ImportResult } from '../contract/resource';
import { importOf } from '../membership/ids';
import { bareId, isArn, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { nothingKnown } from '../values/other-state';
import { type GroupState, schema } from './schema';

/** Each an id or an ARN. A group that is given by its bare id is looked for by the read that follows. */
export const imported = (instance: string, group: string): ImportResult<GroupState> => ({
  state: {
    ...nothingKnown<GroupState>(schema),
    instance_id: instance,
    id: bareId(TRAFFIC_DISTRIBUTION_GROUP, group),
    arn: isArn(group) ? group : null,
    region: regionOf(group) ?? null,
  },
});

export const importState = importOf('a traffic distribution group', ['INSTANCE', 'GROUP'], imported);
