import {
  ADMIN_SECURITY_PROFILE_ID,
  AGENT_TRANSFER_FLOW_ID,
  INSTANCE_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  SOUTH_HIERARCHY_GROUP_ID,
} from '../../../emulator/seed/demo';
import { agent, type Body } from '../terraform/contact-centre';

/*
 * Agents of both providers in one instance, whose profiles and hierarchy are there already: ada and bob are the AWS provider's,
 * carol is ours with a quick connect of theirs.
 */

const ADA: Body = agent('ada', {
  hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
  identity_info: { first_name: 'Ada', last_name: 'Byron' },
  phone_config: { phone_type: 'SOFT_PHONE', auto_accept: true, after_contact_work_time_limit: 30 },
  tags: { team: 'north', shift: 'early' },
});
const ADA_LATER: Body = agent('ada', {
  hierarchy_group_id: SOUTH_HIERARCHY_GROUP_ID,
  identity_info: { first_name: 'Augusta', last_name: 'Lovelace', secondary_email: 'ada@example.org' },
  phone_config: { phone_type: 'DESK_PHONE', desk_phone_number: '+12065550100', after_contact_work_time_limit: 60 },
  routing_profile_id: SALES_ROUTING_PROFILE_ID,
  security_profile_ids: [MANAGER_SECURITY_PROFILE_ID, ADMIN_SECURITY_PROFILE_ID],
  tags: { team: 'south', desk: '4' },
});
const BOB: Body = agent('bob', {
  hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
  phone_config: { phone_type: 'SOFT_PHONE', auto_accept: true, after_contact_work_time_limit: 30 },
  tags: { team: 'north' },
});
const CAROL: Body = {
  instance_id: INSTANCE_ID,
  name: 'Carol',
  quick_connect_config: [
    { quick_connect_type: 'USER', user_config: [{ contact_flow_id: AGENT_TRANSFER_FLOW_ID, user_id: '${connect_user.carol.user_id}' }] },
  ],
};

/** `changed`: ada in every attribute. `moved`: bob is ours. */
export function agents({ changed = false, moved = false } = {}): Readonly<Record<string, Readonly<Record<string, Body>>>> {
  return {
    aws_connect_user: { ada: changed ? ADA_LATER : ADA, ...(moved ? {} : { bob: BOB }) },
    aws_connect_quick_connect: { carol: CAROL },
    connect_user: { carol: agent('carol'), ...(moved ? { bob: BOB } : {}) },
  };
}
