/** The per-channel style of UpdateUserConfig; an absent list is one that the user does not have. */
export interface ChannelConfigs {
  readonly autoAccept?: readonly AutoAcceptConfig[];
  readonly afterContactWork?: readonly AfterContactWorkConfig[];
  readonly phoneNumber?: readonly PhoneNumberConfig[];
  readonly persistentConnection?: readonly PersistentConnectionConfig[];
  readonly voiceEnhancement?: readonly VoiceEnhancementConfig[];
}

export interface AutoAcceptConfig {
  readonly channel: string;
  readonly autoAccept: boolean;
  readonly agentFirstCallbackAutoAccept?: boolean;
}

export interface AfterContactWorkConfig {
  readonly channel: string;
  /** Seconds; 0 is indefinite. */
  readonly timeLimit?: number;
  readonly agentFirstCallbackTimeLimit?: number;
}

export interface PhoneNumberConfig {
  readonly channel: string;
  readonly phoneType: string;
  readonly phoneNumber?: string;
}

export interface PersistentConnectionConfig {
  readonly channel: string;
  readonly persistentConnection: boolean;
}

export interface VoiceEnhancementConfig {
  readonly channel: string;
  readonly mode: string;
}
