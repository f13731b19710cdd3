import { randomUUID } from 'node:crypto';
import type { Instance } from '../state/instance';
import type { QuickConnect, QuickConnectConfig, Tags } from '../state/things';
import { duplicate, invalidRequest, limitExceeded, notFound } from '../wire/service-error';
import { operation, readToken, writeToken, type Call, type Operation } from './call';
import { change, nameAndDescription, type NameAndDescription } from './kind';
import { QUICK_CONNECT } from './kinds';

interface CreateInput {
  readonly InstanceId: string;
  readonly Name: string;
  readonly Description?: string;
  readonly QuickConnectConfig: QuickConnectConfig;
  readonly Tags?: Tags;
}

interface QuickConnectInput {
  readonly InstanceId: string;
  readonly QuickConnectId: string;
}

interface ListInput {
  readonly InstanceId: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
  readonly QuickConnectTypes?: readonly string[];
}

export function findQuickConnect(instance: Instance, call: Call, id: string): QuickConnect {
  const quickConnect = instance.quickConnects.find(id, call.view);
  if (!quickConnect) throw notFound(`Quick connect ${id}`);
  return quickConnect;
}

function findToChange(instance: Instance, call: Call, id: string): QuickConnect {
  const quickConnect = instance.quickConnects.current(id, call.view);
  if (!quickConnect) throw notFound(`Quick connect ${id}`);
  return quickConnect;
}

export function quickConnectSummary(
  instance: Instance,
  id: string,
  { Name, QuickConnectConfig, LastModifiedTime, LastModifiedRegion }: QuickConnect,
  call: Call,
): object {
  return {
    Id: id,
    Arn: call.arnIn(instance, 'transfer-destination', id),
    Name,
    QuickConnectType: QuickConnectConfig.QuickConnectType,
    LastModifiedTime,
    LastModifiedRegion,
  };
}

export function quickConnectDetail(instance: Instance, id: string, quickConnect: QuickConnect, call: Call): object {
  return { ...quickConnect, QuickConnectId: id, QuickConnectARN: call.arnIn(instance, 'transfer-destination', id) };
}

function checkConfig(config: QuickConnectConfig, instance: Instance, call: Call): void {
  const parts: Readonly<Record<string, object | undefined>> = {
    USER: config.UserConfig,
    QUEUE: config.QueueConfig,
    PHONE_NUMBER: config.PhoneConfig,
    FLOW: config.FlowConfig,
  };
  for (const [type, part] of Object.entries(parts)) {
    if (type === config.QuickConnectType && !part) throw invalidRequest(`A quick connect of type ${type} needs its configuration.`);
    if (type !== config.QuickConnectType && part)
      throw invalidRequest(`A quick connect of type ${config.QuickConnectType} cannot have a configuration for ${type}.`);
  }
  if (config.UserConfig && !instance.users.find(config.UserConfig.UserId, call.view)) throw notFound(`User ${config.UserConfig.UserId}`);
  if (config.QueueConfig && !instance.queues.find(config.QueueConfig.QueueId, call.view))
    throw notFound(`Queue ${config.QueueConfig.QueueId}`);
}

function queuesWith(instance: Instance, quickConnectId: string): readonly string[] {
  return [...instance.queues.values()].filter(({ value }) => value.QuickConnectIds.includes(quickConnectId)).map(({ id }) => id);
}

export const quickConnects: Readonly<Record<string, Operation>> = {
  CreateQuickConnect: operation<CreateInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    checkConfig(input.QuickConnectConfig, instance, call);
    for (const { value } of instance.quickConnects.values())
      if (value.Name === input.Name) throw duplicate('A quick connect with this Name already exists.');
    const quota = call.settings.quotas.quickConnects;
    if (instance.quickConnects.size >= quota) throw limitExceeded(`The instance has reached its quota of ${quota} quick connects.`);
    const id = randomUUID();
    instance.quickConnects.put(
      id,
      {
        Name: input.Name,
        Description: input.Description,
        QuickConnectConfig: input.QuickConnectConfig,
        Tags: input.Tags ?? {},
        ...call.modified,
      },
      call.stamp,
    );
    return { QuickConnectId: id, QuickConnectARN: call.arnIn(instance, 'transfer-destination', id) };
  }),

  DescribeQuickConnect: operation<QuickConnectInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    return {
      QuickConnect: quickConnectDetail(instance, input.QuickConnectId, findQuickConnect(instance, call, input.QuickConnectId), call),
    };
  }),

  UpdateQuickConnectConfig: operation<QuickConnectInput & { readonly QuickConnectConfig: QuickConnectConfig }>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const quickConnect = findToChange(instance, call, input.QuickConnectId);
    checkConfig(input.QuickConnectConfig, instance, call);
    instance.quickConnects.put(
      input.QuickConnectId,
      { ...quickConnect, QuickConnectConfig: input.QuickConnectConfig, ...call.modified },
      call.stamp,
    );
    return undefined;
  }),

  /** A name that another one has is an InvalidRequestException: the operation does not declare a DuplicateResourceException. */
  UpdateQuickConnectName: change(QUICK_CONNECT, (input: QuickConnectInput & NameAndDescription, { instance, id, thing }) => {
    const renamed = nameAndDescription(input, thing);
    for (const other of instance.quickConnects.values()) {
      if (other.id !== id && other.value.Name === renamed.Name) throw invalidRequest('A quick connect with this Name already exists.');
    }
    return renamed;
  }),

  /** What is in use is an InvalidRequestException: the operation does not declare a ResourceInUseException. */
  DeleteQuickConnect: operation<QuickConnectInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const id = input.QuickConnectId;
    findToChange(instance, call, id);
    const queueIds = queuesWith(instance, id);
    if (queueIds.length > 0 && call.settings.answers.deleteQuickConnectInQueue === 'in-use')
      throw invalidRequest('The quick connect is used by a queue.');
    for (const queueId of queueIds) {
      const queue = instance.queues.latest(queueId);
      if (queue)
        instance.queues.put(
          queueId,
          { ...queue, QuickConnectIds: queue.QuickConnectIds.filter((other) => other !== id), ...call.modified },
          call.stamp,
        );
    }
    instance.quickConnects.delete(id, call.stamp);
    return undefined;
  }),

  ListQuickConnects: operation<ListInput>((input, call) => {
    const instance = call.instanceByIdOrArn(input.InstanceId);
    const size = input.MaxResults ?? 100;
    const types = input.QuickConnectTypes ?? [];
    const { items, next } = instance.quickConnects.page(call.view, size, {
      after: readToken(input.NextToken),
      where: ({ value }) => types.length === 0 || types.includes(value.QuickConnectConfig.QuickConnectType),
    });
    return {
      QuickConnectSummaryList: items.map(({ id, value }) => quickConnectSummary(instance, id, value, call)),
      NextToken: writeToken(next),
    };
  }),
};
