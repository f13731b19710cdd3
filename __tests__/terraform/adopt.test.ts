import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  AssociateTrafficDistributionGroupUserCommand,
  AssociateUserProficienciesCommand,
  CreateUserCommand,
  CreateUserHierarchyGroupCommand,
} from '@aws-sdk/client-connect';
import {
  ADMIN_SECURITY_PROFILE_ID,
  DEFAULT_GROUP_ID,
  INSTANCE_ID,
  COMPANY_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { ContactCentre } from '../support/terraform/contact-centre';
import { agent } from '../support/emulator/test-emulator';
import { apply, plan } from '../support/terraform/told';

const COMMAND = join(__dirname, '..', '..', 'dist', 'cli', 'cdktf-amazon-connect.js');
const env = { ...process.env, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIAADOPTER', AWS_SECRET_ACCESS_KEY: 'test' };

let centre: ContactCentre;
let out: string;
const adopt = (...args: readonly string[]): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)(
    process.execPath,
    [
      COMMAND,
      'adopt',
      '--instance',
      INSTANCE_ID,
      '--endpoint',
      centre.emulator.url,
      '--rate',
      '1000',
      '--burst',
      '1000',
      '--format',
      'hcl',
      '--out',
      out,
      ...args,
    ],
    { env },
  );

/** Puts what was written into the project, which speaks to the emulator as fast as it likes. */
async function use({ project }: ContactCentre = centre): Promise<void> {
  cpSync(out, project.directory, { recursive: true });
  const credentials = { access_key: 'AKIATEST', secret_key: 'test', requests_per_second: 1000, burst: 1000 };
  project.write('fast_override.tf.json', JSON.stringify({ provider: { connect: credentials } }));
  await project.succeed('init', '-input=false', '-no-color');
}

beforeAll(async () => {
  centre = await ContactCentre.start();
  out = join(centre.project.directory, 'adopted', 'here');
  const outside = centre.outside();
  await centre.emulator.control.users({ count: 30, instance: INSTANCE_ID, prefix: 'berlin.', group: TEAM_GROUP_ID });
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
  for (const TrafficDistributionGroupId of [DEFAULT_GROUP_ID, TEAM_GROUP_ID])
    await outside.send(new AssociateTrafficDistributionGroupUserCommand({ TrafficDistributionGroupId, UserId, InstanceId: INSTANCE_ID }));
});
afterAll(() => centre.close());

describe('an instance that people run by hand', () => {
  it('is read with two calls for each agent, and written as code that "terraform fmt" would not change', async () => {
    await centre.emulator.control.clearCalls();
    const { stdout } = await adopt();
    const calls = (await centre.emulator.control.calls()).map(({ operation }) => operation);
    const count = (operation: string): number => calls.filter((one) => one === operation).length;
    expect([count('DescribeUser'), count('ListUserProficiencies'), count('ListUsers')]).toEqual([34, 34, 2]);
    expect(stdout).toContain('has 34 agents: 34 written.');
    expect(stdout).toContain('"Plan: 36 to import, 0 to add, 0 to change, 0 to destroy."');
    expect(readdirSync(join(out, '..'))).toEqual(['here']);
    await use();
    await centre.project.succeed('fmt', '-check', '-no-color');
  });

  it('says names where Connect has ids', () => {
    const text = readFileSync(join(out, 'agents-sales.tf'), 'utf8');
    expect(text).toContain('hierarchy_group_id   = data.connect_user_hierarchy_group.');
    expect(text).toContain('security_profile_ids = [data.connect_security_profile.admin.security_profile_id]');
    expect(text).not.toContain('auto_accept ');
    expect(text).not.toMatch(/"[0-9a-f]{8}-/);
  });

  it('has a plan that only imports, an apply that writes nothing to Connect, and then an empty plan', async () => {
    const first = await plan(centre);
    expect(first.errors).toEqual([]);
    expect(new Set(Object.values(first.planned))).toEqual(new Set(['import']));
    expect(Object.keys(first.planned)).toHaveLength(36);
    const told = await apply(centre);
    expect([told.code, told.errors, told.warnings, told.writes]).toEqual([0, [], [], []]);
    expect((await plan(centre)).planned).toEqual({});
  });
});

describe('what adopt refuses', () => {
  const refused = async (...args: readonly string[]): Promise<string> =>
    adopt(...args).then(
      () => 'nothing',
      ({ stderr }: { stderr: string }) => stderr,
    );

  it('is to overwrite what was written before', async () => {
    expect(await refused()).toContain('is there already and not empty');
  });

  it('is an instance, a group or a filter that names nothing, with what there is', async () => {
    out = join(centre.project.directory, 'elsewhere');
    expect(await refused('--instance', 'nobody')).toContain('the account has 0 instances that are called "nobody"');
    expect(await refused('--group', 'Nobody')).toContain('The instance has no traffic distribution group "Nobody"');
    expect(await refused('--filter', 'routing-profile=Nobody')).toContain('The instance has no routing profile "Nobody"');
    expect(await refused('--filter', 'name-prefix=nobody')).toContain('The filter matches none of the 34 agents');
    expect(existsSync(out)).toBe(false);
  });
});

describe('a part of an instance', () => {
  it('is adopted with memberships one by one, since the group has others too', async () => {
    out = join(centre.project.directory, 'part');
    const { stdout } = await adopt(
      '--filter',
      'name-prefix=berlin.',
      '--filter',
      'routing-profile=Basic Routing Profile',
      '--by',
      'hierarchy',
    );
    expect(stdout).toMatch(/has 34 agents: 30 written, 4 that the filter leaves out/);
    expect(stdout).toContain('Group "Voice teams": 30 memberships, one by one, since others are in it too.');
    expect(readdirSync(out)).toContain('agents-no-hierarchy-group.tf');
    const stack = centre.otherStack();
    await use(stack);
    const { planned, errors } = await plan(stack);
    expect([errors, Object.keys(planned).length, new Set(Object.values(planned))]).toEqual([[], 60, new Set(['import'])]);
    const ada = await adopt('--out', `${out}-ada`, '--filter', 'tag=site=Leeds', '--group', 'Voice teams', '--by', 'hierarchy');
    expect(ada.stdout).toContain('1 written');
  });
});

describe.each(['ts', 'csv'] as const)('code for CDK for Terraform, as %s', (format) => {
  it('plans nothing but imports, whatever the agents have', async () => {
    out = join(centre.project.directory, format);
    await adopt('--format', format);
    const synthesized = await synth(out);
    const stack = centre.otherStack();
    const credentials = { access_key: 'AKIATEST', secret_key: 'test', requests_per_second: 1000, burst: 1000 };
    const { provider, terraform, ...rest } = JSON.parse(synthesized);
    const { required_providers } = terraform;
    const connect = [{ ...provider.connect[0], ...credentials }];
    stack.project.write('cdk.tf.json', JSON.stringify({ ...rest, terraform: { required_providers }, provider: { connect } }));
    const { planned, errors } = await plan(stack);
    expect([errors, new Set(Object.values(planned))]).toEqual([[], new Set(['import'])]);
    expect(Object.keys(planned)).toHaveLength(36);
  });
});

/** What the program in a directory synthesizes, with this checkout in place of the package. */
async function synth(directory: string): Promise<string> {
  const root = join(__dirname, '..', '..');
  mkdirSync(join(directory, 'node_modules'));
  symlinkSync(root, join(directory, 'node_modules', 'cdktf-amazon-connect'));
  for (const name of ['cdktf', 'constructs']) symlinkSync(join(root, 'node_modules', name), join(directory, 'node_modules', name));
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const settings = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2022', '--module', 'node16', '--types', 'node'];
  await promisify(execFile)(process.execPath, [compiler, ...settings, '--typeRoots', join(root, 'node_modules', '@types'), 'main.ts'], {
    cwd: directory,
  }).catch(({ stdout }: { stdout: string }) => {
    throw new Error(stdout);
  });
  await promisify(execFile)(process.execPath, [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), 'main.ts'], { cwd: directory, env });
  return readFileSync(join(directory, 'cdktf.out', 'stacks', 'agents', 'cdk.tf.json'), 'utf8');
}
