import { failed, type Outcome, stopped } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { UserRef, Written } from '../../connect/model';
import type { Context } from '../contract/resource';
import { Patience } from '../waiting';
import type { Operation } from './changes';

/** Looks at a "not found" for a user who is visible before it is taken to be about something else. */
const UNEXPLAINED_LOOKS = 2;

const NOT_KNOWN = 'the new user is not known everywhere yet';

/**
 * Carries out one operation. A user that this process created may be unknown to the service for a
 * while; "not found" may as well be about what the operation gives to the user, and that never passes.
 */
export async function perform(
  connect: Gateway,
  user: UserRef & { readonly arn: string },
  operation: Operation,
  context: Context,
  timeoutMs: number,
): Promise<Outcome<Written>> {
  const patience = new Patience(context, timeoutMs);
  for (;;) {
    const outcome = await call(connect, user, operation);
    if (outcome.ok || outcome.failure.kind !== 'not-found' || !context.memory.newUsers.has(user.userId)) return outcome;
    if (patience.count >= UNEXPLAINED_LOOKS) {
      const seen = await connect.users.find(user);
      if (!seen.ok || seen.value) return outcome;
    }
    if (await patience.pause(NOT_KNOWN, { userId: user.userId })) continue;
    return context.signal.aborted ? failed(stopped(NOT_KNOWN, outcome.failure.region)) : outcome;
  }
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
