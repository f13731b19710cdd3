import type { Outcome } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { UserRef, Written } from '../../connect/model';
import { perhapsNewUser } from '../creating/perhaps-new';
import type { Work } from '../waiting/timeouts';
import { whileNew } from '../waiting/while-new';
import type { Operation } from './fields/changes';

/** Executes one operation, of a user whom this process may have created, and whom the service may not know everywhere yet. */
export const execute = (work: Work, user: UserRef & { readonly arn: string }, operation: Operation): Promise<Outcome<Written>> =>
  whileNew(work, perhapsNewUser(work.connect, user), () => call(work.connect, user, operation));

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
