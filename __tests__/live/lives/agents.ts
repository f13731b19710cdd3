import type { Body, Declaration } from '../../support/terraform/contact-centre';
import type { LabParts } from '../instance/lab';
import { TAGS } from '../names';
import type { Life } from './life';

/** An account that this instance takes. */
export function account({ facts, names }: LabParts, word: string, more: Body = {}): Body {
  return {
    instance_id: facts.instanceId,
    name: names.of(word),
    routing_profile_id: facts.routingProfileIds[0],
    security_profile_ids: facts.securityProfileIds.slice(0, 1),
    identity_info: { first_name: 'Live', last_name: 'Test' },
    phone_config: { phone_type: 'SOFT_PHONE' },
    tags: TAGS,
    ...(facts.identityManagement === 'CONNECT_MANAGED' && { password_wo: '${var.password}', password_wo_version: 1 }),
    ...more,
  };
}

/** Users; and, where the run has what they need, a membership and a quick connect. */
export function agentsLife(parts: LabParts, queueId: string | undefined): Life {
  const { facts, group, names } = parts;
  const declared = (ada: Body, bob: Body, call: Body = {}): Declaration => ({
    resource: {
      connect_user: { ada, bob },
      ...(group && {
        connect_traffic_distribution_group_user: {
          ada: { instance_id: facts.instanceId, traffic_distribution_group_id: group.arn, user_id: '${connect_user.ada.user_id}' },
        },
      }),
      ...(facts.flowId !== undefined && {
        connect_quick_connect: {
          ada: {
            instance_id: facts.instanceId,
            name: names.of('ring'),
            tags: TAGS,
            ...(queueId !== undefined && { queue_ids: [queueId] }),
            user_config: { user_id: '${connect_user.ada.user_id}', contact_flow_id: facts.flowId },
            ...call,
          },
        },
      }),
    },
  });
  const changes: Body = {
    identity_info: { first_name: 'Live', last_name: 'Changed' },
    phone_config: { phone_type: 'SOFT_PHONE', after_contact_work_time_limit: 20 },
    routing_profile_id: facts.routingProfileIds.at(-1),
    tags: { ...TAGS, changed: 'yes' },
    ...(facts.hierarchyGroupId !== undefined && { hierarchy_group_id: facts.hierarchyGroupId }),
  };
  const [bob, call] = [account(parts, 'bob'), { description: 'Changed' }];
  return {
    name: 'users, memberships and quick connects',
    created: declared(account(parts, 'ada'), bob),
    changed: declared(account(parts, 'ada', changes), bob, call),
    replaced: declared(account(parts, 'ada2', changes), bob, call),
  };
}
