import { goingFrom, USERS } from '../../checking/headroom';
import type { Diagnostic } from '../../contract/diagnostic';
import type { CheckRequest, Context } from '../../contract/resource';
import { isUnknown } from '../../contract/value';
import { protectedUsers, tooManyUsers } from '../../guarding/diagnostics';
import { ending } from '../../guarding/ending';
import { declaredPlace } from '../../values/place';
import { isGone } from '../private-data';
import type { UserState } from '../schema';

/** A plan does not delete users who are protected, nor more of them than the configuration of the provider allows. */
export async function guardUser(request: CheckRequest<UserState>, context: Context): Promise<readonly Diagnostic[]> {
  const held = ending(request);
  // Of a user who is gone, only what it left is deleted.
  if (!held || isGone(held.private)) return [];
  const { state } = held;
  const { ledger, settings } = context;
  ledger.count(goingFrom(USERS, declaredPlace(state).instanceId), [state.user_id ?? state.name]);
  const names = [`"${state.name}" (${state.user_id})`];
  const { maxUserDeletions: most = Infinity, unprotected = [] } = settings;
  const lifted = unprotected.includes(state.name) || (state.user_id !== null && unprotected.includes(state.user_id));
  const [shielded, tooMany] = await Promise.all([
    isProtected(state, request) && !lifted ? ledger.beyond('protected users', names, () => 0, context) : undefined,
    ledger.beyond('users deleted', names, () => most, context),
  ]);
  return [...(shielded ? [protectedUsers(shielded)] : []), ...(tooMany ? [tooManyUsers(tooMany, most)] : [])];
}

/** As it is declared now; of a user who is not declared any more, as it was. */
function isProtected(state: UserState, { config }: CheckRequest<UserState>): boolean {
  const declared = config?.deletion_protection;
  return (declared === undefined || isUnknown(declared) ? state.deletion_protection : declared) === true;
}
