import type { Instance } from '../state/instance';
import type { MediaConcurrency, RoutingSettings } from '../state/setup';
import type { Tags } from '../state/things';
import { invalidParameter } from '../wire/service-error';
import { operation, type Operation } from './call';
import { list } from './catalogue';
import { change, checkExists, checkName, create, find, nameAndDescription, remove, type NameAndDescription, type Naming } from './kind';
import { QUEUE, ROUTING_PROFILE } from './kinds';
import { checkQueues } from './routing-profile-queues';

interface CreateInput extends Pick<RoutingSettings, 'Description' | 'MediaConcurrencies' | 'DefaultOutboundQueueId'> {
  readonly InstanceId: string;
  readonly Name: string;
  readonly QueueConfigs?: RoutingSettings['QueueConfigs'];
  readonly ManualAssignmentQueueConfigs?: RoutingSettings['ManualAssignmentQueueConfigs'];
  readonly AgentAvailabilityTimer?: string;
  readonly Tags?: Tags;
}

type ProfileInput = Naming<'RoutingProfileId'>;

/** As the service keeps them: with the behaviour that a request may leave out. */
function checkedConcurrencies(concurrencies: readonly MediaConcurrency[]): readonly MediaConcurrency[] {
  const channels = concurrencies.map(({ Channel }) => Channel);
  if (new Set(channels).size < channels.length) throw invalidParameter('MediaConcurrencies names a channel twice.');
  return concurrencies.map((concurrency) => {
    const { Channel, Concurrency = 1, CrossChannelBehavior = { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } } = concurrency;
    if (Channel === 'VOICE' && Concurrency > 1) throw invalidParameter('The Concurrency of VOICE must be 1.');
    return { ...concurrency, Concurrency, CrossChannelBehavior };
  });
}

function usersOf(instance: Instance, id: string): readonly string[] {
  return [...instance.users.values()].filter(({ value }) => value.RoutingProfileId === id).map((user) => user.id);
}

export const routingProfiles: Readonly<Record<string, Operation>> = {
  CreateRoutingProfile: operation<CreateInput>((input, call) => {
    const {
      InstanceId,
      QueueConfigs = [],
      ManualAssignmentQueueConfigs = [],
      AgentAvailabilityTimer = 'TIME_SINCE_LAST_ACTIVITY',
      Tags = {},
      ...settings
    } = input;
    const instance = call.instance(InstanceId);
    checkExists(QUEUE, instance, settings.DefaultOutboundQueueId, call);
    checkQueues(instance, QueueConfigs, call);
    checkQueues(instance, ManualAssignmentQueueConfigs, call);
    const MediaConcurrencies = checkedConcurrencies(settings.MediaConcurrencies);
    const profile = {
      ...settings,
      MediaConcurrencies,
      QueueConfigs,
      ManualAssignmentQueueConfigs,
      AgentAvailabilityTimer,
      Tags,
      ...call.modified,
    };
    const { id, arn } = create(ROUTING_PROFILE, instance, profile, call);
    return { RoutingProfileId: id, RoutingProfileArn: arn };
  }),

  /** The ids of the queues are not part of the answer, as the API reference says. */
  DescribeRoutingProfile: operation<ProfileInput>((input, call) => {
    const { instance, id, thing } = find(ROUTING_PROFILE, input, call);
    return {
      RoutingProfile: {
        ...thing,
        InstanceId: instance.facts.id,
        RoutingProfileId: id,
        RoutingProfileArn: call.arnIn(instance, 'routing-profile', id),
        NumberOfAssociatedQueues: thing.QueueConfigs?.length ?? 0,
        NumberOfAssociatedManualAssignmentQueues: thing.ManualAssignmentQueueConfigs?.length ?? 0,
        NumberOfAssociatedUsers: usersOf(instance, id).length,
      },
    };
  }),

  UpdateRoutingProfileName: change(ROUTING_PROFILE, (input: ProfileInput & NameAndDescription, { instance, id, thing }) => {
    const { Name, Description = thing.Description } = nameAndDescription(input, thing);
    checkName(ROUTING_PROFILE, instance, Name, id);
    return { Name, Description };
  }),

  UpdateRoutingProfileConcurrency: change(
    ROUTING_PROFILE,
    ({ MediaConcurrencies }: ProfileInput & Pick<RoutingSettings, 'MediaConcurrencies'>) => ({
      MediaConcurrencies: checkedConcurrencies(MediaConcurrencies),
    }),
  ),

  UpdateRoutingProfileDefaultOutboundQueue: change(
    ROUTING_PROFILE,
    (input: ProfileInput & Pick<RoutingSettings, 'DefaultOutboundQueueId'>, { instance }, call) => {
      checkExists(QUEUE, instance, input.DefaultOutboundQueueId, call);
      return { DefaultOutboundQueueId: input.DefaultOutboundQueueId };
    },
  ),

  UpdateRoutingProfileAgentAvailabilityTimer: change(
    ROUTING_PROFILE,
    ({ AgentAvailabilityTimer }: ProfileInput & Pick<RoutingSettings, 'AgentAvailabilityTimer'>) => ({
      AgentAvailabilityTimer,
    }),
  ),

  DeleteRoutingProfile: remove(ROUTING_PROFILE, ({ instance, id }) => {
    const [user] = usersOf(instance, id);
    return user === undefined ? undefined : `user ${user}`;
  }),

  ListRoutingProfiles: list('RoutingProfileSummaryList', 'routing-profile', (instance) => instance.routingProfiles),
};
