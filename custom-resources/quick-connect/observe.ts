import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway, QuickConnectSettings } from '../../connect/gateway';
import type { Context, Observation, ObserveRequest } from '../contract/resource';
import { cannotRead } from '../failures/diagnostics';
import { gone } from '../failures/gone';
import { readOneByOne } from '../failures/one-by-one';
import { equalStates } from '../values/equality';
import { readNew } from '../waiting/read-new';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import { refOf, refreshed, spelledQueues } from './connect-shape';
import { notManageable } from './diagnostics';
import { type QuickConnectState, schema } from './schema';

export async function observeQuickConnect(
  { state, private: known, imported }: ObserveRequest<QuickConnectState>,
  context: Context,
): Promise<Observation<QuickConnectState>> {
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  const ref = refOf(state, state.quick_connect_id ?? '');
  const agrees = (shown: QuickConnectSettings): boolean => equalStates(schema, refreshed(shown, undefined, state, context.settings), state);
  const read = await readNew(
    () => (imported ? connect.quickConnects.find(ref) : connect.quickConnects.observe(ref, agrees)),
    known,
    context,
  );
  const action = `reading the quick connect ${ref.quickConnectId}`;
  if (!read.ok) return { state, diagnostics: [cannotRead(action, read.failure, ref.instanceId)] };
  if (read.value === undefined) return gone(connect, state, ref.region);
  const queues = await queuesOf(connect, state, imported);
  if (!queues.ok) return { state, diagnostics: [cannotRead(action, queues.failure, ref.instanceId)] };
  const shown = read.value;
  if (shown !== 'unchanged' && imported && !shown.target) return { state, diagnostics: [notManageable(shown)] };
  const seen =
    shown === 'unchanged'
      ? { ...state, queue_ids: queues.value ? spelledQueues(queues.value, state) : state.queue_ids }
      : refreshed(shown, queues.value, state, context.settings);
  const slowly = readOneByOne('quick connects', connect.quickConnects.deniedList(ref.instanceId, ref.region), ref.instanceId);
  return { state: equalStates(schema, seen, state) ? state : seen, private: {}, ...slowly };
}

/** The ids of the queues that offer it, spelled as in the state; nothing where others say which. */
async function queuesOf(connect: Gateway, state: QuickConnectState, imported: boolean): Promise<Outcome<readonly string[] | undefined>> {
  if (state.queue_ids === null && !imported) return succeeded(undefined);
  const { instanceId, quickConnectId, region } = refOf(state, state.quick_connect_id ?? '');
  const offering = await connect.queues.offering(instanceId, [quickConnectId], region);
  if (!offering.ok) return failed(offering.failure);
  const ids = offering.value.map(({ id }) => id);
  return succeeded(imported && ids.length === 0 ? undefined : ids);
}
