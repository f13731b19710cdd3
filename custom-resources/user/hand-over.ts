import { type Outcome, succeeded } from '../../connect/failure';
import type { QuickConnectSettings, UserRef } from '../../connect/model';
import type { Diagnostic } from '../contract/diagnostic';
import type { RemoveRequest } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { associate } from '../membership/associate';
import type { MemberOf } from '../membership/of-user';
import { contactFlowOf, fulfil, promise } from '../quick-connects/promise';
import { differencesFromNew } from './changes';
import type { Dependants } from './dependants';
import { present } from './members';
import { canGoOn, retarget } from './retarget';
import type { UserState } from './schema';
import { alike, saysWho, successorOf, waitingFor } from './successor';
import { hiddenIdentity, userRef } from './to-connect';
import type { Work } from './work';

/** Who gets what a user leaves: an account that is there, or one of a name that is yet to be made; nobody, without either. */
export interface Heir {
  readonly name?: string;
  readonly userId?: string;
}

/** What Terraform told of the account that takes the place of one that goes. */
export type Succession = Pick<RemoveRequest<UserState>, 'handedOn' | 'displaced'>;

/** The account that took the place of this one (create_before_destroy), or the name that is to come. */
export async function heirOf(
  work: Work,
  state: UserState,
  { quickConnects, memberships }: Dependants,
  { handedOn, displaced = false }: Succession,
): Promise<Heir | Diagnostic> {
  if (quickConnects.length + memberships.length === 0) return {};
  if (displaced) {
    const found = await displacedBy(work, state);
    if (found && !found.ok) return callFailed(`looking for the successor of the user "${state.name}" (${state.user_id})`, found.failure);
    if (found) return { userId: found.value };
  }
  return present({ name: successorOf(state, handedOn) });
}

/**
 * The one user who differs in nothing but the name: of those that this process made; where it made none of them, of all, since the
 * run that made it may have been cut off. Nothing where that is not clear.
 */
async function displacedBy({ connect, context }: Work, state: UserState): Promise<Outcome<string> | undefined> {
  const { instanceId, userId, region } = userRef(state, state.user_id ?? '');
  const made = [...alike(context.ledger, state)].filter((id) => id !== userId);
  const [first] = made;
  if (first !== undefined) return made.length === 1 ? succeeded(first) : undefined;
  const all = saysWho(state) ? await connect.users.search(instanceId, region) : undefined;
  if (!all?.ok) return all;
  const others = [...all.value.values()].filter(({ id }) => id !== userId);
  const same = others.filter(
    (other) =>
      differencesFromNew({ ...other, identity: { ...hiddenIdentity(state), ...other.identity } }, state, context.settings).length === 0,
  );
  return same.length === 1 && same[0] ? succeeded(same[0].id) : undefined;
}

/** Hands on each quick connect that goes on, before its user is deleted. */
export async function handOver(
  work: Work,
  user: UserRef,
  quickConnects: readonly QuickConnectSettings[],
  heir: Heir,
): Promise<Diagnostic | undefined> {
  const { connect, context } = work;
  for (const quickConnect of quickConnects) {
    const flow = contactFlowOf(quickConnect) ?? '';
    const action = `handing on the quick connect "${quickConnect.name}" (${quickConnect.id}) of the user ${user.userId}`;
    if (heir.userId !== undefined) {
      const pointed = await retarget(work, quickConnect, flow, { ...user, userId: heir.userId });
      if (!pointed.ok) return callFailed(action, pointed.failure);
    } else if (heir.name !== undefined) {
      const tagged = await promise(connect, quickConnect, { predecessor: user.userId, successor: heir.name }, user.region, context);
      if (!tagged.ok) return callFailed(action, tagged.failure);
      waitingFor(context.ledger, heir.name, user.instanceId).quickConnects.add(`${quickConnect.id} ${flow}`);
    }
  }
  return undefined;
}

/** Which quick connects go on to the heir; the others are deleted with the user. */
export const goingOn = (quickConnects: readonly QuickConnectSettings[], heir: Heir): readonly QuickConnectSettings[] =>
  heir.userId === undefined && heir.name === undefined ? [] : quickConnects.filter(canGoOn);

/** The user stays after all, and keeps what it has, or has it back: as far as that can be done. */
export async function withdraw(
  { connect, context, deadline }: Work,
  user: UserRef,
  { quickConnects, memberships }: Dependants,
  heir: Heir,
): Promise<void> {
  if (heir.userId !== undefined || heir.name === undefined) return;
  const waiting = waitingFor(context.ledger, heir.name, user.instanceId);
  waiting.quickConnects.clear();
  waiting.groups.clear();
  for (const quickConnect of quickConnects) await fulfil(connect, quickConnect, user.region, context);
  for (const { group, region } of memberships) {
    const ref = { instanceId: user.instanceId, groupId: group.id, userId: user.userId, region };
    const problem = await associate(connect, ref, context, { deadline });
    if (problem) context.log.warn('a user who stays did not get a membership back', { userId: user.userId, groupId: group.id });
  }
}

/** The membership of a user for its heir: before it ends, so that a run that is cut off begins with it again. */
export async function handOnMembership(
  { connect, context, deadline }: Work,
  { instanceId }: UserRef,
  { group, region }: MemberOf,
  heir: Heir,
): Promise<Diagnostic | undefined> {
  if (heir.userId !== undefined) {
    return associate(connect, { instanceId, groupId: group.id, userId: heir.userId, region }, context, { deadline });
  }
  if (heir.name !== undefined) waitingFor(context.ledger, heir.name, instanceId).groups.add(`${group.id} ${region}`);
  return undefined;
}
