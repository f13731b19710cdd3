import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown } from '../contract/value';
import { protectedUsers, tooManyUsers } from '../guarding/diagnostics';
import { isGone } from './private-data';
import type { UserState } from './schema';

/** A plan does not delete users who are protected, nor more of them than the configuration of the provider allows. */
export async function guardUser(request: CheckRequest<UserState>, context: Context): Promise<readonly Diagnostic[]> {
  const state = deletedBy(request);
  if (!state) return [];
  const { ledger, settings } = context;
  const names = [`"${state.name}" (${state.user_id})`];
  const { maxUserDeletions: most = Infinity, unprotected = [] } = settings;
  const lifted = unprotected.includes(state.name) || (state.user_id !== null && unprotected.includes(state.user_id));
  const [shielded, tooMany] = await Promise.all([
    isProtected(state, request) && !lifted ? ledger.beyond('protected users', names, () => 0, context) : undefined,
    ledger.beyond('users deleted', names, () => most, context),
  ]);
  return [...(shielded ? [protectedUsers(shielded)] : []), ...(tooMany ? [tooManyUsers(tooMany, most)] : [])];
}

/** The account that goes, if it is there still. */
function deletedBy({ prior, planned, replacing, replaced, private: known }: CheckRequest<UserState>): UserState | undefined {
  if (prior) return (!planned || replacing) && !isGone(known) ? prior : undefined;
  return replaced && !isGone(replaced.private) ? replaced.state : undefined;
}

/** As it is declared now; of a user who is not declared any more, as it was. */
function isProtected(state: UserState, { config }: CheckRequest<UserState>): boolean {
  const declared = config?.deletion_protection;
  return (declared === undefined || isUnknown(declared) ? state.deletion_protection : declared) === true;
}
