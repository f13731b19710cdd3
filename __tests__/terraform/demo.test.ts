import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { CreateQuickConnectCommand } from '@aws-sdk/client-connect';
import { AGENT_TRANSFER_FLOW_ID, INSTANCE_ID, MANAGED_INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { DemoProject, descendants, eventually, processes } from '../support/terraform/demo-project';
import { connectTo } from '../support/emulator/test-emulator';

/** `npm run demo` on a copy of `main.ts`, told in order: each step starts from what the one before left. */
describe('the demo', () => {
  let project: DemoProject;
  let bruno = '';

  const instance = async () => {
    const found = (await project.snapshot()).instances.find(({ id }) => id === INSTANCE_ID);
    if (!found) throw new Error('the contact centre of the demo is gone');
    return found;
  };
  const team = async (): Promise<readonly string[]> => (await instance()).users.map(({ Username }) => Username).sort();
  const members = async (): Promise<readonly string[]> => (await instance()).groups.find(({ Id }) => Id === TEAM_GROUP_ID)?.members ?? [];

  beforeAll(() => {
    project = new DemoProject();
  });
  afterAll(() => project.remove());

  it('ends on Ctrl-C with nothing left running', async () => {
    const demo = project.start();
    const below = (): ReturnType<typeof descendants> => descendants(demo.process.pid ?? 0);
    await eventually('terraform plans', () => below().some(({ command }) => /terraform (plan|apply)/.test(command)));
    const started = new Set(below().map(({ pid }) => pid));
    demo.process.kill('SIGINT');
    demo.process.kill('SIGINT');
    expect(await demo.done).toEqual({
      code: 130,
      output: expect.stringMatching(/Interrupted\. What was done stays done; run the same command again to go on\.\n$/),
    });
    await eventually('what the demo started has ended', () => !processes().some(({ pid }) => started.has(pid)));
  });

  it('creates the team, its memberships too, and shows plan, team and what an agent who leaves takes along, after an interrupted try as well', async () => {
    const { code, output } = await project.run();
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining('Apply complete! Resources: 24 added, 0 changed, 0 destroyed.'),
    });
    expect(output).toMatch(/Terraform plans what main\.ts declares:\n\nTerraform used the selected providers/);
    expect(output).not.toMatch(/Initializing|Installing|Refreshing|Saved the plan|127\.0\.0\.1/);
    expect(output).not.toContain(String.fromCharCode(27));
    expect(output).toMatch(/^ {2}login +name +routing profile +security profiles +groups +quick connects$/m);
    expect(output).toMatch(/^\+ ivan\.petrov +Ivan Petrov +Sales +Agent, CallCenterManager +Voice teams$/m);
    expect([(await team()).length, (await members()).length]).toEqual([12, 12]);

    const scene = output.slice(output.indexOf('What if julia.santos leaves?'));
    expect(scene).toContain('Plan: 0 to add, 0 to change, 2 to destroy.');
    expect(scene).toMatch(
      /Warning: Quick connects are deleted with their user[^]*"Call julia\.santos"[^]*which agents are offered in "Support"/,
    );
    const pages = [...output.matchAll(/The page for whoever approves it: (.*)/g)].map(([, page = '']) => readFileSync(page, 'utf8'));
    expect(pages.map((page) => page.includes('julia.santos'))).toEqual([true, true]);
    expect(scene).toMatch(/Review: 1 leaves/);
  });

  it('has nothing to do when run again, says the same each time, and knows no quick connect twice', async () => {
    const [first, second] = [await project.run(), await project.run()];
    expect(first).toEqual({ code: 0, output: expect.stringContaining('No changes. Your infrastructure matches the configuration.') });
    expect(second).toEqual(first);
    expect(first.output).toMatch(/^ {2}julia\.santos .*Call julia\.santos$/m);
    expect(first.output).not.toContain('What if');
  });

  it('refuses to run twice at once, and the first one is not harmed', async () => {
    const first = await project.contactCentre();
    expect(await project.run()).toEqual({
      code: 1,
      output: `The demo cannot run: another demo runs in ${realpathSync(project.directory)}. Wait until it has ended.\n`,
    });
    await first.close();
    expect(await team()).toHaveLength(12);
  });

  it('shows that a removed agent, and nobody else, will be destroyed', async () => {
    project.removeAgent('bruno.keller');
    const { code, output } = await project.run(['diff']);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Plan: 0 to add, 0 to change, 2 to destroy.') });
    expect(output.match(/# \S+ .*will be destroyed/g)?.map((line) => line.split(' ')[1]?.replace(/_[0-9A-F]{8}$/, ''))).toEqual([
      'connect_traffic_distribution_group_user.team_brunokeller_Voiceteams',
      'connect_user.team_brunokeller',
    ]);
    expect(await team()).toHaveLength(12);
  });

  it('leaves no trace of the agent: no account, no membership, no quick connect made by hand meanwhile', async () => {
    bruno = (await instance()).users.find(({ Username }) => Username === 'bruno.keller')?.Id ?? '';
    const byHand = await project.contactCentre();
    await connectTo(byHand.url).send(
      new CreateQuickConnectCommand({
        InstanceId: INSTANCE_ID,
        Name: 'Bruno',
        QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { UserId: bruno, ContactFlowId: AGENT_TRANSFER_FLOW_ID } },
      }),
    );
    await byHand.close();
    expect((await instance()).quickConnects.map(({ Name }) => Name)).toContain('Bruno');

    const { code, output } = await project.run(['deploy']);
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining('Apply complete! Resources: 0 added, 0 changed, 2 destroyed.'),
    });
    const { users, groups, quickConnects } = await instance();
    expect(JSON.stringify({ users, groups, quickConnects })).not.toContain(bruno);
    expect(quickConnects.map(({ Name }) => Name).sort()).toEqual(['Call julia.santos', 'Hotline', 'Sales']);
    expect([await team(), (await members()).length]).toEqual([expect.not.arrayContaining(['bruno.keller']), 11]);
    expect(output).toMatch(/^- bruno\.keller /m);
  });

  it('destroys all that it made', async () => {
    const { code, output } = await project.run(['destroy']);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^- amara\.okafor /m) });
    expect([await team(), await members()]).toEqual([[], []]);
  });
});

describe('main.ts', () => {
  let project: DemoProject;
  beforeAll(() => {
    project = new DemoProject();
  });
  afterAll(() => project.remove());

  it('deploys to an instance that Connect manages and that has no replica, with its four constants changed', async () => {
    project.edit('main.ts', "ALIAS = 'demo-resilient'", "ALIAS = 'demo-managed'");
    project.edit('main.ts', "| undefined = 'Voice teams'", '| undefined = undefined');
    project.edit('main.ts', 'CONNECT_MANAGES_USERS: boolean = false', 'CONNECT_MANAGES_USERS: boolean = true');
    project.edit('examples/demo/team.csv', ',Sales,', ',Basic Routing Profile,');
    project.edit('examples/demo/team.csv', /,(Agent\|)?CallCenterManager,/, ',Agent,');
    const { code, output } = await project.run([], { TF_VAR_first_password: 'Welcome-2-Acme' });
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining('Apply complete! Resources: 12 added, 0 changed, 0 destroyed.'),
    });
    expect(output).not.toContain('Welcome-2-Acme');
    const { instances } = await project.snapshot();
    expect(instances.find(({ id }) => id === MANAGED_INSTANCE_ID)?.users).toHaveLength(12);
  });
});

describe('a demo that cannot run', () => {
  let project: DemoProject;
  beforeAll(() => {
    project = new DemoProject();
  });
  afterAll(() => project.remove());

  it('refuses a verb that it does not know, and names those it knows', async () => {
    expect(await project.run(['deplyo'])).toEqual({ code: 2, output: 'usage: npm run demo [-- deploy|diff|leaver|destroy]\n' });
  });

  it('fails with what to install when there is no terraform', async () => {
    const { code, output } = await project.run([], { TERRAFORM_BINARY_NAME: 'terraform-that-is-not-there' });
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The demo cannot run: the program "terraform-that-is-not-there" cannot be started .*ENOENT.* Install Terraform/,
    );
    expect(existsSync(join(project.directory, '.demo'))).toBe(false);
  });

  it('fails when the program does not synthesize, and shows why', async () => {
    project.addLine("throw new Error('no such team');");
    const { code, output } = await project.run(['diff']);
    expect(code).toBe(1);
    expect(output).toContain('no such team');
    expect(output).toMatch(/main\.ts could not be synthesized\. What was said about it is above\.\n$/);
  });
});
