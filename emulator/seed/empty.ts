import { World } from '../state/world';
import {
  ACCOUNT,
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  DEFAULT_GROUP_ID,
  managedInstance,
  MANAGED_ROUTING_PROFILE_ID,
  MANAGED_SECURITY_PROFILE_ID,
  samlInstance,
} from './demo';
import { fill, group, named } from './fill';

/** The instances of the demo with the least that they can have. */
export function empty(): World {
  const saml = samlInstance();
  fill(saml.routingProfiles, { [BASIC_ROUTING_PROFILE_ID]: named('Basic Routing Profile') });
  fill(saml.securityProfiles, { [AGENT_SECURITY_PROFILE_ID]: named('Agent') });
  fill(saml.groups, { [DEFAULT_GROUP_ID]: group(saml, 'Default traffic distribution group', { isDefault: true }) });

  const managed = managedInstance();
  fill(managed.routingProfiles, { [MANAGED_ROUTING_PROFILE_ID]: named('Basic Routing Profile') });
  fill(managed.securityProfiles, { [MANAGED_SECURITY_PROFILE_ID]: named('Agent') });
  return new World(ACCOUNT, [saml, managed]);
}
