import type { Outcome } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { QuickConnect, UserRef } from '../../connect/model';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context, PrivateData, Removal } from '../contract/resource';
import { callFailed } from '../diagnostics';
import { instanceMissing } from '../presence';
import { disassociate } from '../traffic-distribution-group-user/disassociate';
import { regionOf } from '../values/identifiers';
import { goneLeaving, leftovers, perhapsLeaving } from './leftovers';
import type { UserState } from './schema';
import { userRef } from './to-connect';

/**
 * Deletes a user and leaves nothing dangling: ends its memberships, deletes it, then deletes the quick
 * connects that pointed at it (the order that the documentation of DeleteUser asks for). They are
 * looked up first, while they surely still name the user. Every step takes "already gone" for done,
 * so that the next run finishes what was cut off (docs/behaviour/deletion.md names the one limit).
 */
export async function removeUser(
  connect: Gateway,
  state: UserState,
  known: PrivateData,
  context: Context,
  timeoutMs: number,
): Promise<Removal<UserState>> {
  const user = userRef(state, state.user_id ?? '');
  const subject = `user "${state.name}" (${user.userId})`;
  const quickConnects: Awaited<ReturnType<typeof leftovers>> =
    state.quick_connects_on_delete === 'retain' ? { ok: true, value: [] } : await leftovers(connect, user, known);
  if (!quickConnects.ok) return { diagnostics: [callFailed(`looking for the quick connects of the ${subject}`, quickConnects.failure)] };

  const problem = await endMemberships(connect, user, context, timeoutMs, subject);
  if (problem) return { diagnostics: [problem] };

  const deleted = await connect.users.delete(user);
  if (!deleted.ok && deleted.failure.kind !== 'not-found') {
    const noted = deleted.failure.ambiguous ? { private: { ...known, ...perhapsLeaving(quickConnects.value) } } : {};
    return { ...noted, diagnostics: [callFailed(`deleting the ${subject}`, deleted.failure)] };
  }
  const missing = deleted.ok ? undefined : await instanceMissing(connect, user.instanceId, user.region ?? connect.region);
  if (missing) return { diagnostics: [missing] };
  return deleteQuickConnects(connect, user, state, quickConnects.value);
}

async function endMemberships(
  connect: Gateway,
  user: UserRef,
  context: Context,
  timeoutMs: number,
  subject: string,
): Promise<Diagnostic | undefined> {
  const groups = await connect.groups.list(user.instanceId, user.region);
  if (!groups.ok) return groups.failure.kind === 'not-found' ? undefined : callFailed(`looking for the memberships of the ${subject}`, groups.failure);
  for (const group of groups.value) {
    const region = regionOf(group.arn) ?? connect.region;
    const member = await connect.groups.hasUser({ group: group.id, region }, user.userId);
    if (!member.ok && member.failure.kind === 'not-found') continue;
    if (!member.ok) return callFailed(`looking for the ${subject} in the traffic distribution group "${group.name}" (${group.id})`, member.failure);
    if (!member.value) continue;
    const membership = { instanceId: user.instanceId, groupId: group.id, userId: user.userId, region };
    const problem = await disassociate(connect, membership, context, timeoutMs);
    if (problem) return problem;
  }
  return undefined;
}

async function deleteQuickConnects(
  connect: Gateway,
  user: UserRef,
  state: UserState,
  quickConnects: readonly QuickConnect[],
): Promise<Removal<UserState>> {
  for (const [index, { id, name }] of quickConnects.entries()) {
    const outcome = await deleteQuickConnect(connect, user, id);
    if (outcome.ok || outcome.failure.kind === 'not-found') continue;
    return {
      state,
      private: goneLeaving(quickConnects.slice(index)),
      diagnostics: [callFailed(`deleting the quick connect "${name}" (${id}) of the deleted user ${user.userId}`, outcome.failure)],
    };
  }
  return {};
}

/** What DeleteQuickConnect does while queues offer the quick connect is not documented: if it refuses, they stop offering it. */
async function deleteQuickConnect(connect: Gateway, { instanceId, region }: UserRef, id: string): Promise<Outcome<void>> {
  let outcome = await connect.quickConnects.delete(instanceId, id, region);
  for (const fresh of [false, true]) {
    if (outcome.ok || outcome.failure.kind !== 'in-use') return outcome;
    const queues = await connect.queues.offering(instanceId, [id], region, { fresh });
    if (!queues.ok) return queues;
    for (const queue of queues.value) {
      const removed = await connect.queues.removeQuickConnects(instanceId, queue.id, queue.quickConnectIds, region);
      if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
    }
    if (queues.value.length > 0) outcome = await connect.quickConnects.delete(instanceId, id, region);
  }
  return outcome;
}
