import type {
  CreateUserRequest,
  PhoneType,
  User as WireUser,
  UserIdentityInfo,
  UserPhoneConfig,
  UserSearchSummary,
} from '@aws-sdk/client-connect';
import type { IdentityInfo, NewUser, PhoneConfig, User } from '../model';
import { channelsOf, secondsOf, wireChannelsOf } from './channels';
import { present } from './incomplete-answer';

/** What SearchUsers knows of a user: no e-mails, no mobile number, no time of modification. */
export type FoundUser = Omit<User, 'lastModified' | 'identity'> & {
  readonly identity: Pick<IdentityInfo, 'firstName' | 'lastName'>;
};

/** Time limits of DescribeUser are in seconds, those of SearchUsers in milliseconds. */
const SECONDS = 1;
const MILLISECONDS = 1000;

/** @throws IncompleteAnswer */
export function userOf(wire: WireUser): User {
  return {
    ...sharedOf(wire, SECONDS),
    identity: identityOf(wire.IdentityInfo ?? {}),
    ...(wire.LastModifiedTime && { lastModified: wire.LastModifiedTime.getTime() }),
  };
}

/** @throws IncompleteAnswer */
export function foundUserOf(wire: UserSearchSummary): FoundUser {
  return { ...sharedOf(wire, MILLISECONDS), identity: identityOf(wire.IdentityInfo ?? {}) };
}

function sharedOf(wire: WireUser | UserSearchSummary, unit: number): Omit<User, 'lastModified' | 'identity'> {
  return {
    id: present(wire.Id, 'User.Id'),
    arn: present(wire.Arn, 'User.Arn'),
    username: present(wire.Username, 'User.Username'),
    ...(wire.PhoneConfig && { phone: phoneOf(wire.PhoneConfig, unit) }),
    channels: channelsOf(wire, unit),
    ...(wire.DirectoryUserId && { directoryUserId: wire.DirectoryUserId }),
    securityProfileIds: wire.SecurityProfileIds ?? [],
    routingProfileId: present(wire.RoutingProfileId, 'User.RoutingProfileId'),
    ...(wire.HierarchyGroupId && { hierarchyGroupId: wire.HierarchyGroupId }),
    tags: wire.Tags ?? {},
  };
}

/** An empty text is one that is not set. */
function identityOf(wire: UserIdentityInfo): IdentityInfo {
  return {
    ...(wire.FirstName && { firstName: wire.FirstName }),
    ...(wire.LastName && { lastName: wire.LastName }),
    ...(wire.Email && { email: wire.Email }),
    ...(wire.SecondaryEmail && { secondaryEmail: wire.SecondaryEmail }),
    ...(wire.Mobile && { mobile: wire.Mobile }),
  };
}

function phoneOf(wire: UserPhoneConfig, unit: number): PhoneConfig {
  const limit = secondsOf(wire.AfterContactWorkTimeLimit, unit);
  return {
    ...(wire.PhoneType && { phoneType: wire.PhoneType }),
    ...(wire.AutoAccept !== undefined && { autoAccept: wire.AutoAccept }),
    ...(limit !== undefined && { afterContactWorkTimeLimit: limit }),
    ...(wire.DeskPhoneNumber && { deskPhoneNumber: wire.DeskPhoneNumber }),
    ...(wire.PersistentConnection !== undefined && { persistentConnection: wire.PersistentConnection }),
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
