import type {
  AfterContactWorkConfig as Work,
  AfterContactWorkConfigPerChannel,
  AutoAcceptConfig as Accept,
  Channel,
  PersistentConnectionConfig as Persistent,
  PhoneNumberConfig as Phone,
  PhoneType,
  VoiceEnhancementConfig as Enhancement,
  VoiceEnhancementMode,
} from '@aws-sdk/client-connect';
import type { AfterContactWorkConfig, ChannelConfigs } from '../model';
import { present } from './incomplete-answer';

/** The members that CreateUser, UpdateUserConfig, DescribeUser and SearchUsers have in common. */
export interface WireChannels {
  readonly AutoAcceptConfigs?: Accept[];
  readonly AfterContactWorkConfigs?: AfterContactWorkConfigPerChannel[];
  readonly PhoneNumberConfigs?: Phone[];
  readonly PersistentConnectionConfigs?: Persistent[];
  readonly VoiceEnhancementConfigs?: Enhancement[];
}

/** `unit` is how many of the answer's time units make a second: SearchUsers answers in milliseconds. */
export function channelsOf(wire: WireChannels, unit = 1): ChannelConfigs {
  const afterContactWork = wire.AfterContactWorkConfigs?.map((config) => workOf(config, unit));
  const autoAccept = wire.AutoAcceptConfigs?.map((config) => ({
    channel: present(config.Channel, 'AutoAcceptConfigs.Channel'),
    autoAccept: present(config.AutoAccept, 'AutoAcceptConfigs.AutoAccept'),
    ...(config.AgentFirstCallbackAutoAccept !== undefined && {
      agentFirstCallbackAutoAccept: config.AgentFirstCallbackAutoAccept,
    }),
  }));
  const phoneNumber = wire.PhoneNumberConfigs?.map((config) => ({
    channel: present(config.Channel, 'PhoneNumberConfigs.Channel'),
    phoneType: present(config.PhoneType, 'PhoneNumberConfigs.PhoneType'),
    ...(config.PhoneNumber && { phoneNumber: config.PhoneNumber }),
  }));
  const persistentConnection = wire.PersistentConnectionConfigs?.map((config) => ({
    channel: present(config.Channel, 'PersistentConnectionConfigs.Channel'),
    persistentConnection: present(config.PersistentConnection, 'PersistentConnectionConfigs.PersistentConnection'),
  }));
  const voiceEnhancement = wire.VoiceEnhancementConfigs?.map((config) => ({
    channel: present(config.Channel, 'VoiceEnhancementConfigs.Channel'),
    mode: present(config.VoiceEnhancementMode, 'VoiceEnhancementConfigs.VoiceEnhancementMode'),
  }));
  return {
    ...(autoAccept?.length && { autoAccept }),
    ...(afterContactWork?.length && { afterContactWork }),
    ...(phoneNumber?.length && { phoneNumber }),
    ...(persistentConnection?.length && { persistentConnection }),
    ...(voiceEnhancement?.length && { voiceEnhancement }),
  };
}

function workOf(wire: AfterContactWorkConfigPerChannel, unit: number): AfterContactWorkConfig {
  const timeLimit = secondsOf(wire.AfterContactWorkConfig?.AfterContactWorkTimeLimit, unit);
  const callback = secondsOf(wire.AgentFirstCallbackAfterContactWorkConfig?.AfterContactWorkTimeLimit, unit);
  return {
    channel: present(wire.Channel, 'AfterContactWorkConfigs.Channel'),
    ...(timeLimit !== undefined && { timeLimit }),
    ...(callback !== undefined && { agentFirstCallbackTimeLimit: callback }),
  };
}

export const secondsOf = (time: number | undefined, unit: number): number | undefined =>
  time === undefined ? undefined : Math.round(time / unit);

/** A list that is absent here is absent on the wire; an empty one is sent, and takes the setting away. */
export function wireChannelsOf(channels: ChannelConfigs): WireChannels {
  return {
    AutoAcceptConfigs: channels.autoAccept?.map((config) => ({
      Channel: config.channel as Channel,
      AutoAccept: config.autoAccept,
      AgentFirstCallbackAutoAccept: config.agentFirstCallbackAutoAccept,
    })),
    AfterContactWorkConfigs: channels.afterContactWork?.map((config) => ({
      Channel: config.channel as Channel,
      AfterContactWorkConfig: wireWorkOf(config.timeLimit) ?? {},
      AgentFirstCallbackAfterContactWorkConfig: wireWorkOf(config.agentFirstCallbackTimeLimit),
    })),
    PhoneNumberConfigs: channels.phoneNumber?.map((config) => ({
      Channel: config.channel as Channel,
      PhoneType: config.phoneType as PhoneType,
      PhoneNumber: config.phoneNumber,
    })),
    PersistentConnectionConfigs: channels.persistentConnection?.map((config) => ({
      Channel: config.channel as Channel,
      PersistentConnection: config.persistentConnection,
    })),
    VoiceEnhancementConfigs: channels.voiceEnhancement?.map((config) => ({
      Channel: config.channel as Channel,
      VoiceEnhancementMode: config.mode as VoiceEnhancementMode,
    })),
  };
}

const wireWorkOf = (seconds: number | undefined): Work | undefined =>
  seconds === undefined ? undefined : { AfterContactWorkTimeLimit: seconds };
