import { PROVIDER_SOURCE } from '../../constructs/provider-address';
import { CHANGED, contactCentre, FIRST, lookups, lookupsIn } from '../support/aws-provider/contact-centre';
import {
  AWS_PROVIDER_SOURCE,
  awsProviderBlock,
  awsProviderDirectory,
  type RunningAwsProvider,
  startAwsProvider,
} from '../support/aws-provider/real';
import { writesOf } from '../support/terraform/contact-centre';
import { DirectProject } from '../support/terraform/direct-project';
import { startTestEmulator, type Snapshot, type TestEmulator } from '../support/emulator/test-emulator';

const directory = awsProviderDirectory();
const describeWithAws = directory === undefined ? describe.skip : describe;
// Jest shows nothing of a file whose tests are all skipped.
if (directory === undefined)
  process.stderr.write(
    'Skipped: the contact centre of the AWS provider. AWS_PROVIDER_MIRROR names no mirror that holds hashicorp/aws 5.100.0 for this platform.\n',
  );

/** A command takes 10 seconds, and minutes where other work fills the machine. */
jest.setTimeout(300_000);

/** One life of everything that an administrator sets up, told in order. */
describeWithAws('a contact centre that the AWS provider sets up, with an agent of ours', () => {
  let emulator: TestEmulator;
  let project: DirectProject;
  let theirs: RunningAwsProvider;
  let before: Snapshot;

  const addresses = Object.entries(contactCentre(FIRST)).flatMap(([type, bodies]) =>
    Object.keys(bodies).map((label) => `${type}.${label}`),
  );

  function declare(resource: ReturnType<typeof contactCentre>): void {
    project.declare({
      terraform: { required_providers: { aws: { source: AWS_PROVIDER_SOURCE }, connect: { source: PROVIDER_SOURCE } } },
      provider: {
        aws: awsProviderBlock(emulator.url),
        connect: { region: 'us-east-1', endpoint: emulator.url, access_key: 'AKIATEST', secret_key: 'test' },
      },
      resource,
      data: lookupsIn(resource),
    });
  }

  /** Applies what is declared; answers with each change, as "action address". */
  async function carryOut(): Promise<readonly string[]> {
    await emulator.control.clearCalls();
    const changes = await project.carryOut();
    return changes
      .filter(({ action }) => action !== 'read')
      .map(({ action, resource }) => `${action} ${resource.addr}`)
      .sort();
  }

  async function expectNoChanges(): Promise<void> {
    const { code, stdout } = await project.plan('-detailed-exitcode');
    expect(stdout).toContain('No changes.');
    expect(code).toBe(0);
  }

  /** Each lookup finds what the resource is; what only one of the two tells is left out. */
  function expectToBeFoundByName(): void {
    for (const [type, label] of lookups) {
      const declared = project.attributes(`${type}.${label}`) ?? {};
      const found = Object.entries(project.attributes(`data.${type}.${label}`) ?? {}).filter(([name]) => name in declared);
      expect(found.length).toBeGreaterThan(5);
      expect(declared).toMatchObject(Object.fromEntries(found));
    }
    expect(project.attributes('data.aws_connect_user_hierarchy_structure.levels')).toMatchObject({
      hierarchy_structure: project.attributes('aws_connect_user_hierarchy_structure.levels')?.['hierarchy_structure'],
    });
  }

  const things = async () => {
    const { users, queues, routingProfiles, securityProfiles, hierarchyGroups, hierarchyLevels } =
      (await emulator.control.state()).instances[0] ?? {};
    const named = <T extends { readonly Name: string }>(all: readonly T[] | undefined, name: string) =>
      all?.find(({ Name }) => Name === name);
    return { users, hierarchyLevels, named, queues, routingProfiles, securityProfiles, hierarchyGroups };
  };

  beforeAll(async () => {
    emulator = await startTestEmulator({ seed: 'empty' });
    before = await emulator.control.state();
    theirs = await startAwsProvider(directory ?? '');
    project = new DirectProject({ env: theirs.env });
  });
  afterAll(async () => {
    await emulator.close();
    await theirs.stop();
    project.remove();
  });

  it('is created in one apply, and everything is found by its name', async () => {
    declare(contactCentre(FIRST));
    expect(await carryOut()).toEqual(addresses.map((address) => `create ${address}`).sort());
    expectToBeFoundByName();
    const { users, named, routingProfiles, securityProfiles, hierarchyGroups } = await things();
    const places = {
      RoutingProfileId: named(routingProfiles, 'Team (first)')?.Id,
      SecurityProfileIds: [named(securityProfiles, 'Team')?.Id],
      HierarchyGroupId: named(hierarchyGroups, 'Team (first)')?.Id,
    };
    expect(users).toMatchObject([places, places]);
  });

  it('has no changes when it is planned again', expectNoChanges);

  it('is changed in every attribute without replacing anything', async () => {
    declare(contactCentre(CHANGED));
    expect(await carryOut()).toEqual(addresses.map((address) => `update ${address}`).sort());
    expectToBeFoundByName();
    expect([...new Set(writesOf(await emulator.control.calls()))].sort()).toEqual(
      [
        [
          'AssociateQueueQuickConnects',
          'AssociateRoutingProfileQueues',
          'DisassociateQueueQuickConnects',
          'DisassociateRoutingProfileQueues',
          'TagResource',
          'UntagResource',
        ],
        [
          'UpdateHoursOfOperation',
          'UpdateQueueHoursOfOperation',
          'UpdateQueueMaxContacts',
          'UpdateQueueName',
          'UpdateQueueOutboundCallerConfig',
          'UpdateQueueStatus',
        ],
        [
          'UpdateQuickConnectConfig',
          'UpdateQuickConnectName',
          'UpdateRoutingProfileConcurrency',
          'UpdateRoutingProfileDefaultOutboundQueue',
          'UpdateRoutingProfileName',
        ],
        ['UpdateSecurityProfile', 'UpdateUserHierarchy', 'UpdateUserHierarchyGroupName', 'UpdateUserHierarchyStructure'],
      ].flatMap((operations) => operations.map((operation) => `${operation} 200`)),
    );
    const { users, hierarchyLevels, named, queues, routingProfiles, securityProfiles, hierarchyGroups } = await things();
    const support = named(queues, 'Support (changed)');
    const overflow = named(queues, 'Overflow (changed)');
    expect(support).toMatchObject({
      Status: 'DISABLED',
      MaxContacts: 5,
      OutboundCallerConfig: { OutboundCallerIdName: 'Help' },
      Tags: CHANGED.tags,
    });
    expect(named(routingProfiles, 'Team (changed)')).toMatchObject({
      DefaultOutboundQueueId: overflow?.Id,
      QueueConfigs: expect.arrayContaining([expect.objectContaining({ Priority: 9 })]),
    });
    expect(named(securityProfiles, 'Team')?.Permissions?.toSorted()).toEqual(['AccessMetrics', 'BasicAgentAccess']);
    expect(hierarchyLevels?.map(({ Name }) => Name)).toEqual(['Enterprise', 'Crew', 'Desk']);
    const place = { HierarchyGroupId: named(hierarchyGroups, 'Company (changed)')?.Id, Tags: CHANGED.tags };
    expect(users).toMatchObject([place, place]);
  });

  it('has no changes after that', expectNoChanges);

  it('is destroyed in an order that nothing refuses, and leaves nothing', async () => {
    await emulator.control.clearCalls();
    await project.succeed('destroy', '-auto-approve', '-no-color', '-input=false');
    const failed = (await emulator.control.calls()).filter(({ operation, status }) => operation.startsWith('Delete') && status !== 200);
    expect(failed).toEqual([]);
    const { account, instances } = await emulator.control.state();
    expect({ account, instances: instances.map((instance) => ({ ...instance, deletedUserIds: [] })) }).toEqual(before);
    expect(project.state()).toEqual([]);
  });
});
