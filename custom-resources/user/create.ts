import { failed, type Failure, stopped } from '../../connect/failure';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context, Reconciliation } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import { theUser } from '../membership/ids';
import { idWithin } from '../values/identifiers';
import { declaredPlace } from '../values/place';
import { justCreated } from '../waiting/read-new';
import { retry, SECOND_ATTEMPT_MS } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import { differencesFromNew, type ObservedUser, proficiencyChanges } from './fields/changes';
import { keptAsTainted, userAdopted, userExists, userLeaving } from './diagnostics';
import { execute } from './execute';
import { asOf, asOfWrite, proficienciesWritten } from './private-data';
import type { UserState } from './schema';
import { newUser, proficiencies, userRef } from './fields/to-connect';

export type Creation = Reconciliation<UserState> & {
  /** The account was there before, and is not ours to taint: Terraform would delete it. The next apply can adopt it again. */
  readonly adopted?: boolean;
};

/**
 * CreateUser, and the calls for what CreateUser does not take. Once the account exists, it is never lost.
 * @param answered is told that the service has taken or refused the first CreateUser
 */
export async function createUser(
  work: Work,
  desired: UserState,
  password: string | null,
  answered: () => void = () => undefined,
): Promise<Creation> {
  const { context } = work;
  const account = await ensureAccount(work, desired, password, answered);
  if ('failed' in account) return { diagnostics: account.failed };

  const state: UserState = { ...desired, id: idWithin(desired.instance_id, account.id), user_id: account.id, arn: account.arn };
  const user = { ...userRef(desired, account.id), arn: account.arn };
  let known = account.known;
  for (const operation of proficiencyChanges(account.observed?.proficiencies ?? [], proficiencies(desired), [])) {
    const outcome = await execute(work, user, operation);
    if (outcome.ok) {
      known = { ...asOfWrite(outcome.value.at), ...proficienciesWritten(outcome.value.at) };
      continue;
    }
    const problem = callFailed(`setting the proficiencies of the user "${desired.name}" (${account.id})`, outcome.failure, ['proficiency']);
    if (account.adopted) {
      context.ledger.unmade(theUser(account.id));
      return { diagnostics: [problem] };
    }
    return {
      state: { ...state, proficiency: [] },
      private: justCreated(context),
      diagnostics: [...account.diagnostics, keptAsTainted(problem)],
    };
  }
  const { adopted, diagnostics } = account;
  return { state, private: { ...known, ...justCreated(context) }, adopted, diagnostics };
}

interface Account {
  readonly id: string;
  readonly arn: string;
  /** All that is declared is known up to here, the service's time. */
  readonly known: PrivateData;
  readonly adopted: boolean;
  /** Of a user that is adopted, where proficiencies are declared. */
  readonly observed?: ObservedUser;
  readonly diagnostics: readonly Diagnostic[];
}

interface Refused {
  readonly failed: readonly Diagnostic[];
}

const UNSEEN = 'the user name is taken by a user who is not found yet';
const LEAVING = 'the user name is taken by a user whom this apply removes';

type Result = Account | Refused;

/**
 * CreateUser; or the user that holds the name, where it is what an apply left that was cut off after the call. A
 * user that this apply is removing is waited for; so is one that is too new to be found.
 */
function ensureAccount(work: Work, desired: UserState, password: string | null, answered: () => void): Promise<Result> {
  const { connect, context, deadline } = work;
  /** Whether a try whose answer was lost may have made the user. */
  let ambiguous = false;
  /** The conflict with a user who most likely is our own, and only too new to be found: it is looked for, not made again. */
  let withOwn: Failure | undefined;
  return retry<Result>(context, { deadline }, async () => {
    const created = withOwn ? failed(withOwn) : await connect.users.create(newUser(desired, password));
    answered();
    if (created.ok)
      return { done: kept({ ...created.value, known: asOfWrite(created.value.at), adopted: false, diagnostics: [] }, context) };
    const { failure } = created;
    if (failure.kind !== 'conflict') return { done: { failed: [callFailed(action(desired), failure)] } };
    ambiguous ||= failure.ambiguous === true;
    const holder = await holderOf(work, desired, { ...failure, ambiguous });
    withOwn = ambiguous && holder === UNSEEN ? failure : undefined;
    if (typeof holder !== 'string') return { done: holder };
    const refused = (why: Failure): Refused => ({ failed: [callFailed(action(desired), why, ['name'])] });
    // One who is not found may be gone by now: the name is tried at least twice.
    const withinMs = holder === UNSEEN ? Math.max(context.settings.consistencyWindowMs, SECOND_ATTEMPT_MS) : Infinity;
    return { again: holder, otherwise: refused(failure), stopped: refused(stopped(holder, failure.region)), withinMs };
  });
}

/**
 * Who holds the name. CreateUser has no client token, so an apply that was cut off after the call finds its own
 * user here: one that equals the declaration in all that CreateUser sets. Any other is refused.
 */
async function holderOf(
  { connect, context }: Work,
  desired: UserState,
  conflict: Failure,
): Promise<Result | typeof UNSEEN | typeof LEAVING> {
  const { instanceId, region } = declaredPlace(desired);
  const existing = await connect.users.findByUsername(instanceId, desired.name, region);
  if (!existing.ok) return { failed: [callFailed(action(desired), existing.failure, ['name'])] };
  if (!existing.value) return UNSEEN;
  const user = existing.value;
  const { ledger } = context;
  const going = (): Refused | typeof LEAVING | undefined => {
    const removal = ledger.removal(theUser(user.id));
    if (removal === 'failed') return { failed: [userLeaving(user)] };
    return removal === undefined ? undefined : LEAVING;
  };
  const gone = going();
  if (gone) return gone;

  const held = desired.proficiency.length > 0 ? await connect.users.listProficiencies(userRef(desired, user.id)) : undefined;
  if (held?.ok === false) return { failed: [callFailed(`reading the proficiencies of the user "${desired.name}"`, held.failure)] };
  const differing = differencesFromNew(user, desired, context.settings);
  const foreign = context.settings.adoptExisting === 'never' && !conflict.ambiguous;
  if (differing.length > 0 || foreign || ledger.wasMade(theUser(user.id))) return { failed: [userExists(user, instanceId, differing)] };
  const account: Account = {
    id: user.id,
    arn: user.arn,
    known: asOf(user.lastModified),
    // With "never", only one whose creation this process lost sight of gets here.
    adopted: context.settings.adoptExisting !== 'never',
    diagnostics: conflict.ambiguous ? [] : [userAdopted(user)],
    ...(held && { observed: { user, proficiencies: held.value.proficiencies } }),
  };
  // Looked at again in the same step as it is kept: its removal may have begun meanwhile.
  return going() ?? kept(account, context);
}

/** From here on this process does not remove the user any more. */
function kept(account: Account, context: Context): Account {
  context.ledger.made(theUser(account.id));
  return account;
}

const action = ({ name }: UserState): string => `creating the user "${name}"`;
