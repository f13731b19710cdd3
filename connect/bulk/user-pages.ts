import { ListUsersCommand, SearchUsersCommand } from '@aws-sdk/client-connect';
import type { Id, ListedUser, User } from '../model';
import { list, optionalNumber, optionalText } from '../shapes/members';
import { listedUserOf, readableUsersOf } from '../shapes/user-shape';
import type { ListPages } from './shared-list';

/** The largest pages that the API takes. */
const SEARCH_PAGE = 500;
const LIST_PAGE = 1000;

/** SearchUsers of all users. */
export const shownPages = (instanceId: Id, region: string): ListPages<User> => ({
  operation: 'SearchUsers',
  size: SEARCH_PAGE,
  nameOf: ({ username }) => username,
  read: (caller, nextToken) =>
    caller.call({
      operation: 'SearchUsers',
      region,
      command: () => new SearchUsersCommand({ InstanceId: instanceId, MaxResults: SEARCH_PAGE, NextToken: nextToken }),
      read: (output) => {
        const total = optionalNumber(output.ApproximateTotalCount, 'ApproximateTotalCount');
        // A user that lacks what every user has is looked at by itself.
        return {
          items: readableUsersOf(output.Users),
          nextToken: optionalText(output.NextToken, 'NextToken'),
          ...(total !== undefined && { total }),
        };
      },
    }),
});

export const listedPages = (instanceId: Id, region: string): ListPages<ListedUser> => ({
  operation: 'ListUsers',
  size: LIST_PAGE,
  nameOf: ({ username }) => username,
  read: (caller, nextToken) =>
    caller.call({
      operation: 'ListUsers',
      region,
      command: () => new ListUsersCommand({ InstanceId: instanceId, MaxResults: LIST_PAGE, NextToken: nextToken }),
      read: (output) => ({
        items: list(output.UserSummaryList, 'UserSummaryList', listedUserOf),
        nextToken: optionalText(output.NextToken, 'NextToken'),
      }),
    }),
});
