import type { Gateway } from '../../../connect/gateway';
import type { QuickConnectSettings, UserRef } from '../../../connect/model';
import type { Findings } from '../../checking/findings';
import { goingFrom } from '../../checking/headroom';
import { QUICK_CONNECTS } from '../../checking/limited';
import type { Ledger } from '../../contract/ledger';
import type { PrivateData } from '../../contract/value';
import { membershipId, theMembership, theUsersOf } from '../../membership/ids';
import type { MemberOf } from '../../membership/of-user';
import { theQuickConnect } from '../../quick-connects/ids';
import { dependantsOf, queuesOffering } from '../dependants';
import { drainedFirst, membershipsGoAlong, membershipsGoOn, quickConnectsGoAlong, quickConnectsGoOn } from '../diagnostics';
import { isGone } from '../private-data';
import { canGoOn } from '../retarget';
import type { UserState } from '../schema';
import { userRef } from '../to-connect';

/**
 * What goes along when a user is destroyed, or goes on to its successor, and the plan does not show by itself: its quick connects, with
 * the queues that offer them, and the memberships that no resource ends.
 * @param successor the name of the user that takes its place
 */
export async function checkRemoval(
  state: UserState,
  known: PrivateData,
  connect: Gateway,
  ledger: Ledger,
  findings: Findings,
  successor?: string,
): Promise<void> {
  const user = userRef(state, state.user_id ?? '');
  const { drain_on_delete: drain, on_drain_timeout: onTimeout } = state;
  if (drain !== null && !isGone(known)) findings.addOnce(`drain ${drain} ${onTimeout}`, drainedFirst(drain, onTimeout ?? 'fail'));
  const { quickConnects: pointing, memberships } = await dependantsOf(connect, state, known, (_noun, operation, read) =>
    findings.look(operation, read),
  );
  ledger.count(
    goingFrom(QUICK_CONNECTS, user.instanceId),
    pointing.map(({ id }) => id),
  );
  const quickConnects = pointing.filter(({ id }) => !ledger.isGoing(theQuickConnect(user.instanceId, id)));
  const offered = await withQueues(quickConnects, user, connect, findings);
  const goingOn = successor === undefined ? [] : offered.filter(canGoOn);
  const ending = offered.filter((one) => !goingOn.includes(one));
  if (ending.length > 0) findings.add(quickConnectsGoAlong(state.name, user.userId, ending));
  if (successor !== undefined && goingOn.length > 0) findings.add(quickConnectsGoOn(state.name, user.userId, successor, goingOn));
  const undeclared = memberships.filter((membership) => !isDeclared(membership, user, ledger));
  const groups = undeclared.map(({ group }) => group);
  if (groups.length > 0)
    findings.add(
      successor === undefined
        ? membershipsGoAlong(state.name, user.userId, groups)
        : membershipsGoOn(state.name, user.userId, successor, groups),
    );
}

/** Each quick connect with the names of the queues that offer it. */
async function withQueues(
  quickConnects: readonly QuickConnectSettings[],
  user: UserRef,
  connect: Gateway,
  findings: Findings,
): Promise<readonly (QuickConnectSettings & { readonly queues: readonly string[] })[]> {
  const ids = quickConnects.map(({ id }) => id);
  if (ids.length === 0) return [];
  const queues = (await findings.look('ListQueueQuickConnects', () => queuesOffering(connect, user, ids)))?.value ?? [];
  return quickConnects.map((quickConnect) => ({
    ...quickConnect,
    queues: queues.filter(({ quickConnectIds }) => quickConnectIds.includes(quickConnect.id)).map(({ name }) => name),
  }));
}

/** Whether the plan shows the end of a membership, or may show it: whoever owns all users of a group declares them. */
const isDeclared = ({ group }: MemberOf, { instanceId, userId }: UserRef, ledger: Ledger): boolean =>
  ledger.isOwned(theUsersOf(group.id)) || ledger.isGoing(theMembership(membershipId(instanceId, group.id, userId)));
