import { failed, type Outcome, stopped } from '../../connect/failure';
import type { Gateway, UserRef, Written } from '../../connect/gateway';
import { perhapsNewUser } from '../creating/perhaps-new';
import { retry } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import { whileNew } from '../waiting/while-new';
import type { Operation } from './fields/changes';

type User = UserRef & { readonly arn: string };

/** Executes one operation, of a user whom this process may have created, and whom the service may not know everywhere yet. */
export const execute = (work: Work, user: User, operation: Operation): Promise<Outcome<Written>> =>
  whileNew(work, perhapsNewUser(work.connect, user), () => unlessItCollides(work, user, operation));

const COLLIDES = 'the service says that the change collides with another';
/** More tries of a change that collides. */
const MORE_TRIES = 3;

/**
 * UpdateUserConfig alone declares a conflict, ConditionalOperationFailedException, and AWS does not say what for. A user takes several updates in a
 * row, and its other Region mirrors them: what collides with such would pass.
 */
const unlessItCollides = ({ connect, context, deadline }: Work, user: User, operation: Operation): Promise<Outcome<Written>> =>
  retry<Outcome<Written>>(context, { deadline, fields: { userId: user.userId } }, async () => {
    const outcome = await call(connect, user, operation);
    if (outcome.ok || outcome.failure.kind !== 'conflict') return { done: outcome };
    return { again: COLLIDES, otherwise: outcome, stopped: failed(stopped(COLLIDES, outcome.failure.region)), attempts: MORE_TRIES };
  });

function call({ users, tagging }: Gateway, user: User, operation: Operation): Promise<Outcome<Written>> {
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
        ? tagging.tag(user.arn, operation.tags, user.region)
        : tagging.untag(user.arn, operation.keys, user.region);
  }
}
