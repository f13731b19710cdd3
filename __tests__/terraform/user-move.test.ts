import { CreateUserCommand } from '@aws-sdk/client-connect';
import { ACCOUNT, AGENT_SECURITY_PROFILE_ID, BASIC_ROUTING_PROFILE_ID, INSTANCE_ID } from '../../emulator/seed/demo';
import { agent, ContactCentre } from '../support/terraform/contact-centre';
import { agent as account } from '../support/emulator/test-emulator';
import { installAwsProvider, standInForAwsProvider } from '../support/aws-provider/stand-in';
import { apply, plan } from '../support/terraform/told';

const ARN = `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}`;
const SOFT_PHONE = { PhoneType: 'SOFT_PHONE' } as const;
const MOVED = [{ from: 'aws_connect_user.ada', to: 'connect_user.ada' }];

type Key = number | string;

/** As `aws_connect_user` of the AWS provider keeps a user. */
const awsState = (id: string, since6: object = {}): object => awsStateOf([[undefined, 'ada', id]], since6);

/** The same for all that "count" or "for_each" repeats. */
const awsStateOf = (users: readonly (readonly [key: Key | undefined, name: string, id: string])[], since6: object = {}): object => ({
  version: 4,
  terraform_version: '1.11.4',
  serial: 1,
  lineage: 'a0000000-0000-4000-8000-000000000000',
  outputs: {},
  resources: [
    {
      mode: 'managed',
      type: 'aws_connect_user',
      name: 'ada',
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: users.map(([key, name, id]) => ({
        ...(key !== undefined && { index_key: key }),
        schema_version: 0,
        attributes: {
          arn: `${ARN}/agent/${id}`,
          directory_user_id: '',
          hierarchy_group_id: '',
          id: `${INSTANCE_ID}:${id}`,
          identity_info: [{ email: '', first_name: 'Ada', last_name: 'Lovelace', secondary_email: '' }],
          instance_id: INSTANCE_ID,
          name,
          password: null,
          phone_config: [{ after_contact_work_time_limit: 0, auto_accept: false, desk_phone_number: '', phone_type: 'SOFT_PHONE' }],
          routing_profile_id: BASIC_ROUTING_PROFILE_ID,
          security_profile_ids: [AGENT_SECURITY_PROFILE_ID],
          tags: {},
          tags_all: {},
          user_id: id,
          ...since6,
        },
        sensitive_attributes: [],
      })),
    },
  ],
});

describe('an account that aws_connect_user managed', () => {
  let centre: ContactCentre;
  beforeEach(async () => {
    // With `init`, which takes the other provider from where it is installed.
    centre = await ContactCentre.start({ providerStartedBy: 'terraform' });
  });
  afterEach(() => centre.close());

  it('moves to connect_user by a moved block without a call that writes, and stays the same account', async () => {
    const standIn = standInForAwsProvider();
    try {
      const { UserId = '' } = await centre.outside().send(
        new CreateUserCommand({
          ...account('ada', { IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' } }),
          PhoneConfig: SOFT_PHONE,
        }),
      );
      installAwsProvider(centre.project, standIn);
      centre.project.write('terraform.tfstate', JSON.stringify(awsState(UserId)));
      await centre.declare({ resource: { connect_user: { ada: agent('ada') } }, moved: MOVED });
      const { code, errors, planned, writes } = await apply(centre);
      expect({ code, errors, writes, planned }).toEqual({ code: 0, errors: [], writes: [], planned: { 'connect_user.ada': 'move' } });
      expect(centre.project.attributes('connect_user.ada')).toMatchObject({ user_id: UserId, name: 'ada' });
      expect((await plan(centre)).planned).toEqual({});
    } finally {
      standIn.remove();
    }
  });

  it.each([
    ['the Region of the provider, which nobody declared', 'us-east-1', {}],
    ['another Region, which its body declares', 'us-west-2', { region: 'us-west-2' }],
  ])('moves likewise from version 6 of the AWS provider, which writes the Region of the user: %s', async (_what, region, declared) => {
    const standIn = standInForAwsProvider();
    try {
      const ada = {
        ...account('ada', { IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' } }),
        PhoneConfig: SOFT_PHONE,
      };
      const { UserId = '' } = await centre.outside().send(new CreateUserCommand(ada));
      installAwsProvider(centre.project, standIn);
      centre.project.write('terraform.tfstate', JSON.stringify(awsState(UserId, { region })));
      await centre.declare({ resource: { connect_user: { ada: agent('ada', declared) } }, moved: MOVED });
      const { code, errors, planned, writes } = await apply(centre);
      expect({ code, errors, writes, planned }).toEqual({ code: 0, errors: [], writes: [], planned: { 'connect_user.ada': 'move' } });
      expect(centre.project.attributes('connect_user.ada')).toMatchObject({ user_id: UserId, quick_connects_on_delete: 'retain' });
      const next = await plan(centre);
      expect([next.planned, new Set(next.calls.map((call) => call.region))]).toEqual([{}, new Set([region])]);
    } finally {
      standIn.remove();
    }
  });

  it.each<readonly [string, readonly Key[]]>([
    ['for_each', ['ada', 'bob', 'eve']],
    ['count', [0, 1, 2]],
  ])('moves to for_each by a block of its own, as do all others that %s repeats', async (_argument, keys) => {
    const standIn = standInForAwsProvider();
    try {
      const names = ['ada', 'bob', 'eve'];
      const made = names.map(async (name) => {
        const user = { ...account(name, { IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' } }), PhoneConfig: SOFT_PHONE };
        return (await centre.outside().send(new CreateUserCommand(user))).UserId ?? '';
      });
      const ids = await Promise.all(made);
      installAwsProvider(centre.project, standIn);
      const users = names.map((name, index) => [keys[index], name, ids[index] ?? ''] as const);
      centre.project.write('terraform.tfstate', JSON.stringify(awsStateOf(users)));
      await centre.declare({
        resource: { connect_user: { team: { ...agent('${each.key}'), for_each: `\${toset(${JSON.stringify(names)})}` } } },
        moved: users.map(([key, name]) => ({
          from: `aws_connect_user.ada[${JSON.stringify(key)}]`,
          to: `connect_user.team[${JSON.stringify(name)}]`,
        })),
      });
      const { errors, planned, writes } = await apply(centre);
      const moves = Object.fromEntries(names.map((name) => [`connect_user.team["${name}"]`, 'move']));
      expect({ errors, planned, writes }).toEqual({ errors: [], planned: moves, writes: [] });
      expect((await plan(centre)).planned).toEqual({});
    } finally {
      standIn.remove();
    }
  });
});
