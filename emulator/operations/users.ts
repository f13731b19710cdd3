import { randomUUID } from 'node:crypto';
import type { IdentityManagementType, Instance } from '../state/instance';
import type { ChannelConfigs, IdentityInfo, PhoneConfig, QuickConnect, Tags, User } from '../state/things';
import { duplicate, invalidRequest, limitExceeded } from '../wire/service-error';
import { operation, readToken, writeToken, type Call, type Operation } from './call';
import { findUser, findUserToChange } from './find-user';
import {
  checkChannels,
  checkIdentity,
  checkNamesPresent,
  checkPhone,
  checkReferences,
  checkSignIn,
  checkStylesExclusive,
  checkUsername,
} from './user-rules';
import { channelsOf, shownPhone } from './user-phone';

interface CreateUserInput extends ChannelConfigs {
  readonly InstanceId: string;
  readonly Username: string;
  readonly Password?: string;
  readonly IdentityInfo?: IdentityInfo;
  readonly PhoneConfig?: PhoneConfig;
  readonly DirectoryUserId?: string;
  readonly SecurityProfileIds: readonly string[];
  readonly RoutingProfileId: string;
  readonly HierarchyGroupId?: string;
  readonly Tags?: Tags;
}

interface UserInput {
  readonly InstanceId: string;
  readonly UserId: string;
}

interface ListUsersInput {
  readonly InstanceId: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

const createUser = operation<CreateUserInput>((input, call) => {
  const instance = call.instance(input.InstanceId);
  const type = instance.facts.identityManagementType;
  const identity = withoutEmpty(input.IdentityInfo ?? {});
  checkUsername(input.Username, type);
  checkSignIn(input, type);
  checkNamesPresent(identity, type);
  checkIdentity(identity, type);
  checkPhone(input.PhoneConfig ?? {});
  checkChannels(input);
  checkStylesExclusive(input.PhoneConfig ?? {}, input);
  checkReferences(instance, call, input);
  const alike = instance.usernamesLike(input.Username);
  if (alike.has(input.Username) || (alike.size > 0 && call.settings.answers.usernameCase === 'insensitive'))
    throw duplicate('A user with this Username already exists.');
  if (instance.users.size >= call.settings.quotas.users)
    throw limitExceeded(`The instance has reached its quota of ${call.settings.quotas.users} users.`);

  const id = randomUUID();
  const user: User = {
    Username: input.Username,
    IdentityInfo: identity,
    PhoneConfig: input.PhoneConfig,
    ...channelsOf(input),
    DirectoryUserId: input.DirectoryUserId ?? idInOwnDirectory(type),
    SecurityProfileIds: input.SecurityProfileIds,
    RoutingProfileId: input.RoutingProfileId,
    HierarchyGroupId: input.HierarchyGroupId,
    Tags: input.Tags ?? {},
    Proficiencies: [],
    ProficienciesModified: call.modified,
    ...call.modified,
  };
  instance.users.put(id, user, call.stamp);
  instance.claimUsername(user.Username);
  return { UserId: id, UserArn: call.arnIn(instance, 'agent', id) };
});

/**
 * An instance that keeps its users itself has a directory of its own: no page says so, but the acceptance tests of `aws_connect_user`, which
 * run against the service, find an id in it that nobody gave.
 */
const idInOwnDirectory = (type: IdentityManagementType): string | undefined => (type === 'CONNECT_MANAGED' ? randomUUID() : undefined);

const describeUser = operation<UserInput>((input, call) => {
  const instance = call.instance(input.InstanceId);
  const { id, user } = findUser(instance, call, input.UserId);
  return { User: { ...user, ...shownPhone(user, call.settings.answers.phoneStyles), Id: id, Arn: call.arnIn(instance, 'agent', id) } };
});

const deleteUser = operation<UserInput>((input, call) => {
  const instance = call.instance(input.InstanceId);
  const { id, user } = findUserToChange(instance, call, input.UserId);
  if (call.settings.answers.deleteUserWithQuickConnect === 'refused' && quickConnectsTo(instance, id).length > 0)
    throw invalidRequest('Quick connects point at the user.');
  instance.floor.leave(id, call.now);
  instance.users.delete(id, call.stamp);
  instance.releaseUsername(user.Username);
  instance.rememberDeleted(id);
  leaveGroups(instance, id, call);
  orphanQuickConnects(instance, id, call);
  return undefined;
});

const listUsers = operation<ListUsersInput>((input, call) => {
  const instance = call.instance(input.InstanceId);
  const { items, next } = instance.users.page(call.view, input.MaxResults ?? 100, { after: readToken(input.NextToken) });
  return {
    UserSummaryList: items.map(({ id, value }) => ({
      Id: id,
      Arn: call.arnIn(instance, 'agent', id),
      Username: value.Username,
      LastModifiedTime: value.LastModifiedTime,
      LastModifiedRegion: value.LastModifiedRegion,
    })),
    NextToken: writeToken(next),
  };
});

export const users: Readonly<Record<string, Operation>> = {
  CreateUser: createUser,
  DescribeUser: describeUser,
  DeleteUser: deleteUser,
  ListUsers: listUsers,
};

/** An empty address or number is one that is not set. */
export function withoutEmpty(identity: IdentityInfo): IdentityInfo {
  return {
    ...identity,
    Email: identity.Email || undefined,
    SecondaryEmail: identity.SecondaryEmail || undefined,
    Mobile: identity.Mobile || undefined,
  };
}

function leaveGroups(instance: Instance, userId: string, call: Call): void {
  if (call.settings.answers.memberOfDeletedUser === 'lingers') return;
  for (const { id } of instance.groups.values()) instance.membersOf(id).delete(userId, call.stampAtHome(instance));
}

function orphanQuickConnects(instance: Instance, userId: string, call: Call): void {
  if (call.settings.answers.quickConnectUserIdAfterDelete === 'kept') return;
  for (const { id, value } of quickConnectsTo(instance, userId)) {
    const { UserConfig } = value.QuickConnectConfig;
    if (!UserConfig) continue;
    instance.quickConnects.put(
      id,
      { ...value, QuickConnectConfig: { ...value.QuickConnectConfig, UserConfig: { ...UserConfig, UserId: '' } } },
      call.stamp,
    );
  }
}

const quickConnectsTo = (instance: Instance, userId: string): readonly { readonly id: string; readonly value: QuickConnect }[] =>
  [...instance.quickConnects.values()].filter(({ value }) => value.QuickConnectConfig.UserConfig?.UserId === userId);
