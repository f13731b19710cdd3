import type { Outcome } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { UserRef, Written } from '../../connect/model';
import type { Context } from '../contract/resource';
import { Patience } from '../waiting';
import type { Operation } from './changes';

/** Carries out one operation. A user that this process created may be unknown to the service for a while. */
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
    const notYet = !outcome.ok && outcome.failure.kind === 'not-found' && context.newUsers.has(user.userId);
    if (!notYet || !(await patience.pause('the new user is not known everywhere yet', { userId: user.userId }))) return outcome;
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
