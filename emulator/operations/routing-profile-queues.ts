import type { Instance } from '../state/instance';
import type { ManualAssignmentQueueConfig, QueueConfig, QueueReference } from '../state/setup';
import { invalidParameter, invalidRequest, notFound } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { change, checkExists, find, type Naming } from './kind';
import { QUEUE, ROUTING_PROFILE } from './kinds';
import { pageByKey, type PageInput } from './pages';

type ProfileInput = Naming<'RoutingProfileId'>;

interface Referring {
  readonly QueueReference: QueueReference;
}

/** How many queues one request may take out of a routing profile; for what it puts in, the model has the limit. */
const MAX_REFERENCES = 10;

const keyOf = ({ QueueId, Channel }: QueueReference): string => `${QueueId} ${Channel}`;
const keysOf = (configs: readonly Referring[]): ReadonlySet<string> => new Set(configs.map(({ QueueReference }) => keyOf(QueueReference)));

/** What a routing profile may have: queues that exist, each with a channel once, no more than the quota. */
export function checkQueues(instance: Instance, configs: readonly Referring[], call: Call): void {
  for (const { QueueReference } of configs) checkExists(QUEUE, instance, QueueReference.QueueId, call);
  if (keysOf(configs).size < configs.length) throw invalidRequest('A routing profile can have a queue with a channel only once.');
  const quota = call.settings.quotas.queuesPerRoutingProfile;
  if (configs.length > quota) throw invalidRequest(`A routing profile can have at most ${quota} queues.`);
}

function without<T extends Referring>(configs: readonly T[] = [], references: readonly QueueReference[] = []): readonly T[] {
  if (references.length > MAX_REFERENCES) throw invalidParameter(`At most ${MAX_REFERENCES} queues can be disassociated at once.`);
  const gone = new Set(references.map(keyOf));
  return configs.filter(({ QueueReference }) => !gone.has(keyOf(QueueReference)));
}

interface AssociateInput extends ProfileInput {
  readonly QueueConfigs?: readonly QueueConfig[];
  readonly ManualAssignmentQueueConfigs?: readonly ManualAssignmentQueueConfig[];
}

interface DisassociateInput extends ProfileInput {
  readonly QueueReferences?: readonly QueueReference[];
  readonly ManualAssignmentQueueReferences?: readonly QueueReference[];
}

export const routingProfileQueues: Readonly<Record<string, Operation>> = {
  ListRoutingProfileQueues: operation<ProfileInput & PageInput>((input, call) => {
    const { instance, thing } = find(ROUTING_PROFILE, input, call);
    const { items, NextToken } = pageByKey(thing.QueueConfigs ?? [], ({ QueueReference }) => keyOf(QueueReference), input);
    return {
      RoutingProfileQueueConfigSummaryList: items.map(({ QueueReference: { QueueId, Channel }, Priority, Delay }) => ({
        QueueId,
        QueueArn: call.arnIn(instance, 'queue', QueueId),
        QueueName: instance.queues.latest(QueueId)?.Name,
        Priority,
        Delay,
        Channel,
      })),
      NextToken,
      LastModifiedTime: thing.LastModifiedTime,
      LastModifiedRegion: thing.LastModifiedRegion,
    };
  }),

  AssociateRoutingProfileQueues: change(ROUTING_PROFILE, (input: AssociateInput, { instance, thing }, call) => {
    const QueueConfigs = [...(thing.QueueConfigs ?? []), ...(input.QueueConfigs ?? [])];
    const ManualAssignmentQueueConfigs = [...(thing.ManualAssignmentQueueConfigs ?? []), ...(input.ManualAssignmentQueueConfigs ?? [])];
    checkQueues(instance, QueueConfigs, call);
    checkQueues(instance, ManualAssignmentQueueConfigs, call);
    return { QueueConfigs, ManualAssignmentQueueConfigs };
  }),

  /** A queue that the profile does not have is no error. */
  DisassociateRoutingProfileQueues: change(ROUTING_PROFILE, (input: DisassociateInput, { thing }) => ({
    QueueConfigs: without(thing.QueueConfigs, input.QueueReferences),
    ManualAssignmentQueueConfigs: without(thing.ManualAssignmentQueueConfigs, input.ManualAssignmentQueueReferences),
  })),

  /** Changes priority and delay of queues that the profile has. */
  UpdateRoutingProfileQueues: change(
    ROUTING_PROFILE,
    (input: ProfileInput & { readonly QueueConfigs: readonly QueueConfig[] }, { thing: { QueueConfigs = [] } }) => {
      const known = keysOf(QueueConfigs);
      const wanted = new Map(input.QueueConfigs.map((config) => [keyOf(config.QueueReference), config]));
      for (const [key, { QueueReference }] of wanted)
        if (!known.has(key))
          throw notFound(`Queue ${QueueReference.QueueId} with channel ${QueueReference.Channel} in the routing profile`);
      return { QueueConfigs: QueueConfigs.map((config) => wanted.get(keyOf(config.QueueReference)) ?? config) };
    },
  ),
};
