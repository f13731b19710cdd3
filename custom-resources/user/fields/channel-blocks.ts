import type { ChannelConfigs } from '../../../connect/gateway';
import { oneOf } from '../../values/checks';
import { deskPhoneNumber, phoneType, seconds } from './blocks';
import type { BlockOf } from './members';

const anyChannel = {
  member: 'channel',
  type: 'string',
  presence: 'required',
  description: 'The channel: `VOICE`, `CHAT`, `TASK` or `EMAIL`; once for each.',
  check: oneOf('VOICE', 'CHAT', 'TASK', 'EMAIL'),
} as const;

const voiceOnly = {
  ...anyChannel,
  description: 'The channel; Connect supports `VOICE` alone here.',
  check: oneOf('VOICE'),
} as const;

type BlockOfList = {
  readonly [L in keyof ChannelConfigs]-?: BlockOf<NonNullable<ChannelConfigs[L]>[number]> & { readonly member: L };
};

/** The settings per channel of UpdateUserConfig, each a set of blocks keyed by `channel`. */
export const channelBlocks = {
  auto_accept_config: {
    member: 'autoAccept',
    nesting: 'set',
    max: 4,
    description: 'Whether contacts of a channel are accepted without a click.',
    attributes: {
      channel: anyChannel,
      auto_accept: {
        member: 'autoAccept',
        type: 'bool',
        presence: 'required',
        description: 'Whether contacts are accepted without a click.',
      },
      agent_first_callback_auto_accept: {
        member: 'agentFirstCallbackAutoAccept',
        type: 'bool',
        presence: 'optional',
        description: 'The same for callbacks that ring the agent first; `VOICE` alone.',
      },
    },
  },
  after_contact_work_config: {
    member: 'afterContactWork',
    nesting: 'set',
    max: 4,
    description: 'How long after-contact work of a channel may last.',
    attributes: {
      channel: anyChannel,
      after_contact_work_time_limit: {
        member: 'timeLimit',
        type: 'number',
        presence: 'required',
        description: 'Seconds, 0 to 2,000,000; 0 is without limit.',
        check: seconds,
      },
      agent_first_callback_after_contact_work_time_limit: {
        member: 'agentFirstCallbackTimeLimit',
        type: 'number',
        presence: 'optional',
        description: 'The same for callbacks that ring the agent first; `VOICE` alone.',
        check: seconds,
      },
    },
  },
  phone_number_config: {
    member: 'phoneNumber',
    nesting: 'set',
    max: 1,
    description: 'The phone that the agent is reached at.',
    attributes: {
      channel: voiceOnly,
      phone_type: phoneType,
      phone_number: { ...deskPhoneNumber, member: 'phoneNumber' },
    },
  },
  persistent_connection_config: {
    member: 'persistentConnection',
    nesting: 'set',
    max: 1,
    description: 'Whether the connection to the agent stays open between calls.',
    attributes: {
      channel: voiceOnly,
      persistent_connection: { member: 'persistentConnection', type: 'bool', presence: 'required', description: 'Whether it stays open.' },
    },
  },
  voice_enhancement_config: {
    member: 'voiceEnhancement',
    nesting: 'set',
    max: 1,
    description: "What is done about noise around the agent's voice.",
    attributes: {
      channel: voiceOnly,
      voice_enhancement_mode: {
        member: 'mode',
        type: 'string',
        presence: 'required',
        description: '`VOICE_ISOLATION`, `NOISE_SUPPRESSION` or `NONE`.',
        check: oneOf('VOICE_ISOLATION', 'NOISE_SUPPRESSION', 'NONE'),
      },
    },
  },
} as const satisfies Readonly<Record<string, BlockOfList[keyof BlockOfList]>>;

export type ChannelBlock = keyof typeof channelBlocks;

export const CHANNEL_BLOCKS = Object.keys(channelBlocks) as readonly ChannelBlock[];

/** Blocks whose settings phone_config has for all channels at once. */
export const PER_CHANNEL: readonly ChannelBlock[] = [
  'auto_accept_config',
  'after_contact_work_config',
  'phone_number_config',
  'persistent_connection_config',
];
