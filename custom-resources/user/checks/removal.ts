import type { QuickConnectSettings, UserRef } from '../../../connect/gateway';
import type { Findings } from '../../checking/findings';
import { goingFrom, QUICK_CONNECTS } from '../../checking/headroom';
import type { Ledger } from '../../contract/ledger';
import type { PrivateData } from '../../contract/value';
import { theMembership, theQuickConnect, theUsersOf } from '../../identity/things';
import { membershipId } from '../../membership/ids';
import { type MemberOf, membershipsOf } from '../../membership/of-user';
import { canGoOn } from '../../quick-connects/promise';
import { type Leaver, toldOf } from '../removal/belongings';
import { danglingQuickConnects } from '../removal/dependants';
import { drainedFirst } from '../diagnostics';
import { isGone } from '../private-data';
import type { Successor } from '../succession/successor';
import type { UserState } from '../schema';
import { userRef } from '../fields/to-connect';

/**
 * What goes along when a user is destroyed, or goes on to its successor, and the plan has not shown by itself: its quick connects, with
 * the queues that offer them, and the memberships that no resource is known to end.
 * @param successor the user that takes its place
 */
export async function checkRemoval(state: UserState, known: PrivateData, findings: Findings, successor?: Successor): Promise<void> {
  const { connect, context } = findings;
  const { ledger } = context;
  const user = userRef(state, state.user_id ?? '');
  const { drain_on_delete: drain, on_drain_timeout: onTimeout } = state;
  if (drain !== null && !isGone(known)) findings.addOnce(`drain ${drain} ${onTimeout}`, drainedFirst(drain, onTimeout ?? 'fail'));
  const pointing = (await findings.look('SearchQuickConnects', () => danglingQuickConnects(connect, state, known)))?.value ?? [];
  const memberships = (await findings.look('ListTrafficDistributionGroupUsers', () => membershipsOf(connect, user)))?.value ?? [];
  ledger.count(
    goingFrom(QUICK_CONNECTS, user.instanceId),
    pointing.map(({ id }) => id),
  );
  const shown = ({ id }: QuickConnectSettings): boolean => ledger.isGoing(theQuickConnect(user.instanceId, id));
  const offered = await withQueues(
    pointing.filter((one) => !shown(one)),
    user,
    findings,
  );
  const leaver = (): Leaver => {
    const untold = offered.filter((one) => !shown(one));
    const goingOn = successor === undefined ? [] : untold.filter(canGoOn);
    return {
      name: state.name,
      userId: user.userId,
      successor: successor?.name,
      isUnlike: successor?.isUnlike,
      quickConnects: untold.filter((one) => !goingOn.includes(one)),
      quickConnectsGoingOn: goingOn,
      groups: memberships.filter((membership) => !isDeclared(membership, user, ledger)).map(({ group }) => group),
    };
  };
  if (toldOf([leaver()]).length === 0) return;
  const leavers = await ledger.gather('what goes along with users', [leaver], context);
  // What the plan shows by itself it may have shown only now.
  findings.add(...toldOf((leavers ?? []).map((one) => one())));
}

/** Each quick connect with the names of the queues that offer it. */
async function withQueues(
  quickConnects: readonly QuickConnectSettings[],
  { instanceId, region }: UserRef,
  findings: Findings,
): Promise<readonly (QuickConnectSettings & { readonly queues: readonly string[] })[]> {
  const ids = quickConnects.map(({ id }) => id);
  if (ids.length === 0) return [];
  const offering =
    (await findings.look('ListQueueQuickConnects', () => findings.connect.queues.offering(instanceId, ids, region)))?.value ?? [];
  return quickConnects.map((quickConnect) => ({
    ...quickConnect,
    queues: offering.filter(({ quickConnectIds }) => quickConnectIds.includes(quickConnect.id)).map(({ name }) => name),
  }));
}

/** Whether the plan shows the end of a membership, or may show it: whoever owns all users of a group declares them. */
const isDeclared = ({ group }: MemberOf, { instanceId, userId }: UserRef, ledger: Ledger): boolean =>
  ledger.isOwned(theUsersOf(group.id)) || ledger.isGoing(theMembership(membershipId(instanceId, group.id, userId)));
