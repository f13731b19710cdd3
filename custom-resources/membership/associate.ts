import { type Failure, stopped } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Membership } from '../../connect/model';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../diagnostics';
import { bareId, INSTANCE, regionOf } from '../values/identifiers';
import { Patience } from '../waiting';
import { PASSING, UNEXPLAINED_MS } from './group';
import { groupNotActive, groupNotFound, groupOfOtherInstance, groupOfOtherRegion, notMirrored, userNotFound } from './diagnostics';

/** How long a user that this process did not create may be invisible before it counts as missing. */
const GRACE_MS = 10_000;
/** Looks at an unexplained refusal before it counts as final. */
const UNEXPLAINED_LOOKS = 3;

/** How often a refusal was met that nothing explains. */
interface Looks {
  unexplained: number;
  /** Since when the group is known to be ACTIVE and the user to be there, by the clock. */
  visibleSince?: number;
}

type Verdict =
  | { readonly kind: 'member' }
  | { readonly kind: 'wait'; readonly reason: string; readonly otherwise: Diagnostic }
  | { readonly kind: 'fail'; readonly diagnostic: Diagnostic };

/**
 * AssociateTrafficDistributionGroupUser until the user is a member. The service answers 404 and 400
 * both for what will pass (mirroring, a group being updated, eventual consistency) and for what never
 * will: the cause is found out, waited for, or reported.
 */
export async function associate(
  connect: Gateway,
  membership: Membership,
  context: Context,
  timeoutMs: number,
): Promise<Diagnostic | undefined> {
  const patience = new Patience(context, timeoutMs);
  const looks: Looks = { unexplained: 0 };
  for (;;) {
    const outcome = await connect.groups.associateUser(membership);
    if (outcome.ok) return undefined;
    const verdict = await explain(connect, membership, outcome.failure, patience, looks, context);
    if (verdict.kind === 'member') return undefined;
    if (verdict.kind === 'fail') return verdict.diagnostic;
    const { userId, groupId, region } = membership;
    if (await patience.pause(verdict.reason, { userId, groupId, region })) continue;
    return context.signal.aborted ? callFailed(action(membership), stopped(verdict.reason, region)) : verdict.otherwise;
  }
}

function explain(
  connect: Gateway,
  membership: Membership,
  failure: Failure,
  patience: Patience,
  looks: Looks,
  context: Context,
): Promise<Verdict> {
  switch (failure.kind) {
    case 'conflict':
      return explainConflict(connect, membership, failure, looks);
    case 'not-found':
      return explainNotFound(connect, membership, failure, patience, looks, context);
    case 'invalid':
      return explainRefusal(connect, membership, failure, looks, context);
    default:
      return Promise.resolve(fail(callFailed(action(membership), failure)));
  }
}

/** Whether a repeated Associate answers 200 or 409 is not documented: the list decides. */
async function explainConflict(connect: Gateway, membership: Membership, failure: Failure, looks: Looks): Promise<Verdict> {
  const members = await connect.groups.listUsers({ group: membership.groupId, region: membership.region }, { recent: true });
  if (!members.ok) return fail(callFailed(`looking for user ${membership.userId} in the traffic distribution group ${membership.groupId}, with which it seems to be associated already,`, members.failure));
  if ( members.value.has(membership.userId)) return { kind: 'member' };
  return unexplainedLook(looks, 'the service says there is a conflict', callFailed(action(membership), failure));
}

async function explainNotFound(
  connect: Gateway,
  membership: Membership,
  failure: Failure,
  patience: Patience,
  looks: Looks,
  context: Context,
): Promise<Verdict> {
  const { groupId, instanceId, userId, region } = membership;
  const group = await connect.groups.find({ group: groupId, region });
  if (!group.ok) return fail(callFailed(action(membership), failure));
  if (!group.value) return fail(groupNotFound(membership));
  if (bareId(INSTANCE, group.value.instanceArn) !== instanceId) return fail(groupOfOtherInstance(membership, group.value));
  const home = regionOf(group.value.arn) ?? region;
  if (home !== region) return fail(groupOfOtherRegion(group.value.arn.replace(home, region), home));
  const { status } = group.value;
  if (PASSING.includes(status)) return wait(`the group is ${status}`, groupNotActive(membership, status));
  if (status !== 'ACTIVE') return fail(groupNotActive(membership, status));

  const user = await connect.users.find({ instanceId, userId, region });
  if (!user.ok) return fail(callFailed(action(membership), failure));
  const missing = user.value === undefined && !context.memory.newUsers.has(userId);
  const elapsed = patience.timeoutMs - patience.remainingMs;
  if (missing && elapsed >= GRACE_MS) return fail(userNotFound(membership));
  looks.visibleSince ??= user.value ? context.clock.now() : undefined;
  if (looks.visibleSince !== undefined && context.clock.now() - looks.visibleSince >= UNEXPLAINED_MS) return fail(callFailed(action(membership), failure));
  return wait('the service does not know the group or the user yet', user.value ? callFailed(action(membership), failure) : userNotFound(membership));
}

/** InvalidRequestException: the documented cause is a user name that the replica does not have yet. */
async function explainRefusal(
  connect: Gateway,
  membership: Membership,
  failure: Failure,
  looks: Looks,
  context: Context,
): Promise<Verdict> {
  const unexplained = callFailed(action(membership), failure);
  const { instanceId, userId, region } = membership;
  const isNew = context.memory.newUsers.has(userId);
  const instance = await connect.instances.find(instanceId, region);
  const user = await connect.users.find({ instanceId, userId, region });
  if (!instance.ok || !instance.value || !user.ok) return fail(unexplained);
  if (!user.value) return isNew ? wait('the new user is not known yet', userNotFound(membership)) : fail(unexplained);

  const replicas = instance.value.regions.filter((candidate) => candidate !== region);
  for (const replica of replicas) {
    const mirrored = await connect.users.findByUsername(instanceId, user.value.username, replica);
    if (mirrored.ok && mirrored.value) continue;
    const missing = wait(`the user is not mirrored to ${replica} yet`, notMirrored(membership, replica));
    // Whoever may not look into the replica still gets a new user mirrored; an old one should be long since.
    return mirrored.ok || isNew ? missing : fail(callFailed(`looking for the user ${userId} in the replica ${replica}`, mirrored.failure));
  }
  if (replicas.length === 0) return fail(unexplained);
  return unexplainedLook(looks, 'the service may not know of the mirrored user yet', unexplained);
}

/** Waits a few times for what has no known cause; then it is final. */
function unexplainedLook(looks: Looks, reason: string, diagnostic: Diagnostic): Verdict {
  looks.unexplained += 1;
  return looks.unexplained <= UNEXPLAINED_LOOKS ? wait(reason, diagnostic) : fail(diagnostic);
}

const action = ({ userId, groupId }: Membership): string =>
  `associating user ${userId} with traffic distribution group ${groupId}`;

const fail = (diagnostic: Diagnostic) => ({ kind: 'fail', diagnostic }) as const;
const wait = (reason: string, otherwise: Diagnostic) => ({ kind: 'wait', reason, otherwise }) as const;
