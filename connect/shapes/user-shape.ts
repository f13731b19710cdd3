import type {
  CreateUserRequest,
  User as WireUser,
  UserIdentityInfo,
  UserPhoneConfig,
  UserSearchSummary,
  UserSummary,
} from '@aws-sdk/client-connect';
import type { IdentityInfo, ListedUser, NewUser, PhoneConfig, User } from '../gateway';
import { CHANNELS } from './channels';
import { type Fields, read, structureOf, write } from './fields';
import { idOf, IncompleteAnswer, list, optionalFlag, optionalSeconds, optionalText, optionalTime, text, texts } from './members';

/** Time limits of DescribeUser are in seconds, those of SearchUsers in milliseconds. */
const SECONDS = 1;
const MILLISECONDS = 1000;

export const IDENTITY: Fields<IdentityInfo, UserIdentityInfo> = {
  firstName: ['FirstName', optionalText],
  lastName: ['LastName', optionalText],
  email: ['Email', optionalText],
  secondaryEmail: ['SecondaryEmail', optionalText],
  mobile: ['Mobile', optionalText],
};

export const PHONE: Fields<PhoneConfig, UserPhoneConfig> = {
  phoneType: ['PhoneType', optionalText],
  autoAccept: ['AutoAccept', optionalFlag],
  afterContactWorkTimeLimit: ['AfterContactWorkTimeLimit', optionalSeconds],
  deskPhoneNumber: ['DeskPhoneNumber', optionalText],
  persistentConnection: ['PersistentConnection', optionalFlag],
};

/** What both DescribeUser and SearchUsers tell. */
const USER: Fields<Omit<User, 'identity' | 'channels' | 'lastModified'>, WireUser | UserSearchSummary> = {
  id: ['Id', idOf],
  arn: ['Arn', text],
  username: ['Username', text],
  phone: ['PhoneConfig', ...structureOf(PHONE)],
  directoryUserId: ['DirectoryUserId', optionalText],
  securityProfileIds: ['SecurityProfileIds', (ids: readonly string[], member) => list(ids, member, text)],
  routingProfileId: ['RoutingProfileId', text],
  hierarchyGroupId: ['HierarchyGroupId', optionalText],
  tags: ['Tags', texts],
};

/** @throws IncompleteAnswer */
export function userOf(wire: WireUser | undefined): User {
  const lastModified = optionalTime(wire?.LastModifiedTime, 'User.LastModifiedTime');
  return { ...userIn(wire, SECONDS), ...(lastModified !== undefined && { lastModified }) };
}

/** What SearchUsers knows of a user: no e-mails, no mobile number, no time of modification. @throws IncompleteAnswer */
export const foundUserOf = (wire: UserSearchSummary): User => userIn(wire, MILLISECONDS);

const userIn = (wire: WireUser | UserSearchSummary | undefined, unit: number): User => ({
  ...read(USER, wire, 'User', unit),
  identity: read(IDENTITY, wire?.IdentityInfo ?? {}, 'User.IdentityInfo'),
  channels: read(CHANNELS, wire, 'User', unit),
});

/** Nothing for one that cannot be read: it does not take along the others of its page. */
export function readableUserOf(wire: UserSearchSummary): User | undefined {
  try {
    return foundUserOf(wire);
  } catch (error) {
    if (error instanceof IncompleteAnswer) return undefined;
    throw error;
  }
}

const LISTED: Fields<ListedUser, UserSummary> = {
  id: ['Id', idOf],
  username: ['Username', (name: string, member) => optionalText(name, member) ?? ''],
  lastModified: ['LastModifiedTime', optionalTime],
};

/** @throws IncompleteAnswer */
export const listedUserOf = (wire: UserSummary, member: string): ListedUser => read(LISTED, wire, member);

export const createUserRequestOf = (user: NewUser): CreateUserRequest => ({
  InstanceId: user.instanceId,
  Username: user.username,
  Password: user.password,
  IdentityInfo: user.identity && write(IDENTITY, user.identity),
  PhoneConfig: user.phone && write(PHONE, user.phone),
  ...(user.channels && write(CHANNELS, user.channels)),
  DirectoryUserId: user.directoryUserId,
  SecurityProfileIds: [...user.securityProfileIds],
  RoutingProfileId: user.routingProfileId,
  HierarchyGroupId: user.hierarchyGroupId,
  Tags: user.tags && Object.keys(user.tags).length > 0 ? { ...user.tags } : undefined,
});
