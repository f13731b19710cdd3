import { bareId, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

/** `INSTANCE,GROUP,USER`: bare ids, as the resource's own id is written. */
export const membershipId = (instance: string, group: string, user: string): string =>
  [bareId(INSTANCE, instance), bareId(TRAFFIC_DISTRIBUTION_GROUP, group), bareId(USER, user)].join(',');
