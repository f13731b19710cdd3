import type { Outcome } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { QuickConnectRef } from '../../connect/model';

/** What DeleteQuickConnect does while queues offer the quick connect is not documented: if it refuses, they stop offering it. */
export async function deleteQuickConnect(
  connect: Gateway,
  { instanceId, quickConnectId, region }: QuickConnectRef,
): Promise<Outcome<void>> {
  let outcome = await connect.quickConnects.delete(instanceId, quickConnectId, region);
  for (const fresh of [false, true]) {
    if (outcome.ok || outcome.failure.kind !== 'in-use') return outcome;
    const queues = await connect.queues.offering(instanceId, [quickConnectId], region, { fresh });
    // That something of this look is missing does not mean that the quick connect is.
    if (!queues.ok) return queues.failure.kind === 'not-found' ? outcome : queues;
    for (const queue of queues.value) {
      const removed = await connect.queues.removeQuickConnects(instanceId, queue.id, queue.quickConnectIds, region);
      if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
    }
    if (queues.value.length > 0) outcome = await connect.quickConnects.delete(instanceId, quickConnectId, region);
  }
  return outcome;
}
