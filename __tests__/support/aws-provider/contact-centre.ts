import { AGENT_TRANSFER_FLOW_ID, MANAGED_INSTANCE_ID, QUEUE_TRANSFER_FLOW_ID } from '../../../emulator/seed/demo';
import type { Body } from '../terraform/contact-centre';

type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** What the two declarations of the contact centre differ in: every attribute that can be changed in place. */
interface Variant {
  readonly label: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly hours: Body;
  readonly queue: Body;
  readonly escalation: readonly string[];
  readonly hotline: string;
  readonly transferFlow: string;
  readonly profile: Body;
  readonly permissions: readonly string[];
  readonly levels: Body;
  /** Where the agents are in the hierarchy. */
  readonly group: string;
}

const opening = (day: string, from: number, to: number): Body => ({
  day,
  start_time: { hours: from, minutes: 0 },
  end_time: { hours: to, minutes: 30 },
});
const inQueue = (queue: string, channel: string, priority: number): Body => ({
  queue_id: `\${aws_connect_queue.${queue}.queue_id}`,
  channel,
  priority,
  delay: 0,
});

export const FIRST: Variant = {
  label: 'first',
  tags: { team: 'north', shift: 'early' },
  hours: { time_zone: 'Europe/Berlin', config: [opening('MONDAY', 8, 17), opening('FRIDAY', 8, 12)] },
  queue: {
    hours_of_operation_id: '${aws_connect_hours_of_operation.day.hours_of_operation_id}',
    max_contacts: 20,
    outbound_caller_config: { outbound_caller_id_name: 'Support', outbound_flow_id: AGENT_TRANSFER_FLOW_ID },
    quick_connect_ids: ['${aws_connect_quick_connect.hotline.quick_connect_id}'],
  },
  escalation: ['${aws_connect_quick_connect.dora.quick_connect_id}'],
  hotline: '+12065550100',
  transferFlow: QUEUE_TRANSFER_FLOW_ID,
  profile: {
    default_outbound_queue_id: '${aws_connect_queue.support.queue_id}',
    media_concurrencies: [
      { channel: 'VOICE', concurrency: 1 },
      { channel: 'CHAT', concurrency: 3 },
    ],
    queue_configs: [inQueue('support', 'VOICE', 1), inQueue('support', 'CHAT', 2)],
  },
  permissions: ['BasicAgentAccess', 'OutboundCallAccess'],
  levels: { level_one: { name: 'Company' }, level_two: { name: 'Team' } },
  group: 'team',
};

export const CHANGED: Variant = {
  label: 'changed',
  tags: { team: 'south', desk: '4' },
  hours: { time_zone: 'UTC', config: [opening('MONDAY', 9, 17), opening('SUNDAY', 10, 12)] },
  queue: {
    hours_of_operation_id: '${aws_connect_hours_of_operation.night.hours_of_operation_id}',
    max_contacts: 5,
    outbound_caller_config: { outbound_caller_id_name: 'Help' },
    quick_connect_ids: ['${aws_connect_quick_connect.overflow.quick_connect_id}'],
    status: 'DISABLED',
  },
  escalation: ['${aws_connect_quick_connect.dora.quick_connect_id}', '${aws_connect_quick_connect.hotline.quick_connect_id}'],
  hotline: '+12065550199',
  transferFlow: AGENT_TRANSFER_FLOW_ID,
  profile: {
    default_outbound_queue_id: '${aws_connect_queue.overflow.queue_id}',
    media_concurrencies: [
      { channel: 'VOICE', concurrency: 1 },
      { channel: 'TASK', concurrency: 10 },
    ],
    queue_configs: [inQueue('support', 'VOICE', 9), inQueue('overflow', 'TASK', 1)],
  },
  permissions: ['BasicAgentAccess', 'AccessMetrics'],
  levels: { level_one: { name: 'Enterprise' }, level_two: { name: 'Crew' }, level_three: { name: 'Desk' } },
  group: 'company',
};

const phone = { phone_type: 'SOFT_PHONE', auto_accept: true, after_contact_work_time_limit: 30 };
const agent = (name: string, { group, tags }: Variant): Body => ({
  instance_id: MANAGED_INSTANCE_ID,
  name,
  routing_profile_id: '${aws_connect_routing_profile.team.routing_profile_id}',
  security_profile_ids: ['${aws_connect_security_profile.team.security_profile_id}'],
  hierarchy_group_id: `\${aws_connect_user_hierarchy_group.${group}.hierarchy_group_id}`,
  identity_info: { first_name: name, last_name: 'Agent' },
  phone_config: phone,
  password: 'Correct-horse-1',
  tags,
});

/** A whole contact centre: all of it the AWS provider's, but for the user dora, who is ours and works in theirs. */
export function contactCentre(variant: Variant): Resources {
  const { label, tags, hours, queue, escalation, hotline, transferFlow, profile, permissions, levels } = variant;
  const named = (name: string, body: Body): Body => ({ instance_id: MANAGED_INSTANCE_ID, name: `${name} (${label})`, ...body, tags });
  const described = (name: string, body: Body): Body => named(name, { description: `${name}, ${label} version`, ...body });
  const quickConnect = (name: string, quick_connect_type: string, config: Body): Body =>
    described(name, { quick_connect_config: { quick_connect_type, ...config } });
  const atNight = { hours_of_operation_id: '${aws_connect_hours_of_operation.night.hours_of_operation_id}' };
  return {
    aws_connect_hours_of_operation: { day: described('Day', hours), night: described('Night', hours) },
    aws_connect_queue: {
      support: described('Support', queue),
      overflow: described('Overflow', atNight),
      escalation: described('Escalation', { ...atNight, quick_connect_ids: escalation }),
    },
    aws_connect_quick_connect: {
      hotline: quickConnect('Hotline', 'PHONE_NUMBER', { phone_config: { phone_number: hotline } }),
      overflow: quickConnect('To a queue', 'QUEUE', {
        queue_config: { queue_id: '${aws_connect_queue.overflow.queue_id}', contact_flow_id: transferFlow },
      }),
      dora: quickConnect('Dora', 'USER', {
        user_config: { user_id: '${connect_user.dora.user_id}', contact_flow_id: AGENT_TRANSFER_FLOW_ID },
      }),
    },
    aws_connect_routing_profile: { team: described('Team', profile) },
    aws_connect_security_profile: { team: { ...described('Team', { permissions }), name: 'Team' } },
    aws_connect_user_hierarchy_structure: { levels: { instance_id: MANAGED_INSTANCE_ID, hierarchy_structure: levels } },
    aws_connect_user_hierarchy_group: {
      company: { ...named('Company', {}), depends_on: ['aws_connect_user_hierarchy_structure.levels'] },
      team: named('Team', { parent_group_id: '${aws_connect_user_hierarchy_group.company.hierarchy_group_id}' }),
    },
    aws_connect_user: { emil: agent('emil', variant) },
    connect_user: { dora: agent('dora', variant) },
  };
}

/** One thing of each kind, found again by its name, as stacks find what another stack declares. */
export const lookups: readonly (readonly [type: string, label: string])[] = [
  ['aws_connect_hours_of_operation', 'day'],
  ['aws_connect_queue', 'support'],
  ['aws_connect_quick_connect', 'hotline'],
  ['aws_connect_routing_profile', 'team'],
  ['aws_connect_security_profile', 'team'],
  ['aws_connect_user_hierarchy_group', 'team'],
  ['aws_connect_user', 'emil'],
];

/** The data sources of `lookups`, and the hierarchy's structure, which an instance has one of. */
export function lookupsIn(resources: Resources): Resources {
  const byName = lookups.map(([type, label]) => [
    type,
    { [label]: { instance_id: MANAGED_INSTANCE_ID, name: resources[type]?.[label]?.['name'], depends_on: [`${type}.${label}`] } },
  ]);
  return {
    ...Object.fromEntries(byName),
    aws_connect_user_hierarchy_structure: {
      levels: { instance_id: MANAGED_INSTANCE_ID, depends_on: ['aws_connect_user_hierarchy_structure.levels'] },
    },
  };
}
