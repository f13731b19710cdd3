import { goingFrom, QUICK_CONNECTS } from '../checking/headroom';
import type { ManagedResource, Reconciliation, Removal } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { ending } from '../guarding/ending';
import { settled } from '../planning/plan-attributes';
import { deleteQuickConnect } from '../quick-connects/delete';
import { declaredPlace } from '../values/place';
import { timed } from '../waiting/timeouts';
import { checkQuickConnect } from './check';
import { refOf, targetOf } from './connect-shape';
import { createQuickConnect } from './create';
import { identify, identity, importState, moveQuickConnect } from './identify';
import { observeQuickConnect } from './observe';
import { operations } from './operations';
import { planQuickConnect } from './plan';
import { type QuickConnectState, schema, TIMEOUTS } from './schema';
import { updateQuickConnect } from './update';
import { validate } from './validate';

/** What agents transfer contacts to: an agent, a queue or a phone number. */
export const quickConnect: ManagedResource<QuickConnectState> = {
  type: 'connect_quick_connect',
  schema,
  operations,
  identify,
  identity,
  validate,
  plan: planQuickConnect,

  /** Forbids nothing: it counts what makes room for others. */
  guard(request, { ledger }) {
    const { state } = ending(request) ?? {};
    if (state) ledger.count(goingFrom(QUICK_CONNECTS, declaredPlace(state).instanceId), [state.quick_connect_id ?? state.name]);
    return Promise.resolve([]);
  },

  check: checkQuickConnect,
  observe: observeQuickConnect,

  async reconcile({ prior, planned, config }, context): Promise<Reconciliation<QuickConnectState>> {
    const desired = settled<QuickConnectState>(planned);
    const target = targetOf(desired);
    if (!target) throw new Error('a quick connect without a target was planned');
    const work = timed(context, prior ? 'update' : 'create', config.timeouts, TIMEOUTS);
    return prior ? updateQuickConnect(work, prior, desired, target) : createQuickConnect(work, desired, target);
  },

  async remove({ state }, context): Promise<Removal<QuickConnectState>> {
    const { connect } = timed(context, 'delete', state.timeouts, TIMEOUTS);
    const ref = refOf(state, state.quick_connect_id ?? '');
    const deleted = await deleteQuickConnect(connect, ref);
    if (deleted.ok) return {};
    if (deleted.failure.kind !== 'not-found')
      return { diagnostics: [callFailed(`deleting the quick connect "${state.name}" (${ref.quickConnectId})`, deleted.failure)] };
    const missing = await instanceMissing(connect, ref);
    return missing ? { diagnostics: [missing] } : {};
  },

  importState,
  moveState: moveQuickConnect,
};
