import type { Ledger } from '../contract/ledger';
import { isUnknown, type PlannedState, type PrivateData } from '../contract/value';
import { theUserName } from '../membership/ids';
import { bareId, INSTANCE } from '../values/identifiers';
import type { UserState } from './schema';

/**
 * What the two halves of a replacement are to know of each other: the name of the account that comes, and the id of the one that
 * goes. Nothing while the name is not known, or across instances.
 * @param before of a plan without a prior state: what the plan with it handed on
 */
export function handOnTo(
  { name, instance_id: instance }: PlannedState<UserState>,
  prior?: UserState,
  before: PrivateData = {},
): PrivateData | undefined {
  if (isUnknown(name) || isUnknown(instance)) return undefined;
  const instanceId = bareId(INSTANCE, instance);
  const replaces = prior?.user_id && bareId(INSTANCE, prior.instance_id) === instanceId ? prior.user_id : undefined;
  return {
    ...before,
    successor: name,
    instanceId,
    ...(replaces !== undefined && { replaces, retain: prior?.quick_connects_on_delete === 'retain' }),
  };
}

/** The user name to which goes on what the user leaves. */
export const successorOf = (state: UserState, handedOn: PrivateData | undefined): string | undefined =>
  typeof handedOn?.['successor'] === 'string' && handedOn['instanceId'] === bareId(INSTANCE, state.instance_id)
    ? handedOn['successor']
    : undefined;

/** The account that a creation replaces, and whether its quick connects are somebody else's business. */
export const predecessorIn = (handedOn: PrivateData | undefined): { readonly userId?: string; readonly retained: boolean } => ({
  ...(typeof handedOn?.['replaces'] === 'string' && { userId: handedOn['replaces'] }),
  retained: handedOn?.['retain'] === true,
});

/** What this process keeps for a user that is yet to be made: ids of quick connects, each with its contact flow; groups, each with its home Region. */
export const waitingFor = (
  ledger: Ledger,
  name: string,
  instanceId: string,
): { readonly quickConnects: Set<string>; readonly groups: Set<string> } => ({
  quickConnects: ledger.handedOn(`quick connects for ${theUserName(name, instanceId)}`),
  groups: ledger.handedOn(`memberships for ${theUserName(name, instanceId)}`),
});
