import {
  AssociateTrafficDistributionGroupUserCommand,
  CreateTrafficDistributionGroupCommand,
  DeleteTrafficDistributionGroupCommand,
  DescribeTrafficDistributionGroupCommand,
  DisassociateTrafficDistributionGroupUserCommand,
  ListTrafficDistributionGroupsCommand,
} from '@aws-sdk/client-connect';
import type { GroupMembers } from '../bulk/group-members';
import type { Caller } from '../calls/caller';
import { allPages, eachOnce } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { Groups } from '../gateway';
import type { GroupRef, Id, Membership, TrafficDistributionGroup } from '../model';
import { describedGroupOf, groupOf } from '../shapes/group-shape';
import { idIn } from '../shapes/ids';
import { idOf, list, optionalText, text } from '../shapes/members';
import { nothing, orAbsent } from './answers';
import { type GroupUserPages, listGroupUsers } from './group-users';
import { userTagsOf } from './user-tags';

const PAGE = 10;
const RECENT_MS = 1_000;
const RECENT_GROUPS_MS = 10_000;

/** Every membership asks for the groups of its instance: they are listed once. */
export interface GroupMemory {
  readonly lists: SharedReads<readonly TrafficDistributionGroup[]>;
  readonly pages: GroupUserPages;
  /** Lists of users that many ask for within a moment. */
  readonly users: SharedReads<ReadonlySet<Id>>;
  /** Absent where every reader lists for itself. */
  readonly members: GroupMembers | undefined;
}

export const groupMemoryOf = (clock: Clock, members: GroupMembers | undefined): GroupMemory => ({
  members,
  lists: new SharedReads('ListTrafficDistributionGroups', clock),
  pages: new Map(),
  users: new SharedReads('ListTrafficDistributionGroupUsers', clock),
});

export const groupsOf = (caller: Caller, memory: GroupMemory): Groups => ({
  ...userTagsOf(caller),

  list(instanceId, region = caller.region, { fresh, recent = false } = {}) {
    const key = { region, id: instanceId };
    return memory.lists.get(key, caller.scope, () => listGroups(caller, instanceId, region), {
      fresh,
      ...(recent && { maxAgeMs: RECENT_GROUPS_MS }),
    });
  },

  // Asked twice before a group is taken for gone: all that is known of its users would go with it.
  async find(group) {
    const found = await describeGroup(caller, group);
    return found.ok && !found.value ? describeGroup(caller, group) : found;
  },

  listUsers(group, { recent = false } = {}) {
    const list = () => listGroupUsers(caller, memory.pages, group);
    const key = { region: group.region ?? caller.region, id: idIn(group.group) };
    return recent ? memory.users.get(key, caller.scope, list, { maxAgeMs: RECENT_MS }) : list();
  },

  async hasUser(group, userId, { recent = false } = {}) {
    const list = () => listGroupUsers(caller, memory.pages, group);
    if (memory.members) return memory.members.has(caller, group, userId, list, recent);
    const members = await list();
    return members.ok ? succeeded(members.value.has(userId)) : members;
  },

  associateUser: async (membership) =>
    noted(
      memory,
      membership,
      true,
      await caller.call({
        operation: 'AssociateTrafficDistributionGroupUser',
        region: membership.region,
        command: () => new AssociateTrafficDistributionGroupUserCommand(wireMembershipOf(membership)),
        read: nothing,
      }),
    ),

  disassociateUser: async (membership) =>
    noted(
      memory,
      membership,
      false,
      await caller.call({
        operation: 'DisassociateTrafficDistributionGroupUser',
        region: membership.region,
        command: () => new DisassociateTrafficDistributionGroupUserCommand(wireMembershipOf(membership)),
        read: nothing,
      }),
    ),

  create: ({ instanceId, region, name, description, tags, clientToken }) =>
    caller.call({
      operation: 'CreateTrafficDistributionGroup',
      region,
      command: () =>
        new CreateTrafficDistributionGroupCommand({
          InstanceId: instanceId,
          Name: name,
          Description: description,
          ClientToken: clientToken,
          // The service takes no empty map.
          ...(Object.keys(tags).length > 0 && { Tags: { ...tags } }),
        }),
      read: ({ Id, Arn }) => ({ id: idOf(Id, 'Id'), arn: text(Arn, 'Arn') }),
    }),

  delete: async ({ group, region }) => {
    const deleted = await caller.call({
      operation: 'DeleteTrafficDistributionGroup',
      region,
      command: () => new DeleteTrafficDistributionGroupCommand({ TrafficDistributionGroupId: group }),
      read: nothing,
    });
    return !deleted.ok && deleted.failure.kind === 'not-found' ? succeeded(undefined) : deleted;
  },
});

const describeGroup = async (caller: Caller, { group, region }: GroupRef): Promise<Outcome<TrafficDistributionGroup | undefined>> =>
  orAbsent(
    await caller.call({
      operation: 'DescribeTrafficDistributionGroup',
      region,
      command: () => new DescribeTrafficDistributionGroupCommand({ TrafficDistributionGroupId: group }),
      read: (output) => describedGroupOf(output.TrafficDistributionGroup),
    }),
  );

function noted(memory: GroupMemory, { groupId, userId }: Membership, member: boolean, outcome: Outcome<void>): Outcome<void> {
  if (outcome.ok) memory.members?.note(groupId, userId, member);
  return outcome;
}

async function listGroups(caller: Caller, instanceId: Id, region: string): Promise<Outcome<readonly TrafficDistributionGroup[]>> {
  const groups = await allPages({ operation: 'ListTrafficDistributionGroups', region }, (nextToken) =>
    caller.call({
      operation: 'ListTrafficDistributionGroups',
      region,
      command: () => new ListTrafficDistributionGroupsCommand({ InstanceId: instanceId, MaxResults: PAGE, NextToken: nextToken }),
      read: (output) => ({
        items: list(output.TrafficDistributionGroupSummaryList, 'TrafficDistributionGroupSummaryList', groupOf),
        nextToken: optionalText(output.NextToken, 'NextToken'),
      }),
    }),
  );
  return eachOnce(groups, ({ id }) => id);
}

const wireMembershipOf = ({ groupId, userId, instanceId }: Membership) => ({
  TrafficDistributionGroupId: groupId,
  UserId: userId,
  InstanceId: instanceId,
});
