import {
  UpdateUserConfigCommand,
  UpdateUserHierarchyCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
  UpdateUserRoutingProfileCommand,
  UpdateUserSecurityProfilesCommand,
} from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import type { Users } from '../gateway';
import type { UserRef } from '../model';
import { CHANNELS } from '../shapes/channels';
import { write } from '../shapes/fields';
import { IDENTITY, PHONE } from '../shapes/user-shape';
import { written } from './answers';

type Updates = Pick<
  Users,
  'updateIdentityInfo' | 'updatePhoneConfig' | 'updateConfig' | 'updateRoutingProfile' | 'updateSecurityProfiles' | 'updateHierarchy'
>;

export const userUpdatesOf = (caller: Caller): Updates => ({
  updateIdentityInfo: (user, identity) =>
    caller.call({
      operation: 'UpdateUserIdentityInfo',
      region: user.region,
      command: () => new UpdateUserIdentityInfoCommand({ ...target(user), IdentityInfo: write(IDENTITY, identity) }),
      read: written,
    }),

  updatePhoneConfig: (user, phone) =>
    caller.call({
      operation: 'UpdateUserPhoneConfig',
      region: user.region,
      command: () => new UpdateUserPhoneConfigCommand({ ...target(user), PhoneConfig: write(PHONE, phone) }),
      read: written,
    }),

  updateConfig: (user, channels) =>
    caller.call({
      operation: 'UpdateUserConfig',
      region: user.region,
      command: () => new UpdateUserConfigCommand({ ...target(user), ...write(CHANNELS, channels) }),
      read: written,
    }),

  updateRoutingProfile: (user, routingProfileId) =>
    caller.call({
      operation: 'UpdateUserRoutingProfile',
      region: user.region,
      command: () => new UpdateUserRoutingProfileCommand({ ...target(user), RoutingProfileId: routingProfileId }),
      read: written,
    }),

  updateSecurityProfiles: (user, securityProfileIds) =>
    caller.call({
      operation: 'UpdateUserSecurityProfiles',
      region: user.region,
      command: () => new UpdateUserSecurityProfilesCommand({ ...target(user), SecurityProfileIds: [...securityProfileIds] }),
      read: written,
    }),

  updateHierarchy: (user, hierarchyGroupId) =>
    caller.call({
      operation: 'UpdateUserHierarchy',
      region: user.region,
      command: () => new UpdateUserHierarchyCommand({ ...target(user), HierarchyGroupId: hierarchyGroupId }),
      read: written,
    }),
});

const target = ({ instanceId, userId }: UserRef) => ({ InstanceId: instanceId, UserId: userId });
