import {
  AGENT_TRANSFER_FLOW_ID,
  HOME_REGION,
  INSTANCE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  REPLICA_REGION,
  SUPPORT_QUEUE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { agent, membership, type Declaration } from '../support/terraform/contact-centre';

const shares = [
  { region: HOME_REGION, percentage: 60 },
  { region: REPLICA_REGION, percentage: 40 },
];

/** Every resource, with as much said of each as may be said at once. */
export const everything: Declaration = {
  resource: {
    connect_user: {
      ada: agent('ada.lovelace', {
        hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
        identity_info: { first_name: 'Ada', last_name: 'Lovelace', secondary_email: 'ada@example.com' },
        phone_config: {
          phone_type: 'DESK_PHONE',
          desk_phone_number: '+14155550100',
          after_contact_work_time_limit: 30,
          auto_accept: false,
        },
        proficiency: [{ attribute_name: 'connect:Language', attribute_value: 'connect:German', level: 3 }],
        tags: { team: 'north' },
        timeouts: { create: '20m' },
      }),
      grace: agent('grace.hopper', {
        phone_config: undefined,
        auto_accept_config: [{ channel: 'VOICE', auto_accept: true }],
        after_contact_work_config: [{ channel: 'VOICE', after_contact_work_time_limit: 20 }],
        phone_number_config: [{ channel: 'VOICE', phone_type: 'SOFT_PHONE' }],
        persistent_connection_config: [{ channel: 'VOICE', persistent_connection: true }],
        voice_enhancement_config: [{ channel: 'VOICE', voice_enhancement_mode: 'NOISE_SUPPRESSION' }],
        quick_connects_on_delete: 'retain',
      }),
    },
    connect_traffic_distribution_group: {
      night: { instance_id: INSTANCE_ID, name: 'Night', description: 'The night shift', tags: { team: 'night' } },
    },
    connect_traffic_distribution: {
      night: { traffic_distribution_group_id: '${connect_traffic_distribution_group.night.arn}', telephony: shares, agent: shares },
    },
    connect_traffic_distribution_group_user: {
      ada: membership('${connect_user.ada.user_id}', { traffic_distribution_group_id: TEAM_GROUP_ID }),
    },
    connect_traffic_distribution_group_users: {
      night: {
        instance_id: INSTANCE_ID,
        traffic_distribution_group_id: '${connect_traffic_distribution_group.night.arn}',
        user_ids: ['${connect_user.ada.user_id}', '${connect_user.grace.user_id}'],
      },
    },
    connect_quick_connect: {
      call_ada: {
        instance_id: INSTANCE_ID,
        name: 'Call Ada',
        description: 'The lead of the night shift',
        queue_ids: [SUPPORT_QUEUE_ID],
        user_config: { user_id: '${connect_user.ada.user_id}', contact_flow_id: AGENT_TRANSFER_FLOW_ID },
        tags: { site: 'Leeds' },
      },
    },
  },
};
