import type { Schema, StateOf } from '../contract/schema';
import { all, eachOf, endpointUrl, integer, length, oneOf, pattern, positive, region, tags } from '../values/checks';
import { duration, durationBetween } from '../values/durations';

/** The provider's own configuration. What is left out comes from the AWS SDK's default chain. */
export const schema = {
  version: 0,
  description:
    'Manages the agents of Amazon Connect contact centres: their accounts, their quick connects, and the traffic distribution groups that they are in.',
  attributes: {
    region: {
      type: 'string',
      presence: 'optional',
      description:
        "The AWS Region to call, such as `us-east-1`. Defaults to `AWS_REGION`, `AWS_DEFAULT_REGION` or the profile's Region. Memberships are always managed in the home Region of their group, whatever this Region is.",
      check: region,
    },
    profile: {
      type: 'string',
      presence: 'optional',
      description:
        'The profile in the shared AWS configuration and credentials files. If it is left out, the provider uses keys in the environment, else `AWS_PROFILE`.',
      check: length(1, 256),
    },
    access_key: {
      type: 'string',
      presence: 'optional',
      sensitive: true,
      description: 'An AWS access key id; needs `secret_key`. Defaults to the default credential chain of the AWS SDK.',
    },
    secret_key: { type: 'string', presence: 'optional', sensitive: true, description: 'The secret key of `access_key`.' },
    token: {
      type: 'string',
      presence: 'optional',
      sensitive: true,
      description: 'The session token of temporary credentials in `access_key` and `secret_key`.',
    },
    endpoint: {
      type: 'string',
      presence: 'optional',
      description:
        'The URL of another server that speaks the wire protocol of Amazon Connect, such as the emulator. All calls go there, including those for other Regions and those to AWS STS. So do not use it for a VPC interface endpoint, which serves only Amazon Connect in one Region. Defaults to the endpoint of each Region.',
      check: endpointUrl,
    },
    insecure_endpoint: {
      type: 'bool',
      presence: 'optional',
      description:
        'Whether `endpoint` may be plain `http://` to another computer than this one. Anyone on the network path can then read initial passwords of agents and temporary secret keys: use it only for an emulator in an isolated network. Otherwise such an endpoint is an error. Defaults to `false`.',
    },
    max_retries: {
      type: 'number',
      presence: 'optional',
      description:
        'How often a call is tried again after a temporary failure (a broken connection, an answer 5xx), from 0 to 50. Throttled calls do not count: they are tried again until the timeout of their operation. Defaults to 8.',
      check: integer(0, 50),
    },
    plan_checks: {
      type: 'bool',
      presence: 'optional',
      description:
        'Whether a plan also checks what would fail at apply (a group that does not exist or is not `ACTIVE`, a user name that is taken, a routing profile that does not exist, two resources for one thing ...), and what is deleted together with a user. It costs a few lists that all resources of an instance share, and one call for each queue, once, if a destroyed user has quick connects. Defaults to `true`.',
    },
    adopt_existing: {
      type: 'string',
      presence: 'optional',
      description:
        'What happens if an account already has the name of a new user and is exactly as declared. `identical` takes it into the state, so that an interrupted apply can go on; the plan says so. `never` refuses it: no account of somebody else is taken over, and you import what an interrupted apply left. Defaults to `identical`.',
      check: oneOf('identical', 'never'),
    },
    max_user_deletions: {
      type: 'number',
      presence: 'optional',
      description:
        'The most users that one plan may delete, from 0; replaced users count too. A plan beyond the limit ends with one error that gives the number and the names. The limit also holds for `terraform destroy`, and with `plan_checks = false`. Defaults to any number.',
      check: integer(0, Number.MAX_SAFE_INTEGER),
    },
    max_membership_removals: {
      type: 'number',
      presence: 'optional',
      description:
        'The most memberships that one plan may end, from 0: destroyed and replaced ones, and users who are removed from the set of a `connect_traffic_distribution_group_users`. A plan beyond the limit ends with one error that gives the number and the names. The limit also holds for `terraform destroy`, and with `plan_checks = false`. Defaults to any number.',
      check: integer(0, Number.MAX_SAFE_INTEGER),
    },
    lift_deletion_protection: {
      type: { set: 'string' },
      presence: 'optional',
      description:
        'Users who may be deleted although they have `deletion_protection`, by user name or user id. Name them here in the same change that removes them from the configuration: one apply is enough. Defaults to none.',
      check: eachOf(length(1, 256)),
    },
    refresh_mode: {
      type: 'string',
      presence: 'optional',
      description:
        'How a refresh reads existing objects. `bulk` confirms unchanged objects by a few lists that all resources share, as soon as single calls would have to wait. `exact` reads each object by a call of its own. Defaults to `bulk`.',
      check: oneOf('bulk', 'exact'),
    },
    consistency_window: {
      type: 'string',
      presence: 'optional',
      description:
        'How long the provider looks for a new object that it has not seen yet (at refresh, and for a user whose name is taken), since Amazon Connect is eventually consistent. A duration such as `30s`. Defaults to `60s`.',
      check: duration,
    },
    requests_per_second: {
      type: 'number',
      presence: 'optional',
      description:
        'How many requests a second to send for each API operation and Region, above 0, at most 1000. Defaults to 2, the documented quota of Amazon Connect. The provider goes slower by itself while others use the same quota.',
      check: positive(1000),
    },
    burst: {
      type: 'number',
      presence: 'optional',
      description:
        'How many requests of an API operation the service takes at once after a pause, from 1 to 1000; the provider keeps one of them in reserve, since requests travel at unequal speed. Defaults to 5, the documented quota.',
      check: integer(1, 1000),
    },
  },
  blocks: {
    assume_role: {
      nesting: 'list',
      max: 1,
      description: 'A role to assume with the credentials found.',
      attributes: {
        role_arn: {
          type: 'string',
          presence: 'required',
          description: 'The ARN of the role.',
          check: pattern(/^arn:[^:]+:iam::\d{12}:role\/.+$/, 'the ARN of an IAM role, "arn:aws:iam::ACCOUNT:role/NAME"'),
        },
        session_name: {
          type: 'string',
          presence: 'optional',
          description: 'The name of the session in CloudTrail, 2 to 64 characters. Defaults to `cdktf-amazon-connect`.',
          check: all(length(2, 64), pattern(/^[\w+=,.@-]+$/, 'letters, digits and "_+=,.@-" only')),
        },
        external_id: {
          type: 'string',
          presence: 'optional',
          sensitive: true,
          description: "The external id that the role's trust policy asks for, 2 to 1224 characters.",
          check: length(2, 1224),
        },
        duration: {
          type: 'string',
          presence: 'optional',
          description: 'How long the session lasts, from `15m` to `12h`. Defaults to `1h`.',
          check: durationBetween('15m', '12h'),
        },
      },
    },
    default_tags: {
      nesting: 'list',
      max: 1,
      description: 'Tags for every resource that takes tags.',
      attributes: {
        tags: {
          type: { map: 'string' },
          presence: 'optional',
          description: 'The tags; the `tags` of a resource win over them.',
          check: tags,
        },
      },
    },
    ignore_tags: {
      nesting: 'list',
      max: 1,
      description: 'Tags that others manage: the provider neither shows nor removes them.',
      attributes: {
        keys: { type: { set: 'string' }, presence: 'optional', description: 'Keys to ignore.' },
        key_prefixes: { type: { set: 'string' }, presence: 'optional', description: 'Beginnings of keys to ignore.' },
      },
    },
    rate_limit: {
      nesting: 'set',
      description: 'The rate of one API operation, where its quota differs from the others.',
      attributes: {
        operation: {
          type: 'string',
          presence: 'required',
          description: 'The API operation, such as `DescribeUser`; one that the provider never calls is an error.',
          check: pattern(/^[A-Z][A-Za-z]+$/, 'the name of an API operation such as "DescribeUser"'),
        },
        requests_per_second: {
          type: 'number',
          presence: 'required',
          description: 'Requests a second, above 0, at most 1000.',
          check: positive(1000),
        },
        burst: {
          type: 'number',
          presence: 'optional',
          description: 'Requests at once after a pause, from 1 to 1000. Defaults to the `burst` of the provider.',
          check: integer(1, 1000),
        },
      },
    },
  },
} as const satisfies Schema;

export type ProviderConfiguration = StateOf<typeof schema>;
