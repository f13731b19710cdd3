import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Expectation, Gateway, Proficiency, User, UserRef } from '../../connect/gateway';
import type { Context, Observation, ObserveRequest } from '../contract/resource';
import type { Settings } from '../contract/settings';
import type { PrivateData } from '../contract/value';
import { cannotRead } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { readOneByOne } from '../failures/one-by-one';
import { equalStates } from '../values/equality';
import { declaredPlace } from '../values/place';
import { present } from '../values/present';
import { endOfWindow, isJustCreated, readNew, withoutCreation } from '../waiting/read-new';
import { retry } from '../waiting/retry';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import { type ObservedUser, proficiencyChanges } from './fields/changes';
import { danglingQuickConnects } from './removal/dependants';
import { leftBehind, named, nobodyToImport } from './diagnostics';
import { refreshed } from './fields/from-connect';
import { asOf, goneLeaving, isMoved, knownAsOf, movedMark, whileRecent, writtenAt } from './private-data';
import { schema, type UserState } from './schema';
import { hiddenIdentity, proficiencies, userRef } from './fields/to-connect';

/** The AWS provider writes the Region of a user even where nobody declared it: that of the provider needs no word. */
const inRegionOf = ({ region }: Gateway, state: UserState, known: PrivateData): UserState =>
  isMoved(known) && state.region === region ? { ...state, region: null } : state;

export async function observe(request: ObserveRequest<UserState>, context: Context): Promise<Observation<UserState>> {
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  if (request.imported && request.state.user_id === null) return observeByName(request, connect, context);
  const { state, private: known, imported } = request;
  const ref = userRef(state, state.user_id ?? '');
  const look = (known: PrivateData): Promise<Outcome<ObservedUser | 'unchanged' | undefined>> => {
    const looked = { connect, context, ref, held: proficiencies(state), known };
    return imported ? lookAtUser(looked, true) : observeUser(looked, expectationOf(state, known, context.settings));
  };
  const first = await readNew(() => look(known), known, context);
  // The plan would make a user anew that is gone, so it is not for one answer to say that: a list of all users that does not show it is another.
  const isDoubtful = first.ok && first.value === undefined && !connect.users.isUnlisted(ref);
  const observed = isDoubtful ? await look(withoutCreation(known)) : first;
  if (!observed.ok) return { state, diagnostics: [cannotRead(`reading the user ${named(state)}`, observed.failure, ref.instanceId)] };
  if (observed.value === 'unchanged') return { state: inRegionOf(connect, state, known), private: withoutCreation(known) };
  if (observed.value) {
    return {
      state: inRegionOf(connect, refreshed(observed.value, state, imported, context.settings), known),
      private: { ...asOf(observed.value.user.lastModified), ...whileRecent(known, context), ...movedMark(known) },
      ...readOneByOne('users', connect.users.deniedList(ref.instanceId, ref.region), ref.instanceId),
    };
  }
  const missing = await instanceMissing(connect, ref);
  if (missing) return { state, diagnostics: [missing] };
  if (imported || state.quick_connects_on_delete === 'retain') return {};

  const left = await danglingQuickConnects(connect, state, known);
  if (!left.ok) {
    const action = `looking for the quick connects of the deleted user ${named(state)}`;
    return { state, diagnostics: [cannotRead(action, left.failure, ref.instanceId)] };
  }
  if (left.value.length === 0) return {};
  return { state, private: goneLeaving(left.value), diagnostics: [leftBehind(named(state), left.value)] };
}

/** An import that names the user: whose name it is, is asked first. */
async function observeByName(request: ObserveRequest<UserState>, connect: Gateway, context: Context): Promise<Observation<UserState>> {
  const { state } = request;
  const { instanceId, region } = declaredPlace(state);
  const holder = await connect.users.holderOf(instanceId, state.name, region);
  if (!holder.ok) return { state, diagnostics: [cannotRead(`looking for the user "${state.name}"`, holder.failure, instanceId)] };
  if (!holder.value) return { state, diagnostics: [nobodyToImport(state.name, instanceId)] };
  return observe({ ...request, state: { ...state, user_id: holder.value.id } }, context);
}

/** Which user, and what the state knows of it. */
export interface Looked {
  readonly connect: Gateway;
  readonly context: Context;
  readonly ref: UserRef;
  /** The proficiencies of the state. */
  readonly held: readonly Proficiency[];
  readonly known: PrivateData;
}

/** The user by DescribeUser, with ListUserProficiencies where they matter. */
export async function lookAtUser(looked: Looked, withProficiencies: boolean): Promise<Outcome<ObservedUser | undefined>> {
  const found = await looked.connect.users.find(looked.ref);
  return found.ok ? complete(looked, withProficiencies, found.value) : found;
}

/**
 * The same, unless lists that all readers share confirm that the user is as expected. They show no
 * proficiencies, and whether a change of those counts as one of the user is not documented: where they
 * are declared, they are looked at.
 */
async function observeUser(looked: Looked, expected: Expectation): Promise<Outcome<ObservedUser | 'unchanged' | undefined>> {
  const { connect, ref, held } = looked;
  const withProficiencies = held.length > 0;
  const observed = await connect.users.observe(ref, expected);
  if (!observed.ok) return observed;
  if (observed.value !== 'unchanged') return complete(looked, withProficiencies, observed.value);
  if (!withProficiencies) return succeeded('unchanged');
  const listed = await readProficiencies(looked);
  if (!listed.ok && listed.failure.kind !== 'not-found') return listed;
  const same = listed.ok && proficiencyChanges(listed.value, held, listed.value).length === 0;
  return same ? succeeded('unchanged') : lookAtUser(looked, withProficiencies);
}

async function complete(looked: Looked, withProficiencies: boolean, user: User | undefined): Promise<Outcome<ObservedUser | undefined>> {
  if (!user) return succeeded(undefined);
  if (!withProficiencies) return succeeded({ user });
  const listed = await readProficiencies(looked);
  if (listed.ok) return succeeded({ user, proficiencies: listed.value });
  if (listed.failure.kind !== 'not-found') return failed(listed.failure);
  // Deleted since, or not known everywhere yet: then it is looked for again.
  const again = await looked.connect.users.find(looked.ref);
  if (!again.ok || !again.value) return again.ok ? succeeded(undefined) : again;
  const relisted = await readProficiencies(looked);
  if (relisted.ok) return succeeded({ user: again.value, proficiencies: relisted.value });
  return relisted.failure.kind === 'not-found' && isJustCreated(looked.known) ? succeeded(undefined) : relisted;
}

/**
 * What a state lets expect of its user, so that a list shared by all users can confirm it. SearchUsers
 * shows no e-mails and no mobile number: where those are declared, the user must not have been modified
 * since they were last known. Proficiencies are not its business: they are read for each user.
 */
export function expectationOf(state: UserState, known: PrivateData, settings: Settings): Expectation {
  const hidden = hiddenIdentity(state);
  return {
    agrees: (shown: User): boolean => {
      // Nothing changes a directory user id: one that the list leaves out is there.
      const directory = present({ directoryUserId: shown.directoryUserId ?? state.directory_user_id });
      const user = { ...shown, ...directory, identity: { ...hidden, ...shown.identity } };
      return equalStates(schema, refreshed({ user, proficiencies: proficiencies(state) }, state, false, settings), state);
    },
    ...(Object.keys(hidden).length > 0 && { since: knownAsOf(known) }),
  };
}

/**
 * ListUserProficiencies, which lags behind: for a while after a write of ours, a list that neither agrees with what was
 * held nor tells of a later change is older than that write, and is read again.
 */
export function readProficiencies({ connect, ref, held, known, context }: Looked): Promise<Outcome<readonly Proficiency[]>> {
  const written = writtenAt(known);
  const terms = { deadline: endOfWindow(written, context), fields: { userId: ref.userId } };
  return retry<Outcome<readonly Proficiency[]>>(context, terms, async () => {
    const listed = await connect.users.listProficiencies(ref);
    if (!listed.ok) return { done: listed };
    const { proficiencies, lastModified = 0 } = listed.value;
    const believed = written === undefined || lastModified > written || proficiencyChanges(proficiencies, held, proficiencies).length === 0;
    return believed
      ? { done: succeeded(proficiencies) }
      : { again: 'the list of proficiencies is older than the last change', otherwise: succeeded(proficiencies) };
  });
}
