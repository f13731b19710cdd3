import { invalidRequest, notFound, ServiceError } from '../wire/service-error';
import { operation, readToken, writeToken, type Call, type Operation } from './call';
import { findGroup, findGroupAtHome, type FoundGroup } from './find-group';
import { userIdOf } from './find-user';

interface MembershipInput {
  readonly TrafficDistributionGroupId: string;
  readonly InstanceId: string;
  readonly UserId: string;
}

interface ListInput {
  readonly TrafficDistributionGroupId: string;
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/** The group of a membership call: at home, of that instance, and able to take changes. */
function changeableGroup(input: MembershipInput, call: Call): FoundGroup {
  const found = findGroupAtHome(call, input.TrafficDistributionGroupId);
  const status = call.status(found.group);
  const isOpen = status === 'ACTIVE' || (status === 'UPDATE_IN_PROGRESS' && call.settings.answers.associateWhileUpdating === 'ok');
  if (!isOpen) throw notFound(`Traffic distribution group ${input.TrafficDistributionGroupId}`);
  if (call.instance(input.InstanceId) !== found.instance) throw notFound(`Traffic distribution group ${input.TrafficDistributionGroupId}`);
  return found;
}

/** A change of membership may count as a change of the user. */
function touchUser({ instance }: FoundGroup, userId: string, call: Call): void {
  const user = instance.users.latest(userId);
  const modified = call.modifiedBy('membership');
  if (user && modified.LastModifiedTime !== undefined) instance.users.put(userId, { ...user, ...modified }, call.stamp);
}

export const groupUsers: Readonly<Record<string, Operation>> = {
  AssociateTrafficDistributionGroupUser: operation<MembershipInput>((input, call) => {
    const found = changeableGroup(input, call);
    const { instance, id } = found;
    const userId = userIdOf(instance, call, input.UserId);
    if (userId === undefined || !instance.users.find(userId, call.view)) throw notFound(`User ${input.UserId}`);
    const { replicaRegion } = instance.facts;
    if (replicaRegion && !instance.users.find(userId, { now: call.now, region: replicaRegion })) {
      throw invalidRequest('The user does not exist in the replica of the instance.');
    }
    const members = instance.membersOf(id);
    if (members.latest(userId)) {
      if (call.settings.answers.reassociate === 'conflict')
        throw new ServiceError('ResourceConflictException', 'The user is already associated with the traffic distribution group.');
      return undefined;
    }
    members.put(userId, {}, call.stamp);
    touchUser(found, userId, call);
    return undefined;
  }),

  DisassociateTrafficDistributionGroupUser: operation<MembershipInput>((input, call) => {
    const found = changeableGroup(input, call);
    const { instance, id } = found;
    const { answers } = call.settings;
    const userId = userIdOf(instance, call, input.UserId);
    const isKnown = userId !== undefined && instance.users.find(userId, call.view) !== undefined;
    const isTolerated = userId !== undefined && instance.deletedUserIds.has(userId) && answers.disassociateDeletedUser === 'ok';
    if (userId === undefined || !(isKnown || isTolerated)) throw notFound(`User ${input.UserId}`);
    const members = instance.membersOf(id);
    if (!members.latest(userId)) {
      if (answers.disassociateNonMember === 'not-found' && isKnown)
        throw notFound(`User ${input.UserId} in the traffic distribution group`);
      return undefined;
    }
    members.delete(userId, call.stamp);
    touchUser(found, userId, call);
    return undefined;
  }),

  ListTrafficDistributionGroupUsers: operation<ListInput>((input, call) => {
    const { instance, id } = findGroup(call, input.TrafficDistributionGroupId);
    const { groupUsersPageMax, memberIds } = call.settings.answers;
    const size = input.MaxResults ?? Math.min(100, groupUsersPageMax);
    if (size > groupUsersPageMax) throw invalidRequest(`MaxResults must be at most ${groupUsersPageMax}.`);
    const { items, next } = instance.membersOf(id).page(call.viewAtHome(instance), size, { after: readToken(input.NextToken) });
    return {
      TrafficDistributionGroupUserSummaryList: items.map((member) => ({
        UserId: memberIds === 'arn' ? call.arnIn(instance, 'agent', member.id) : member.id,
      })),
      NextToken: writeToken(next),
    };
  }),
};
