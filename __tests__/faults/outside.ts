import type { Emulator } from '../../emulator/emulator';
import {
  AGENT_TRANSFER_FLOW_ID,
  HOME_REGION,
  INSTANCE_ID,
  REPLICA_REGION,
  SALES_ROUTING_PROFILE_ID,
  SUPPORT_QUEUE_ID,
} from '../../emulator/seed/demo';
import { OPERATIONS } from '../../emulator/operations/all';
import { Call } from '../../emulator/operations/call';
import { groupsThere } from './picture';

/** What others do who work outside Terraform. */
export interface Outside {
  /** Changes nearly everything of a user. */
  change(userId: string): void;
  join(userId: string, groupId: string): void;
  leave(userId: string, groupId: string): void;
  /** Lets a quick connect point at a user, and a queue offer it. */
  point(userId: string): void;
  /** Deletes a user. */
  end(userId: string): void;
  /** Shifts all traffic and agents of the group of that name to the replica. */
  shift(groupName: string): void;
  /** Sets tags of the group of that name. */
  tag(groupName: string, tags: Readonly<Record<string, string>>): void;
}

export function outside({ world, settings, clock }: Emulator): Outside {
  const call = new Call({ account: world.account, region: HOME_REGION }, world, settings, clock.now());
  const run = (operation: string, input: object): object => OPERATIONS.get(operation)?.({ InstanceId: INSTANCE_ID, ...input }, call) ?? {};
  const groupNamed = (name: string): string => groupsThere({ world, clock }).find(({ Name }) => Name === name)?.Id ?? `no group ${name}`;
  return {
    change: (UserId) => {
      run('UpdateUserIdentityInfo', {
        UserId,
        IdentityInfo: { FirstName: 'Augusta', LastName: 'Byron', SecondaryEmail: 'byron@example.com', Mobile: '+12065550111' },
      });
      run('UpdateUserPhoneConfig', { UserId, PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false } });
      run('UpdateUserRoutingProfile', { UserId, RoutingProfileId: SALES_ROUTING_PROFILE_ID });
      run('UpdateUserHierarchy', { UserId });
      run('DisassociateUserProficiencies', { UserId, UserProficiencies: [{ AttributeName: 'Product', AttributeValue: 'Mobile' }] });
    },
    join: (UserId, TrafficDistributionGroupId) => void run('AssociateTrafficDistributionGroupUser', { UserId, TrafficDistributionGroupId }),
    leave: (UserId, TrafficDistributionGroupId) =>
      void run('DisassociateTrafficDistributionGroupUser', { UserId, TrafficDistributionGroupId }),
    point: (UserId) => {
      const QuickConnectConfig = { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } };
      const { QuickConnectId } = run('CreateQuickConnect', { Name: `to ${UserId}`, QuickConnectConfig }) as {
        readonly QuickConnectId?: string;
      };
      run('AssociateQueueQuickConnects', { QueueId: SUPPORT_QUEUE_ID, QuickConnectIds: [QuickConnectId] });
    },
    end: (UserId) => void run('DeleteUser', { UserId }),
    shift: (groupName) => {
      const Distributions = [HOME_REGION, REPLICA_REGION].map((Region) => ({ Region, Percentage: Region === HOME_REGION ? 0 : 100 }));
      run('UpdateTrafficDistribution', { Id: groupNamed(groupName), TelephonyConfig: { Distributions }, AgentConfig: { Distributions } });
    },
    tag: (groupName, tags) => {
      const resourceArn = `arn:aws:connect:${HOME_REGION}:${world.account}:traffic-distribution-group/${groupNamed(groupName)}`;
      run('TagResource', { resourceArn, tags });
    },
  };
}
