import type { Instance } from '../state/instance';
import type { Queue, QueueSettings } from '../state/setup';
import type { Tags } from '../state/things';
import { limitExceeded, notFound } from '../wire/service-error';
import { operation, readToken, writeToken, type Call, type Operation } from './call';
import { checkExists, create } from './kind';
import { HOURS_OF_OPERATION, QUEUE } from './kinds';
import { pageByKey } from './pages';
import { findQuickConnect, quickConnectSummary } from './quick-connects';

interface CreateInput extends Omit<QueueSettings, 'Status'> {
  readonly InstanceId: string;
  readonly Name: string;
  readonly QuickConnectIds?: readonly string[];
  readonly Tags?: Tags;
}

interface ListInput {
  readonly InstanceId: string;
  readonly QueueTypes?: readonly string[];
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

interface QueueInput {
  readonly InstanceId: string;
  readonly QueueId: string;
}

interface LinkInput extends QueueInput {
  readonly QuickConnectIds: readonly string[];
}

function findQueue(instance: Instance, call: Call, id: string): Queue {
  const queue = instance.queues.current(id, call.view);
  if (!queue) throw notFound(`Queue ${id}`);
  return queue;
}

export const queues: Readonly<Record<string, Operation>> = {
  CreateQueue: operation<CreateInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const { Name, Description, HoursOfOperationId, MaxContacts, OutboundCallerConfig, OutboundEmailConfig, Tags = {} } = input;
    const QuickConnectIds = [...new Set(input.QuickConnectIds ?? [])];
    for (const id of QuickConnectIds) findQuickConnect(instance, call, id);
    checkExists(HOURS_OF_OPERATION, instance, HoursOfOperationId, call);
    const settings = { Name, Description, HoursOfOperationId, MaxContacts, OutboundCallerConfig, OutboundEmailConfig, Tags };
    const { id, arn } = create(QUEUE, instance, { ...settings, Status: 'ENABLED', QuickConnectIds, ...call.modified }, call);
    return { QueueId: id, QueueArn: arn };
  }),

  /** All queues of the emulator are of type STANDARD. */
  ListQueues: operation<ListInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const types = input.QueueTypes ?? [];
    if (types.length > 0 && !types.includes('STANDARD')) return { QueueSummaryList: [] };
    const { items, next } = instance.queues.page(call.view, input.MaxResults ?? 100, { after: readToken(input.NextToken) });
    return {
      QueueSummaryList: items.map(({ id, value: { Name, LastModifiedTime, LastModifiedRegion } }) => ({
        Id: id,
        Arn: call.arnIn(instance, 'queue', id),
        Name,
        QueueType: 'STANDARD',
        LastModifiedTime,
        LastModifiedRegion,
      })),
      NextToken: writeToken(next),
    };
  }),

  ListQueueQuickConnects: operation<QueueInput & { readonly NextToken?: string; readonly MaxResults?: number }>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const queue = instance.queues.listed(input.QueueId, call.view);
    if (!queue) throw notFound(`Queue ${input.QueueId}`);
    const { items, NextToken } = pageByKey(queue.QuickConnectIds, (id) => id, input);
    return {
      QuickConnectSummaryList: items.flatMap((id) => {
        const quickConnect = instance.quickConnects.latest(id);
        return quickConnect ? [quickConnectSummary(instance, id, quickConnect, call)] : [];
      }),
      NextToken,
      LastModifiedTime: queue.LastModifiedTime,
      LastModifiedRegion: queue.LastModifiedRegion,
    };
  }),

  AssociateQueueQuickConnects: operation<LinkInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const queue = findQueue(instance, call, input.QueueId);
    for (const id of input.QuickConnectIds) findQuickConnect(instance, call, id);
    const QuickConnectIds = [...new Set([...queue.QuickConnectIds, ...input.QuickConnectIds])];
    const quota = call.settings.quotas.quickConnectsPerQueue;
    if (QuickConnectIds.length > quota) throw limitExceeded(`A queue can have at most ${quota} quick connects.`);
    instance.queues.put(input.QueueId, { ...queue, QuickConnectIds, ...call.modified }, call.stamp);
    return undefined;
  }),

  DisassociateQueueQuickConnects: operation<LinkInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const queue = findQueue(instance, call, input.QueueId);
    const QuickConnectIds = queue.QuickConnectIds.filter((id) => !input.QuickConnectIds.includes(id));
    instance.queues.put(input.QueueId, { ...queue, QuickConnectIds, ...call.modified }, call.stamp);
    return undefined;
  }),
};
