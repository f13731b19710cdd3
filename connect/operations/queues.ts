import {
  AssociateQueueQuickConnectsCommand,
  DisassociateQueueQuickConnectsCommand,
  ListQueueQuickConnectsCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { eachOnce, listAll, listing } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { Id, Queue, Queues } from '../gateway';
import { structure, text } from '../shapes/members';
import { inBatches, nothing, orAbsent, twice } from './answers';
import { standardQueues } from './catalogue';

/** A queue with the ids of the quick connects that it offers. */
interface OfferingQueue extends Queue {
  readonly quickConnectIds: ReadonlySet<string>;
}

const offered = listing(ListQueueQuickConnectsCommand, 100, 'QuickConnectSummaryList', (summary, member) =>
  text(structure(summary, member).Id, `${member}.Id`),
);

/** The API cannot be asked which queues offer a quick connect: every queue is looked through, once. */
export function queuesOf(clock: Clock): (caller: Caller) => Queues {
  const lookedThrough = new SharedReads<readonly OfferingQueue[]>(offered.operation, clock);
  return (caller) => ({
    async offering(instanceId, quickConnectIds, region = caller.region, options = {}) {
      const key = { region, id: instanceId };
      const queues = await lookedThrough.get(key, caller, () => lookThrough(caller, instanceId, region), options);
      if (!queues.ok) return queues;
      return succeeded(
        queues.value
          .map((queue) => ({ ...queue, quickConnectIds: quickConnectIds.filter((id) => queue.quickConnectIds.has(id)) }))
          .filter((queue) => queue.quickConnectIds.length > 0),
      );
    },

    addQuickConnect: ({ instanceId, quickConnectId, region }, queueId) =>
      caller.call(
        AssociateQueueQuickConnectsCommand,
        region,
        { InstanceId: instanceId, QueueId: queueId, QuickConnectIds: [quickConnectId] },
        nothing,
      ),

    removeQuickConnects: (instanceId, queueId, quickConnectIds, region) =>
      inBatches(quickConnectIds, undefined, (batch) => {
        const input = { InstanceId: instanceId, QueueId: queueId, QuickConnectIds: batch };
        return caller.call(DisassociateQueueQuickConnectsCommand, region, input, nothing);
      }),
  });
}

async function lookThrough(caller: Caller, instanceId: Id, region: string): Promise<Outcome<readonly OfferingQueue[]>> {
  const queues = eachOnce(await listAll(caller, standardQueues, region, { InstanceId: instanceId }), ({ id }) => id);
  if (!queues.ok) return queues;
  const offering: OfferingQueue[] = [];
  for (const { id, name = '' } of queues.value) {
    const ids = await twice(() => orAbsent(listAll(caller, offered, region, { InstanceId: instanceId, QueueId: id })));
    if (!ids.ok) return ids;
    // A queue that was deleted since offers nothing.
    if (ids.value) offering.push({ id, name, quickConnectIds: new Set(ids.value) });
  }
  return succeeded(offering);
}
