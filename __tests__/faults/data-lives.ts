import { DEFAULT_GROUP_ID, INSTANCE_ID, TEAM_GROUP_ARN, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, type Declaration, membership } from '../support/terraform/contact-centre';
import type { Life } from './life';

export const joined = (user: string, group = TEAM_GROUP_ARN): Declaration => ({
  resource: { connect_traffic_distribution_group_user: { it: membership(user, { traffic_distribution_group_id: group }) } },
});
/** A user whose profiles and hierarchy group are looked up. */
const NAMED: Declaration = {
  data: {
    connect_routing_profile: { sales: { instance_id: INSTANCE_ID, name: 'Sales' } },
    connect_security_profile: { agent: { instance_id: INSTANCE_ID, name: 'Agent' } },
    connect_user_hierarchy_group: { north: { instance_id: INSTANCE_ID, path: ['Company', 'North'] } },
  },
  resource: {
    connect_user: {
      ada: agent('ada', {
        routing_profile_id: '${data.connect_routing_profile.sales.routing_profile_id}',
        hierarchy_group_id: '${data.connect_user_hierarchy_group.north.hierarchy_group_id}',
      }),
    },
  },
};

/** Times when data sources are read. */
export const DATA_LIVES: readonly Life[] = [
  {
    name: 'group read by name',
    declared: (idOf) => ({
      data: { connect_traffic_distribution_group: { teams: { instance_id: INSTANCE_ID, name: 'Voice teams' } } },
      ...joined(idOf('other-1'), '${data.connect_traffic_distribution_group.teams.arn}'),
    }),
    run: 'apply',
  },
  {
    name: 'user read by name',
    declared: () => ({
      data: { connect_user: { one: { instance_id: INSTANCE_ID, name: 'other-1' } } },
      ...joined('${data.connect_user.one.user_id}'),
    }),
    run: 'apply',
  },
  { name: 'what a user refers to read by name', declared: () => NAMED, run: 'apply' },
  {
    name: 'queue and quick connect read by name',
    declared: () => ({
      data: {
        connect_queue: { sales: { instance_id: INSTANCE_ID, name: 'Sales' } },
        connect_quick_connect: { hotline: { instance_id: INSTANCE_ID, name: 'Hotline' } },
      },
    }),
    run: 'plan',
  },
  {
    name: 'users listed',
    declared: (idOf) => ({
      data: { connect_users: { all: { instance_id: INSTANCE_ID } } },
      ...joined(idOf('other-1')),
    }),
    run: 'apply',
  },
  {
    name: 'groups listed',
    before: (idOf) => joined(idOf('other-1')),
    declared: (idOf) => ({
      data: { connect_traffic_distribution_groups: { all: { instance_id: INSTANCE_ID } } },
      ...joined(idOf('other-1')),
    }),
    run: 'plan',
  },
  {
    name: 'users of a group listed',
    before: (idOf) => joined(idOf('other-1')),
    declared: (idOf) => ({
      data: {
        connect_traffic_distribution_group_users: { team: { instance_id: INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ID } },
      },
      ...joined(idOf('other-1')),
    }),
    run: 'plan',
  },
  {
    name: 'instance read by alias',
    declared: () => ({
      data: { connect_instance: { ours: { alias: 'demo-resilient' } } },
      resource: { connect_user: { ada: agent('ada', { instance_id: '${data.connect_instance.ours.id}' }) } },
    }),
    run: 'apply',
  },
  {
    name: 'default group read',
    before: (idOf) => joined(idOf('other-1'), DEFAULT_GROUP_ID),
    declared: (idOf) => ({
      data: { connect_traffic_distribution_group: { it: { instance_id: INSTANCE_ID } } },
      ...joined(idOf('other-1'), DEFAULT_GROUP_ID),
    }),
    run: 'plan',
  },
];
