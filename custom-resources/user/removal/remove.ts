import type { Failure } from '../../../connect/failure';
import type { Gateway, QuickConnect, UserRef } from '../../../connect/gateway';
import { type Diagnostic, hasErrors } from '../../contract/diagnostic';
import type { Removal } from '../../contract/resource';
import type { PrivateData } from '../../contract/value';
import { callFailed } from '../../failures/diagnostics';
import { instanceMissing } from '../../failures/gone';
import { isInTheWay } from '../../failures/in-the-way';
import { disassociate } from '../../membership/disassociate';
import { membershipsOf } from '../../membership/of-user';
import { deleteQuickConnect } from '../../quick-connects/delete';
import { canGoOn } from '../../quick-connects/promise';
import { quoted } from '../../values/quoted';
import type { Work } from '../../waiting/timeouts';
import { danglingQuickConnects, type Dependants } from './dependants';
import { drain } from './drain';
import { handedOnBefore, inTheWay, named } from '../diagnostics';
import { type Heir, heirOf, type Succession } from '../succession/hand-over';
import { goneLeaving, isGone, perhapsLeaving } from '../private-data';
import type { UserState } from '../schema';
import { userRef } from '../fields/to-connect';

/** Waits until the agent is free, where that is declared, and deletes the user. Who is not deleted gets back the status that was taken. */
export async function removeUser(
  work: Work,
  state: UserState,
  known: PrivateData,
  succession: Succession = {},
): Promise<Removal<UserState>> {
  if (isGone(known)) return removeAtOnce(work, state, known, succession);
  const { diagnostics: told, putBack } = await drain(work, state);
  if (hasErrors(told)) return { diagnostics: await putBack(told) };
  const removal = await removeAtOnce(work, state, known, succession);
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
async function removeAtOnce(work: Work, state: UserState, known: PrivateData, succession: Succession): Promise<Removal<UserState>> {
  const { connect } = work;
  const user = userRef(state, state.user_id ?? '');
  const dependants = await lookForDependants(connect, state, known);
  if (isProblem(dependants)) return { diagnostics: [dependants] };
  const heir = await heirOf(work, state, dependants, succession);
  if (heir && isProblem(heir)) return { diagnostics: [heir] };
  const handedOver = heir ? dependants.quickConnects.filter(canGoOn) : [];
  for (const quickConnect of handedOver) {
    const taken = await heir?.takeQuickConnect(quickConnect);
    if (taken?.ok === false)
      return { diagnostics: [callFailed(`handing on ${spelled(quickConnect)} of the user ${named(state)}`, taken.failure)] };
  }
  for (const membership of dependants.memberships) {
    const { group, region } = membership;
    const problem = (await heir?.takeMembership(membership)) ?? (await disassociate(work, { ...user, groupId: group.id, region }));
    if (problem) return { diagnostics: [problem] };
  }

  let pointing = dependants.quickConnects.filter((quickConnect) => !handedOver.includes(quickConnect));
  let deleted = await connect.users.delete(user);
  // The administrator's guide says that a deletion may fail while a quick connect points at the agent.
  if (!deleted.ok && pointing.length > 0 && isInTheWay(deleted.failure)) {
    const left = await deleteQuickConnects(connect, user, pointing, `user ${named(state)}`);
    if (left) return { diagnostics: [left.diagnostic] };
    pointing = [];
    deleted = await connect.users.delete(user);
  }
  if (!deleted.ok && deleted.failure.kind !== 'not-found') {
    const problem = callFailed(`deleting the user ${named(state)}`, deleted.failure);
    if (deleted.failure.ambiguous)
      return { private: { ...known, ...perhapsLeaving([...handedOver, ...pointing]) }, diagnostics: [problem] };
    await heir?.giveBack({ ...dependants, quickConnects: handedOver });
    if (handedOver.length === 0 || !isInTheWay(deleted.failure)) return { diagnostics: [problem] };
    return { diagnostics: [heir?.isThere ? handedOnBefore(problem, handedOver) : inTheWay(problem, handedOver)] };
  }
  const missing = deleted.ok ? undefined : await instanceMissing(connect, user);
  if (missing) return { diagnostics: [missing] };
  const left = await deleteQuickConnects(connect, user, pointing, `deleted user ${named(state)}`);
  if (left) return { state, private: goneLeaving(left.quickConnects), diagnostics: [left.diagnostic] };
  return {};
}

/** All of them; or why they are not known. */
async function lookForDependants(connect: Gateway, state: UserState, known: PrivateData): Promise<Dependants | Diagnostic> {
  const user = userRef(state, state.user_id ?? '');
  const why = async (noun: string, failure: Failure): Promise<Diagnostic> =>
    (failure.kind === 'not-found' ? await instanceMissing(connect, user) : undefined) ??
    callFailed(`looking for the ${noun} of the user ${named(state)}`, failure);
  const quickConnects = await danglingQuickConnects(connect, state, known);
  if (!quickConnects.ok) return why('quick connects', quickConnects.failure);
  const memberships = await membershipsOf(connect, user, { recent: true });
  if (!memberships.ok) return why('memberships', memberships.failure);
  return { quickConnects: quickConnects.value, memberships: memberships.value };
}

const isProblem = (found: Dependants | Heir | Diagnostic): found is Diagnostic => 'severity' in found;

interface Left {
  readonly quickConnects: readonly QuickConnect[];
  readonly diagnostic: Diagnostic;
}

const spelled = ({ id, name }: QuickConnect): string => `the quick connect ${quoted(name)} (${id})`;

/** What could not be deleted, and why. */
async function deleteQuickConnects(
  connect: Gateway,
  user: UserRef,
  quickConnects: readonly QuickConnect[],
  owner: string,
): Promise<Left | undefined> {
  for (const [index, quickConnect] of quickConnects.entries()) {
    const outcome = await deleteQuickConnect(connect, { ...user, quickConnectId: quickConnect.id });
    if (outcome.ok || outcome.failure.kind === 'not-found') continue;
    const diagnostic = callFailed(`deleting ${spelled(quickConnect)} of the ${owner}`, outcome.failure);
    return { quickConnects: quickConnects.slice(index), diagnostic };
  }
  return undefined;
}
