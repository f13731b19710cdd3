import type {
  AfterContactWorkConfig as Work,
  AfterContactWorkConfigPerChannel,
  AutoAcceptConfig as AutoAccept,
  PersistentConnectionConfig as PersistentConnection,
  PhoneNumberConfig as PhoneNumber,
  UpdateUserConfigRequest,
  VoiceEnhancementConfig as VoiceEnhancement,
} from '@aws-sdk/client-connect';
import type {
  AfterContactWorkConfig,
  AutoAcceptConfig,
  ChannelConfigs,
  PersistentConnectionConfig,
  PhoneNumberConfig,
  VoiceEnhancementConfig,
} from '../gateway';
import { type Fields, listOf } from './fields';
import { flag, optionalFlag, optionalSeconds, optionalStructure, optionalText, text } from './members';

/** The members that CreateUser, UpdateUserConfig, DescribeUser and SearchUsers have in common. */
type WireChannels = Omit<UpdateUserConfigRequest, 'UserId' | 'InstanceId'>;

const AUTO_ACCEPT: Fields<AutoAcceptConfig, AutoAccept> = {
  channel: ['Channel', text],
  autoAccept: ['AutoAccept', flag],
  agentFirstCallbackAutoAccept: ['AgentFirstCallbackAutoAccept', optionalFlag],
};

const timeLimit = (config: Work | undefined, member: string, unit: number): number | undefined =>
  optionalSeconds(optionalStructure(config, member)?.AfterContactWorkTimeLimit, `${member}.AfterContactWorkTimeLimit`, unit);

const work = (seconds: number | undefined): Work => ({ AfterContactWorkTimeLimit: seconds });

const AFTER_CONTACT_WORK: Fields<AfterContactWorkConfig, AfterContactWorkConfigPerChannel> = {
  channel: ['Channel', text],
  timeLimit: ['AfterContactWorkConfig', timeLimit, work],
  agentFirstCallbackTimeLimit: [
    'AgentFirstCallbackAfterContactWorkConfig',
    timeLimit,
    (seconds) => (seconds === undefined ? undefined : work(seconds)),
  ],
};

const PHONE_NUMBER: Fields<PhoneNumberConfig, PhoneNumber> = {
  channel: ['Channel', text],
  phoneType: ['PhoneType', text],
  phoneNumber: ['PhoneNumber', optionalText],
};

const PERSISTENT_CONNECTION: Fields<PersistentConnectionConfig, PersistentConnection> = {
  channel: ['Channel', text],
  persistentConnection: ['PersistentConnection', flag],
};

const VOICE_ENHANCEMENT: Fields<VoiceEnhancementConfig, VoiceEnhancement> = {
  channel: ['Channel', text],
  mode: ['VoiceEnhancementMode', text],
};

/** A list that is absent is not sent; an empty one is sent, and takes the setting away. */
export const CHANNELS: Fields<ChannelConfigs, WireChannels> = {
  autoAccept: ['AutoAcceptConfigs', ...listOf(AUTO_ACCEPT)],
  afterContactWork: ['AfterContactWorkConfigs', ...listOf(AFTER_CONTACT_WORK)],
  phoneNumber: ['PhoneNumberConfigs', ...listOf(PHONE_NUMBER)],
  persistentConnection: ['PersistentConnectionConfigs', ...listOf(PERSISTENT_CONNECTION)],
  voiceEnhancement: ['VoiceEnhancementConfigs', ...listOf(VOICE_ENHANCEMENT)],
};
