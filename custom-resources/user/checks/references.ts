import type { Findings } from '../../checking/findings';
import { checkListed, type ThingsOfInstance } from '../../checking/listed';
import type { PlannedState } from '../../contract/value';
import { HIERARCHY_GROUP, ROUTING_PROFILE, SECURITY_PROFILE } from '../../values/identifiers';
import type { Place } from '../../values/place';
import type { UserState } from '../schema';
import { references } from '../validate';

/** Whether the routing profile, the hierarchy group and the security profiles exist; what did not change does. */
export async function checkReferences(
  prior: UserState | undefined,
  planned: PlannedState<UserState>,
  place: Place,
  findings: Findings,
): Promise<void> {
  const { catalogue } = findings.connect;
  const lists: readonly ThingsOfInstance[] = [
    { kind: ROUTING_PROFILE, operation: 'ListRoutingProfiles', list: catalogue.routingProfiles },
    { kind: HIERARCHY_GROUP, operation: 'ListUserHierarchyGroups', list: catalogue.hierarchyGroups },
    { kind: SECURITY_PROFILE, operation: 'ListSecurityProfiles', list: catalogue.securityProfiles },
  ];
  const named = { before: prior ? references(prior) : [], after: references(planned) };
  for (const list of lists) await checkListed(list, named, place, findings);
}
