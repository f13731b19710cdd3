import { checkArns, instanceNamed } from '../checking/arns';
import { Findings } from '../checking/findings';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown } from '../contract/value';
import { checkGroup, checkMember } from '../membership/check-group';
import { bareId, USER } from '../values/identifiers';
import type { MembershipState } from './schema';

/** What Connect tells, before apply, of a membership that is to be made: its group, and its user. */
export async function checkMembership({ prior, planned }: CheckRequest<MembershipState>, context: Context): Promise<readonly Diagnostic[]> {
  if (prior || !planned || isUnknown(planned.instance_id) || isUnknown(planned.traffic_distribution_group_id)) return [];
  const findings = new Findings(context, { instance: planned.instance_id });
  const sound = await checkArns(
    [instanceNamed(planned), { kind: USER, path: ['user_id'], text: planned.user_id }],
    planned.instance_id,
    findings,
  );
  const place = await checkGroup(planned.instance_id, planned.traffic_distribution_group_id, findings);
  if (sound && place && !isUnknown(planned.user_id)) await checkMember({ ...place, userId: bareId(USER, planned.user_id) }, findings);
  return findings.diagnostics;
}
