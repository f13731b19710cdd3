import type { Id } from '../../connect/gateway';
import { isUnknown, type Planned } from '../contract/value';
import { bareId, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

/** `INSTANCE,GROUP,USER`: bare ids, as the id of a membership is written. */
export const membershipId = (instance: string, group: string, user: string): string =>
  `${groupUsersId(instance, group)},${bareId(USER, user)}`;

/** `INSTANCE,GROUP`: bare ids, as the id of all users of a group is written. */
export const groupUsersId = (instance: string, group: string): string =>
  `${bareId(INSTANCE, instance)},${bareId(TRAFFIC_DISTRIBUTION_GROUP, group)}`;

/** A state that is about a group, or about a part of one. */
export interface OfGroup {
  readonly instance_id: string;
  readonly traffic_distribution_group_id: string;
  /** The home Region of the group, as far as it is known. */
  readonly region: string | null;
}

export const groupOf = ({
  instance_id,
  traffic_distribution_group_id,
}: Omit<OfGroup, 'region'>): { readonly instanceId: Id; readonly groupId: Id } => ({
  instanceId: bareId(INSTANCE, instance_id),
  groupId: bareId(TRAFFIC_DISTRIBUTION_GROUP, traffic_distribution_group_id),
});

/** The ids of the users that are known of those whom a configuration names. */
export const knownUserIds = (users: Planned<readonly string[]>): readonly Id[] =>
  isUnknown(users) ? [] : users.flatMap((user) => (isUnknown(user) ? [] : [bareId(USER, user)]));
