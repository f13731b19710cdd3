import { DescribeUserCommand, SearchUsersCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { type Outcome, succeeded } from '../failure';
import type { Id, User, UserRef } from '../model';
import { list, optionalText } from '../shapes/members';
import { foundUserOf, userOf } from '../shapes/user-shape';
import { orAbsent } from './answers';

const SEARCH_PAGE = 500;

/** DescribeUser */
export const findUser = async (caller: Caller, { instanceId, userId, region }: UserRef): Promise<Outcome<User | undefined>> =>
  orAbsent(
    await caller.call({
      operation: 'DescribeUser',
      region,
      command: () => new DescribeUserCommand({ InstanceId: instanceId, UserId: userId }),
      read: (output) => userOf(output.User),
    }),
  );

/** SearchUsers for one exact user name, then DescribeUser. */
export async function findByUsername(
  caller: Caller,
  instanceId: Id,
  username: string,
  region = caller.region,
): Promise<Outcome<User | undefined>> {
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
}
