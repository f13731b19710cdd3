import { bareId, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

/* What resources have to do with, as messages and the ledger name it. */

export const theUser = (user: string): string => `the user ${bareId(USER, user)}`;

export const theUserName = (instance: string, name: string): string =>
  `the user name "${name}" of the instance ${bareId(INSTANCE, instance)}`;

export const theQuickConnect = (instanceId: string, quickConnectId: string): string =>
  `the quick connect ${quickConnectId} of the instance ${instanceId}`;

export const theQuickConnectName = (instanceId: string, name: string): string =>
  `the quick connect name "${name}" of the instance ${instanceId}`;

export const theGroup = (id: string): string => `the traffic distribution group ${id}`;

export const theGroupName = (instance: string, name: string): string =>
  `the traffic distribution group name "${name}" of the instance ${bareId(INSTANCE, instance)}`;

/** @param id as `membershipId` writes it */
export const theMembership = (id: string): string => `the membership ${id}`;

export const theUsersOf = (group: string): string =>
  `the users of the traffic distribution group ${bareId(TRAFFIC_DISTRIBUTION_GROUP, group)}`;
