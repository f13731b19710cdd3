import { type Outcome, succeeded } from '../../connect/failure';
import type { Gateway, Id } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import type { GroupPlace } from '../membership/check-group';
import { groupNotFound, groupOfOtherInstance } from '../membership/diagnostics';
import { sameSet } from '../values/equality';
import { readNew } from '../waiting/read-new';
import { notDeclared } from './diagnostics';

/** A group, where it is, and who should be in it. */
export type Expected = GroupPlace & { readonly userIds: ReadonlySet<Id> };

/**
 * The users of a group, by their ids. Lists may lag behind: one that does not show what is expected is
 * confirmed by another, and asked for again for a while after a change of ours.
 */
export async function readUsers(
  connect: Gateway,
  expected: Expected,
  known: PrivateData,
  context: Context,
): Promise<Outcome<ReadonlySet<Id>>> {
  let last: ReadonlySet<Id> = new Set();
  let lists = 0;
  const look = async (): Promise<Outcome<ReadonlySet<Id> | undefined>> => {
    const listed = await connect.groups.listUsers({ group: expected.groupId, region: expected.region });
    if (!listed.ok) return listed;
    const strangers = await strangersAmong(connect, expected, listed.value);
    if (!strangers.ok) return strangers;
    last = new Set([...[...listed.value].filter((id) => expected.userIds.has(id)), ...strangers.value]);
    lists += 1;
    return succeeded(sameSet(last, expected.userIds) ? last : undefined);
  };
  const settled = await readNew(look, known, context);
  if (!settled.ok) return settled;
  if (settled.value === undefined && lists === 1) {
    const confirmed = await look();
    if (!confirmed.ok) return confirmed;
  }
  return succeeded(last);
}

/** Why a resource cannot become the owner of a group: it is not of the instance, or has users of whom no plan told. */
export async function refuseNew(connect: Gateway, expected: Expected): Promise<Diagnostic | undefined> {
  const { groupId, region } = expected;
  const problem = await ofOtherInstance(connect, expected);
  if (problem) return problem;
  const listed = await connect.groups.listUsers({ group: groupId, region });
  if (!listed.ok) return callFailed(`reading the users of the group ${groupId}`, listed.failure);
  const strangers = await strangersAmong(connect, expected, listed.value);
  if (!strangers.ok) return callFailed(`looking for accounts of the users of the group ${groupId}`, strangers.failure);
  return strangers.value.length > 0 ? notDeclared(expected, strangers.value) : undefined;
}

/** The lists of users would tell nothing of it: they seem empty from another instance. */
export async function ofOtherInstance(connect: Gateway, { instanceId, groupId, region }: GroupPlace): Promise<Diagnostic | undefined> {
  const found = await connect.groups.find({ group: groupId, region });
  if (!found.ok) return callFailed(`reading the group ${groupId}`, found.failure);
  if (!found.value) return groupNotFound({ groupId, instanceId, region });
  return found.value.instanceId === instanceId ? undefined : groupOfOtherInstance(instanceId, found.value);
}

/**
 * Who is in a group and is not expected. Whether a group still lists users who were deleted is not documented;
 * nobody can take those out, so only who has an account counts; everybody, where the caller may not list accounts.
 */
export async function strangersAmong(
  connect: Gateway,
  { instanceId, region, userIds }: Expected,
  listed: ReadonlySet<Id>,
): Promise<Outcome<readonly Id[]>> {
  const others = [...listed].filter((id) => !userIds.has(id));
  if (others.length === 0) return succeeded([]);
  const users = await connect.users.list(instanceId, region);
  if (users.ok) return succeeded(others.filter((id) => users.value.has(id)));
  return users.failure.kind === 'denied' ? succeeded(others) : users;
}
