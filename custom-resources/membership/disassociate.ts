import { type Failure, stopped } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Membership } from '../../connect/model';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../diagnostics';
import { instanceMissing } from '../presence';
import { Patience } from '../waiting';
import { PASSING, UNEXPLAINED_MS } from './group';
import { groupNotActive } from './diagnostics';

/**
 * DisassociateTrafficDistributionGroupUser until the user is no member. What the service answers for
 * a user who is none, or who is deleted, is not documented: the list of members decides. A group that
 * is gone has no members; a user who is gone and whom the service does not let go is none, once it was
 * asked while the group is known to be ACTIVE: its first answer may have been about an update that has ended since.
 */
export async function disassociate(
  connect: Gateway,
  membership: Membership,
  context: Context,
  timeoutMs: number,
): Promise<Diagnostic | undefined> {
  const patience = new Patience(context, timeoutMs);
  let unexplained: Patience | undefined;
  for (let wasActive = false; ; ) {
    const outcome = await connect.groups.disassociateUser(membership);
    if (outcome.ok) return undefined;
    const verdict = await explain(connect, membership, outcome.failure, context);
    if (verdict.kind === 'ended' || (verdict.kind === 'gone' && wasActive)) return undefined;
    wasActive = verdict.kind === 'gone';
    if (verdict.kind === 'gone') continue;
    if (verdict.kind === 'fail') return verdict.diagnostic;
    const { userId, groupId, region } = membership;
    const waiting = verdict.kind === 'wait' ? patience : (unexplained ??= new Patience(context, Math.min(patience.remainingMs, UNEXPLAINED_MS)));
    if (await waiting.pause(NOT_ENDED, { userId, groupId, region })) continue;
    return context.signal.aborted ? callFailed(action(membership), stopped(NOT_ENDED, region)) : verdict.diagnostic;
  }
}

const NOT_ENDED = 'the membership has not ended yet';

const RESOLVABLE: readonly Failure['kind'][] = ['not-found', 'conflict', 'invalid'];

/** Statuses that end by themselves: in ACTIVE, or in no group at all. */
const ENDING = [...PASSING, 'PENDING_DELETION'];

/** Gone: there is no such user, and yet the list shows it in a group that is ACTIVE. */
type Verdict = { readonly kind: 'ended' } | { readonly kind: 'gone' } | { readonly kind: 'wait' | 'unexplained' | 'fail'; readonly diagnostic: Diagnostic };

async function explain(connect: Gateway, membership: Membership, failure: Failure, context: Context): Promise<Verdict> {
  const { groupId, userId, instanceId, region } = membership;
  const unexplained = callFailed(action(membership), failure);
  if (!RESOLVABLE.includes(failure.kind)) return { kind: 'fail', diagnostic: unexplained };
  const group = await connect.groups.find({ group: groupId, region });
  if (group.ok && !group.value) {
    const missing = await instanceMissing(connect, instanceId, region ?? connect.region);
    return missing ? { kind: 'fail', diagnostic: missing } : ENDED;
  }
  const status = group.ok ? group.value?.status : undefined;
  if (status !== undefined && ENDING.includes(status)) return { kind: 'wait', diagnostic: groupNotActive(membership, status) };

  const members = await connect.groups.listUsers({ group: groupId, region }, { recent: true });
  if (members.ok && !members.value.has(userId)) return ENDED;
  if (!members.ok && !RESOLVABLE.includes(members.failure.kind)) return { kind: 'fail', diagnostic: callFailed(action(membership), members.failure) };
  if (status !== undefined && status !== 'ACTIVE') return { kind: 'fail', diagnostic: groupNotActive(membership, status) };
  if (failure.kind !== 'not-found' || context.memory.newUsers.has(userId)) return { kind: 'unexplained', diagnostic: unexplained };
  const user = await connect.users.find({ instanceId, userId, region });
  return user.ok && !user.value ? GONE : { kind: 'unexplained', diagnostic: unexplained };
}

const ENDED = { kind: 'ended' } as const;
const GONE = { kind: 'gone' } as const;

const action = ({ userId, groupId }: Membership): string =>
  `disassociating user ${userId} from traffic distribution group ${groupId}`;
