import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Expectation, User, UserRef } from '../../connect/model';
import type { ObservedUser } from './changes';

/** The user by DescribeUser, with ListUserProficiencies where they matter. */
export async function lookAtUser(
  connect: Gateway,
  user: UserRef,
  withProficiencies: boolean,
): Promise<Outcome<ObservedUser | undefined>> {
  const found = await connect.users.find(user);
  return found.ok ? complete(connect, user, withProficiencies, found.value) : found;
}

/** The same, unless lists that all readers share confirm that the user is as expected. */
export async function observeUser(
  connect: Gateway,
  user: UserRef,
  withProficiencies: boolean,
  expected: Expectation,
): Promise<Outcome<ObservedUser | 'unchanged' | undefined>> {
  const observed = await connect.users.observe(user, expected);
  if (!observed.ok) return observed;
  return observed.value === 'unchanged' ? succeeded('unchanged') : complete(connect, user, withProficiencies, observed.value);
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
  return proficiencies.ok ? succeeded({ user, proficiencies: proficiencies.value }) : failed(proficiencies.failure);
}
