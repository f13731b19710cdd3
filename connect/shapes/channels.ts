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
import { flag, list, optionalFlag, optionalNumber, optionalStructure, optionalText, structure, text } from './members';

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
  const afterContactWork = list(wire.AfterContactWorkConfigs, 'AfterContactWorkConfigs', (config, member) =>
    workOf(structure(config, member), member, unit),
  );
  const autoAccept = list(wire.AutoAcceptConfigs, 'AutoAcceptConfigs', (config, member) => {
    const { Channel: channel, AutoAccept, AgentFirstCallbackAutoAccept } = structure(config, member);
    const agentFirst = optionalFlag(AgentFirstCallbackAutoAccept, `${member}.AgentFirstCallbackAutoAccept`);
    return {
      channel: text(channel, `${member}.Channel`),
      autoAccept: flag(AutoAccept, `${member}.AutoAccept`),
      ...(agentFirst !== undefined && { agentFirstCallbackAutoAccept: agentFirst }),
    };
  });
  const phoneNumber = list(wire.PhoneNumberConfigs, 'PhoneNumberConfigs', (config, member) => {
    const { Channel: channel, PhoneType: phoneType, PhoneNumber } = structure(config, member);
    const given = optionalText(PhoneNumber, `${member}.PhoneNumber`);
    return {
      channel: text(channel, `${member}.Channel`),
      phoneType: text(phoneType, `${member}.PhoneType`),
      ...(given && { phoneNumber: given }),
    };
  });
  const persistentConnection = list(wire.PersistentConnectionConfigs, 'PersistentConnectionConfigs', (config, member) => {
    const { Channel: channel, PersistentConnection } = structure(config, member);
    return {
      channel: text(channel, `${member}.Channel`),
      persistentConnection: flag(PersistentConnection, `${member}.PersistentConnection`),
    };
  });
  const voiceEnhancement = list(wire.VoiceEnhancementConfigs, 'VoiceEnhancementConfigs', (config, member) => {
    const { Channel: channel, VoiceEnhancementMode: mode } = structure(config, member);
    return { channel: text(channel, `${member}.Channel`), mode: text(mode, `${member}.VoiceEnhancementMode`) };
  });
  return {
    ...(autoAccept.length > 0 && { autoAccept }),
    ...(afterContactWork.length > 0 && { afterContactWork }),
    ...(phoneNumber.length > 0 && { phoneNumber }),
    ...(persistentConnection.length > 0 && { persistentConnection }),
    ...(voiceEnhancement.length > 0 && { voiceEnhancement }),
  };
}

function workOf(wire: AfterContactWorkConfigPerChannel, member: string, unit: number): AfterContactWorkConfig {
  const limitOf = (config: Work | undefined): number | undefined =>
    secondsOf(optionalNumber(optionalStructure(config, member)?.AfterContactWorkTimeLimit, `${member}.AfterContactWorkTimeLimit`), unit);
  const timeLimit = limitOf(wire.AfterContactWorkConfig);
  const callback = limitOf(wire.AgentFirstCallbackAfterContactWorkConfig);
  return {
    channel: text(wire.Channel, `${member}.Channel`),
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
