/** Amazon Connect's things in our own words: what the gateway takes and gives. */

declare const parsed: unique symbol;

/**
 * The bare id of something. People, states and the service itself may write an id as an ARN: such a text becomes an `Id` where it comes
 * in, by `bareId` of custom-resources/values/identifiers.ts for what people write, by `idIn` of shapes/ids.ts for answers.
 */
export type Id = string & { readonly [parsed]: true };

/** Milliseconds since the epoch, by the service's clock. */
type ServiceTime = number;

interface OfInstance {
  readonly instanceId: Id;
  /** Where to call. @default the provider's Region */
  readonly region?: string;
}

export interface UserRef extends OfInstance {
  readonly userId: Id;
}

export interface IdentityInfo {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly secondaryEmail?: string;
  /** E.164 */
  readonly mobile?: string;
}

export interface PhoneConfig {
  readonly phoneType?: string;
  readonly autoAccept?: boolean;
  /** Seconds; 0 is indefinite. */
  readonly afterContactWorkTimeLimit?: number;
  readonly deskPhoneNumber?: string;
  readonly persistentConnection?: boolean;
}

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

export interface NewUser extends OfInstance {
  readonly username: string;
  readonly password?: string;
  readonly identity?: IdentityInfo;
  readonly phone?: PhoneConfig;
  readonly channels?: ChannelConfigs;
  readonly directoryUserId?: string;
  readonly securityProfileIds: readonly Id[];
  readonly routingProfileId: Id;
  readonly hierarchyGroupId?: Id;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface User {
  readonly id: Id;
  readonly arn: string;
  readonly username: string;
  readonly identity: IdentityInfo;
  readonly phone?: PhoneConfig;
  readonly channels: ChannelConfigs;
  readonly directoryUserId?: string;
  readonly securityProfileIds: readonly string[];
  readonly routingProfileId: string;
  readonly hierarchyGroupId?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly lastModified?: ServiceTime;
}

/** What a change tells: when the service answered (in whole seconds); nothing when nothing was called. */
export interface Written {
  readonly at?: ServiceTime;
}

/** What is known of a user before it is looked at, so that a shared answer can confirm it. */
export interface Expectation {
  /** Whether a user as SearchUsers shows it, without e-mails, mobile number and proficiencies, is as known. */
  agrees(shown: User): boolean;
  /**
   * The service's time (ms) up to which the rest is known: a later LastModifiedTime in ListUsers calls for a
   * look. Absent: nothing of the rest matters.
   */
  readonly since?: number;
}

export interface Proficiency {
  readonly attributeName: string;
  readonly attributeValue: string;
  /** 1 to 5 */
  readonly level: number;
}

/** What a user holds, as a list shows it that may lag behind. */
export interface HeldProficiencies {
  readonly proficiencies: readonly Proficiency[];
  /** As far as the list knows. */
  readonly lastModified?: ServiceTime;
}

export interface GroupRef {
  /** Bare id or ARN; the ARN is needed outside the group's home Region. */
  readonly group: string;
  readonly region?: string;
}

export interface TrafficDistributionGroup {
  readonly id: Id;
  readonly arn: string;
  readonly name: string;
  readonly instanceArn: string;
  readonly instanceId: Id;
  /** ACTIVE, CREATION_IN_PROGRESS, UPDATE_IN_PROGRESS, CREATION_FAILED, PENDING_DELETION, DELETION_FAILED */
  readonly status: string;
  readonly isDefault: boolean;
  /** These two are told by DescribeTrafficDistributionGroup alone. */
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface NewGroup {
  readonly instanceId: Id;
  /** The source Region of the instance: the only one that makes groups. */
  readonly region: string;
  readonly name: string;
  readonly description?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Two calls with one token make one group. */
  readonly clientToken: string;
}

/** How much each Region takes, in percent, by the name of the Region. */
export type Shares = Readonly<Record<string, number>>;

/** Whether a Region signs agents in, by the name of the Region. */
export type SignIns = Readonly<Record<string, boolean>>;

/** What UpdateTrafficDistribution changes; each part by itself. */
export interface Distribution {
  readonly telephony?: Shares;
  readonly agent?: Shares;
  /** Of the default group alone. */
  readonly signIn?: SignIns;
}

export interface Membership {
  readonly instanceId: Id;
  readonly groupId: Id;
  readonly userId: Id;
  /** The group's home Region: the only one that takes the call. */
  readonly region: string;
}

export interface QuickConnect {
  readonly id: Id;
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  /** Of type USER only. */
  readonly userId?: Id;
}

/** What a quick connect leads to. */
export type QuickConnectTarget =
  | { readonly type: 'USER'; readonly userId: Id; readonly contactFlowId: Id }
  | { readonly type: 'QUEUE'; readonly queueId: Id; readonly contactFlowId: Id }
  | { readonly type: 'PHONE_NUMBER'; readonly phoneNumber: string };

export interface QuickConnectSettings extends QuickConnect {
  readonly description?: string;
  /** Absent where it leads nowhere, or to something of another type. */
  readonly target?: QuickConnectTarget;
  readonly tags: Readonly<Record<string, string>>;
  readonly lastModified?: ServiceTime;
}

export interface NewQuickConnect extends OfInstance {
  readonly name: string;
  readonly description?: string;
  readonly target: QuickConnectTarget;
  readonly tags: Readonly<Record<string, string>>;
}

export interface QuickConnectRef extends OfInstance {
  readonly quickConnectId: Id;
}

/** A thing of an instance as a list shows it. */
export interface Listed {
  readonly id: Id;
  readonly arn?: string;
  readonly name?: string;
}

export type Queue = Required<Pick<Listed, 'id' | 'name'>>;

export interface HierarchyGroup extends Listed {
  /** The names of the groups from the top of the hierarchy down to this one. */
  readonly path: readonly string[];
}

export interface ListedQuickConnect extends Listed {
  /** USER, QUEUE, PHONE_NUMBER, FLOW */
  readonly type?: string;
  readonly lastModified?: ServiceTime;
}

/** A user as ListUsers shows it. */
export type ListedUser = Pick<User, 'id' | 'username' | 'lastModified'>;

export interface Instance {
  readonly id: Id;
  readonly arn: string;
  readonly identityManagement: 'SAML' | 'CONNECT_MANAGED' | 'EXISTING_DIRECTORY';
  /** Set for an instance that is replicated: its source Region. */
  readonly sourceRegion?: string;
  /** All Regions that hold the instance, source and replicas. */
  readonly regions: readonly string[];
  readonly alias?: string;
  /** ACTIVE, CREATION_IN_PROGRESS, CREATION_FAILED */
  readonly status?: string;
  readonly inboundCalls?: boolean;
  readonly outboundCalls?: boolean;
  readonly accessUrl?: string;
  /** The ARN of the role. */
  readonly serviceRole?: string;
  /** Milliseconds since the epoch. */
  readonly createdAt?: number;
  /** Of an instance that is replicated. */
  readonly globalSignInEndpoint?: string;
}

/** An instance as ListInstances shows it. */
export type ListedInstance = Pick<Instance, 'id' | 'alias'>;

/** What an agent who is signed in is at. */
export interface AgentAtWork {
  readonly statusId: string;
  /** The name of the status that follows when the contacts are over. */
  readonly nextStatus?: string;
  readonly contacts: readonly AgentContact[];
}

export interface AgentContact {
  /** VOICE, CHAT, TASK, EMAIL */
  readonly channel: string;
  /** INCOMING, PENDING, CONNECTING, CONNECTED, CONNECTED_ONHOLD, MISSED, ERROR, REJECTED; ENDED is after-contact work. */
  readonly state: string;
}

export interface AgentStatus {
  readonly id: string;
  readonly name?: string;
  /** ROUTABLE, CUSTOM, OFFLINE */
  readonly type?: string;
}
