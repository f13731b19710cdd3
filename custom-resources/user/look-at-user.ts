import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Expectation, Proficiency, User, UserRef } from '../../connect/model';
import type { Context } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { type ObservedUser, proficiencyChanges } from './changes';
import { isJustCreated } from '../waiting/read-new';
import { readProficiencies } from './proficiencies';

/** Which user, and what the state knows of it. */
export interface Looked {
  readonly ref: UserRef;
  /** The proficiencies of the state. */
  readonly held: readonly Proficiency[];
  readonly known: PrivateData;
}

/** The user by DescribeUser, with ListUserProficiencies where they matter. */
export async function lookAtUser(connect: Gateway, user: Looked, withProficiencies: boolean, context: Context): Promise<Outcome<ObservedUser | undefined>> {
  const found = await connect.users.find(user.ref);
  return found.ok ? complete(connect, user, withProficiencies, found.value, context) : found;
}

/**
 * The same, unless lists that all readers share confirm that the user is as expected. They show no
 * proficiencies, and whether a change of those counts as one of the user is not documented: where they
 * are declared, they are looked at.
 */
export async function observeUser(connect: Gateway, user: Looked, expected: Expectation, context: Context): Promise<Outcome<ObservedUser | 'unchanged' | undefined>> {
  const { ref, held, known } = user;
  const withProficiencies = held.length > 0;
  const observed = await connect.users.observe(ref, expected);
  if (!observed.ok) return observed;
  if (observed.value !== 'unchanged') return complete(connect, user, withProficiencies, observed.value, context);
  if (!withProficiencies) return succeeded('unchanged');
  const listed = await readProficiencies(connect, ref, held, known, context);
  if (!listed.ok && listed.failure.kind !== 'not-found') return listed;
  const same = listed.ok && proficiencyChanges(listed.value, held, listed.value).length === 0;
  return same ? succeeded('unchanged') : lookAtUser(connect, user, withProficiencies, context);
}

async function complete(
  connect: Gateway,
  { ref, held, known }: Looked,
  withProficiencies: boolean,
  user: User | undefined,
  context: Context,
): Promise<Outcome<ObservedUser | undefined>> {
  if (!user) return succeeded(undefined);
  if (!withProficiencies) return succeeded({ user });
  const listed = await readProficiencies(connect, ref, held, known, context);
  if (listed.ok) return succeeded({ user, proficiencies: listed.value });
  if (listed.failure.kind !== 'not-found') return failed(listed.failure);
  // Deleted since, or not known everywhere yet: then it is looked for again.
  const again = await connect.users.find(ref);
  if (!again.ok || !again.value) return again.ok ? succeeded(undefined) : again;
  const relisted = await readProficiencies(connect, ref, held, known, context);
  if (relisted.ok) return succeeded({ user: again.value, proficiencies: relisted.value });
  return relisted.failure.kind === 'not-found' && isJustCreated(known) ? succeeded(undefined) : relisted;
}
