import {
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  SOUTH_HIERARCHY_GROUP_ID,
} from '../../emulator/seed/demo';
import { agents } from '../support/aws-provider/agents';
import { BesideAws } from '../support/aws-provider/beside-aws';
import { CHANGED, contactCentre, FIRST, lookups, lookupsIn } from '../support/aws-provider/contact-centre';
import { awsProviderDirectory } from '../support/aws-provider/real';
import { connectTo, type LoggedCall, type Snapshot } from '../support/emulator/test-emulator';
import { writesOf } from '../support/terraform/contact-centre';

const directory = awsProviderDirectory();
const describeWithAws = directory === undefined ? describe.skip : describe;
// Jest shows nothing of a file whose tests are all skipped.
if (directory === undefined)
  process.stderr.write(
    'Skipped: the tests beside the AWS provider. AWS_PROVIDER_MIRROR names no mirror that holds hashicorp/aws 5.100.0 for this platform.\n',
  );

/** A start of the AWS provider takes seconds, and minutes where other work fills the machine. */
jest.setTimeout(300_000);

type Centre = ReturnType<typeof contactCentre>;
const addresses = Object.entries(contactCentre(FIRST)).flatMap(([type, bodies]) => Object.keys(bodies).map((label) => `${type}.${label}`));

/**
 * The peer: another client of the emulated service, with a mind of its own about its wire; and where our users come from. One
 * project with two instances: in one, agents of both providers; in the other, everything that an administrator sets up, and an
 * agent of ours. Told in order: what a step does not name has no changes in it.
 */
describeWithAws('beside the AWS provider', () => {
  let both: BesideAws;
  let before: Snapshot;

  function declare(centre: Centre, users: ReturnType<typeof agents>, more: object = {}): void {
    const types = new Set([...Object.keys(centre), ...Object.keys(users)]);
    const resource = Object.fromEntries([...types].map((type) => [type, { ...centre[type], ...users[type] }]));
    both.declare({ resource, data: lookupsIn(centre), ...more });
  }
  const calls = (): Promise<readonly LoggedCall[]> => both.emulator.control.calls();
  const writes = async (): Promise<readonly string[]> => [...writesOf(await calls())].sort();
  const user = async (name: string) => {
    const found = (await both.instance(INSTANCE_ID)).users.find(({ Username }) => Username === name);
    if (!found) throw new Error(`no user ${name}`);
    return found;
  };

  /** Each lookup finds what the resource is; what only one of the two tells is left out. */
  function expectToBeFoundByName(): void {
    for (const [type, label] of lookups) {
      const declared = both.project.attributes(`${type}.${label}`) ?? {};
      const found = Object.entries(both.project.attributes(`data.${type}.${label}`) ?? {}).filter(([name]) => name in declared);
      expect(found.length).toBeGreaterThan(5);
      expect(declared).toMatchObject(Object.fromEntries(found));
    }
    expect(both.project.attributes('data.aws_connect_user_hierarchy_structure.levels')).toMatchObject({
      hierarchy_structure: both.project.attributes('aws_connect_user_hierarchy_structure.levels')?.['hierarchy_structure'],
    });
  }

  const named = <T extends { readonly Name: string }>(all: readonly T[], name: string): T | undefined =>
    all.find(({ Name }) => Name === name);

  beforeAll(async () => {
    both = await BesideAws.start(directory ?? '');
    before = await both.emulator.control.state();
  });
  afterAll(() => both.close());

  it('a whole contact centre and users are created in one apply, and one user is imported without a change', async () => {
    const { UserId = '' } = await connectTo(both.emulator.url).createUser({
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
    declare(contactCentre(FIRST), agents(), { import: [{ to: 'aws_connect_user.ada', id }] });
    expect(await both.carryOut()).toEqual(
      [
        ...[...addresses, 'aws_connect_quick_connect.carol', 'aws_connect_user.bob', 'connect_user.carol'].map(
          (address) => `create ${address}`,
        ),
        `import aws_connect_user.ada ${id}`,
      ].sort(),
    );
    const inUsers = (await calls()).filter(({ keys }) => keys.instanceId === INSTANCE_ID);
    expect([...writesOf(inUsers)].sort()).toEqual(['CreateQuickConnect 200', 'CreateUser 200', 'CreateUser 200']);
  });

  it('the user of theirs is as declared, and their quick connect leads to a user of ours', async () => {
    expect(await user('bob')).toMatchObject({
      HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
      IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' },
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 30 },
      SecurityProfileIds: [AGENT_SECURITY_PROFILE_ID],
      Tags: { team: 'north' },
    });
    const { quickConnects } = await both.instance(INSTANCE_ID);
    expect(quickConnects.map(({ QuickConnectConfig }) => QuickConnectConfig.UserConfig?.UserId)).toContain((await user('carol')).Id);
  });

  it('everything of the contact centre is found by its name, and its users, theirs and ours, are in their places', async () => {
    expectToBeFoundByName();
    const { users, routingProfiles, securityProfiles, hierarchyGroups } = await both.instance(MANAGED_INSTANCE_ID);
    const places = {
      RoutingProfileId: named(routingProfiles, 'Team (first)')?.Id,
      SecurityProfileIds: [named(securityProfiles, 'Team')?.Id],
      HierarchyGroupId: named(hierarchyGroups, 'Team (first)')?.Id,
    };
    expect(users).toMatchObject([places, places]);
  });

  it('each attribute of a user of theirs is updated by its own call, and nothing else has changes after the creation', async () => {
    declare(contactCentre(FIRST), agents({ changed: true }));
    expect(await both.carryOut()).toEqual(['update aws_connect_user.ada']);
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

  it('the contact centre is changed in every attribute without replacing anything', async () => {
    declare(contactCentre(CHANGED), agents({ changed: true }));
    expect(await both.carryOut()).toEqual(addresses.map((address) => `update ${address}`).sort());
    expectToBeFoundByName();
    expect([...new Set(await writes())]).toEqual(CHANGING_CALLS.map((operation) => `${operation} 200`).sort());
    const { users, queues, routingProfiles, securityProfiles, hierarchyGroups, hierarchyLevels } = await both.instance(MANAGED_INSTANCE_ID);
    expect(named(queues, 'Support (changed)')).toMatchObject({
      Status: 'DISABLED',
      MaxContacts: 5,
      OutboundCallerConfig: { OutboundCallerIdName: 'Help' },
      Tags: CHANGED.tags,
    });
    expect(named(routingProfiles, 'Team (changed)')).toMatchObject({
      DefaultOutboundQueueId: named(queues, 'Overflow (changed)')?.Id,
      QueueConfigs: expect.arrayContaining([expect.objectContaining({ Priority: 9 })]),
    });
    expect(named(securityProfiles, 'Team')?.Permissions?.toSorted()).toEqual(['AccessMetrics', 'BasicAgentAccess']);
    expect(hierarchyLevels.map(({ Name }) => Name)).toEqual(['Enterprise', 'Crew', 'Desk']);
    const place = { HierarchyGroupId: named(hierarchyGroups, 'Company (changed)')?.Id, Tags: CHANGED.tags };
    expect(users).toMatchObject([place, place]);
  });

  it('a user of theirs moves to us without a change and without a write, and what was updated has no changes', async () => {
    declare(contactCentre(CHANGED), agents({ changed: true, moved: true }), {
      moved: [{ from: 'aws_connect_user.bob', to: 'connect_user.bob' }],
    });
    expect(await both.carryOut()).toEqual(['move connect_user.bob aws_connect_user.bob']);
    expect(await writes()).toEqual([]);
    const bob = { user_id: (await user('bob')).Id, name: 'bob', tags: { team: 'north' } };
    expect(both.project.attributes('connect_user.bob')).toMatchObject(bob);
    expect(both.project.attributes('aws_connect_user.bob')).toBeUndefined();
  });

  it('the same user goes back to them: forgotten by us, imported by them, without a change and without a write', async () => {
    const bob = await user('bob');
    const id = `${INSTANCE_ID}:${bob.Id}`;
    declare(contactCentre(CHANGED), agents({ changed: true }), {
      removed: [{ from: 'connect_user.bob', lifecycle: { destroy: false } }],
      import: [{ to: 'aws_connect_user.bob', id }],
    });
    expect(await both.carryOut()).toEqual([`import aws_connect_user.bob ${id}`, 'remove connect_user.bob']);
    expect(await writes()).toEqual([]);
    declare(contactCentre(CHANGED), agents({ changed: true }));
    expect(await both.carryOut()).toEqual([]);
    expect(await writes()).toEqual([]);
    expect(await user('bob')).toEqual(bob);
  });

  it('all are destroyed in an order that nothing refuses, a quick connect before the user that it led to, and nothing is left', async () => {
    const carol = (await user('carol')).Id;
    await both.emulator.control.clearCalls();
    await both.project.succeed('destroy', '-auto-approve', '-no-color', '-input=false');
    const deletions = (await calls()).filter(({ operation }) => operation.startsWith('Delete'));
    expect(deletions.filter(({ status }) => status !== 200)).toEqual([]);
    const ofUsers = deletions.filter(({ keys }) => keys.instanceId === INSTANCE_ID);
    expect(ofUsers.map(({ operation }) => operation).sort()).toEqual(['DeleteQuickConnect', 'DeleteUser', 'DeleteUser', 'DeleteUser']);
    const quickConnectGone = ofUsers.findIndex(({ operation }) => operation === 'DeleteQuickConnect');
    expect(quickConnectGone).toBeLessThan(ofUsers.findIndex(({ operation, keys }) => operation === 'DeleteUser' && keys.userId === carol));
    const { account, instances } = await both.emulator.control.state();
    expect({ account, instances: instances.map((instance) => ({ ...instance, deletedUserIds: [] })) }).toEqual(before);
    expect(both.project.state()).toEqual([]);
  });
});

/** By which the AWS provider, and ours for its user, change the contact centre. */
const CHANGING_CALLS = [
  'AssociateQueueQuickConnects',
  'AssociateRoutingProfileQueues',
  'DisassociateQueueQuickConnects',
  'DisassociateRoutingProfileQueues',
  'TagResource',
  'UntagResource',
  'UpdateHoursOfOperation',
  'UpdateQueueHoursOfOperation',
  'UpdateQueueMaxContacts',
  'UpdateQueueName',
  'UpdateQueueOutboundCallerConfig',
  'UpdateQueueStatus',
  'UpdateQuickConnectConfig',
  'UpdateQuickConnectName',
  'UpdateRoutingProfileConcurrency',
  'UpdateRoutingProfileDefaultOutboundQueue',
  'UpdateRoutingProfileName',
  'UpdateSecurityProfile',
  'UpdateUserHierarchy',
  'UpdateUserHierarchyGroupName',
  'UpdateUserHierarchyStructure',
];
