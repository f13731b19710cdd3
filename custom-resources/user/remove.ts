import type { Failure } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { QuickConnect, UserRef } from '../../connect/model';
import { type Diagnostic, hasErrors } from '../contract/diagnostic';
import type { Context, Removal } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { disassociate } from '../membership/disassociate';
import { deleteQuickConnect } from '../quick-connects/delete';
import { type Dependants, dependantsOf, type Look } from './dependants';
import { drain } from './drain';
import { inTheWay } from './diagnostics';
import { goingOn, handOnMembership, handOver, type Heir, heirOf, type Succession, withdraw } from './hand-over';
import { goneLeaving, isGone, perhapsLeaving } from './private-data';
import type { UserState } from './schema';
import { userRef } from './to-connect';

/** Waits until the agent is free, where that is declared, and deletes the user. Who is not deleted gets back the status that was taken. */
export async function removeUser(
  connect: Gateway,
  state: UserState,
  known: PrivateData,
  context: Context,
  deadline: number,
  succession: Succession = {},
): Promise<Removal<UserState>> {
  if (isGone(known)) return removeAtOnce(connect, state, known, context, deadline, succession);
  const { diagnostics: told, putBack } = await drain(connect, state, context, deadline);
  if (hasErrors(told)) return { diagnostics: await putBack(told) };
  const removal = await removeAtOnce(connect, state, known, context, deadline, succession);
  const diagnostics = [...told, ...(removal.diagnostics ?? [])];
  if (diagnostics.length === 0) return removal;
  const isKept = hasErrors(diagnostics) && !isGone(removal.private ?? {});
  return { ...removal, diagnostics: isKept ? await putBack(diagnostics) : diagnostics };
}

/**
 * Deletes a user and leaves nothing dangling: ends its memberships, deletes it, then deletes the quick
 * connects that pointed at it (the order that the documentation of DeleteUser asks for). They are
 * looked up first, while they surely still name the user. With a successor they go on to that instead. Every step takes
 * "already gone" for done, so that the next run finishes what was cut off (docs/behaviour/deletion.md names the limits).
 */
async function removeAtOnce(
  connect: Gateway,
  state: UserState,
  known: PrivateData,
  context: Context,
  deadline: number,
  succession: Succession = {},
): Promise<Removal<UserState>> {
  const user = userRef(state, state.user_id ?? '');
  const subject = `user "${state.name}" (${user.userId})`;
  const dependants = await lookForDependants(connect, state, known, user, subject);
  if (isProblem(dependants)) return { diagnostics: [dependants] };
  const heir = await heirOf(connect, state, dependants, succession, context);
  if (isProblem(heir)) return { diagnostics: [heir] };
  const handedOver = goingOn(dependants.quickConnects, heir);
  const kept = await handOver(connect, user, handedOver, heir, context, deadline);
  if (kept) return { diagnostics: [kept] };
  for (const membership of dependants.memberships) {
    const { group, region } = membership;
    const kept = await handOnMembership(connect, user, membership, heir, context, deadline);
    if (kept) return { diagnostics: [kept] };
    const problem = await disassociate(connect, { instanceId: user.instanceId, groupId: group.id, userId: user.userId, region }, context, {
      deadline,
    });
    if (problem) return { diagnostics: [problem] };
  }

  let pointing = dependants.quickConnects.filter((quickConnect) => !handedOver.includes(quickConnect));
  let deleted = await connect.users.delete(user);
  if (!deleted.ok && pointing.length > 0 && isInTheWay(deleted.failure)) {
    const left = await deleteQuickConnects(connect, user, pointing, 'user');
    if (left) return { diagnostics: [left.diagnostic] };
    pointing = [];
    deleted = await connect.users.delete(user);
  }
  if (!deleted.ok && deleted.failure.kind !== 'not-found') {
    const problem = callFailed(`deleting the ${subject}`, deleted.failure);
    if (deleted.failure.ambiguous)
      return { private: { ...known, ...perhapsLeaving([...handedOver, ...pointing]) }, diagnostics: [problem] };
    await withdraw(connect, user, { ...dependants, quickConnects: handedOver }, heir, context, deadline);
    return { diagnostics: [handedOver.length > 0 && isInTheWay(deleted.failure) ? inTheWay(problem, handedOver) : problem] };
  }
  const missing = deleted.ok ? undefined : await instanceOfUserMissing(connect, user);
  if (missing) return { diagnostics: [missing] };
  const left = await deleteQuickConnects(connect, user, pointing, 'deleted user');
  if (left) return { state, private: goneLeaving(left.quickConnects), diagnostics: [left.diagnostic] };
  return {};
}

/**
 * The administrator's guide says that a deletion may fail while a quick connect points at the agent, without
 * saying how: any refusal of the request itself may mean that.
 */
const isInTheWay = ({ kind }: Failure): boolean => kind === 'in-use' || kind === 'conflict' || kind === 'invalid';

/** All of them; or why they are not known, without looking any further. */
async function lookForDependants(
  connect: Gateway,
  state: UserState,
  known: PrivateData,
  user: UserRef,
  subject: string,
): Promise<Dependants | Diagnostic> {
  const problems: Diagnostic[] = [];
  const look: Look = async (noun, _operation, read) => {
    if (problems.length > 0) return undefined;
    const outcome = await read();
    if (outcome.ok) return outcome;
    const missing = outcome.failure.kind === 'not-found' ? await instanceOfUserMissing(connect, user) : undefined;
    problems.push(missing ?? callFailed(`looking for the ${noun} of the ${subject}`, outcome.failure));
    return undefined;
  };
  const dependants = await dependantsOf(connect, state, known, look, { recent: true });
  return problems[0] ?? dependants;
}

const instanceOfUserMissing = (connect: Gateway, { instanceId, region }: UserRef): Promise<Diagnostic | undefined> =>
  instanceMissing(connect, instanceId, region ?? connect.region);

const isProblem = (found: Dependants | Heir | Diagnostic): found is Diagnostic => 'severity' in found;

interface Left {
  readonly quickConnects: readonly QuickConnect[];
  readonly diagnostic: Diagnostic;
}

/** What could not be deleted, and why. */
async function deleteQuickConnects(
  connect: Gateway,
  user: UserRef,
  quickConnects: readonly QuickConnect[],
  owner: 'user' | 'deleted user',
): Promise<Left | undefined> {
  for (const [index, { id, name }] of quickConnects.entries()) {
    const outcome = await deleteQuickConnect(connect, { ...user, quickConnectId: id });
    if (outcome.ok || outcome.failure.kind === 'not-found') continue;
    const diagnostic = callFailed(`deleting the quick connect "${name}" (${id}) of the ${owner} ${user.userId}`, outcome.failure);
    return { quickConnects: quickConnects.slice(index), diagnostic };
  }
  return undefined;
}
