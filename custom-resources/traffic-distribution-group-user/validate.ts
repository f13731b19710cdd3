import type { Diagnostic } from '../contract/diagnostic';
import type { PlannedState } from '../contract/value';
import { userOfOtherInstance } from '../membership/diagnostics';
import { bareId, INSTANCE, instanceOf, USER } from '../values/identifiers';
import type { MembershipState } from './schema';

/** What is wrong with a declared membership in itself, beyond single attributes. */
export function validate({ instance_id: instance, user_id: user }: PlannedState<MembershipState>): readonly Diagnostic[] {
  if (typeof instance !== 'string' || typeof user !== 'string') return [];
  const named = instanceOf(USER, user);
  return named === undefined || named === bareId(INSTANCE, instance) ? [] : [userOfOtherInstance(user, bareId(INSTANCE, instance))];
}
