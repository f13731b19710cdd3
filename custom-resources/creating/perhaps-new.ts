import type { Gateway, QuickConnectRef, UserRef } from '../../connect/gateway';
import { theQuickConnect, theUser } from '../identity/things';
import type { PerhapsNew } from '../waiting/while-new';

/** A user of whom a call speaks, and whom this apply may have made. */
export const perhapsNewUser = ({ users }: Gateway, { instanceId, userId, region }: UserRef): PerhapsNew => ({
  thing: theUser(userId),
  noun: 'the new user',
  fields: { userId },
  find: () => users.find({ instanceId, userId, region }),
});

/** The same of a quick connect. */
export const perhapsNewQuickConnect = ({ quickConnects }: Gateway, quickConnect: QuickConnectRef): PerhapsNew => ({
  thing: theQuickConnect(quickConnect.instanceId, quickConnect.quickConnectId),
  noun: 'the new quick connect',
  fields: { quickConnectId: quickConnect.quickConnectId },
  find: () => quickConnects.find(quickConnect),
});
