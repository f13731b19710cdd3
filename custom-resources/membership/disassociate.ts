import { type Failure, stopped } from '../../connect/failure';
import type { Membership } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import { callFailed } from '../failures/diagnostics';
import { instanceMissing } from '../failures/gone';
import { type Again, type Attempt, retry, type Turn } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import { groupNotActive } from './diagnostics';
import { PASSING, UNEXPLAINED_MS } from './group';
import { theUser } from '../identity/things';

/** What is wrong in the end; nothing once the user is no member. */
type Result = Diagnostic | undefined;

/**
 * DisassociateTrafficDistributionGroupUser until the user is no member. What the service answers for
 * a user who is none, or who is deleted, is not documented: the list of members decides. A group that
 * is gone has no members; a user who is gone and whom the service does not let go is none, once it was
 * asked while the group is known to be ACTIVE: its first answer may have been about an update that has ended since.
 */
export function disassociate(work: Work, membership: Membership, turn?: Turn<Result>): Promise<Result> {
  const { connect, context, deadline } = work;
  const { userId, groupId, region } = membership;
  const attempt = async (): Promise<Attempt<Result> | 'user is gone'> => {
    const outcome = await connect.groups.disassociateUser(membership);
    return outcome.ok ? ENDED : explain(work, membership, outcome.failure);
  };
  return retry<Result>(context, { deadline, turn, fields: { userId, groupId, region } }, async () => {
    const first = await attempt();
    const outcome = first === 'user is gone' ? await attempt() : first;
    return outcome === 'user is gone' ? ENDED : outcome;
  });
}

const RESOLVABLE: readonly Failure['kind'][] = ['not-found', 'conflict', 'invalid'];

/** Statuses that end by themselves: in ACTIVE, or in no group at all. */
const ENDING = [...PASSING, 'PENDING_DELETION'];

/** `user is gone`: there is no such user, and yet the list shows it in a group that is ACTIVE. */
async function explain({ connect, context }: Work, membership: Membership, failure: Failure): Promise<Attempt<Result> | 'user is gone'> {
  const { groupId, userId, instanceId, region } = membership;
  const unexplained = callFailed(action(membership), failure);
  if (!RESOLVABLE.includes(failure.kind)) return { done: unexplained };
  const group = await connect.groups.find({ group: groupId, region });
  if (group.ok && !group.value) return { done: await instanceMissing(connect, membership) };
  const status = group.ok ? group.value?.status : undefined;
  if (status !== undefined && ENDING.includes(status))
    return wait(membership, `the group is ${status}`, groupNotActive(membership, status));

  const members = await connect.groups.listUsers({ group: groupId, region }, { recent: true });
  if (members.ok && !members.value.has(userId)) return ENDED;
  if (!members.ok && !RESOLVABLE.includes(members.failure.kind)) return { done: callFailed(action(membership), members.failure) };
  if (status !== undefined && status !== 'ACTIVE') return { done: groupNotActive(membership, status) };
  if (failure.kind === 'not-found' && !context.ledger.wasMade(theUser(userId))) {
    const user = await connect.users.find({ instanceId, userId, region });
    if (user.ok && !user.value) return 'user is gone';
  }
  return wait(membership, 'the membership has not ended yet', unexplained, UNEXPLAINED_MS);
}

const ENDED: Attempt<Result> = { done: undefined };

function wait(membership: Membership, again: string, otherwise: Diagnostic, withinMs?: number): Again<Result> {
  return { again, otherwise, stopped: callFailed(action(membership), stopped(again, membership.region)), withinMs };
}

const action = ({ userId, groupId }: Membership): string => `disassociating user ${userId} from traffic distribution group ${groupId}`;
