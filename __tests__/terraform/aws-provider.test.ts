import {
  ADMIN_SECURITY_PROFILE_ID,
  AGENT_SECURITY_PROFILE_ID,
  AGENT_TRANSFER_FLOW_ID,
  BASIC_ROUTING_PROFILE_ID,
  INSTANCE_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  SOUTH_HIERARCHY_GROUP_ID,
} from '../../emulator/seed/demo';
import { PROVIDER_SOURCE } from '../../constructs/provider-address';
import {
  AWS_PROVIDER_SOURCE,
  awsProviderBlock,
  awsProviderDirectory,
  type RunningAwsProvider,
  startAwsProvider,
} from '../support/aws-provider/real';
import { agent, type Body, writesOf } from '../support/terraform/contact-centre';
import { DirectProject } from '../support/terraform/direct-project';
import { connectTo, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const directory = awsProviderDirectory();
const describeWithAws = directory === undefined ? describe.skip : describe;
// Jest shows nothing of a file whose tests are all skipped.
if (directory === undefined)
  process.stderr.write(
    'Skipped: the tests beside the AWS provider. AWS_PROVIDER_MIRROR names no mirror that holds hashicorp/aws 5.100.0 for this platform.\n',
  );

/**
 * The peer: another client of the emulated service, with a mind of its own about its wire; and where
 * our users come from. Told in order.
 */
describeWithAws('beside the AWS provider', () => {
  let emulator: TestEmulator;
  let project: DirectProject;
  let theirs: RunningAwsProvider;

  const before: Body = agent('ada', {
    hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
    identity_info: { first_name: 'Ada', last_name: 'Byron' },
    phone_config: { phone_type: 'SOFT_PHONE', auto_accept: true, after_contact_work_time_limit: 30 },
    tags: { team: 'north', shift: 'early' },
  });
  const after: Body = agent('ada', {
    hierarchy_group_id: SOUTH_HIERARCHY_GROUP_ID,
    identity_info: { first_name: 'Augusta', last_name: 'Lovelace', secondary_email: 'ada@example.org' },
    phone_config: { phone_type: 'DESK_PHONE', desk_phone_number: '+12065550100', after_contact_work_time_limit: 60 },
    routing_profile_id: SALES_ROUTING_PROFILE_ID,
    security_profile_ids: [MANAGER_SECURITY_PROFILE_ID, ADMIN_SECURITY_PROFILE_ID],
    tags: { team: 'south', desk: '4' },
  });
  const bob: Body = agent('bob', {
    hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
    phone_config: { phone_type: 'SOFT_PHONE', auto_accept: true, after_contact_work_time_limit: 30 },
    tags: { team: 'north' },
  });
  const quickConnect: Body = {
    instance_id: INSTANCE_ID,
    name: 'Carol',
    quick_connect_config: [
      { quick_connect_type: 'USER', user_config: [{ contact_flow_id: AGENT_TRANSFER_FLOW_ID, user_id: '${connect_user.carol.user_id}' }] },
    ],
  };

  const declare = (theirs: Body, ours: Body = {}, more: Body = {}): void =>
    project.declare({
      terraform: { required_providers: { aws: { source: AWS_PROVIDER_SOURCE }, connect: { source: PROVIDER_SOURCE } } },
      provider: {
        aws: awsProviderBlock(emulator.url),
        connect: { region: 'us-east-1', endpoint: emulator.url, access_key: 'AKIATEST', secret_key: 'test' },
      },
      resource: {
        aws_connect_user: theirs,
        aws_connect_quick_connect: { carol: quickConnect },
        connect_user: { carol: agent('carol'), ...ours },
      },
      ...more,
    });

  const writes = async (): Promise<readonly string[]> => [...writesOf(await emulator.control.calls())].sort();
  const user = async (name: string) => {
    const users = (await emulator.control.state()).instances.flatMap((instance) => instance.users);
    const found = users.find(({ Username }) => Username === name);
    if (!found) throw new Error(`no user ${name}`);
    return found;
  };
  /** Plans and applies; answers with each change, as "action address", and where the resource comes from. */
  async function carryOut(): Promise<readonly string[]> {
    await emulator.control.clearCalls();
    const changes = await project.carryOut();
    return changes
      .map(({ action, resource, previous_resource: from, importing }) =>
        [action, resource.addr, from?.addr ?? importing?.id].filter(Boolean).join(' '),
      )
      .sort();
  }

  beforeAll(async () => {
    emulator = await startTestEmulator();
    theirs = await startAwsProvider(directory ?? '');
    project = new DirectProject({ env: theirs.env });
  });
  afterAll(async () => {
    await emulator.close();
    await theirs.stop();
    project.remove();
  });

  it('a user is imported by theirs without a change, others are created, and a quick connect of theirs leads to a user of ours', async () => {
    const { UserId = '' } = await connectTo(emulator.url).createUser({
      InstanceId: INSTANCE_ID,
      Username: 'ada',
      RoutingProfileId: BASIC_ROUTING_PROFILE_ID,
      SecurityProfileIds: [AGENT_SECURITY_PROFILE_ID],
      HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
      IdentityInfo: { FirstName: 'Ada', LastName: 'Byron' },
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 30 },
      Tags: { team: 'north', shift: 'early' },
    });
    const id = `${INSTANCE_ID}:${UserId}`;
    declare({ ada: before, bob }, {}, { import: [{ to: 'aws_connect_user.ada', id }] });
    expect(await carryOut()).toEqual([
      'create aws_connect_quick_connect.carol',
      'create aws_connect_user.bob',
      'create connect_user.carol',
      `import aws_connect_user.ada ${id}`,
    ]);
    expect(await writes()).toEqual(['CreateQuickConnect 200', 'CreateUser 200', 'CreateUser 200']);
    expect(await user('bob')).toMatchObject({
      HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
      IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' },
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 30 },
      SecurityProfileIds: [AGENT_SECURITY_PROFILE_ID],
      Tags: { team: 'north' },
    });
    const [instance] = (await emulator.control.state()).instances;
    expect(instance?.quickConnects.map(({ QuickConnectConfig }) => QuickConnectConfig.UserConfig?.UserId)).toContain(
      (await user('carol')).Id,
    );
  });

  it('each attribute of theirs is updated by its own call, and nothing else has changes', async () => {
    declare({ ada: after, bob });
    expect(await carryOut()).toEqual(['update aws_connect_user.ada']);
    expect(await writes()).toEqual([
      'TagResource 200',
      'UntagResource 200',
      'UpdateUserHierarchy 200',
      'UpdateUserIdentityInfo 200',
      'UpdateUserPhoneConfig 200',
      'UpdateUserRoutingProfile 200',
      'UpdateUserSecurityProfiles 200',
    ]);
    expect(await user('ada')).toMatchObject({
      HierarchyGroupId: SOUTH_HIERARCHY_GROUP_ID,
      IdentityInfo: { FirstName: 'Augusta', LastName: 'Lovelace', SecondaryEmail: 'ada@example.org' },
      PhoneConfig: { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+12065550100', AfterContactWorkTimeLimit: 60 },
      RoutingProfileId: SALES_ROUTING_PROFILE_ID,
      Tags: { team: 'south', desk: '4' },
    });
  });

  it('a user of theirs moves to us without a change and without a write, and what was updated has no changes', async () => {
    declare({ ada: after }, { bob }, { moved: [{ from: 'aws_connect_user.bob', to: 'connect_user.bob' }] });
    expect(await carryOut()).toEqual(['move connect_user.bob aws_connect_user.bob']);
    expect(await writes()).toEqual([]);
    expect(project.attributes('connect_user.bob')).toMatchObject({ user_id: (await user('bob')).Id, name: 'bob', tags: { team: 'north' } });
    expect(project.attributes('aws_connect_user.bob')).toBeUndefined();
  });

  it('all are destroyed, the quick connect before the user that it led to', async () => {
    const carol = (await user('carol')).Id;
    await emulator.control.clearCalls();
    await project.succeed('destroy', '-auto-approve', '-no-color', '-input=false');
    const { instances } = await emulator.control.state();
    expect(instances.flatMap(({ users }) => users)).toEqual([]);
    const deletions = (await emulator.control.calls()).filter(({ operation, status }) => operation.startsWith('Delete') && status === 200);
    expect(deletions.map(({ operation }) => operation).sort()).toEqual(['DeleteQuickConnect', 'DeleteUser', 'DeleteUser', 'DeleteUser']);
    const quickConnectGone = deletions.findIndex(({ operation }) => operation === 'DeleteQuickConnect');
    expect(quickConnectGone).toBeLessThan(
      deletions.findIndex(({ operation, keys }) => operation === 'DeleteUser' && keys.userId === carol),
    );
    expect(project.state()).toEqual([]);
  });
});
