import { DescribeUserCommand, SearchUsersCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { listAll, listing } from '../calls/pages';
import { type Outcome, succeeded } from '../failure';
import type { Id, User, UserRef } from '../gateway';
import { foundUserOf, userOf } from '../shapes/user-shape';
import { orAbsent } from './answers';

export const foundUsers = listing(SearchUsersCommand, 500, 'Users', foundUserOf);

/** DescribeUser */
export const findUser = (caller: Caller, { instanceId, userId, region }: UserRef): Promise<Outcome<User | undefined>> =>
  orAbsent(caller.call(DescribeUserCommand, region, { InstanceId: instanceId, UserId: userId }, ({ User }) => userOf(User)));

/** SearchUsers for one exact user name, then DescribeUser. */
export async function findByUsername(
  caller: Caller,
  instanceId: Id,
  username: string,
  region = caller.region,
): Promise<Outcome<User | undefined>> {
  const found = await listAll(caller, foundUsers, region, {
    InstanceId: instanceId,
    SearchCriteria: { StringCondition: { FieldName: 'Username', Value: username, ComparisonType: 'EXACT' } },
  });
  if (!found.ok) return found;
  // User names are case-sensitive; whether the search is, is not documented.
  const match = found.value.find((user) => user.username === username);
  return match ? findUser(caller, { instanceId, userId: match.id, region }) : succeeded(undefined);
}
