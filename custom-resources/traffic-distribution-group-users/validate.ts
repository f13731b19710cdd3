import type { Diagnostic } from '../contract/diagnostic';
import { isUnknown, type PlannedState } from '../contract/value';
import { userOfOtherInstance } from '../membership/diagnostics';
import { amongUsers } from './diagnostics';
import type { GroupUsersState } from './schema';

/** What is wrong with the declared users of a group in themselves, beyond single attributes. */
export const validate = ({ instance_id: instance, user_ids: users }: PlannedState<GroupUsersState>): readonly Diagnostic[] =>
  isUnknown(users) ? [] : userOfOtherInstance(instance, users).map(amongUsers);
