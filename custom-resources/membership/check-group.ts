import type { Membership } from '../../connect/gateway';
import { namedInOtherInstance } from '../checking/arns';
import type { Findings } from '../checking/findings';
import { bareId, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { placeOf } from '../values/place';
import { retry } from '../waiting/retry';
import { groupNotActive, groupNotFound, groupOfOtherInstance, groupOfOtherRegion, userNotFound } from './diagnostics';
import { locateGroup, PASSING } from './group';

/** How long a user that is not found may still be one that was created just before. */
const USER_GRACE_MS = 3_500;

/** A group, and its home Region. */
export type GroupPlace = Omit<Membership, 'userId'>;

/** Where a group is that can take users. What is wrong with it hundreds of memberships may have in common: one of them tells, and looks. */
export async function checkGroup(instance: string, group: string, findings: Findings): Promise<GroupPlace | undefined> {
  const { connect } = findings;
  const first = placeOf(instance, null, connect);
  const [instanceId, groupId] = [first.instanceId, bareId(TRAFFIC_DISTRIBUTION_GROUP, group)];
  const subject = `users of ${group} in ${instance}`;
  if (findings.wasTold(subject)) return undefined;
  const located = await findings.look('ListTrafficDistributionGroups', () => locateGroup(connect, first, group));
  if (!located) return undefined;
  if (!located.value) {
    const stranger = await findings.look('DescribeTrafficDistributionGroup', () => connect.groups.find({ group }));
    const elsewhere = stranger?.value && stranger.value.instanceId !== instanceId;
    findings.addOnce(subject, elsewhere ? groupOfOtherInstance(instanceId, stranger.value) : groupNotFound({ groupId, instanceId }));
    return undefined;
  }
  const { region } = located.value;
  const place = { instanceId, groupId, region };
  const listed = await findings.look('ListTrafficDistributionGroups', () => connect.groups.list(instanceId, region));
  if (!listed) return place;
  const shown = listed.value.find(({ id }) => id === groupId);
  const looked = shown
    ? { value: shown }
    : await findings.look('DescribeTrafficDistributionGroup', () => connect.groups.find({ group, region }));
  if (!looked) return place;
  const found = looked.value;
  const named = { kind: TRAFFIC_DISTRIBUTION_GROUP, path: ['traffic_distribution_group_id'], text: group };
  const [ofOtherAccount] = found ? namedInOtherInstance([named], found.instanceArn) : [];
  if (!found) findings.addOnce(subject, groupNotFound(place));
  else if (found.instanceId !== instanceId) findings.addOnce(subject, groupOfOtherInstance(instanceId, found));
  else if (regionOf(found.arn) !== region) findings.addOnce(subject, groupOfOtherRegion(group, regionOf(found.arn) ?? region));
  else if (ofOtherAccount) findings.addOnce(subject, ofOtherAccount);
  else if (found.status !== 'ACTIVE' && !PASSING.includes(found.status))
    findings.addOnce(subject, groupNotActive({ groupId }, found.status));
  else return place;
  return undefined;
}

/** Whether a user who is to be put into a group is there. */
export async function checkMember(candidate: Membership, findings: Findings): Promise<void> {
  const { connect, context } = findings;
  const { instanceId, userId, region } = candidate;
  const missing = await retry(context, { deadline: context.clock.now() + USER_GRACE_MS, fields: { userId, region } }, async () => {
    const known = await findings.look('DescribeUser', () => connect.users.exists({ instanceId, userId, region }));
    return !known || known.value ? { done: false } : { again: 'the user is not known yet', otherwise: true, stopped: false };
  });
  if (missing) findings.add(userNotFound(candidate));
}
