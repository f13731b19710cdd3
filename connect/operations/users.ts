import { CreateUserCommand, DeleteUserCommand } from '@aws-sdk/client-connect';
import type { BulkUsers } from '../bulk/bulk-users';
import type { Caller } from '../calls/caller';
import type { Users } from '../gateway';
import { idOf, text } from '../shapes/members';
import { createUserRequestOf } from '../shapes/user-shape';
import { nothing, orAlreadyGone } from './answers';
import { findByUsername, findUser } from './find-user';
import { userProficienciesOf } from './user-proficiencies';
import { userTagsOf } from './user-tags';
import { userUpdatesOf } from './user-updates';

export const usersOf = (caller: Caller, bulk: BulkUsers): Users => ({
  ...userUpdatesOf(caller),
  ...userProficienciesOf(caller),
  ...userTagsOf(caller),

  find: (user) => findUser(caller, user),

  observe: (user, expected) => bulk.observe(caller, user, expected),

  list: (instanceId, region = caller.region) => bulk.list(caller, instanceId, region),

  count: (instanceId, region = caller.region) => bulk.count(caller, instanceId, region),

  search: (instanceId, region = caller.region) => bulk.search(caller, instanceId, region),

  findByUsername: (instanceId, username, region) => findByUsername(caller, instanceId, username, region),

  holderOf: (instanceId, username, region = caller.region) => bulk.holderOf(caller, instanceId, username, region),

  exists: (user) => bulk.exists(caller, user),

  create: (user) =>
    caller.call({
      operation: 'CreateUser',
      region: user.region,
      command: () => new CreateUserCommand(createUserRequestOf(user)),
      read: (output, at) => ({ id: idOf(output.UserId, 'UserId'), arn: text(output.UserArn, 'UserArn'), at }),
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
