import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  AssociateUserProficienciesCommand,
  type ConnectClient,
  CreateQuickConnectCommand,
  DeleteUserCommand,
  DisassociateTrafficDistributionGroupUserCommand,
  TagResourceCommand,
  UpdateUserConfigCommand,
  UpdateUserHierarchyCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
  UpdateUserRoutingProfileCommand,
  UpdateUserSecurityProfilesCommand,
} from '@aws-sdk/client-connect';
import {
  ACCOUNT,
  ADMIN_SECURITY_PROFILE_ID,
  AGENT_SECURITY_PROFILE_ID,
  AGENT_TRANSFER_FLOW_ID,
  BASIC_ROUTING_PROFILE_ID,
  HOME_REGION,
  INSTANCE_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_QUEUE_ID,
  SALES_ROUTING_PROFILE_ID,
  SUPPORT_QUEUE_ID,
} from '../../emulator/seed/demo';
import type { ContactCentre } from '../support/terraform/contact-centre';
import type { Outside } from './steps';

/** Does in Connect what somebody else would do, to the user that the pick names; nothing where there is none. */
export async function doOutside(centre: ContactCentre, what: Outside): Promise<void> {
  const { users, groups } = await centre.instance();
  const user = users[what.pick % users.length];
  if (!user) return;
  const client = centre.outside();
  const member = { InstanceId: INSTANCE_ID, UserId: user.Id };
  switch (what.outside) {
    case 'delete user':
      return void (await client.send(new DeleteUserCommand(member)));
    case 'disassociate': {
      const joined = groups.find(({ members }) => members.includes(user.Id));
      if (joined)
        await client.send(new DisassociateTrafficDistributionGroupUserCommand({ ...member, TrafficDistributionGroupId: joined.Id }));
      return;
    }
    case 'associate': {
      const isMember = groups.some(({ Id, members }) => Id === what.group && members.includes(user.Id));
      if (!isMember)
        await client.send(new AssociateTrafficDistributionGroupUserCommand({ ...member, TrafficDistributionGroupId: what.group }));
      return;
    }
    case 'quick connect':
      return quickConnect(client, user.Id, what.queue);
    case 'tags':
      if (Object.keys(what.tags).length === 0) return;
      return void (await client.send(
        new TagResourceCommand({
          resourceArn: `arn:aws:connect:${HOME_REGION}:${ACCOUNT}:instance/${INSTANCE_ID}/agent/${user.Id}`,
          tags: what.tags,
        }),
      ));
    case 'proficiencies':
      // Those of a user that declares none are left to others, and stay when it begins to declare some.
      if (!declaresProficiencies(centre, user.Id)) return;
      return void (await client.send(
        new AssociateUserProficienciesCommand({
          ...member,
          UserProficiencies: [{ AttributeName: 'connect:Language', AttributeValue: 'connect:French', Level: 2 }],
        }),
      ));
    default:
      return changeSettings(client, member, what.outside, what.choice);
  }
}

const declaresProficiencies = ({ project }: ContactCentre, id: string): boolean =>
  project
    .state()
    .some(({ instances }) =>
      instances.some(
        ({ attributes }) => attributes.user_id === id && Array.isArray(attributes.proficiency) && attributes.proficiency.length > 0,
      ),
    );

async function quickConnect(client: ConnectClient, UserId: string, queue: boolean): Promise<void> {
  const { QuickConnectId = '' } = await client.send(
    new CreateQuickConnectCommand({
      InstanceId: INSTANCE_ID,
      Name: `to ${UserId} ${Date.now()} ${Math.random()}`,
      QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } },
    }),
  );
  if (!queue) return;
  for (const QueueId of [SUPPORT_QUEUE_ID, SALES_QUEUE_ID])
    await client.send(new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId, QuickConnectIds: [QuickConnectId] }));
}

interface Member {
  readonly InstanceId: string;
  readonly UserId: string;
}

async function changeSettings(
  client: ConnectClient,
  member: Member,
  what: 'identity' | 'phone' | 'channels' | 'routing' | 'security' | 'hierarchy',
  choice: number,
): Promise<void> {
  const odd = choice % 2 === 1;
  switch (what) {
    case 'identity':
      return void (await client.send(
        new UpdateUserIdentityInfoCommand({
          ...member,
          IdentityInfo: {
            FirstName: 'Eve',
            LastName: 'Outside',
            SecondaryEmail: odd ? 'eve@example.com' : '',
            ...(choice > 1 && { Mobile: '+12065550199' }),
          },
        }),
      ));
    case 'phone':
      return void (await client.send(
        new UpdateUserPhoneConfigCommand({
          ...member,
          PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: odd, AfterContactWorkTimeLimit: 60 * choice },
        }),
      ));
    case 'channels':
      return void (await client.send(
        new UpdateUserConfigCommand({
          ...member,
          AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: odd }],
          VoiceEnhancementConfigs: [{ Channel: 'VOICE', VoiceEnhancementMode: 'NONE' }],
        }),
      ));
    case 'routing':
      return void (await client.send(
        new UpdateUserRoutingProfileCommand({ ...member, RoutingProfileId: odd ? SALES_ROUTING_PROFILE_ID : BASIC_ROUTING_PROFILE_ID }),
      ));
    case 'security':
      return void (await client.send(
        new UpdateUserSecurityProfilesCommand({
          ...member,
          SecurityProfileIds: odd ? [ADMIN_SECURITY_PROFILE_ID] : [AGENT_SECURITY_PROFILE_ID, MANAGER_SECURITY_PROFILE_ID],
        }),
      ));
    case 'hierarchy':
      return void (await client.send(
        new UpdateUserHierarchyCommand({ ...member, ...(odd && { HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID }) }),
      ));
  }
}
