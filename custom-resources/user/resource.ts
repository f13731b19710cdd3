import type { ManagedResource } from '../contract/resource';
import { settled } from '../planning/plan-attributes';
import { timed } from '../waiting/timeouts';
import { checkUser } from './checks/check';
import { createUser } from './create';
import { guardUser } from './removal/guard';
import { identify, identity, importState, moveUser } from './identify';
import { observe } from './observe';
import { operations } from './operations';
import { planUser } from './plan';
import { removeUser } from './removal/remove';
import { schema, TIMEOUTS, type UserState } from './schema';
import { takingOver } from './succession/take-over';
import { updateUser } from './update';
import { validate } from './validate';

/** An agent's account. */
export const user: ManagedResource<UserState> = {
  type: 'connect_user',
  schema,
  operations,
  identify,
  identity,
  validate,
  plan: planUser,
  guard: guardUser,
  check: checkUser,
  observe,

  async reconcile({ prior, planned, config, private: known }, context) {
    const desired = settled(planned);
    const work = timed(context, prior ? 'update' : 'create', config.timeouts, TIMEOUTS);
    if (prior) return updateUser(work, prior, desired, known);
    return takingOver(work, desired, (answered) => createUser(work, desired, config.password_wo ?? config.password, answered));
  },

  async remove({ state, private: known, handedOn, displaced = false }, context) {
    return removeUser(timed(context, 'delete', state.timeouts, TIMEOUTS), state, known, { handedOn, displaced });
  },

  importState,
  moveState: moveUser,
};
