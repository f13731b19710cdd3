import { ListUsersCommand, SearchUsersCommand, type UserSearchSummary } from '@aws-sdk/client-connect';
import type { ListedUser, User } from '../model';
import { present } from '../shapes/incomplete-answer';
import { foundUserOf } from '../shapes/user-shape';
import type { UserPages } from './user-list';

/** The largest pages that the API takes. */
const SEARCH_PAGE = 500;
const LIST_PAGE = 1000;

/** SearchUsers of all users. */
export const shownPages = (instanceId: string, region: string): UserPages<User> => ({
  operation: 'SearchUsers',
  size: SEARCH_PAGE,
  read: (caller, nextToken) =>
    caller.call({
      operation: 'SearchUsers',
      region,
      command: () => new SearchUsersCommand({ InstanceId: instanceId, MaxResults: SEARCH_PAGE, NextToken: nextToken }),
      read: (output) => ({
        // A user that lacks what every user has is looked at by itself.
        items: (output.Users ?? []).filter(isComplete).map(foundUserOf),
        nextToken: output.NextToken,
        ...(output.ApproximateTotalCount !== undefined && { total: output.ApproximateTotalCount }),
      }),
    }),
});

export const listedPages = (instanceId: string, region: string): UserPages<ListedUser> => ({
  operation: 'ListUsers',
  size: LIST_PAGE,
  read: (caller, nextToken) =>
    caller.call({
      operation: 'ListUsers',
      region,
      command: () => new ListUsersCommand({ InstanceId: instanceId, MaxResults: LIST_PAGE, NextToken: nextToken }),
      read: (output) => ({
        items: (output.UserSummaryList ?? []).map(({ Id, Username, LastModifiedTime }) => ({
          id: present(Id, 'UserSummary.Id'),
          username: Username ?? '',
          ...(LastModifiedTime && { lastModified: LastModifiedTime.getTime() }),
        })),
        nextToken: output.NextToken,
      }),
    }),
});

const isComplete = ({ Id, Arn, Username, RoutingProfileId }: UserSearchSummary): boolean =>
  [Id, Arn, Username, RoutingProfileId].every((member) => member !== undefined);
