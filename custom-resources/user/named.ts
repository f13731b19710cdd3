import type { Named } from '../checking/arns';
import { isUnknown, type PlannedState } from '../contract/value';
import { HIERARCHY_GROUP, INSTANCE, ROUTING_PROFILE, SECURITY_PROFILE } from '../values/identifiers';
import type { UserState } from './schema';

/** The things of Connect that a declared user refers to. */
export function references({ routing_profile_id, hierarchy_group_id, security_profile_ids }: PlannedState<UserState>): readonly Named[] {
  const security = isUnknown(security_profile_ids) ? [] : security_profile_ids;
  return [
    { kind: ROUTING_PROFILE, path: ['routing_profile_id'], text: routing_profile_id },
    { kind: HIERARCHY_GROUP, path: ['hierarchy_group_id'], text: hierarchy_group_id },
    ...security.map((text) => ({ kind: SECURITY_PROFILE, path: ['security_profile_ids'], text })),
  ];
}

export const instanceNamed = ({ instance_id }: PlannedState<UserState>): Named => ({ kind: INSTANCE, path: ['instance_id'], text: instance_id });
