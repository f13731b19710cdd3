import { isUnknown, type Planned } from '../contract/value';
import { bareId, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

/** `INSTANCE,GROUP,USER`: bare ids, as the resource's own id is written. */
export const membershipId = (instance: string, group: string, user: string): string =>
  [bareId(INSTANCE, instance), bareId(TRAFFIC_DISTRIBUTION_GROUP, group), bareId(USER, user)].join(',');

interface Declared {
  readonly instance_id: Planned<string>;
  readonly traffic_distribution_group_id: Planned<string>;
  readonly user_id: Planned<string>;
}

/** What a resource lays claim to that declares a membership; nothing while a part of it is unknown. */
export const thingOf = ({ instance_id: instance, traffic_distribution_group_id: group, user_id: user }: Declared): string | undefined =>
  isUnknown(instance) || isUnknown(group) || isUnknown(user) ? undefined : `the membership ${membershipId(instance, group, user)}`;
