import type { Gateway } from '../../connect/gateway';
import { arnsAmong, arnsOfOtherPlace, type Named } from '../checking/arns';
import { claimPlanned } from '../checking/claims';
import { Findings } from '../checking/findings';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { bareId, INSTANCE, regionOf, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';
import { Patience } from '../waiting';
import { claimWay } from './claim-way';
import { PASSING } from './group-status';
import { groupNotActive, groupNotFound, groupOfOtherInstance, groupOfOtherRegion, userNotFound } from './diagnostics';
import { locateGroup } from './home-region';
import { membershipId } from './membership-id';
import type { MembershipState } from './schema';

const CHECK_TIMEOUT_MS = 20 * 60_000;

/** How long a user that is not found may still be one that was created just before. */
const USER_GRACE_MS = 3_500;

/** What Connect tells, before apply, of a membership that is to be made: its group, and its user. */
export async function checkMembership(request: CheckRequest<MembershipState>, context: Context): Promise<readonly Diagnostic[]> {
  const { prior, planned, replacing, replanned } = request;
  const { memory, settings } = context;
  if (!settings.planChecks || memory.applying) return [];
  const findings = new Findings(memory);
  if (prior) memory.managedMemberships.add(membershipId(prior.instance_id, prior.traffic_distribution_group_id, prior.user_id));
  findings.add(...claimPlanned(memory, { before: prior && thing(prior), after: planned && thing(planned), replacing, replanned }));
  findings.add(...claimWay(memory, { prior, planned }, 'user by user'));
  if (prior || !planned || isUnknown(planned.instance_id) || isUnknown(planned.traffic_distribution_group_id)) return findings.diagnostics;
  const connect = context.connect({ timeoutMs: CHECK_TIMEOUT_MS });
  const sound = await checkArns(
    [{ kind: INSTANCE, path: ['instance_id'], text: planned.instance_id }, { kind: USER, path: ['user_id'], text: planned.user_id }],
    planned.instance_id,
    connect,
    findings,
  );
  const region = await checkGroup(planned.instance_id, planned.traffic_distribution_group_id, connect, findings);
  if (sound && region !== undefined && !isUnknown(planned.user_id)) {
    const groupId = bareId(TRAFFIC_DISTRIBUTION_GROUP, planned.traffic_distribution_group_id);
    await checkMember({ instanceId: bareId(INSTANCE, planned.instance_id), groupId, userId: bareId(USER, planned.user_id), region }, connect, context, findings);
  }
  return findings.diagnostics;
}

/** Whether ARNs name the account and a Region of the instance; asks for that only where there are ARNs. */
export async function checkArns(named: readonly Named[], instance: string, connect: Gateway, findings: Findings): Promise<boolean> {
  const arns = arnsAmong(named);
  if (arns.length === 0) return true;
  const described = await findings.look('DescribeInstance', () => connect.instances.find(bareId(INSTANCE, instance), regionOf(instance)));
  const wrong = described?.value ? arnsOfOtherPlace(arns, described.value) : [];
  findings.add(...wrong);
  return wrong.length === 0;
}

/** The home Region of a group that can take users. */
export async function checkGroup(instance: string, group: string, connect: Gateway, findings: Findings): Promise<string | undefined> {
  const [instanceId, groupId] = [bareId(INSTANCE, instance), bareId(TRAFFIC_DISTRIBUTION_GROUP, group)];
  const located = await findings.look('ListTrafficDistributionGroups', () => locateGroup(connect, instance, group));
  if (!located) return undefined;
  if (!located.value) {
    const stranger = await findings.look('DescribeTrafficDistributionGroup', () => connect.groups.find({ group }));
    const elsewhere = stranger?.value && bareId(INSTANCE, stranger.value.instanceArn) !== instanceId;
    findings.add(elsewhere ? groupOfOtherInstance({ groupId, instanceId }, stranger.value) : groupNotFound({ groupId, instanceId }));
    return undefined;
  }
  const { region } = located.value;
  const listed = await findings.look('ListTrafficDistributionGroups', () => connect.groups.list(instanceId, region));
  if (!listed) return region;
  const shown = listed.value.find(({ id }) => id === groupId);
  const looked = shown ? { value: shown } : await findings.look('DescribeTrafficDistributionGroup', () => connect.groups.find({ group, region }));
  if (!looked) return region;
  const found = looked.value;
  if (!found) findings.add(groupNotFound({ groupId, instanceId, region }));
  else if (bareId(INSTANCE, found.instanceArn) !== instanceId) findings.add(groupOfOtherInstance({ groupId, instanceId }, found));
  else if (regionOf(found.arn) !== region) findings.add(groupOfOtherRegion(group, regionOf(found.arn) ?? region));
  else if (found.status !== 'ACTIVE' && !PASSING.includes(found.status)) findings.add(groupNotActive({ groupId }, found.status));
  else return region;
  return undefined;
}

export interface Candidate {
  readonly instanceId: string;
  readonly groupId: string;
  readonly userId: string;
  readonly region: string;
}

/** Whether a user who is to be put into a group is there. */
export async function checkMember(candidate: Candidate, connect: Gateway, context: Context, findings: Findings): Promise<void> {
  const { instanceId, userId, region } = candidate;
  if (context.memory.newUsers.has(userId)) return;
  const patience = new Patience(context, USER_GRACE_MS);
  do {
    const known = await findings.look('DescribeUser', () => connect.users.exists({ instanceId, userId, region }));
    if (!known || known.value) return;
  } while (await patience.pause('the user is not known yet', { userId, region }));
  findings.add(userNotFound(candidate));
}

function thing({ instance_id: instance, traffic_distribution_group_id: group, user_id: user }: PlannedState<MembershipState>): string | undefined {
  return isUnknown(instance) || isUnknown(group) || isUnknown(user) ? undefined : `the membership ${membershipId(instance, group, user)}`;
}
