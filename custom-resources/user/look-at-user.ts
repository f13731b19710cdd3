import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Expectation, Proficiency, User, UserRef } from '../../connect/model';
import { type ObservedUser, proficiencyChanges } from './changes';

/** The user by DescribeUser, with ListUserProficiencies where they matter. */
export async function lookAtUser(
  connect: Gateway,
  user: UserRef,
  withProficiencies: boolean,
): Promise<Outcome<ObservedUser | undefined>> {
  const found = await connect.users.find(user);
  return found.ok ? complete(connect, user, withProficiencies, found.value) : found;
}

/**
 * The same, unless lists that all readers share confirm that the user is as expected. They show no
 * proficiencies, and whether a change of those counts as one of the user is not documented: where they
 * are declared, they are looked at.
 */
export async function observeUser(
  connect: Gateway,
  user: UserRef,
  declared: readonly Proficiency[],
  expected: Expectation,
): Promise<Outcome<ObservedUser | 'unchanged' | undefined>> {
  const withProficiencies = declared.length > 0;
  const observed = await connect.users.observe(user, expected);
  if (!observed.ok) return observed;
  if (observed.value !== 'unchanged') return complete(connect, user, withProficiencies, observed.value);
  if (!withProficiencies) return succeeded('unchanged');
  const held = await connect.users.listProficiencies(user);
  if (!held.ok && held.failure.kind !== 'not-found') return held;
  return held.ok && proficiencyChanges(held.value, declared, held.value).length === 0 ? succeeded('unchanged') : lookAtUser(connect, user, withProficiencies);
}

async function complete(
  connect: Gateway,
  ref: UserRef,
  withProficiencies: boolean,
  user: User | undefined,
): Promise<Outcome<ObservedUser | undefined>> {
  if (!user) return succeeded(undefined);
  if (!withProficiencies) return succeeded({ user });
  const proficiencies = await connect.users.listProficiencies(ref);
  if (proficiencies.ok) return succeeded({ user, proficiencies: proficiencies.value });
  // Deleted since, or not known everywhere yet.
  return proficiencies.failure.kind === 'not-found' ? succeeded(undefined) : failed(proficiencies.failure);
}
