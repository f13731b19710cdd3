import type { Diagnostic } from '../contract/diagnostic';
import { isUnknown, type PlannedState } from '../contract/value';
import { userOfOtherInstance } from '../membership/diagnostics';
import { bareId, INSTANCE, instanceOf, USER } from '../values/identifiers';
import { amongUsers } from './diagnostics';
import type { GroupUsersState } from './schema';

/** What is wrong with the declared users of a group in themselves, beyond single attributes. */
export function validate({ instance_id: instance, user_ids: users }: PlannedState<GroupUsersState>): readonly Diagnostic[] {
  if (typeof instance !== 'string' || isUnknown(users)) return [];
  const expected = bareId(INSTANCE, instance);
  const stranger = users.find((user) => typeof user === 'string' && (instanceOf(USER, user) ?? expected) !== expected);
  return typeof stranger === 'string' ? [amongUsers(userOfOtherInstance(stranger, expected))] : [];
}
