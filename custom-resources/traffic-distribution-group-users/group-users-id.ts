import { bareId, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';

/** `INSTANCE,GROUP`: bare ids, as the resource's own id is written. */
export const groupUsersId = (instance: string, group: string): string =>
  [bareId(INSTANCE, instance), bareId(TRAFFIC_DISTRIBUTION_GROUP, group)].join(',');
