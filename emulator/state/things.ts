/** What an instance holds. Members that cross the wire keep the model's names. */

export type Tags = Readonly<Record<string, string>>;

export interface IdentityInfo {
  readonly FirstName?: string;
  readonly LastName?: string;
  readonly Email?: string;
  readonly SecondaryEmail?: string;
  readonly Mobile?: string;
}

export interface PhoneConfig {
  readonly PhoneType?: string;
  readonly AutoAccept?: boolean;
  readonly AfterContactWorkTimeLimit?: number;
  readonly DeskPhoneNumber?: string;
  readonly PersistentConnection?: boolean;
}

export interface AfterContactWorkConfig {
  readonly AfterContactWorkTimeLimit?: number;
}

/** The per-channel settings of a user. */
export interface ChannelConfigs {
  readonly AutoAcceptConfigs?: readonly {
    readonly Channel: string;
    readonly AutoAccept: boolean;
    readonly AgentFirstCallbackAutoAccept?: boolean;
  }[];
  readonly AfterContactWorkConfigs?: readonly {
    readonly Channel: string;
    readonly AfterContactWorkConfig: AfterContactWorkConfig;
    readonly AgentFirstCallbackAfterContactWorkConfig?: AfterContactWorkConfig;
  }[];
  readonly PhoneNumberConfigs?: readonly { readonly Channel: string; readonly PhoneType: string; readonly PhoneNumber?: string }[];
  readonly PersistentConnectionConfigs?: readonly { readonly Channel: string; readonly PersistentConnection: boolean }[];
  readonly VoiceEnhancementConfigs?: readonly { readonly Channel: string; readonly VoiceEnhancementMode: string }[];
}

export interface Proficiency {
  readonly AttributeName: string;
  readonly AttributeValue: string;
  readonly Level: number;
}

export interface Modified {
  readonly LastModifiedTime: number;
  readonly LastModifiedRegion: string;
}

export interface User extends Modified, ChannelConfigs {
  readonly Username: string;
  readonly IdentityInfo: IdentityInfo;
  readonly PhoneConfig?: PhoneConfig;
  readonly DirectoryUserId?: string;
  readonly SecurityProfileIds: readonly string[];
  readonly RoutingProfileId: string;
  readonly HierarchyGroupId?: string;
  readonly Tags: Tags;
  readonly Proficiencies: readonly Proficiency[];
  readonly ProficienciesModified: Modified;
}

export interface QuickConnectConfig {
  readonly QuickConnectType: string;
  readonly UserConfig?: { readonly UserId: string; readonly ContactFlowId: string };
  readonly QueueConfig?: { readonly QueueId: string; readonly ContactFlowId: string };
  readonly PhoneConfig?: { readonly PhoneNumber: string };
  readonly FlowConfig?: { readonly ContactFlowId: string };
}

export interface QuickConnect extends Modified {
  readonly Name: string;
  readonly Description?: string;
  readonly QuickConnectConfig: QuickConnectConfig;
  readonly Tags: Tags;
}

/** What people know by its name. */
export interface Named extends Modified {
  readonly Name: string;
  readonly Tags: Tags;
}

/** A predefined attribute, kept under its name; its values are what proficiencies may use. */
export interface PredefinedAttribute extends Modified {
  readonly Values: readonly string[];
}

export interface Share {
  readonly Region: string;
  readonly Percentage: number;
}

export interface Distributions {
  readonly TelephonyConfig: { readonly Distributions: readonly Share[] };
  readonly AgentConfig: { readonly Distributions: readonly Share[] };
  /** Of the default group only. */
  readonly SignInConfig?: { readonly Distributions: readonly { readonly Region: string; readonly Enabled: boolean }[] };
}

export interface Group extends Distributions {
  readonly Name: string;
  readonly Description?: string;
  readonly IsDefault: boolean;
  readonly Tags: Tags;
  readonly Status: string;
  /** The status that follows by itself at that time; GONE is the end of a deletion. */
  readonly Becomes?: { readonly Status: string; readonly at: number };
  readonly ClientToken?: string;
}
