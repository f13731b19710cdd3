import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  AssociateUserProficienciesCommand,
  CreateQuickConnectCommand,
  CreateUserCommand,
  CreateUserHierarchyGroupCommand,
} from '@aws-sdk/client-connect';
import { adoptOperations } from '../../adopt/operations';
import {
  ADMIN_SECURITY_PROFILE_ID,
  AGENT_TRANSFER_FLOW_ID,
  COMPANY_HIERARCHY_GROUP_ID,
  DEFAULT_GROUP_ID,
  INSTANCE_ID,
  SALES_QUEUE_ID,
  SALES_ROUTING_PROFILE_ID,
  SUPPORT_QUEUE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { group } from '../../emulator/seed/fill';
import { agent } from '../support/emulator/test-emulator';
import { adoptFrom, compileAndLint, type Told, useHcl, useProgram } from '../support/terraform/adopting';
import { ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

/** Another group of the name "Voice teams". */
const NAMESAKE_GROUP_ID = '22222222-aaaa-4bbb-8ccc-00000000000a';
const AGENTS = 34;
/** Two of the seed, and four of these tests; one more leads to a flow. */
const QUICK_CONNECTS = 6;
const IMPORTS = AGENTS + 3 + QUICK_CONNECTS;

let centre: ContactCentre;
let out: string;
const adopt = (...args: readonly string[]): Promise<Told> => adoptFrom(centre, out, ...args);

beforeAll(async () => {
  centre = await ContactCentre.start();
  const outside = centre.outside();
  const instance = centre.emulator.running.emulator.world.instance(INSTANCE_ID);
  const stamp = { at: 0, region: 'us-east-1', lag: 0, mirrorLag: 0 };
  if (instance) instance.groups.put(NAMESAKE_GROUP_ID, group(instance, 'Voice teams'), stamp);
  const berlins = { count: 30, instance: INSTANCE_ID, prefix: 'berlin.', group: TEAM_GROUP_ID };
  const [berlin1 = ''] = await centre.emulator.control.users(berlins);
  const { HierarchyGroupId = '' } = await outside.send(
    new CreateUserHierarchyGroupCommand({ InstanceId: INSTANCE_ID, Name: 'Night "shift" ${x}', ParentGroupId: COMPANY_HIERARCHY_GROUP_ID }),
  );
  const { UserId = '' } = await outside.send(
    new CreateUserCommand(
      agent('ada.l@example.com', {
        HierarchyGroupId,
        RoutingProfileId: SALES_ROUTING_PROFILE_ID,
        SecurityProfileIds: [ADMIN_SECURITY_PROFILE_ID],
        IdentityInfo: { FirstName: 'Ada "Countess"', LastName: 'Löve${lace}', SecondaryEmail: 'ada@example.com', Mobile: '+12065550101' },
        PhoneConfig: { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+12065550102', AfterContactWorkTimeLimit: 30 },
        Tags: { site: 'Leeds', 'cost:centre': '7' },
      }),
    ),
  );
  await outside.send(
    new CreateUserCommand(
      agent('ada-l-example-com', {
        AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true, AgentFirstCallbackAutoAccept: true }],
        PhoneNumberConfigs: [{ Channel: 'VOICE', PhoneType: 'SOFT_PHONE' }],
      }),
    ),
  );
  for (const name of ['a.b', 'ab']) await outside.send(new CreateUserCommand(agent(name)));
  const proficiency = { AttributeName: 'Product', AttributeValue: 'Mobile', Level: 4 };
  await outside.send(new AssociateUserProficienciesCommand({ InstanceId: INSTANCE_ID, UserId, UserProficiencies: [proficiency] }));
  for (const TrafficDistributionGroupId of [DEFAULT_GROUP_ID, TEAM_GROUP_ID, NAMESAKE_GROUP_ID])
    await outside.send(new AssociateTrafficDistributionGroupUserCommand({ TrafficDistributionGroupId, UserId, InstanceId: INSTANCE_ID }));
  await outside.send(
    new AssociateTrafficDistributionGroupUserCommand({
      TrafficDistributionGroupId: NAMESAKE_GROUP_ID,
      UserId: berlin1,
      InstanceId: INSTANCE_ID,
    }),
  );
  const toUser = (Name: string, to: string, more = {}) =>
    new CreateQuickConnectCommand({
      InstanceId: INSTANCE_ID,
      Name,
      QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { UserId: to, ContactFlowId: AGENT_TRANSFER_FLOW_ID } },
      ...more,
    });
  const named = { Description: 'The "first" ${programmer}', Tags: { site: 'Leeds' } };
  const { QuickConnectId = '' } = await outside.send(toUser('Ada / "Countess" ${x}\nof 100%', UserId, named));
  for (const QueueId of [SUPPORT_QUEUE_ID, SALES_QUEUE_ID])
    await outside.send(new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId, QuickConnectIds: [QuickConnectId] }));
  for (const name of ['ada countess x', 'Default', 'queues']) await outside.send(toUser(name, berlin1));
  const FlowConfig = { ContactFlowId: AGENT_TRANSFER_FLOW_ID };
  await outside.send(
    new CreateQuickConnectCommand({
      InstanceId: INSTANCE_ID,
      Name: 'A flow',
      QuickConnectConfig: { QuickConnectType: 'FLOW', FlowConfig },
    }),
  );
});
afterAll(() => centre.close());

describe('an instance that people run by hand', () => {
  it('is read with two calls for each agent and lists for all else, and written as code that "terraform fmt" would not change', async () => {
    out = join(centre.project.directory, 'adopted', 'here');
    await centre.emulator.control.clearCalls();
    const { stdout } = await adopt('--format', 'hcl');
    const calls = (await centre.emulator.control.calls()).map(({ operation }) => operation);
    expect(Object.keys(adoptOperations)).toEqual(expect.arrayContaining([...new Set(calls)]));
    const count = (operation: string): number => calls.filter((one) => one === operation).length;
    expect([count('DescribeUser'), count('ListUserProficiencies'), count('ListUsers')]).toEqual([AGENTS, AGENTS, 2]);
    expect([count('ListQuickConnects'), count('SearchQuickConnects'), count('DescribeQuickConnect')]).toEqual([1, 1, 0]);
    expect(stdout).toContain(`has ${AGENTS} agents: ${AGENTS} written.`);
    expect(stdout).toMatch(/It has 7 quick connects: 6 written, 1 of type FLOW, leading to no agent, queue or phone number \([\w-]+\)\./);
    expect(stdout).toContain(`"Plan: ${IMPORTS} to import, 0 to add, 0 to change, 0 to destroy."`);
    expect(readdirSync(join(out, '..'))).toEqual(['here']);
    await useHcl(out, centre);
    await centre.project.succeed('fmt', '-check', '-no-color');
    await centre.project.succeed('validate', '-no-color');
  });

  it('says names where Connect has ids', () => {
    const text = readFileSync(join(out, 'agents-sales.tf'), 'utf8');
    expect(text).toContain('hierarchy_group_id   = data.connect_user_hierarchy_group.');
    expect(text).toContain('security_profile_ids = [data.connect_security_profile.admin.security_profile_id]');
    expect(text).not.toContain('auto_accept ');
    expect(text).not.toMatch(/"[0-9a-f]{8}-/);
    const quickConnects = readFileSync(join(out, 'quick-connects.tf'), 'utf8');
    expect(quickConnects).toContain('user_id         = connect_user.');
    expect(quickConnects).toContain('contact_flow_id = local.agent_transfer_flow_id');
    expect(quickConnects).toContain('queue_ids   = [data.connect_queue.support.queue_id, data.connect_queue.sales.queue_id]');
    expect(quickConnects).not.toMatch(/"[0-9a-f]{8}-/);
  });

  it('has a plan that only imports, an apply that writes nothing to Connect, and then an empty plan', async () => {
    const first = await plan(centre);
    expect(first.errors).toEqual([]);
    expect(new Set(Object.values(first.planned))).toEqual(new Set(['import']));
    expect(Object.keys(first.planned)).toHaveLength(IMPORTS);
    const told = await apply(centre);
    expect([told.code, told.errors, told.warnings, told.writes]).toEqual([0, [], [], []]);
    expect((await plan(centre)).planned).toEqual({});
  });
});

describe('what adopt refuses', () => {
  const refused = async (...args: readonly string[]): Promise<string> => (await adopt('--format', 'hcl', ...args)).stderr;

  it('is to overwrite what was written before', async () => {
    expect(await refused()).toContain('exists already and is not empty');
  });

  it('is an instance, a group or a filter that names nothing, with what there is', async () => {
    out = join(centre.project.directory, 'elsewhere');
    expect(await refused('--instance', 'nobody')).toContain('the account has no instance that is called "nobody"');
    expect(await refused('--group', 'Nobody')).toContain('The instance has no traffic distribution group "Nobody"');
    expect(await refused('--filter', 'routing-profile=Nobody')).toContain('The instance has no routing profile "Nobody"');
    expect(await refused('--filter', 'name-prefix=nobody')).toContain(`The filter matches none of the ${AGENTS} agents`);
    expect(existsSync(out)).toBe(false);
  });
});

describe('a part of an instance', () => {
  it('is adopted with memberships one by one, since the groups have others too, and with the quick connects of its agents alone', async () => {
    out = join(centre.project.directory, 'part');
    const filters = ['--filter', 'name-prefix=berlin.', '--filter', 'routing-profile=Basic Routing Profile'];
    const { stdout } = await adopt('--format', 'hcl', ...filters, '--by', 'hierarchy');
    expect(stdout).toMatch(/has 34 agents: 30 written, 4 that the filter leaves out/);
    expect(stdout).toContain(`Group "Voice teams" (${TEAM_GROUP_ID}): 30 memberships, one by one, since others are in it too.`);
    expect(stdout).toMatch(
      /7 quick connects: 3 written, 2 leading to no agent, left to whoever .*, 1 leading to agents who are not written .*/,
    );
    expect(readdirSync(out)).toContain('agents-no-hierarchy-group.tf');
    const stack = centre.otherStack();
    await useHcl(out, stack);
    const { planned, errors } = await plan(stack);
    expect([errors, Object.keys(planned).length, new Set(Object.values(planned))]).toEqual([[], 64, new Set(['import'])]);
  });

  it('is adopted by constructs, too, each membership of an agent imported to its own address', async () => {
    out = join(centre.project.directory, 'ada');
    const { stdout } = await adopt('--filter', 'tag=site=Leeds', '--group', NAMESAKE_GROUP_ID, '--group', TEAM_GROUP_ID);
    expect(stdout).toContain('1 written');
    const stack = centre.otherStack();
    await useProgram(out, stack);
    const { planned, errors } = await plan(stack);
    expect([errors, Object.keys(planned).length, new Set(Object.values(planned))]).toEqual([[], 4, new Set(['import'])]);
  });

  it('may be one without quick connects', async () => {
    out = join(centre.project.directory, 'without');
    await centre.emulator.control.clearCalls();
    const { stdout } = await adopt('--no-quick-connects');
    expect(stdout).toContain('Not adopted: quick connects, queues, flows,');
    expect(readdirSync(out)).not.toContain('quick-connects.ts');
    const asked = new Set((await centre.emulator.control.calls()).map(({ operation }) => operation));
    expect([...asked].filter((operation) => /Queue|QuickConnect/.test(operation))).toEqual([]);
  });
});

describe('code for CDK for Terraform, in a package of ES modules', () => {
  const programs = (): string => join(centre.project.directory, 'programs');

  // The part above, by constructs, is in no package and so CommonJS.
  beforeAll(() => {
    mkdirSync(programs());
    writeFileSync(join(programs(), 'package.json'), JSON.stringify({ type: 'module' }));
  });

  it.each(['ts', 'csv'])('as %s plans nothing but imports, whatever the agents have', async (format) => {
    out = join(programs(), format);
    await adopt('--format', format);
    const stack = centre.otherStack();
    await useProgram(out, stack);
    const { planned, errors } = await plan(stack);
    expect([errors, new Set(Object.values(planned))]).toEqual([[], new Set(['import'])]);
    expect(Object.keys(planned)).toHaveLength(IMPORTS);
  });

  it('compiles and lints', async () => {
    await compileAndLint(programs());
  });
});
