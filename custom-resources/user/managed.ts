import type { SessionMemory } from '../contract/session-memory';
import { isUnknown, type PlannedState, type PrivateData } from '../contract/value';
import { bareId, INSTANCE } from '../values/identifiers';
import type { UserState } from './schema';

/**
 * The users in the state, by name. Terraform plans the replacement of a tainted resource as if there were
 * nothing before, and so it does, in the end, for -replace: what holds the name in the state is then what goes.
 */
export function note(memory: SessionMemory, state: UserState, known: PrivateData): void {
  const name = nameOf(state);
  if (name !== undefined && state.user_id !== null) memory.managedUsers.set(name, { state: { ...state }, private: known });
}

/** The user in the state whose name a user that is to be created will have. */
export function managedAs(memory: SessionMemory, planned: PlannedState<UserState>): { readonly state: UserState; readonly private: PrivateData } | undefined {
  const name = nameOf(planned);
  const managed = name === undefined ? undefined : memory.managedUsers.get(name);
  return managed && { state: managed.state as UserState, private: managed.private };
}

/** A user name can be there once in an instance. */
export function nameOf({ instance_id: instance, name }: PlannedState<UserState>): string | undefined {
  return isUnknown(instance) || isUnknown(name) ? undefined : `the user name "${name}" of the instance ${bareId(INSTANCE, instance)}`;
}
