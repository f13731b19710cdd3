import {
  CreateUserCommand,
  DeleteUserCommand,
  UpdateUserConfigCommand,
  UpdateUserHierarchyCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
  UpdateUserRoutingProfileCommand,
  UpdateUserSecurityProfilesCommand,
} from '@aws-sdk/client-connect';
import { bulkUsers } from '../bulk/bulk-users';
import type { Caller } from '../calls/caller';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { UserRef, Users } from '../gateway';
import { CHANNELS } from '../shapes/channels';
import { write } from '../shapes/fields';
import { idOf, text } from '../shapes/members';
import { createUserRequestOf, IDENTITY, PHONE } from '../shapes/user-shape';
import { nothing, orAlreadyGone, written } from './answers';
import { findByUsername, findUser } from './find-user';
import { proficienciesOf } from './proficiencies';

export function usersOf(clock: Clock, mode: RefreshMode): (caller: Caller) => Users {
  const bulk = bulkUsers(clock, mode);
  return (caller) => ({
    ...bulk(caller),
    ...proficienciesOf(caller),

    find: (user) => findUser(caller, user),

    findByUsername: (instanceId, username, region) => findByUsername(caller, instanceId, username, region),

    create: (user) =>
      caller.call(CreateUserCommand, user.region, createUserRequestOf(user), ({ UserId, UserArn }, at) => ({
        id: idOf(UserId, 'UserId'),
        arn: text(UserArn, 'UserArn'),
        at,
      })),

    updateIdentityInfo: (user, identity) =>
      caller.call(UpdateUserIdentityInfoCommand, user.region, { ...wire(user), IdentityInfo: write(IDENTITY, identity) }, written),

    updatePhoneConfig: (user, phone) =>
      caller.call(UpdateUserPhoneConfigCommand, user.region, { ...wire(user), PhoneConfig: write(PHONE, phone) }, written),

    updateConfig: (user, channels) =>
      caller.call(UpdateUserConfigCommand, user.region, { ...wire(user), ...write(CHANNELS, channels) }, written),

    updateRoutingProfile: (user, routingProfileId) =>
      caller.call(UpdateUserRoutingProfileCommand, user.region, { ...wire(user), RoutingProfileId: routingProfileId }, written),

    updateSecurityProfiles: (user, ids) =>
      caller.call(UpdateUserSecurityProfilesCommand, user.region, { ...wire(user), SecurityProfileIds: [...ids] }, written),

    updateHierarchy: (user, hierarchyGroupId) =>
      caller.call(UpdateUserHierarchyCommand, user.region, { ...wire(user), HierarchyGroupId: hierarchyGroupId }, written),

    delete: (user) => orAlreadyGone(caller.call(DeleteUserCommand, user.region, wire(user), nothing), undefined),
  });
}

const wire = ({ instanceId, userId }: UserRef) => ({ InstanceId: instanceId, UserId: userId });
