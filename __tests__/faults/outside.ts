import type { Emulator } from '../../emulator/emulator';
import { AGENT_TRANSFER_FLOW_ID, HOME_REGION, INSTANCE_ID, SALES_ROUTING_PROFILE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { OPERATIONS } from '../../emulator/operations/all';
import { Call } from '../../emulator/operations/call';

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
}

export function outside({ world, settings, clock }: Emulator): Outside {
  const call = new Call({ account: world.account, region: HOME_REGION }, world, settings, clock.now());
  const run = (operation: string, input: object): object => OPERATIONS.get(operation)?.({ InstanceId: INSTANCE_ID, ...input }, call) ?? {};
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
  };
}
