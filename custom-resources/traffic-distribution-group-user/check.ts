import { checkArns } from '../checking/arns';
import { checkDuplicates } from '../checking/duplicates';
import { Findings } from '../checking/findings';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { checkGroup, checkMember } from '../membership/check-group';
import { membershipId } from '../membership/ids';
import { checkOwnership } from '../membership/ownership';
import { bareId, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import type { MembershipState } from './schema';

/** What Connect tells, before apply, of a membership that is to be made: its group, and its user. */
export async function checkMembership(request: CheckRequest<MembershipState>, context: Context): Promise<readonly Diagnostic[]> {
  const { prior, planned, replacing, replanned } = request;
  const { memory, settings } = context;
  if (!settings.planChecks || memory.applying) return [];
  const findings = new Findings(memory);
  if (prior) memory.managedMemberships.add(membershipId(prior.instance_id, prior.traffic_distribution_group_id, prior.user_id));
  findings.add(...checkDuplicates(memory, { before: prior && thing(prior), after: planned && thing(planned), replacing, replanned }));
  findings.add(...checkOwnership(memory, { prior, planned }, 'shared'));
  if (prior || !planned || isUnknown(planned.instance_id) || isUnknown(planned.traffic_distribution_group_id)) return findings.diagnostics;
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  const sound = await checkArns(
    [
      { kind: INSTANCE, path: ['instance_id'], text: planned.instance_id },
      { kind: USER, path: ['user_id'], text: planned.user_id },
    ],
    planned.instance_id,
    connect,
    findings,
  );
  const region = await checkGroup(planned.instance_id, planned.traffic_distribution_group_id, connect, findings);
  if (sound && region !== undefined && !isUnknown(planned.user_id)) {
    const groupId = bareId(TRAFFIC_DISTRIBUTION_GROUP, planned.traffic_distribution_group_id);
    await checkMember(
      { instanceId: bareId(INSTANCE, planned.instance_id), groupId, userId: bareId(USER, planned.user_id), region },
      connect,
      context,
      findings,
    );
  }
  return findings.diagnostics;
}

function thing({
  instance_id: instance,
  traffic_distribution_group_id: group,
  user_id: user,
}: PlannedState<MembershipState>): string | undefined {
  return isUnknown(instance) || isUnknown(group) || isUnknown(user) ? undefined : `the membership ${membershipId(instance, group, user)}`;
}
