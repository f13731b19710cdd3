import type { Gateway } from '../../connect/gateway';
import type { Context, Reconciliation } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { justCreated } from '../waiting/read-new';
import { ensureAccount } from './ensure-account';
import { proficiencyChanges } from './changes';
import { keptAsTainted } from './diagnostics';
import { asOfWrite } from './expectation';
import { userStateId } from './from-connect';
import { execute } from './execute';
import { proficienciesWritten } from './proficiencies';
import type { UserState } from './schema';
import { proficiencies, userRef } from './to-connect';

/** CreateUser, and the calls for what CreateUser does not take. Once the account exists, it is never lost. */
export async function createUser(
  connect: Gateway,
  desired: UserState,
  password: string | null,
  context: Context,
  deadline: number,
): Promise<Reconciliation<UserState>> {
  const account = await ensureAccount(connect, desired, password, context, deadline);
  if ('failed' in account) return { diagnostics: account.failed };

  const state: UserState = { ...desired, id: userStateId(desired.instance_id, account.id), user_id: account.id, arn: account.arn };
  const user = { ...userRef(desired, account.id), arn: account.arn };
  let known = account.known;
  for (const operation of proficiencyChanges(account.observed?.proficiencies ?? [], proficiencies(desired), [])) {
    const outcome = await execute(connect, user, operation, context, deadline);
    if (outcome.ok) {
      known = { ...asOfWrite(outcome.value.at), ...proficienciesWritten(outcome.value.at) };
      continue;
    }
    const problem = callFailed(`setting the proficiencies of the user "${desired.name}" (${account.id})`, outcome.failure, ['proficiency']);
    // A user who was there before is not ours to taint: Terraform would delete it with the next apply.
    if (account.observed) {
      context.memory.newUsers.delete(account.id);
      return { diagnostics: [problem] };
    }
    return {
      state: { ...state, proficiency: [] },
      private: justCreated(context),
      diagnostics: [...account.diagnostics, keptAsTainted(problem)],
    };
  }
  return { state, private: { ...known, ...justCreated(context) }, diagnostics: account.diagnostics };
}
