import type { Failure } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Membership } from '../../connect/model';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../diagnostics';
import { Patience } from '../waiting';
import { PASSING } from './associate';
import { groupNotActive } from './diagnostics';

/**
 * DisassociateTrafficDistributionGroupUser until the user is no member. What the service answers for
 * a user who is none, or who is deleted, is not documented: the list of members decides. A group that
 * is gone has no members.
 */
export async function disassociate(
  connect: Gateway,
  membership: Membership,
  context: Context,
  timeoutMs: number,
): Promise<Diagnostic | undefined> {
  const patience = new Patience(context, timeoutMs);
  for (;;) {
    const outcome = await connect.groups.disassociateUser(membership);
    if (outcome.ok) return undefined;
    if (!RESOLVABLE.includes(outcome.failure.kind)) return callFailed(action(membership), outcome.failure);
    const left = await whatIsLeft(connect, membership, outcome.failure);
    if (left === undefined) return undefined;
    const { userId, groupId, region } = membership;
    if (!(await patience.pause('the membership has not ended yet', { userId, groupId, region }))) return left;
  }
}

const RESOLVABLE: readonly Failure['kind'][] = ['not-found', 'conflict', 'invalid'];

/** Nothing when the membership has ended; else what to say if it never does. */
async function whatIsLeft(connect: Gateway, membership: Membership, failure: Failure): Promise<Diagnostic | undefined> {
  const { groupId, userId, region } = membership;
  const group = await connect.groups.find({ group: groupId, region });
  if (group.ok && !group.value) return undefined;
  if (group.ok && group.value && PASSING.includes(group.value.status)) return groupNotActive(membership, group.value.status);
  const members = await connect.groups.listUsers({ group: groupId, region });
  if (members.ok && !members.value.has(userId)) return undefined;
  return callFailed(action(membership), failure);
}

const action = ({ userId, groupId }: Membership): string =>
  `disassociating user ${userId} from traffic distribution group ${groupId}`;
