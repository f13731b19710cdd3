import type { Catalogue } from '../../../connect/gateway';
import { namedAnew } from '../../checking/arns';
import { Findings } from '../../checking/findings';
import { checkHeadroom, USERS } from '../../checking/headroom';
import { checkInstance } from '../../checking/instance';
import { checkListed, type ThingsOfInstance } from '../../checking/listed';
import type { Diagnostic } from '../../contract/diagnostic';
import type { CheckRequest, Context } from '../../contract/resource';
import { isUnknown, type PlannedState, type PrivateData } from '../../contract/value';
import { HIERARCHY_GROUP, ROUTING_PROFILE, SECURITY_PROFILE } from '../../values/identifiers';
import { placeOf } from '../../values/place';
import type { Held } from '../diagnostics';
import { isGone } from '../private-data';
import type { UserState } from '../schema';
import { successorIn } from '../succession/successor';
import { references } from '../validate';
import { checkIdentity, missingNames } from './identity';
import { checkName } from './name';
import { checkProficiencies } from './proficiencies';
import { checkRemoval } from './removal';

/** What Connect tells, before apply, of a user that is to be created, changed, replaced or destroyed. */
export async function checkUser(request: CheckRequest<UserState>, context: Context): Promise<readonly Diagnostic[]> {
  const { prior, planned, config, replaced, private: known, replacing = false, replanned = false } = request;
  const first = prior ?? planned;
  if (first === undefined || isUnknown(first.instance_id)) return [];
  const findings = new Findings(context, { instance: first.instance_id, region: first.region });
  const { connect } = findings;
  if (prior && (!planned || replacing)) {
    await checkRemoval(prior, known, findings, planned && successorIn(planned, prior));
  }
  if (!planned || !config || isUnknown(planned.instance_id)) return findings.diagnostics;

  const place = placeOf(planned.instance_id, planned.region, connect);
  if (replacing) {
    // Of the plan of the successor, which comes next, Terraform shows the errors alone: all that is warned of is told here.
    if (!prior || (await checkInstance([], place, true, findings)) === 'missing') return findings.diagnostics;
    await checkProficiencies(prior, planned, place, findings);
    await checkName(planned, { managedId: prior.user_id, held: heldWith(known) }, place, findings);
    return findings.diagnostics;
  }
  const named = namedAnew(prior, planned, references);
  const asksInstance = prior === undefined || emailOf(prior) !== emailOf(planned) || missingNames(prior, planned).length > 0;
  const instance = await checkInstance(named, place, asksInstance, findings);
  if (instance === 'missing') return findings.diagnostics;
  if (instance) findings.add(...checkIdentity(prior, planned, config, instance));
  if (prior === undefined) {
    if (replaced && !replanned) {
      await checkRemoval(replaced.state, replaced.private, findings, successorIn(planned, replaced.state));
    }
    const wasChecked = replanned && !replaced;
    const managed = { managedId: replaced?.state.user_id, held: replaced ? heldWith(replaced.private) : 'nothing' } as const;
    const isNew = wasChecked || (await checkName(planned, managed, place, findings));
    const name = typeof planned.name === 'string' ? planned.name : undefined;
    if (isNew && instance) await checkHeadroom(USERS, name, instance, place.region, findings);
  }
  for (const list of referredTo(connect.catalogue)) await checkListed(list, named, place, findings);
  await checkProficiencies(prior, planned, place, findings);
  return findings.diagnostics;
}

const heldWith = (known: PrivateData): Held => (isGone(known) ? 'an account that is gone, for its quick connects' : 'another account');

/** Of what a user refers to: what exists is in the list of its kind. */
const referredTo = (catalogue: Catalogue): readonly ThingsOfInstance[] => [
  { kind: ROUTING_PROFILE, operation: 'ListRoutingProfiles', list: catalogue.routingProfiles },
  { kind: HIERARCHY_GROUP, operation: 'ListUserHierarchyGroups', list: catalogue.hierarchyGroups },
  { kind: SECURITY_PROFILE, operation: 'ListSecurityProfiles', list: catalogue.securityProfiles },
];

const emailOf = ({ identity_info: blocks }: PlannedState<UserState>): unknown => {
  const [info] = isUnknown(blocks) ? [] : blocks;
  return isUnknown(info) ? info : (info?.email ?? null);
};
