import type { Id, Membership, TrafficDistributionGroup } from '../../connect/gateway';
import { type Diagnostic, errorAt } from '../contract/diagnostic';
import { bareId, INSTANCE, instanceOf, isSameId, regionOf, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

/** Of the first user who is spelled as one of another instance. */
export function userOfOtherInstance(instance: unknown, users: readonly unknown[]): readonly Diagnostic[] {
  if (typeof instance !== 'string') return [];
  const expected = bareId(INSTANCE, instance);
  const user = users.find((text) => typeof text === 'string' && (instanceOf(USER, text) ?? expected) !== expected);
  if (user === undefined) return [];
  return [
    errorAt(
      ['user_id'],
      'The user belongs to another instance',
      `"${user}" is not a user of the instance ${expected} that "instance_id" names. Name the instance of the user, or a user of the instance.`,
    ),
  ];
}

export const groupNotFound = ({
  groupId,
  instanceId,
  region,
}: Pick<Membership, 'groupId' | 'instanceId'> & { readonly region?: string }): Diagnostic =>
  errorAt(
    ['traffic_distribution_group_id'],
    `No traffic distribution group ${groupId}`,
    `The instance ${instanceId} has no such group${region === undefined ? '' : ` in ${region}`}. Check the id: the group may have been deleted. The provider looks for an ARN in the Region of the ARN. It looks for a bare id among the groups that the Region of the instance's ARN, or else its own Region, knows.`,
  );

/** Associate and Disassociate work in the home Region alone, and the ARN says which that is. */
export const groupOfOtherRegion = (group: string, home: string): Diagnostic =>
  errorAt(
    ['traffic_distribution_group_id'],
    'The ARN names another Region than the home Region of the group',
    `"${group}" is not the ARN of the group: its home Region is ${home}. Correct the ARN, or give the bare id.`,
  );

/** An ARN that came to name another Region while the id stays: the group is where the state knows it to be. */
export function otherRegion(
  prior: { readonly traffic_distribution_group_id: string; readonly region: string | null } | undefined,
  group: unknown,
): readonly Diagnostic[] {
  if (typeof group !== 'string' || !prior || prior.region === null) return [];
  const same = isSameId(TRAFFIC_DISTRIBUTION_GROUP, group, prior.traffic_distribution_group_id);
  return same && (regionOf(group) ?? prior.region) !== prior.region ? [groupOfOtherRegion(group, prior.region)] : [];
}

export const groupOfOtherInstance = (instanceId: Id, { id: groupId, name, instanceArn }: TrafficDistributionGroup): Diagnostic =>
  errorAt(
    ['traffic_distribution_group_id'],
    'The traffic distribution group belongs to another instance',
    `The group ${groupId} ("${name}") belongs to ${instanceArn}, not to the instance ${instanceId} that "instance_id" names. Name a group of that instance.`,
  );

export const groupNotActive = ({ groupId }: Pick<Membership, 'groupId'>, status: string): Diagnostic =>
  errorAt(
    ['traffic_distribution_group_id'],
    `The traffic distribution group is ${status}`,
    `The users of the group ${groupId} can change only while it is ACTIVE. ${
      status.endsWith('_IN_PROGRESS')
        ? 'It did not become ACTIVE within the timeout: run apply again, or declare a longer "timeouts" block.'
        : 'This does not pass by itself: repair or replace the group, then run apply again.'
    }`,
  );

export const userNotFound = ({ userId, instanceId, region }: Membership): Diagnostic =>
  errorAt(
    ['user_id'],
    `No user ${userId}`,
    `The instance ${instanceId} has no such user in ${region}, the home Region of the traffic distribution group. Only users of the source instance can be members. Check the id, or declare the user first.`,
  );

export const notMirrored = ({ userId, instanceId }: Membership, replica: string): Diagnostic =>
  errorAt(
    ['user_id'],
    `The user ${userId} is not mirrored to ${replica} yet`,
    `A user can become a member only after the replica of the instance ${instanceId} has the same user name. Amazon Connect mirrors users in near real time, and otherwise tries again within 30 minutes. The timeout was shorter, or the mirroring fails. Look for the user in ${replica}, then run apply again, or declare a longer "timeouts" block.`,
  );
