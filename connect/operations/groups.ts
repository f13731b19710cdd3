import {
  AssociateTrafficDistributionGroupUserCommand,
  CreateTrafficDistributionGroupCommand,
  DeleteTrafficDistributionGroupCommand,
  DescribeTrafficDistributionGroupCommand,
  DisassociateTrafficDistributionGroupUserCommand,
  ListTrafficDistributionGroupsCommand,
} from '@aws-sdk/client-connect';
import { GroupMembers } from '../bulk/group-members';
import type { Caller } from '../calls/caller';
import { eachOnce, listAll, listing } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import { type Outcome, succeeded } from '../failure';
import type { Groups, Id, Membership, TrafficDistributionGroup } from '../gateway';
import { describedGroupOf, groupOf } from '../shapes/group-shape';
import { idIn } from '../shapes/ids';
import { idOf, text } from '../shapes/members';
import { nothing, orAbsent, twice } from './answers';
import { listGroupUsers, type RefusesLargePages } from './group-users';

const RECENT_MS = 1_000;
const RECENT_GROUPS_MS = 10_000;

const groups = listing(ListTrafficDistributionGroupsCommand, 10, 'TrafficDistributionGroupSummaryList', groupOf);

export function groupsOf(clock: Clock, mode: RefreshMode): (caller: Caller) => Groups {
  const lists = new SharedReads<readonly TrafficDistributionGroup[]>(groups.operation, clock);
  /** Lists of users that many ask for within a moment. */
  const users = new SharedReads<ReadonlySet<Id>>('ListTrafficDistributionGroupUsers', clock);
  const refusesLargePages: RefusesLargePages = new Set();
  /** Absent where every reader lists for itself. */
  const members = mode === 'bulk' ? new GroupMembers(clock) : undefined;

  const noted = async ({ groupId, userId }: Membership, member: boolean, call: Promise<Outcome<void>>): Promise<Outcome<void>> => {
    const outcome = await call;
    if (outcome.ok) members?.note(groupId, userId, member);
    return outcome;
  };

  return (caller) => ({
    list: (instanceId, region = caller.region, { fresh, recent = false } = {}) =>
      lists.get(
        { region, id: instanceId },
        caller,
        async () => eachOnce(await listAll(caller, groups, region, { InstanceId: instanceId }), ({ id }) => id),
        { fresh, ...(recent && { maxAgeMs: RECENT_GROUPS_MS }) },
      ),

    // Twice: all that is known of its users would go with it.
    find: ({ group, region }) =>
      twice(() =>
        orAbsent(
          caller.call(DescribeTrafficDistributionGroupCommand, region, { TrafficDistributionGroupId: group }, (output) =>
            describedGroupOf(output.TrafficDistributionGroup),
          ),
        ),
      ),

    listUsers(group, { recent = false } = {}) {
      const list = () => listGroupUsers(caller, refusesLargePages, group);
      const key = { region: group.region ?? caller.region, id: idIn(group.group) };
      return recent ? users.get(key, caller, list, { maxAgeMs: RECENT_MS }) : list();
    },

    async hasUser(group, userId, { recent = false } = {}) {
      const list = () => listGroupUsers(caller, refusesLargePages, group);
      if (members) return members.has(caller, group, userId, list, recent);
      const listed = await list();
      return listed.ok ? succeeded(listed.value.has(userId)) : listed;
    },

    associateUser: (membership) =>
      noted(
        membership,
        true,
        caller.call(AssociateTrafficDistributionGroupUserCommand, membership.region, wireMembershipOf(membership), nothing),
      ),

    disassociateUser: (membership) =>
      noted(
        membership,
        false,
        caller.call(DisassociateTrafficDistributionGroupUserCommand, membership.region, wireMembershipOf(membership), nothing),
      ),

    create: ({ instanceId, region, name, description, tags, clientToken }) =>
      caller.call(
        CreateTrafficDistributionGroupCommand,
        region,
        {
          InstanceId: instanceId,
          Name: name,
          Description: description,
          ClientToken: clientToken,
          // The service takes no empty map.
          ...(Object.keys(tags).length > 0 && { Tags: { ...tags } }),
        },
        ({ Id, Arn }) => ({ id: idOf(Id, 'Id'), arn: text(Arn, 'Arn') }),
      ),

    delete: ({ group, region }) =>
      orAbsent(caller.call(DeleteTrafficDistributionGroupCommand, region, { TrafficDistributionGroupId: group }, nothing)),
  });
}

const wireMembershipOf = ({ groupId, userId, instanceId }: Membership) => ({
  TrafficDistributionGroupId: groupId,
  UserId: userId,
  InstanceId: instanceId,
});
