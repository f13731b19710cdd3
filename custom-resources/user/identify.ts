import type { Identity } from '../contract/ledger';
import type { ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedInRegion } from '../identity/identified-by';
import { theUser, theUserName } from '../membership/ids';
import { USER } from '../values/identifiers';
import { imported } from './import';
import type { UserState } from './schema';

/** A user name can be there once in an instance; who holds it is known by an id of its own, once it is made. */
export function identify({ instance_id: instance, name, user_id: id }: PlannedState<UserState>): readonly Identity[] {
  return [
    ...(isUnknown(instance) || isUnknown(name) ? [] : [{ thing: theUserName(name, instance), path: ['name'] }]),
    ...(typeof id === 'string' ? [{ thing: theUser(id) }] : []),
  ];
}

export const identity: ResourceIdentity<UserState> = identifiedInRegion<UserState>(
  { ...IN_INSTANCE, user_id: { kind: USER, from: 'user_id' } },
  imported,
);
