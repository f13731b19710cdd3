import type { Gateway } from '../../connect/gateway';
import type { ListedUser } from '../../connect/model';
import type { Findings } from '../checking/findings';
import type { Context } from '../contract/resource';
import { isWhollyKnown, type PlannedState } from '../contract/value';
import { differencesFromNew } from './differences-from-new';
import { userExists, userWillBeAdopted } from './diagnostics';
import { settled } from './plan';
import type { UserState } from './schema';

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
  const listed = await findings.look('ListUsers', () => connect.users.list(instanceId, region));
  const holder = listed && byName(listed.value).get(name);
  if (!holder || holder.id === managedId) return;
  const found = await findings.look('DescribeUser', () => connect.users.find({ instanceId, userId: holder.id, region }));
  if (found?.value?.username !== name) return;
  const differing = differencesFromNew(found.value, settled(planned), settings);
  const known = isWhollyKnown({ ...planned, id: null, arn: null, user_id: null, directory_user_id: null });
  const adopted = known && differing.length === 0 && settings.adoptExisting === 'identical';
  findings.add(adopted ? userWillBeAdopted(found.value) : userExists(found.value, instanceId, known ? differing : []));
}

const INDEXES = new WeakMap<ReadonlyMap<string, ListedUser>, ReadonlyMap<string, ListedUser>>();

/** All new users look into the same list: it is turned into an index once. */
function byName(users: ReadonlyMap<string, ListedUser>): ReadonlyMap<string, ListedUser> {
  const known = INDEXES.get(users);
  if (known) return known;
  const index = new Map([...users.values()].map((user) => [user.username, user]));
  INDEXES.set(users, index);
  return index;
}
