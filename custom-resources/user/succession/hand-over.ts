import { type Outcome, succeeded } from '../../../connect/failure';
import type { Id, QuickConnectSettings, UserRef } from '../../../connect/gateway';
import type { Diagnostic } from '../../contract/diagnostic';
import type { RemoveRequest } from '../../contract/resource';
import { callFailed } from '../../failures/diagnostics';
import { associate } from '../../membership/associate';
import type { MemberOf } from '../../membership/of-user';
import { contactFlowOf, fulfil, promise } from '../../quick-connects/promise';
import type { Work } from '../../waiting/timeouts';
import { differencesFromNew } from '../fields/changes';
import type { Dependants } from '../removal/dependants';
import { retarget } from './retarget';
import type { UserState } from '../schema';
import { alike, saysWho, successorOf, waitingFor } from './successor';
import { hiddenIdentity, userRef } from '../fields/to-connect';

/** Who gets what a user leaves. */
export interface Heir {
  /** Whether the account is there, so that it has at once what it takes. */
  readonly isThere: boolean;
  /** Before the user is deleted. */
  takeQuickConnect(quickConnect: QuickConnectSettings): Promise<Outcome<unknown>>;
  /** Before it ends, so that a run that is cut off begins with it again. */
  takeMembership(membership: MemberOf): Promise<Diagnostic | undefined>;
  /** The user stays after all, and keeps what it has, or has it back: as far as that can be done. */
  giveBack(dependants: Dependants): Promise<void>;
}

/** What Terraform told of the account that takes the place of one that goes. */
export type Succession = Pick<RemoveRequest<UserState>, 'handedOn' | 'displaced'>;

/** The account that took the place of this one (create_before_destroy), or the name that is to come; nobody, without either. */
export async function heirOf(
  work: Work,
  state: UserState,
  { quickConnects, memberships }: Dependants,
  { handedOn, displaced = false }: Succession,
): Promise<Heir | Diagnostic | undefined> {
  if (quickConnects.length + memberships.length === 0) return undefined;
  const user = userRef(state, state.user_id ?? '');
  if (displaced) {
    const found = await displacedBy(work, state);
    if (found && !found.ok) return callFailed(`looking for the successor of the user "${state.name}" (${state.user_id})`, found.failure);
    if (found) return accountThere(work, { ...user, userId: found.value });
  }
  const name = successorOf(state, handedOn);
  return name === undefined ? undefined : accountToCome(work, user, name);
}

/**
 * The one user who differs in nothing but the name: of those that this process made; where it made none of them, of all, since the
 * run that made it may have been cut off. Nothing where that is not clear.
 */
async function displacedBy({ connect, context }: Work, state: UserState): Promise<Outcome<Id> | undefined> {
  const { instanceId, userId, region } = userRef(state, state.user_id ?? '');
  const made = [...alike(context.ledger, state)].filter((id) => id !== userId);
  const [first] = made;
  if (first !== undefined) return made.length === 1 ? succeeded(first) : undefined;
  const all = saysWho(state) ? await connect.users.search(instanceId, region) : undefined;
  if (!all?.ok) return all;
  const others = [...all.value.values()].filter(({ id }) => id !== userId);
  // Connect gives each account a directory user id of its own.
  const likeIt = { ...state, directory_user_id: null };
  const same = others.filter(
    (other) =>
      differencesFromNew({ ...other, identity: { ...hiddenIdentity(state), ...other.identity } }, likeIt, context.settings).length === 0,
  );
  return same.length === 1 && same[0] ? succeeded(same[0].id) : undefined;
}

function accountThere(work: Work, heir: UserRef): Heir {
  return {
    isThere: true,
    takeQuickConnect: (quickConnect) => retarget(work, quickConnect, contactFlowOf(quickConnect) ?? '', heir),
    takeMembership: ({ group, region }) => associate(work, { ...heir, groupId: group.id, region }),
    giveBack: () => Promise.resolve(),
  };
}

/** What is promised to it is noted for the creation in this process; quick connects bear it as tags, for any other. */
function accountToCome(work: Work, user: UserRef, name: string): Heir {
  const { connect, context } = work;
  const { instanceId, userId } = user;
  const waiting = waitingFor(context.ledger, name, instanceId);
  return {
    isThere: false,
    async takeQuickConnect(quickConnect) {
      const tagged = await promise(connect, quickConnect, { predecessor: userId, successor: name }, user.region, context);
      if (tagged.ok) waiting.quickConnects.set(quickConnect.id, contactFlowOf(quickConnect) ?? '');
      return tagged;
    },
    takeMembership({ group, region }) {
      waiting.groups.set(group.id, region);
      return Promise.resolve(undefined);
    },
    async giveBack({ quickConnects, memberships }) {
      waiting.quickConnects.clear();
      waiting.groups.clear();
      for (const quickConnect of quickConnects) await fulfil(connect, quickConnect, user.region, context);
      for (const { group, region } of memberships) {
        const problem = await associate(work, { instanceId, groupId: group.id, userId, region });
        if (problem) context.log.warn('a user who stays did not get a membership back', { userId, groupId: group.id });
      }
    },
  };
}
