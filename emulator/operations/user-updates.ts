import type { ChannelConfigs, IdentityInfo, PhoneConfig, User } from '../state/things';
import type { UserChange } from '../settings';
import { invalidRequest } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { findUserToChange } from './find-user';
import { checkChannels, checkIdentity, checkPhone, checkReferences } from './user-rules';
import { withChannels, withPhone } from './user-phone';
import { withoutEmpty } from './users';

interface UserInput {
  readonly InstanceId: string;
  readonly UserId: string;
}

/** An update: finds the user, lets `change` check and compute, and writes. */
function update<In extends UserInput>(kind: UserChange, change: (input: In, user: User, call: Call) => Partial<User>): Operation {
  return operation<In>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const { id, user } = findUserToChange(instance, call, input.UserId);
    instance.users.put(id, { ...user, ...change(input, user, call), ...call.modifiedBy(kind) }, call.stamp);
    return undefined;
  });
}

export const userUpdates: Readonly<Record<string, Operation>> = {
  UpdateUserIdentityInfo: update<UserInput & { readonly IdentityInfo: IdentityInfo }>(
    'identity',
    ({ InstanceId, IdentityInfo }, user, call) => {
      const type = call.instance(InstanceId).facts.identityManagementType;
      const { FirstName, LastName, Email } = IdentityInfo;
      if (type === 'EXISTING_DIRECTORY' && [FirstName, LastName, Email].some((value) => value !== undefined)) {
        throw invalidRequest('FirstName, LastName and Email are managed by the directory of this instance.');
      }
      checkIdentity(IdentityInfo, type);
      return {
        IdentityInfo: withoutEmpty(
          call.settings.answers.omittedOnUpdate === 'kept' ? { ...user.IdentityInfo, ...IdentityInfo } : IdentityInfo,
        ),
      };
    },
  ),

  UpdateUserPhoneConfig: update<UserInput & { readonly PhoneConfig: PhoneConfig }>('phone', ({ PhoneConfig }) => {
    checkPhone(PhoneConfig);
    return withPhone(PhoneConfig);
  }),

  UpdateUserConfig: update<UserInput & ChannelConfigs>('phone', (input, user, call) => {
    checkChannels(input);
    return withChannels(user, input, call.settings.answers.omittedOnUpdate);
  }),

  UpdateUserRoutingProfile: update<UserInput & { readonly RoutingProfileId: string }>(
    'routing-profile',
    ({ InstanceId, RoutingProfileId }, _, call) => {
      checkReferences(call.instance(InstanceId), call, { RoutingProfileId });
      return { RoutingProfileId };
    },
  ),

  UpdateUserSecurityProfiles: update<UserInput & { readonly SecurityProfileIds: readonly string[] }>(
    'security-profiles',
    ({ InstanceId, SecurityProfileIds }, _, call) => {
      checkReferences(call.instance(InstanceId), call, { SecurityProfileIds });
      return { SecurityProfileIds };
    },
  ),

  UpdateUserHierarchy: update<UserInput & { readonly HierarchyGroupId?: string }>(
    'hierarchy',
    ({ InstanceId, HierarchyGroupId }, _, call) => {
      checkReferences(call.instance(InstanceId), call, { HierarchyGroupId });
      return { HierarchyGroupId };
    },
  ),
};
