import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  CreateQuickConnectCommand,
  CreateUserCommand,
  DeleteUserCommand,
  UpdateUserRoutingProfileCommand,
} from '@aws-sdk/client-connect';
import {
  ADMIN_SECURITY_PROFILE_ID,
  AGENT_SECURITY_PROFILE_ID,
  AGENT_TRANSFER_FLOW_ID,
  BASIC_ROUTING_PROFILE_ID,
  DEFAULT_GROUP_ID,
  INSTANCE_ID,
  MANAGER_SECURITY_PROFILE_ID,
  SALES_QUEUE_ID,
  SALES_ROUTING_PROFILE_ID,
  SUPPORT_QUEUE_ID,
  TEAM_GROUP_ID,
} from '../../../emulator/seed/demo';
import { agent, type Body, type ContactCentre, membership } from '../terraform/contact-centre';
import { agent as account } from '../emulator/test-emulator';

/** What Terraform wrote of one plan: that of `show -json`, and the stream of `plan -json`. */
export interface WrittenPlan {
  readonly json: string;
  readonly events: string;
}

/**
 * A plan in which everything happens: of `people` people one in 20 joins, one in 50 leaves with quick connects, one in 10 changes the
 * team and one in 5 the settings; some are replaced, imported, moved, and changed or deleted outside Terraform.
 */
export async function mixedPlan(centre: ContactCentre, people: number): Promise<WrittenPlan> {
  const { project } = centre;
  await centre.declare(declared(people, 'before'));
  await project.succeed('apply', '-auto-approve', '-input=false', '-no-color');
  const imported = await workOutside(centre, people);
  await centre.declare(declared(people, 'after', imported));
  return planned(centre);
}

/** Plans what is declared, and writes both forms. */
export async function planned({ project }: ContactCentre): Promise<WrittenPlan> {
  const events = await project.succeed('plan', '-json', '-input=false', '-out=mixed.tfplan');
  const json = await project.succeed('show', '-json', 'mixed.tfplan');
  return { json: json.stdout, events: events.stdout };
}

type Side = 'before' | 'after';

/** What becomes of the person of a number; the first of a hundred have a story each. */
export function fate(number: number): string {
  const place = number % 100;
  if (place < 5) return 'joins';
  if (place < 7) return 'leaves';
  return (
    (['renamed', 'tainted', 'imported', 'moved', 'changed outside', 'deleted outside', 'promoted'] as const)[place - 7] ?? other(place)
  );
}

function other(place: number): string {
  if (place % 10 === 0) return 'changes team';
  if (place % 5 === 1) return 'changes settings';
  return 'stays';
}

const FIRST = [
  'Ada',
  'Bruno',
  'Chiara',
  'Deniz',
  'Elif',
  'Farah',
  'Goran',
  'Hana',
  'Ines',
  'Jonas',
  'Kofi',
  'Léa',
  'Mateo',
  'Nia',
  'Óscar',
];
const LAST = [
  'Okafor',
  'Keller',
  'Rossi',
  'Yılmaz',
  'Sørensen',
  'Haddad',
  'Novák',
  'Tanaka',
  'Silva',
  'Weber',
  'Mensah',
  'Dubois',
  'García',
];

export const loginOf = (number: number): string => {
  const [first = '', last = ''] = [FIRST[number % FIRST.length], LAST[number % LAST.length]];
  return `${first}.${last}.${number}`
    .normalize('NFD')
    .replace(/[^A-Za-z0-9.]/g, '')
    .toLowerCase();
};

function declared(people: number, side: Side, imported: readonly Import[] = []): Body {
  const users: Record<string, Body> = {};
  const members: Record<string, Body> = {};
  const moved: Body[] = [];
  for (let number = 0; number < people; number++) {
    const story = fate(number);
    const there = side === 'before' ? !['joins', 'imported'].includes(story) : story !== 'leaves';
    if (!there) continue;
    const key = story === 'moved' && side === 'after' ? `team-${number}` : `p${number}`;
    if (key.startsWith('team-')) moved.push({ from: `connect_user.p${number}`, to: `connect_user.${key}` });
    users[key] = body(number, story, side);
    if (story === 'imported') continue;
    const group = story === 'changes team' && side === 'after' ? 'voice' : number % 2 === 0 ? 'default' : 'voice';
    members[key] = {
      ...membership(`\${connect_user.${key}.user_id}`),
      traffic_distribution_group_id: `\${data.connect_traffic_distribution_group.${group}.id}`,
    };
    if (key.startsWith('team-'))
      moved.push({ from: `connect_traffic_distribution_group_user.p${number}`, to: `connect_traffic_distribution_group_user.${key}` });
  }
  return {
    data: {
      connect_traffic_distribution_group: {
        default: { instance_id: INSTANCE_ID, traffic_distribution_group_id: DEFAULT_GROUP_ID },
        voice: { instance_id: INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ID },
      },
      connect_routing_profile: {
        basic: { instance_id: INSTANCE_ID, routing_profile_id: BASIC_ROUTING_PROFILE_ID },
        sales: { instance_id: INSTANCE_ID, routing_profile_id: SALES_ROUTING_PROFILE_ID },
      },
      connect_security_profile: {
        agent: { instance_id: INSTANCE_ID, security_profile_id: AGENT_SECURITY_PROFILE_ID },
        manager: { instance_id: INSTANCE_ID, security_profile_id: MANAGER_SECURITY_PROFILE_ID },
        admin: { instance_id: INSTANCE_ID, security_profile_id: ADMIN_SECURITY_PROFILE_ID },
      },
    },
    resource: { connect_user: users, connect_traffic_distribution_group_user: members },
    ...(moved.length > 0 && { moved }),
    ...(imported.length > 0 && { import: imported }),
  };
}

function body(number: number, story: string, side: Side): Body {
  const changed = side === 'after';
  const profiles = [
    AGENT_SECURITY_PROFILE_ID,
    ...(changed && story === 'promoted' ? [number % 3 ? MANAGER_SECURITY_PROFILE_ID : ADMIN_SECURITY_PROFILE_ID] : []),
  ];
  return agent(`${loginOf(number)}${changed && story === 'renamed' ? '.new' : ''}`, {
    security_profile_ids: profiles,
    routing_profile_id: changed && story === 'changes settings' ? SALES_ROUTING_PROFILE_ID : BASIC_ROUTING_PROFILE_ID,
    identity_info: { first_name: FIRST[number % FIRST.length], last_name: LAST[number % LAST.length] },
    phone_config: { phone_type: 'SOFT_PHONE', after_contact_work_time_limit: changed && number % 20 === 16 ? 60 : 30 },
  });
}

interface Import {
  readonly to: string;
  readonly id: string;
}

/** What others do after the apply: quick connects, accounts, changes; and a taint. */
async function workOutside(centre: ContactCentre, people: number): Promise<readonly Import[]> {
  const outside = centre.outside();
  const ids = new Map((await centre.instance()).users.map(({ Username, Id }) => [Username, Id]));
  const imports: Import[] = [];
  for (let number = 0; number < people; number++) {
    const of = { InstanceId: INSTANCE_ID, UserId: ids.get(loginOf(number)) ?? '' };
    switch (fate(number)) {
      case 'leaves':
        await quickConnectTo(centre, of.UserId, `Call ${loginOf(number)}`, number % 4 === 1 ? [SUPPORT_QUEUE_ID, SALES_QUEUE_ID] : []);
        if (number % 100 === 5)
          await outside.send(new AssociateTrafficDistributionGroupUserCommand({ ...of, TrafficDistributionGroupId: DEFAULT_GROUP_ID }));
        break;
      case 'renamed':
        await quickConnectTo(centre, of.UserId, `Reach ${loginOf(number)}`, [SUPPORT_QUEUE_ID]);
        break;
      case 'imported': {
        const { UserId = '' } = await outside.send(new CreateUserCommand(account(loginOf(number))));
        imports.push({ to: `connect_user.p${number}`, id: `${INSTANCE_ID}:${UserId}` });
        break;
      }
      case 'tainted':
        await centre.project.succeed('taint', `connect_user.p${number}`);
        break;
      case 'changed outside':
        await outside.send(new UpdateUserRoutingProfileCommand({ ...of, RoutingProfileId: SALES_ROUTING_PROFILE_ID }));
        break;
      case 'deleted outside':
        await outside.send(new DeleteUserCommand(of));
        break;
      default:
    }
  }
  return imports;
}

async function quickConnectTo(centre: ContactCentre, userId: string, name: string, queues: readonly string[]): Promise<void> {
  const config = { QuickConnectType: 'USER', UserConfig: { UserId: userId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } } as const;
  const { QuickConnectId = '' } = await centre
    .outside()
    .send(new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name: name, QuickConnectConfig: config }));
  for (const QueueId of queues)
    await centre
      .outside()
      .send(new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId, QuickConnectIds: [QuickConnectId] }));
}
