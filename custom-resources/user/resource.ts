import { hasErrors } from '../contract/diagnostic';
import type { ManagedResource } from '../contract/resource';
import { settled } from '../planning/plan-attributes';
import { timed } from '../waiting/timeouts';
import { checkUser } from './checks/check';
import { createUser } from './create';
import { keptForSuccessor } from './diagnostics';
import { importState, moveUser } from './import';
import { observe } from './observe';
import { operations } from './operations';
import { planUser } from './plan';
import { removeUser } from './remove';
import { schema, TIMEOUTS, type UserState } from './schema';
import { updateUser } from './update';
import { validate } from './validate';

/** An agent's account. */
export const user: ManagedResource<UserState> = {
  type: 'connect_user',
  schema,
  operations,
  validate,
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
    if (state.user_id !== null && context.memory.newUsers.has(state.user_id))
      return { diagnostics: [keptForSuccessor(state.name, state.user_id)] };
    const { connect, deadline } = timed(context, state.timeouts?.delete, TIMEOUTS.delete);
    const { leavingUsers } = context.memory;
    // Noted at once: whoever finds the name taken from now on waits, and whoever adopted the user before keeps it.
    leavingUsers.set(state.user_id ?? '', 'under way');
    const removal = await removeUser(connect, state, known, context, deadline);
    leavingUsers.set(state.user_id ?? '', hasErrors(removal.diagnostics ?? []) ? 'failed' : 'gone');
    return removal;
  },

  importState,
  moveState: moveUser,
};
