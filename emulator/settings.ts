/** How the emulator behaves where the real service differs by account, or where nobody knows what it does. */

/** One switch for each answer that AWS does not document. */
export interface Answers {
  /** AssociateTrafficDistributionGroupUser for a user who is already a member. */
  readonly reassociate: 'ok' | 'conflict';
  readonly disassociateNonMember: 'ok' | 'not-found';
  /** Whether DeleteUser takes the user out of its groups. */
  readonly memberOfDeletedUser: 'removed' | 'lingers';
  readonly disassociateDeletedUser: 'ok' | 'not-found';
  /** How ListTrafficDistributionGroupUsers names its users. */
  readonly memberIds: 'id' | 'arn';
  /** The largest page of ListTrafficDistributionGroupUsers; above it a 400. */
  readonly groupUsersPageMax: 1000 | 10;
  /** The user id in a quick connect whose user was deleted. */
  readonly quickConnectUserIdAfterDelete: 'kept' | 'cleared';
  readonly deleteQuickConnectInQueue: 'ok' | 'in-use';
  /** DeleteUser while quick connects point at the user. */
  readonly deleteUserWithQuickConnect: 'ok' | 'refused';
  /** What UpdateUserConfig and UpdateUserIdentityInfo do with what the request leaves out. */
  readonly omittedOnUpdate: 'kept' | 'cleared';
  /** Whether a user shows its phone settings in the style that was set, or in both. */
  readonly phoneStyles: 'only-what-was-set' | 'both';
  /** Whether `Foo` and `foo` may both exist. */
  readonly usernameCase: 'sensitive' | 'insensitive';
  /** Whether searches tell upper from lower case. */
  readonly searchCase: 'sensitive' | 'insensitive';
  /** A user's ARN in place of its id, outside the group operations. */
  readonly userIdAsArn: 'accepted' | 'refused';
  /** Associate and Disassociate while the group is UPDATE_IN_PROGRESS. */
  readonly associateWhileUpdating: 'ok' | 'not-found';
  /** The kinds of change that move a user's LastModifiedTime. */
  readonly lastModifiedMoves: readonly UserChange[];
}

export const USER_CHANGES = [
  'identity',
  'phone',
  'routing-profile',
  'security-profiles',
  'hierarchy',
  'tags',
  'proficiencies',
  'membership',
] as const;
export type UserChange = (typeof USER_CHANGES)[number];

export interface Quotas {
  readonly users: number;
  readonly quickConnects: number;
  readonly queues: number;
  readonly quickConnectsPerQueue: number;
  readonly routingProfiles: number;
  readonly queuesPerRoutingProfile: number;
  readonly securityProfiles: number;
  readonly hierarchyGroups: number;
  readonly hoursOfOperation: number;
  readonly proficienciesPerUser: number;
  readonly trafficDistributionGroups: number;
}

/** Refuses an operation, to one access key or to all. */
export interface Denial {
  readonly accessKeyId?: string;
  readonly operation: string;
}

export interface Settings {
  /** Requests per second of one operation, account and Region. */
  readonly rate: number | 'off';
  readonly burst: number;
  readonly throttleCode: 'ThrottlingException' | 'TooManyRequestsException';
  /** The part of the rate that somebody else uses up, 0 to 1. */
  readonly otherClientShare: number;
  /** Milliseconds until a new thing is found, and until lists show a change. */
  readonly consistencyDelay: number;
  /** Milliseconds until the other Region sees what happened. */
  readonly mirrorDelay: number;
  /** Milliseconds that a group stays CREATION_IN_PROGRESS, UPDATE_IN_PROGRESS or PENDING_DELETION. */
  readonly groupDelay: number;
  /** How many times faster than the world outside the emulator's time runs. */
  readonly timeScale: number;
  readonly quotas: Quotas;
  readonly answers: Answers;
  readonly deny: readonly Denial[];
}

export const DEFAULT_SETTINGS: Settings = {
  rate: 2,
  burst: 5,
  throttleCode: 'ThrottlingException',
  otherClientShare: 0,
  consistencyDelay: 0,
  mirrorDelay: 0,
  groupDelay: 0,
  timeScale: 1,
  quotas: {
    users: 500,
    quickConnects: 100,
    queues: 100,
    quickConnectsPerQueue: 700,
    routingProfiles: 500,
    queuesPerRoutingProfile: 50,
    securityProfiles: 100,
    hierarchyGroups: 500,
    hoursOfOperation: 100,
    proficienciesPerUser: 10,
    trafficDistributionGroups: 8,
  },
  answers: {
    reassociate: 'ok',
    disassociateNonMember: 'ok',
    memberOfDeletedUser: 'removed',
    disassociateDeletedUser: 'not-found',
    memberIds: 'id',
    groupUsersPageMax: 1000,
    quickConnectUserIdAfterDelete: 'kept',
    deleteQuickConnectInQueue: 'ok',
    deleteUserWithQuickConnect: 'ok',
    omittedOnUpdate: 'kept',
    phoneStyles: 'only-what-was-set',
    usernameCase: 'sensitive',
    searchCase: 'insensitive',
    userIdAsArn: 'refused',
    associateWhileUpdating: 'not-found',
    lastModifiedMoves: ['identity', 'phone', 'routing-profile', 'security-profiles', 'hierarchy'],
  },
  deny: [],
};

/** A partial change; `quotas` and `answers` are merged member by member, `deny` is replaced. */
export type SettingsPatch = Partial<Omit<Settings, 'quotas' | 'answers'>> & {
  readonly quotas?: Partial<Quotas>;
  readonly answers?: Partial<Answers>;
};

export function mergeSettings(settings: Settings, patch: SettingsPatch): Settings {
  return {
    ...settings,
    ...defined(patch),
    quotas: { ...settings.quotas, ...defined(patch.quotas) },
    answers: { ...settings.answers, ...defined(patch.answers) },
  };
}

/** What is set; a member that is there but undefined changes nothing. */
function defined<T extends object>(values: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>;
}
