import type { Failure } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context, PrivateData, Reconciliation } from '../contract/resource';
import { callFailed } from '../diagnostics';
import { justCreated, readSettled } from '../settling';
import { type ObservedUser, proficiencyChanges } from './changes';
import { differencesFromNew } from './adoption';
import { keptAsTainted, userAdopted, userExists } from './diagnostics';
import { asOf, asOfWrite } from './expectation';
import { userStateId } from './from-connect';
import { perform } from './perform';
import type { UserState } from './schema';
import { newUser, proficiencies, userRef } from './to-connect';

interface Account {
  readonly id: string;
  readonly arn: string;
  /** All that is declared is known up to here, the service's time. */
  readonly known: PrivateData;
  /** Of a user that existed: its proficiencies. */
  readonly observed?: ObservedUser;
  readonly diagnostics: readonly Diagnostic[];
}

/** CreateUser, and the calls for what CreateUser does not take. Once the account exists, it is never lost. */
export async function createUser(
  connect: Gateway,
  desired: UserState,
  password: string | null,
  context: Context,
  timeoutMs: number,
): Promise<Reconciliation<UserState>> {
  const account = await ensureAccount(connect, desired, password, context);
  if ('failed' in account) return { diagnostics: account.failed };
  context.memory.newUsers.add(account.id);

  const state: UserState = { ...desired, id: userStateId(desired.instance_id, account.id), user_id: account.id, arn: account.arn };
  const user = { ...userRef(desired, account.id), arn: account.arn };
  let known = account.known;
  for (const operation of proficiencyChanges(account.observed?.proficiencies ?? [], proficiencies(desired), [])) {
    const outcome = await perform(connect, user, operation, context, timeoutMs);
    if (outcome.ok) {
      known = asOfWrite(outcome.value.at);
      continue;
    }
    const problem = callFailed(`setting the proficiencies of the user "${desired.name}" (${account.id})`, outcome.failure, ['proficiency']);
    // A user who was there before is not ours to taint: Terraform would delete it with the next apply.
    if (account.observed) return { diagnostics: [problem] };
    return {
      state: { ...state, proficiency: [] },
      private: justCreated(context),
      diagnostics: [
        ...account.diagnostics,
        keptAsTainted(problem),
      ],
    };
  }
  return { state, private: { ...known, ...justCreated(context) }, diagnostics: account.diagnostics };
}

async function ensureAccount(
  connect: Gateway,
  desired: UserState,
  password: string | null,
  context: Context,
): Promise<Account | { readonly failed: readonly Diagnostic[] }> {
  const created = await connect.users.create(newUser(desired, password));
  if (created.ok) return { ...created.value, known: asOfWrite(created.value.at), diagnostics: [] };
  if (created.failure.kind !== 'conflict') return { failed: [callFailed(action(desired), created.failure)] };
  return adopt(connect, desired, created.failure, context);
}

/**
 * The name is taken. CreateUser has no client token, so an apply that was cut off after the call finds
 * its own user here: one that equals the declaration in all that CreateUser sets. Any other is refused.
 * The user may be so new that it is not found yet.
 */
async function adopt(
  connect: Gateway,
  desired: UserState,
  conflict: Failure,
  context: Context,
): Promise<Account | { readonly failed: readonly Diagnostic[] }> {
  const ref = userRef(desired, '');
  const existing = await readSettled(() => connect.users.findByUsername(ref.instanceId, desired.name, ref.region), justCreated(context), context);
  if (!existing.ok || !existing.value) return { failed: [callFailed(action(desired), existing.ok ? conflict : existing.failure, ['name'])] };
  const user = existing.value;
  const differing = differencesFromNew(user, desired, context.settings);
  if (differing.length > 0 || context.memory.newUsers.has(user.id)) return { failed: [userExists(user, ref.instanceId, differing)] };

  const account = { id: user.id, arn: user.arn, known: asOf(user.lastModified), diagnostics: conflict.ambiguous ? [] : [userAdopted(user)] };
  if (desired.proficiency.length === 0) return account;
  const held = await connect.users.listProficiencies(userRef(desired, user.id));
  if (!held.ok) return { failed: [callFailed(`reading the proficiencies of the user "${desired.name}"`, held.failure)] };
  return { ...account, observed: { user, proficiencies: held.value } };
}

const action = ({ name }: UserState): string => `creating the user "${name}"`;
