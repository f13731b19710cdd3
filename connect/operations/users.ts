import {
  CreateUserCommand,
  DeleteUserCommand,
  DescribeUserCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect';
import type { UserSweep } from '../bulk/user-sweep';
import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { type Outcome, succeeded } from '../failure';
import type { Users } from '../gateway';
import type { User, UserRef } from '../model';
import { list, optionalText, text } from '../shapes/members';
import { createUserRequestOf, foundUserOf, userOf } from '../shapes/user-shape';
import { nothing, orAbsent, orAlreadyGone } from './answers';
import { userProficienciesOf } from './user-proficiencies';
import { userTagsOf } from './user-tags';
import { userUpdatesOf } from './user-updates';

const SEARCH_PAGE = 500;

export const usersOf = (caller: Caller, sweep: UserSweep): Users => ({
  ...userUpdatesOf(caller),
  ...userProficienciesOf(caller),
  ...userTagsOf(caller),

  find: (user) => findUser(caller, user),

  async observe(user, expected) {
    const confirmed = !sweep.prefersDirect(caller, user) && (await sweep.confirms(caller, user, expected));
    return confirmed ? succeeded('unchanged') : findUser(caller, user);
  },

  list: (instanceId, region = caller.region) => sweep.list(caller, instanceId, region),

  async findByUsername(instanceId, username, region = caller.region) {
    const found = await allPages({ operation: 'SearchUsers', region }, (nextToken) =>
      caller.call({
        operation: 'SearchUsers',
        region,
        command: () =>
          new SearchUsersCommand({
            InstanceId: instanceId,
            MaxResults: SEARCH_PAGE,
            NextToken: nextToken,
            SearchCriteria: { StringCondition: { FieldName: 'Username', Value: username, ComparisonType: 'EXACT' } },
          }),
        read: (output) => ({ items: list(output.Users, 'Users', foundUserOf), nextToken: optionalText(output.NextToken, 'NextToken') }),
      }),
    );
    if (!found.ok) return found;
    // User names are case-sensitive; whether the search is, is not documented.
    const match = found.value.find((user) => user.username === username);
    return match ? findUser(caller, { instanceId, userId: match.id, region }) : succeeded(undefined);
  },

  create: (user) =>
    caller.call({
      operation: 'CreateUser',
      region: user.region,
      command: () => new CreateUserCommand(createUserRequestOf(user)),
      read: (output, at) => ({ id: text(output.UserId, 'UserId'), arn: text(output.UserArn, 'UserArn'), at }),
    }),

  delete: async ({ instanceId, userId, region }) =>
    orAlreadyGone(
      await caller.call({
        operation: 'DeleteUser',
        region,
        command: () => new DeleteUserCommand({ InstanceId: instanceId, UserId: userId }),
        read: nothing,
      }),
    ),
});

const findUser = async (caller: Caller, { instanceId, userId, region }: UserRef): Promise<Outcome<User | undefined>> =>
  orAbsent(
    await caller.call({
      operation: 'DescribeUser',
      region,
      command: () => new DescribeUserCommand({ InstanceId: instanceId, UserId: userId }),
      read: (output) => userOf(output.User),
    }),
  );
