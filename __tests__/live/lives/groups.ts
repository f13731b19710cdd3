import type { Body, Declaration } from '../../support/terraform/contact-centre';
import type { LabParts } from '../instance/lab';
import { TAGS } from '../names';
import { account } from './agents';
import type { Life } from './life';

/** A group that Terraform makes, its shares, and all its members. No telephone number belongs to it, and nobody else is in it. */
export function groupsLife(parts: LabParts, home: string, replica: string): Life {
  const GROUP = '${connect_traffic_distribution_group.live.arn}';
  const declared = (group: Body, share: number, members: readonly string[]): Declaration => ({
    resource: {
      connect_traffic_distribution_group: {
        live: { instance_id: parts.facts.instanceId, name: parts.names.of('voice'), tags: TAGS, ...group },
      },
      connect_traffic_distribution: {
        live: {
          traffic_distribution_group_id: GROUP,
          telephony: [
            { region: home, percentage: share },
            { region: replica, percentage: 100 - share },
          ],
          agent: [
            { region: home, percentage: 100 },
            { region: replica, percentage: 0 },
          ],
        },
      },
      connect_user: { eve: account(parts, 'eve'), fay: account(parts, 'fay') },
      connect_traffic_distribution_group_users: {
        live: {
          instance_id: parts.facts.instanceId,
          traffic_distribution_group_id: GROUP,
          user_ids: members.map((name) => `\${connect_user.${name}.user_id}`),
        },
      },
    },
  });
  return {
    name: 'groups, shares and whole groups of users',
    created: declared({}, 100, ['eve']),
    changed: declared({ tags: { ...TAGS, changed: 'yes' } }, 50, ['eve', 'fay']),
    replaced: declared({ description: 'Replaced' }, 50, ['eve', 'fay']),
  };
}
