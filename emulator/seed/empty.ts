import { World } from '../state/world';
import {
  ACCOUNT,
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  DEFAULT_GROUP_ID,
  HOURS_OF_OPERATION_ID,
  managedInstance,
  samlInstance,
  SUPPORT_QUEUE_ID,
} from './demo';
import { fill, group, hours, named, queue, routingProfile } from './fill';

/** The instances of the demo with the least that they can have. */
export function empty(): World {
  const saml = samlInstance();
  fill(saml.hoursOfOperation, { [HOURS_OF_OPERATION_ID]: hours('Basic Hours') });
  fill(saml.queues, { [SUPPORT_QUEUE_ID]: queue('BasicQueue', HOURS_OF_OPERATION_ID) });
  fill(saml.routingProfiles, { [BASIC_ROUTING_PROFILE_ID]: routingProfile('Basic Routing Profile', SUPPORT_QUEUE_ID, [SUPPORT_QUEUE_ID]) });
  fill(saml.securityProfiles, { [AGENT_SECURITY_PROFILE_ID]: named('Agent') });
  fill(saml.groups, { [DEFAULT_GROUP_ID]: group(saml, 'Default traffic distribution group', { isDefault: true }) });
  return new World(ACCOUNT, [saml, managedInstance()]);
}
