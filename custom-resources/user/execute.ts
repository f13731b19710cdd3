import { failed, type Outcome, stopped } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { UserRef, Written } from '../../connect/model';
import { theUser } from '../membership/ids';
import { type Again, retry } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import type { Operation } from './fields/changes';

/** Attempts that end in "not found" before it is asked whether the user is visible: if so, it is about something else. */
const UNEXPLAINED_ATTEMPTS = 2;

const NOT_KNOWN = 'the new user is not known everywhere yet';

/** Waits until a user that this process created is known to the service. */
export const untilKnown = <T>(outcome: Outcome<T> & { readonly ok: false }): Again<Outcome<T>> => ({
  again: NOT_KNOWN,
  otherwise: outcome,
  stopped: failed(stopped(NOT_KNOWN, outcome.failure.region)),
});

/**
 * Executes one operation. A user that this process created may be unknown to the service for a
 * while; "not found" may as well be about what the operation gives to the user, and that never passes.
 */
export function execute(
  { connect, context, deadline }: Work,
  user: UserRef & { readonly arn: string },
  operation: Operation,
): Promise<Outcome<Written>> {
  return retry<Outcome<Written>>(context, { deadline, fields: { userId: user.userId } }, async (attempt) => {
    const outcome = await call(connect, user, operation);
    if (outcome.ok || outcome.failure.kind !== 'not-found' || !context.ledger.wasMade(theUser(user.userId))) return { done: outcome };
    if (attempt > UNEXPLAINED_ATTEMPTS) {
      const seen = await connect.users.find(user);
      if (!seen.ok || seen.value) return { done: outcome };
    }
    return untilKnown(outcome);
  });
}

function call({ users }: Gateway, user: UserRef & { readonly arn: string }, operation: Operation): Promise<Outcome<Written>> {
  switch (operation.group) {
    case 'hierarchy':
      return users.updateHierarchy(user, operation.hierarchyGroupId);
    case 'identity':
      return users.updateIdentityInfo(user, operation.identity);
    case 'phone':
      return users.updatePhoneConfig(user, operation.phone);
    case 'channels':
      return users.updateConfig(user, operation.channels);
    case 'routing-profile':
      return users.updateRoutingProfile(user, operation.routingProfileId);
    case 'security-profiles':
      return users.updateSecurityProfiles(user, operation.securityProfileIds);
    case 'proficiencies':
      return users[`${operation.verb}Proficiencies`](user, operation.proficiencies);
    case 'tags':
      return operation.verb === 'tag'
        ? users.tag(user.arn, operation.tags, user.region)
        : users.untag(user.arn, operation.keys, user.region);
  }
}
