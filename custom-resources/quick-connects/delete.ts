import { type Failure, failed, type Outcome } from '../../connect/failure';
import type { Gateway, QuickConnectRef } from '../../connect/gateway';
import { isInTheWay } from '../failures/in-the-way';

/**
 * What DeleteQuickConnect does while queues offer the quick connect is not documented, nor with which code it refuses if it does: the queues that offer
 * it then stop. Where none does, the refusal is about something else.
 */
export async function deleteQuickConnect(
  connect: Gateway,
  { instanceId, quickConnectId, region }: QuickConnectRef,
): Promise<Outcome<void>> {
  let outcome = await connect.quickConnects.delete(instanceId, quickConnectId, region);
  for (const fresh of [false, true]) {
    if (outcome.ok || !isInTheWay(outcome.failure)) return outcome;
    const queues = await connect.queues.offering(instanceId, [quickConnectId], region, { fresh });
    // That something of this look is missing does not mean that the quick connect is.
    if (!queues.ok) return queues.failure.kind === 'not-found' ? outcome : failed(withReason(queues.failure, outcome.failure));
    for (const queue of queues.value) {
      const removed = await connect.queues.removeQuickConnects(instanceId, queue.id, queue.quickConnectIds, region);
      if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
    }
    if (queues.value.length > 0) outcome = await connect.quickConnects.delete(instanceId, quickConnectId, region);
  }
  return outcome;
}

/** A look that failed, with what it was about: the refusal may have nothing to do with queues. */
const withReason = (failure: Failure, refusal: Failure): Failure =>
  failure.kind === 'cancelled'
    ? failure
    : {
        ...failure,
        message: `${failure.message} (It was asked because ${refusal.operation} answered ${refusal.code}: ${refusal.message})`,
      };
