import type { QueueSettings } from '../state/setup';
import { operation, type Operation } from './call';
import { change, checkExists, checkName, find, nameAndDescription, remove, type NameAndDescription, type Naming } from './kind';
import { HOURS_OF_OPERATION, QUEUE } from './kinds';

type QueueInput = Naming<'QueueId'>;
type With<Member extends keyof QueueSettings> = QueueInput & Required<Pick<QueueSettings, Member>>;

export const queueSettings: Readonly<Record<string, Operation>> = {
  DescribeQueue: operation<QueueInput>((input, call) => {
    const { instance, id, thing } = find(QUEUE, input, call);
    return { Queue: { ...thing, QueueId: id, QueueArn: call.arnIn(instance, 'queue', id) } };
  }),

  UpdateQueueName: change(QUEUE, (input: QueueInput & NameAndDescription, { instance, id, thing }) => {
    const renamed = nameAndDescription(input, thing);
    checkName(QUEUE, instance, renamed.Name, id);
    return renamed;
  }),

  UpdateQueueStatus: change(QUEUE, ({ Status }: With<'Status'>) => ({ Status })),

  UpdateQueueHoursOfOperation: change(QUEUE, ({ HoursOfOperationId }: With<'HoursOfOperationId'>, { instance }, call) => {
    checkExists(HOURS_OF_OPERATION, instance, HoursOfOperationId, call);
    return { HoursOfOperationId };
  }),

  /** Without a number, the queue has no limit any more. */
  UpdateQueueMaxContacts: change(QUEUE, ({ MaxContacts }: QueueInput & Pick<QueueSettings, 'MaxContacts'>) => ({ MaxContacts })),

  UpdateQueueOutboundCallerConfig: change(QUEUE, ({ OutboundCallerConfig }: With<'OutboundCallerConfig'>) => ({ OutboundCallerConfig })),

  /** A queue is in use while a routing profile has it, or calls out from it. */
  DeleteQueue: remove(QUEUE, ({ instance, id }) => {
    for (const profile of instance.routingProfiles.values()) {
      const { DefaultOutboundQueueId, QueueConfigs = [], ManualAssignmentQueueConfigs = [] } = profile.value;
      const queueIds = [...QueueConfigs, ...ManualAssignmentQueueConfigs].map(({ QueueReference }) => QueueReference.QueueId);
      if (DefaultOutboundQueueId === id || queueIds.includes(id)) return `routing profile ${profile.id}`;
    }
    return undefined;
  }),
};
