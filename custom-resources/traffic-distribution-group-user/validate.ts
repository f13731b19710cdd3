import type { Diagnostic } from '../contract/diagnostic';
import type { PlannedState } from '../contract/value';
import { userOfOtherInstance } from '../membership/diagnostics';
import type { MembershipState } from './schema';

/** What is wrong with a declared membership in itself, beyond single attributes. */
export const validate = ({ instance_id: instance, user_id: user }: PlannedState<MembershipState>): readonly Diagnostic[] =>
  userOfOtherInstance(instance, [user]);
