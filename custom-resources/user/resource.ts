import type { Outcome } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import { hasErrors } from '../contract/diagnostic';
import type { Context, ManagedResource, Observation, ObserveRequest } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { readNew, withoutCreation } from '../waiting/read-new';
import { READ_TIMEOUT_MS, timed } from '../waiting/timeouts';
import type { ObservedUser } from './changes';
import { checkUser } from './check';
import { createUser } from './create';
import { keptForSuccessor, leftBehind } from './diagnostics';
import { asOf, expectationOf } from './expectation';
import { refreshed } from './from-connect';
import { importUser, moveUser } from './import';
import { goneLeaving, danglingQuickConnects } from './dependants';
import { note } from './managed';
import { isMoved, movedMark } from './moved';
import { planUser, settled } from './plan';
import { whileRecent } from './proficiencies';
import { removeUser } from './remove';
import { schema, TIMEOUTS, type UserState } from './schema';
import { proficiencies, userRef } from './to-connect';
import { updateUser } from './update';
import { lookAtUser, observeUser } from './look-at-user';
import { validateUser } from './validate';

/** An agent's account. */
export const user: ManagedResource<UserState> = {
  type: 'connect_user',
  schema,
  validate: validateUser,
  plan: planUser,
  check: checkUser,
  observe,

  async reconcile({ prior, planned, config, private: known }, context) {
    const desired = settled(planned);
    const operation = prior ? 'update' : 'create';
    const { connect, deadline } = timed(context, config.timeouts?.[operation], TIMEOUTS[operation]);
    return prior
      ? updateUser(connect, prior, desired, known, context, deadline)
      : createUser(connect, desired, config.password_wo ?? config.password, context, deadline);
  },

  async remove({ state, private: known }, context) {
    if (state.user_id !== null && context.memory.newUsers.has(state.user_id)) return { diagnostics: [keptForSuccessor(state.name, state.user_id)] };
    const { connect, deadline } = timed(context, state.timeouts?.delete, TIMEOUTS.delete);
    const { leavingUsers } = context.memory;
    // Noted at once: whoever finds the name taken from now on waits, and whoever adopted the user before keeps it.
    leavingUsers.set(state.user_id ?? '', 'under way');
    const removal = await removeUser(connect, state, known, context, deadline);
    leavingUsers.set(state.user_id ?? '', hasErrors(removal.diagnostics ?? []) ? 'failed' : 'gone');
    return removal;
  },

  importState: importUser,
  moveState: moveUser,
};

/** The AWS provider writes the Region of a user even where nobody declared it: that of the provider needs no word. */
const inRegionOf = ({ region }: Gateway, state: UserState, known: PrivateData): UserState =>
  isMoved(known) && state.region === region ? { ...state, region: null } : state;

async function observe({ state, private: known, imported }: ObserveRequest<UserState>, context: Context): Promise<Observation<UserState>> {
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  const ref = userRef(state, state.user_id ?? '');
  const look = (privateData: PrivateData): Promise<Outcome<ObservedUser | 'unchanged' | undefined>> => {
    const looked = { ref, held: proficiencies(state), known: privateData };
    return imported ? lookAtUser(connect, looked, true, context) : observeUser(connect, looked, expectationOf(state, privateData, context.settings), context);
  };
  const first = await readNew(() => look(known), known, context);
  // The plan would make a user anew that is gone, so it is not for one answer to say that.
  const observed = first.ok && first.value === undefined ? await look(withoutCreation(known)) : first;
  if (!observed.ok) return { state, diagnostics: [callFailed(`reading the user ${ref.userId}`, observed.failure)] };
  if (observed.value) note(context.memory, state, known);
  if (observed.value === 'unchanged') return { state: inRegionOf(connect, state, known), private: withoutCreation(known) };
  if (observed.value) {
    return {
      state: inRegionOf(connect, refreshed(observed.value, state, imported, context.settings), known),
      private: { ...asOf(observed.value.user.lastModified), ...whileRecent(known, context), ...movedMark(known) },
    };
  }
  const missing = await instanceMissing(connect, ref.instanceId, ref.region ?? connect.region);
  if (missing) return { state, diagnostics: [missing] };
  if (imported || state.quick_connects_on_delete === 'retain') return {};

  const left = await danglingQuickConnects(connect, ref, known);
  if (!left.ok) return { state, diagnostics: [callFailed(`looking for the quick connects of the deleted user ${ref.userId}`, left.failure)] };
  if (left.value.length === 0) return {};
  return { state, private: goneLeaving(left.value), diagnostics: [leftBehind(ref.userId, left.value)] };
}
