import type { Identity } from '../contract/ledger';
import { isUnknown, type PlannedState } from '../contract/value';
import { theUser } from '../membership/ids';
import { bareId, INSTANCE } from '../values/identifiers';
import type { UserState } from './schema';

/** A user name can be there once in an instance; who holds it is known by an id of its own, once it is made. */
export function identifyUser({ instance_id: instance, name, user_id: id }: PlannedState<UserState>): readonly Identity[] {
  return [
    ...(isUnknown(instance) || isUnknown(name)
      ? []
      : [{ thing: `the user name "${name}" of the instance ${bareId(INSTANCE, instance)}`, path: ['name'] }]),
    ...(typeof id === 'string' ? [{ thing: theUser(id) }] : []),
  ];
}
