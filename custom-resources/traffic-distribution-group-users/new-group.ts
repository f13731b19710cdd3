import type { Gateway } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import { callFailed } from '../diagnostics';
import { groupNotFound, groupOfOtherInstance } from '../traffic-distribution-group-user/diagnostics';
import { bareId, INSTANCE } from '../values/identifiers';
import { notDeclared } from './diagnostics';
import { type Expected, strangersAmong } from './read-users';

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
export async function ofOtherInstance(connect: Gateway, { instanceId, groupId, region }: Omit<Expected, 'userIds'>): Promise<Diagnostic | undefined> {
  const found = await connect.groups.find({ group: groupId, region });
  if (!found.ok) return callFailed(`reading the group ${groupId}`, found.failure);
  if (!found.value) return groupNotFound({ groupId, instanceId, region });
  return bareId(INSTANCE, found.value.instanceArn) === instanceId ? undefined : groupOfOtherInstance({ groupId, instanceId }, found.value);
}
