import type { Schema, StateOf } from '../contract/schema';
import { all, atAsInEmail, integer, length, oneOf, region, secretPattern, size } from '../values/checks';
import { computed } from '../values/computed';
import { duration, timeoutsBlock } from '../values/durations';
import { HIERARCHY_GROUP, identifier, identifiers, INSTANCE, ROUTING_PROFILE, SECURITY_PROFILE } from '../values/identifiers';
import { tagsOf } from '../values/tags';
import { identityInfo, phoneConfig, proficiency } from './fields/blocks';
import { channelBlocks } from './fields/channel-blocks';

export const TIMEOUTS = { create: '20m', update: '20m', delete: '20m' } as const;

/** Pattern of the API model's Password. */
const password = secretPattern(
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)\S{8,64}$/,
  '8 to 64 characters with an upper-case letter, a lower-case letter and a digit, without spaces',
);

/** The body of `aws_connect_user`, and what that one lacks. */
export const schema = {
  version: 0,
  description:
    "An agent's account in an Amazon Connect instance. Destroying it leaves nothing dangling: the agent's memberships in traffic distribution groups end first, and the quick connects that pointed at the agent are deleted after.",
  attributes: {
    instance_id: {
      ...identifier(INSTANCE),
      presence: 'required',
      replaces: true,
      description: 'The instance, as an id or ARN; an ARN also says in which Region to call. A change replaces the user.',
    },
    region: {
      type: 'string',
      presence: 'optional',
      description:
        'The Region to call for this user, if it is not that of the provider. Users of a replicated instance can be managed from either of its Regions. Defaults to the Region in the ARN of the instance, else to that of the provider.',
      check: region,
    },
    name: {
      type: 'string',
      presence: 'required',
      replaces: true,
      description:
        "The user name, 1 to 100 characters; case sensitive. Instances that use SAML take up to 64 characters from `a-zA-Z0-9_-.\\@`, and the name must be that of the identity provider's session; for other instances AWS documents up to 20. It may hold `@` only in the form of an e-mail address. Connect has no operation that changes it: a change replaces the user.",
      check: all(length(1, 100), atAsInEmail),
    },
    password: {
      type: 'string',
      presence: 'optional',
      sensitive: true,
      description:
        'The initial password: 8 to 64 characters with an upper-case letter, a lower-case letter and a digit. Required by instances that Connect manages (or `password_wo`), refused by others. It is kept in the state; prefer `password_wo`. Connect has no operation that changes it: a change is an error at plan.',
      check: password,
    },
    password_wo: {
      type: 'string',
      presence: 'optional',
      sensitive: true,
      writeOnly: true,
      description:
        'Like `password`, but never stored: not in the plan, not in the state. Terraform does not see a change of its value. Needs Terraform 1.11.',
      check: password,
    },
    password_wo_version: {
      type: 'number',
      presence: 'optional',
      description:
        'A version number of your choice for `password_wo`. Connect cannot change a password: a change of the number is an error at plan.',
      check: integer(0, Number.MAX_SAFE_INTEGER),
    },
    directory_user_id: {
      type: 'string',
      presence: 'optional-computed',
      description:
        'The id of the user in the existing directory that the instance uses; refused by SAML instances. Connect has no operation that changes it: a change is an error at plan. If it is left out, only an import shows it, since Connect gives an id to each account that it manages itself.',
      check: length(1, 256),
    },
    hierarchy_group_id: {
      ...identifier(HIERARCHY_GROUP),
      presence: 'optional',
      description: 'The hierarchy group, as an id or ARN, or as the `id` of its data source. Left out, the user is in none.',
    },
    routing_profile_id: {
      ...identifier(ROUTING_PROFILE),
      presence: 'required',
      description: 'The routing profile, as an id or ARN, or as the `id` of its data source.',
    },
    security_profile_ids: {
      ...identifiers(SECURITY_PROFILE),
      presence: 'required',
      description: 'The security profiles, 1 to 10, as ids or ARNs, or as the `id` of their data sources.',
      check: all(size(1, 10, 'security profiles'), identifiers(SECURITY_PROFILE).check),
    },
    quick_connects_on_delete: {
      type: 'string',
      presence: 'optional-computed',
      default: 'delete',
      description:
        'What happens to quick connects of type USER that point at the user when the user is destroyed: `delete`, or `retain` (they then lead nowhere, use up the quota and may disturb Global Resiliency). Quick connects that other resources manage, such as `aws_connect_quick_connect`, are deleted too: use `retain` for a user who has such quick connects and may be replaced. Defaults to `delete`.',
      check: oneOf('delete', 'retain'),
    },
    deletion_protection: {
      type: 'bool',
      presence: 'optional',
      description:
        'Whether a plan that would delete or replace the user is an error; this includes `terraform destroy`. To delete the user all the same, name it in `lift_deletion_protection` of the provider. To replace the user, set `false` in the same change. Unlike `prevent_destroy`, it also holds when the resource is removed from the configuration. Defaults to `false`.',
    },
    drain_on_delete: {
      type: 'string',
      presence: 'optional',
      description:
        'How long the deletion of the user waits until the agent has finished its contacts, such as `10m`; less than `timeouts.delete`. An agent who is signed in gets the status Offline first, so that no new contact comes. Apply it before the plan that deletes the user. If it is left out, the deletion does not wait; AWS does not document what happens to a call whose agent is deleted.',
      check: duration,
    },
    on_drain_timeout: {
      type: 'string',
      presence: 'optional',
      description:
        'What happens if an agent is still on a contact at the end of `drain_on_delete`: `fail` keeps the user, restores the status of the agent and ends the apply with an error; `delete` deletes the user all the same. If it is left out, `fail` holds.',
      check: oneOf('fail', 'delete'),
    },
    ...tagsOf('user'),
    id: computed('string', '`INSTANCE:USER`, as bare ids.'),
    user_id: computed('string', 'The id of the user.'),
    arn: computed('string', 'The ARN of the user.'),
  },
  blocks: {
    identity_info: identityInfo,
    phone_config: phoneConfig,
    ...channelBlocks,
    proficiency,
    timeouts: timeoutsBlock(TIMEOUTS),
  },
} as const satisfies Schema;

export type UserState = StateOf<typeof schema>;
