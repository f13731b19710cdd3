import type { Gateway } from '../../../connect/gateway';
import type { Findings } from '../../checking/findings';
import type { Context } from '../../contract/resource';
import type { SessionMemory } from '../../contract/session-memory';
import { isUnknown, isWhollyKnown, type PlannedState, type PrivateData } from '../../contract/value';
import { settled } from '../../planning/plan-attributes';
import { bareId, INSTANCE } from '../../values/identifiers';
import { differencesFromNew } from '../changes';
import { userExists, userWillBeAdopted } from '../diagnostics';
import type { UserState } from '../schema';

/**
 * Whether the name of a new user is free. One that is in the state already is about to be destroyed or
 * replaced. One that equals the declaration is what an interrupted apply left: apply will adopt it.
 */
export async function checkName(
  planned: PlannedState<UserState>,
  managedId: string | null | undefined,
  connect: Gateway,
  { instanceId, region }: { readonly instanceId: string; readonly region: string },
  { settings }: Pick<Context, 'settings'>,
  findings: Findings,
): Promise<void> {
  const { name } = planned;
  if (typeof name !== 'string') return;
  const found = await findings.look('SearchUsers', () => connect.users.holderOf(instanceId, name, region));
  if (!found?.value || found.value.id === managedId) return;
  const known = isWhollyKnown({ ...planned, id: null, arn: null, user_id: null, directory_user_id: null });
  const differing = known ? differencesFromNew(found.value, settled(planned), settings) : [];
  const adopted = known && differing.length === 0 && settings.adoptExisting === 'identical';
  findings.add(adopted ? userWillBeAdopted(found.value) : userExists(found.value, instanceId, differing));
}

/**
 * The users in the state, by name. Terraform plans the replacement of a tainted resource as if there were
 * nothing before, and so it does, in the end, for -replace: what holds the name in the state is then what goes.
 */
export function note(memory: SessionMemory, state: UserState, known: PrivateData): void {
  const name = nameOf(state);
  if (name !== undefined && state.user_id !== null) memory.managedUsers.set(name, { state: { ...state }, private: known });
}

/** The user in the state whose name a user that is to be created will have. */
export function managedAs(
  memory: SessionMemory,
  planned: PlannedState<UserState>,
): { readonly state: UserState; readonly private: PrivateData } | undefined {
  const name = nameOf(planned);
  const managed = name === undefined ? undefined : memory.managedUsers.get(name);
  return managed && { state: managed.state as UserState, private: managed.private };
}

/** A user name can be there once in an instance. */
export function nameOf({ instance_id: instance, name }: PlannedState<UserState>): string | undefined {
  return isUnknown(instance) || isUnknown(name) ? undefined : `the user name "${name}" of the instance ${bareId(INSTANCE, instance)}`;
}
