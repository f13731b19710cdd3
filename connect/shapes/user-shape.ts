import type {
  CreateUserRequest,
  PhoneType,
  User as WireUser,
  UserIdentityInfo,
  UserIdentityInfoLite,
  UserPhoneConfig,
  UserSearchSummary,
  UserSummary,
} from '@aws-sdk/client-connect';
import type { IdentityInfo, ListedUser, NewUser, PhoneConfig, User } from '../model';
import { channelsOf, secondsOf, wireChannelsOf } from './channels';
import { IncompleteAnswer } from './incomplete-answer';
import { idOf, list, optionalFlag, optionalNumber, optionalStructure, optionalText, optionalTime, structure, text, texts } from './members';

/** What SearchUsers knows of a user: no e-mails, no mobile number, no time of modification. */
export type FoundUser = Omit<User, 'lastModified' | 'identity'> & {
  readonly identity: Pick<IdentityInfo, 'firstName' | 'lastName'>;
};

/** Time limits of DescribeUser are in seconds, those of SearchUsers in milliseconds. */
const SECONDS = 1;
const MILLISECONDS = 1000;

/** @throws IncompleteAnswer */
export function userOf(wire: WireUser | undefined): User {
  const user = structure(wire, 'User');
  const lastModified = optionalTime(user.LastModifiedTime, 'User.LastModifiedTime');
  return { ...sharedOf(user, SECONDS), identity: identityOf(user.IdentityInfo), ...(lastModified !== undefined && { lastModified }) };
}

/** @throws IncompleteAnswer */
export function foundUserOf(wire: UserSearchSummary): FoundUser {
  const user = structure(wire, 'User');
  return { ...sharedOf(user, MILLISECONDS), identity: identityOf(user.IdentityInfo) };
}

/** Those of a page that can be read: one that cannot does not take along the others. */
export const readableUsersOf = (wires: readonly UserSearchSummary[] | undefined): readonly FoundUser[] =>
  list(wires, 'Users', readableUserOf).filter((user) => user !== undefined);

function readableUserOf(wire: UserSearchSummary): FoundUser | undefined {
  try {
    return foundUserOf(wire);
  } catch (error) {
    if (error instanceof IncompleteAnswer) return undefined;
    throw error;
  }
}

/** @throws IncompleteAnswer */
export function listedUserOf(wire: UserSummary, member: string): ListedUser {
  const { Id, Username, LastModifiedTime } = structure(wire, member);
  const lastModified = optionalTime(LastModifiedTime, `${member}.LastModifiedTime`);
  return {
    id: idOf(Id, `${member}.Id`),
    username: optionalText(Username, `${member}.Username`) ?? '',
    ...(lastModified !== undefined && { lastModified }),
  };
}

function sharedOf(wire: WireUser | UserSearchSummary, unit: number): Omit<User, 'lastModified' | 'identity'> {
  const phone = optionalStructure(wire.PhoneConfig, 'User.PhoneConfig');
  const directoryUserId = optionalText(wire.DirectoryUserId, 'User.DirectoryUserId');
  const hierarchyGroupId = optionalText(wire.HierarchyGroupId, 'User.HierarchyGroupId');
  return {
    id: idOf(wire.Id, 'User.Id'),
    arn: text(wire.Arn, 'User.Arn'),
    username: text(wire.Username, 'User.Username'),
    ...(phone && { phone: phoneOf(phone, unit) }),
    channels: channelsOf(wire, unit),
    ...(directoryUserId && { directoryUserId }),
    securityProfileIds: list(wire.SecurityProfileIds, 'User.SecurityProfileIds', text),
    routingProfileId: text(wire.RoutingProfileId, 'User.RoutingProfileId'),
    ...(hierarchyGroupId && { hierarchyGroupId }),
    tags: texts(wire.Tags, 'User.Tags'),
  };
}

function identityOf(given: UserIdentityInfo | UserIdentityInfoLite | undefined): IdentityInfo {
  const wire: UserIdentityInfo = optionalStructure(given, 'User.IdentityInfo') ?? {};
  const firstName = optionalText(wire.FirstName, 'User.FirstName');
  const lastName = optionalText(wire.LastName, 'User.LastName');
  const email = optionalText(wire.Email, 'User.Email');
  const secondaryEmail = optionalText(wire.SecondaryEmail, 'User.SecondaryEmail');
  const mobile = optionalText(wire.Mobile, 'User.Mobile');
  return {
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(email && { email }),
    ...(secondaryEmail && { secondaryEmail }),
    ...(mobile && { mobile }),
  };
}

function phoneOf(wire: UserPhoneConfig, unit: number): PhoneConfig {
  const phoneType = optionalText(wire.PhoneType, 'User.PhoneType');
  const autoAccept = optionalFlag(wire.AutoAccept, 'User.AutoAccept');
  const limit = secondsOf(optionalNumber(wire.AfterContactWorkTimeLimit, 'User.AfterContactWorkTimeLimit'), unit);
  const deskPhoneNumber = optionalText(wire.DeskPhoneNumber, 'User.DeskPhoneNumber');
  const persistentConnection = optionalFlag(wire.PersistentConnection, 'User.PersistentConnection');
  return {
    ...(phoneType && { phoneType }),
    ...(autoAccept !== undefined && { autoAccept }),
    ...(limit !== undefined && { afterContactWorkTimeLimit: limit }),
    ...(deskPhoneNumber && { deskPhoneNumber }),
    ...(persistentConnection !== undefined && { persistentConnection }),
  };
}

export const wireIdentityOf = (identity: IdentityInfo): UserIdentityInfo => ({
  FirstName: identity.firstName,
  LastName: identity.lastName,
  Email: identity.email,
  SecondaryEmail: identity.secondaryEmail,
  Mobile: identity.mobile,
});

export const wirePhoneOf = (phone: PhoneConfig): UserPhoneConfig => ({
  PhoneType: phone.phoneType as PhoneType | undefined,
  AutoAccept: phone.autoAccept,
  AfterContactWorkTimeLimit: phone.afterContactWorkTimeLimit,
  DeskPhoneNumber: phone.deskPhoneNumber,
  PersistentConnection: phone.persistentConnection,
});

export const createUserRequestOf = (user: NewUser): CreateUserRequest => ({
  InstanceId: user.instanceId,
  Username: user.username,
  Password: user.password,
  IdentityInfo: user.identity && wireIdentityOf(user.identity),
  PhoneConfig: user.phone && wirePhoneOf(user.phone),
  ...(user.channels && wireChannelsOf(user.channels)),
  DirectoryUserId: user.directoryUserId,
  SecurityProfileIds: [...user.securityProfileIds],
  RoutingProfileId: user.routingProfileId,
  HierarchyGroupId: user.hierarchyGroupId,
  Tags: user.tags && Object.keys(user.tags).length > 0 ? { ...user.tags } : undefined,
});
