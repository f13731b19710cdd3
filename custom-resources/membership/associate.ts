import { type Failure, stopped } from '../../connect/failure';
import type { Membership } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import { callFailed } from '../failures/diagnostics';
import { regionOf } from '../values/identifiers';
import { type Again, type Attempt, retry, type Turn } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import { groupNotActive, groupNotFound, groupOfOtherInstance, groupOfOtherRegion, notMirrored, userNotFound } from './diagnostics';
import { PASSING, UNEXPLAINED_MS } from './group';
import { theUser } from '../identity/things';

/** How long a user that this process did not create may be invisible before it counts as missing. */
const GRACE_MS = 10_000;
/** Attempts after a refusal that nothing explains, before it counts as final. */
const UNEXPLAINED_ATTEMPTS = 3;

/** What is wrong in the end; nothing once the user is a member. */
type Result = Diagnostic | undefined;

/**
 * AssociateTrafficDistributionGroupUser until the user is a member. The service answers 404 and 400
 * both for what will pass (mirroring, a group being updated, eventual consistency) and for what never
 * will: the cause is found out, waited for, or reported.
 */
export function associate(work: Work, membership: Membership, turn?: Turn<Result>): Promise<Result> {
  const { connect, context, deadline } = work;
  const { userId, groupId, region } = membership;
  return retry<Result>(context, { deadline, turn, fields: { userId, groupId, region } }, async () => {
    const outcome = await connect.groups.associateUser(membership);
    return outcome.ok ? MEMBER : explain(work, membership, outcome.failure);
  });
}

function explain(work: Work, membership: Membership, failure: Failure): Promise<Attempt<Result>> {
  switch (failure.kind) {
    case 'conflict':
      return explainConflict(work, membership, failure);
    case 'not-found':
      return explainNotFound(work, membership, failure);
    case 'invalid':
      return explainRefusal(work, membership, failure);
    default:
      return Promise.resolve({ done: callFailed(action(membership), failure) });
  }
}

/** Whether a repeated Associate answers 200 or 409 is not documented: the list decides. */
async function explainConflict({ connect }: Work, membership: Membership, failure: Failure): Promise<Attempt<Result>> {
  const { groupId, userId, region } = membership;
  const members = await connect.groups.listUsers({ group: groupId, region }, { recent: true });
  if (!members.ok)
    return {
      done: callFailed(
        `looking for user ${userId} in the traffic distribution group ${groupId}, with which it seems to be associated already,`,
        members.failure,
      ),
    };
  if (members.value.has(userId)) return MEMBER;
  return wait(membership, 'the service says there is a conflict', callFailed(action(membership), failure), {
    attempts: UNEXPLAINED_ATTEMPTS,
  });
}

async function explainNotFound({ connect, context }: Work, membership: Membership, failure: Failure): Promise<Attempt<Result>> {
  const { groupId, instanceId, userId, region } = membership;
  const unexplained = callFailed(action(membership), failure);
  const group = await connect.groups.find({ group: groupId, region });
  if (!group.ok) return { done: unexplained };
  if (!group.value) return { done: groupNotFound(membership) };
  if (group.value.instanceId !== instanceId) return { done: groupOfOtherInstance(instanceId, group.value) };
  const home = regionOf(group.value.arn) ?? region;
  if (home !== region) return { done: groupOfOtherRegion(group.value.arn.replace(home, region), home) };
  const { status } = group.value;
  if (PASSING.includes(status)) return wait(membership, `the group is ${status}`, groupNotActive(membership, status));
  if (status !== 'ACTIVE') return { done: groupNotActive(membership, status) };

  const user = await connect.users.find({ instanceId, userId, region });
  if (!user.ok) return { done: unexplained };
  if (user.value)
    return wait(membership, 'the service does not know the group or the user everywhere yet', unexplained, { withinMs: UNEXPLAINED_MS });
  const isNew = context.ledger.wasMade(theUser(userId));
  return wait(membership, 'the user is not known yet', userNotFound(membership), isNew ? {} : { withinMs: GRACE_MS });
}

/** InvalidRequestException: the documented cause is a user name that the replica does not have yet. */
async function explainRefusal({ connect, context }: Work, membership: Membership, failure: Failure): Promise<Attempt<Result>> {
  const unexplained = callFailed(action(membership), failure);
  const { instanceId, userId, region } = membership;
  const isNew = context.ledger.wasMade(theUser(userId));
  const instance = await connect.instances.find(instanceId, region);
  const user = await connect.users.find({ instanceId, userId, region });
  if (!instance.ok || !instance.value || !user.ok) return { done: unexplained };
  if (!user.value) return isNew ? wait(membership, 'the new user is not known yet', userNotFound(membership)) : { done: unexplained };

  const replicas = instance.value.regions.filter((candidate) => candidate !== region);
  for (const replica of replicas) {
    const mirrored = await connect.users.findByUsername(instanceId, user.value.username, replica);
    if (mirrored.ok && mirrored.value) continue;
    // Whoever may not look into the replica still gets a new user mirrored; an old one should be long since.
    if (mirrored.ok || isNew) return wait(membership, `the user is not mirrored to ${replica} yet`, notMirrored(membership, replica));
    return { done: callFailed(`looking for the user ${userId} in the replica ${replica}`, mirrored.failure) };
  }
  if (replicas.length === 0) return { done: unexplained };
  return wait(membership, 'the service may not know of the mirrored user yet', unexplained, { attempts: UNEXPLAINED_ATTEMPTS });
}

const MEMBER: Attempt<Result> = { done: undefined };

type Limit = Pick<Again<Result>, 'withinMs' | 'attempts'>;

function wait(membership: Membership, again: string, otherwise: Diagnostic, limit: Limit = {}): Again<Result> {
  return { again, otherwise, stopped: callFailed(action(membership), stopped(again, membership.region)), ...limit };
}

const action = ({ userId, groupId }: Membership): string => `associating user ${userId} with traffic distribution group ${groupId}`;
