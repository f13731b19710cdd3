import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  type ConnectClient,
  CreateQuickConnectCommand,
  DeleteUserCommand,
  DisassociateTrafficDistributionGroupUserCommand,
  UpdateTrafficDistributionCommand,
  UpdateUserIdentityInfoCommand,
} from '@aws-sdk/client-connect';
import {
  AGENT_TRANSFER_FLOW_ID,
  DEFAULT_GROUP_ID,
  HOME_REGION,
  INSTANCE_ID,
  REPLICA_REGION,
  SUPPORT_QUEUE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';

/** Gives a user's id by its name. */
type IdOf = (name: string) => string;

/** One leaves the group, one joins it, one account goes; quick connects come. */
export async function happenOutside(client: ConnectClient, idOf: IdOf): Promise<void> {
  const named = (name: string) => ({ InstanceId: INSTANCE_ID, UserId: idOf(name) });
  const inGroup = (name: string, TrafficDistributionGroupId: string) => ({ ...named(name), TrafficDistributionGroupId });
  const quickConnectTo = async (name: string): Promise<void> => {
    const { UserId } = named(name);
    const { QuickConnectId = '' } = await client.send(
      new CreateQuickConnectCommand({
        InstanceId: INSTANCE_ID,
        Name: name,
        QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } },
      }),
    );
    await client.send(
      new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId: SUPPORT_QUEUE_ID, QuickConnectIds: [QuickConnectId] }),
    );
  };
  await quickConnectTo('cleo');
  await quickConnectTo('dan');
  await client.send(new DisassociateTrafficDistributionGroupUserCommand(inGroup('ada', TEAM_GROUP_ID)));
  await client.send(new AssociateTrafficDistributionGroupUserCommand(inGroup('dan', TEAM_GROUP_ID)));
  await client.send(new DeleteUserCommand(named('cleo')));
}

/** Somebody is faster than we are. */
export async function joinBefore(client: ConnectClient, idOf: IdOf): Promise<void> {
  await client.send(
    new AssociateTrafficDistributionGroupUserCommand({
      InstanceId: INSTANCE_ID,
      TrafficDistributionGroupId: DEFAULT_GROUP_ID,
      UserId: idOf('bob'),
    }),
  );
}

/** Somebody corrects what only DescribeUser shows. */
export async function changeMobile(client: ConnectClient, idOf: IdOf): Promise<void> {
  const IdentityInfo = { FirstName: 'Ada', LastName: 'Lovelace', Mobile: '+12065550199' };
  await client.send(new UpdateUserIdentityInfoCommand({ InstanceId: INSTANCE_ID, UserId: idOf('gus'), IdentityInfo }));
}

/** Somebody moves the traffic: the group may take no other change until that is done. */
export async function startUpdate(client: ConnectClient): Promise<void> {
  const half = [HOME_REGION, REPLICA_REGION].map((Region) => ({ Region, Percentage: 50 }));
  await client.send(new UpdateTrafficDistributionCommand({ Id: TEAM_GROUP_ID, TelephonyConfig: { Distributions: half } }));
}
