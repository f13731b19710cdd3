import {
  AssociateQueueQuickConnectsCommand,
  DisassociateQueueQuickConnectsCommand,
  ListQueueQuickConnectsCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages, eachOnce } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { Queues } from '../gateway';
import type { Id, Queue } from '../model';
import { list, optionalText, structure, text } from '../shapes/members';
import { nothing } from './answers';
import { standardQueues } from './catalogue-pages';

/** The largest pages of the API, and the most that one call disassociates. */
const QUICK_CONNECTS_PAGE = 100;
const BATCH = 50;

/** A queue with the ids of the quick connects that it offers. */
interface OfferingQueue extends Queue {
  readonly quickConnectIds: ReadonlySet<string>;
}

/** The API cannot be asked which queues offer a quick connect: every queue is looked through, once. */
export type QueueMemory = SharedReads<readonly OfferingQueue[]>;

export const queueMemoryOf = (clock: Clock): QueueMemory => new SharedReads('ListQueueQuickConnects', clock);

export const queuesOf = (caller: Caller, memory: QueueMemory): Queues => ({
  async offering(instanceId, quickConnectIds, region = caller.region, options = {}) {
    const queues = await memory.get({ region, id: instanceId }, caller.scope, () => lookThrough(caller, instanceId, region), options);
    if (!queues.ok) return queues;
    return succeeded(
      queues.value
        .map((queue) => ({ ...queue, quickConnectIds: quickConnectIds.filter((id) => queue.quickConnectIds.has(id)) }))
        .filter((queue) => queue.quickConnectIds.length > 0),
    );
  },

  addQuickConnect: ({ instanceId, quickConnectId, region }, queueId) =>
    caller.call({
      operation: 'AssociateQueueQuickConnects',
      region,
      command: () =>
        new AssociateQueueQuickConnectsCommand({ InstanceId: instanceId, QueueId: queueId, QuickConnectIds: [quickConnectId] }),
      read: nothing,
    }),

  async removeQuickConnects(instanceId, queueId, quickConnectIds, region) {
    for (let start = 0; start < quickConnectIds.length; start += BATCH) {
      const outcome = await caller.call({
        operation: 'DisassociateQueueQuickConnects',
        region,
        command: () =>
          new DisassociateQueueQuickConnectsCommand({
            InstanceId: instanceId,
            QueueId: queueId,
            QuickConnectIds: quickConnectIds.slice(start, start + BATCH),
          }),
        read: nothing,
      });
      if (!outcome.ok) return outcome;
    }
    return succeeded(undefined);
  },
});

async function lookThrough(caller: Caller, instanceId: Id, region: string): Promise<Outcome<readonly OfferingQueue[]>> {
  const listed = await allPages({ operation: 'ListQueues', region }, (nextToken) =>
    standardQueues.page(caller, instanceId, region, nextToken),
  );
  const queues = eachOnce(listed, ({ id }) => id);
  if (!queues.ok) return queues;
  const offering: OfferingQueue[] = [];
  for (const queue of queues.value) {
    let offered = await quickConnectsIn(caller, instanceId, queue.id, region);
    if (!offered.ok && offered.failure.kind === 'not-found') offered = await quickConnectsIn(caller, instanceId, queue.id, region);
    // A queue that was deleted since offers nothing. One denial is not believed.
    if (!offered.ok && offered.failure.kind === 'not-found') continue;
    if (!offered.ok) return offered;
    offering.push({ id: queue.id, name: queue.name ?? '', quickConnectIds: new Set(offered.value) });
  }
  return succeeded(offering);
}

const quickConnectsIn = (caller: Caller, instanceId: Id, queueId: Id, region: string): Promise<Outcome<readonly string[]>> =>
  allPages({ operation: 'ListQueueQuickConnects', region }, (nextToken) =>
    caller.call({
      operation: 'ListQueueQuickConnects',
      region,
      command: () =>
        new ListQueueQuickConnectsCommand({
          InstanceId: instanceId,
          QueueId: queueId,
          MaxResults: QUICK_CONNECTS_PAGE,
          NextToken: nextToken,
        }),
      read: (output) => ({
        items: list(output.QuickConnectSummaryList, 'QuickConnectSummaryList', (summary, member) =>
          text(structure(summary, member).Id, `${member}.Id`),
        ),
        nextToken: optionalText(output.NextToken, 'NextToken'),
      }),
    }),
  );
