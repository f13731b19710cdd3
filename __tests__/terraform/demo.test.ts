import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CreateQuickConnectCommand } from '@aws-sdk/client-connect';
import {
  AGENT_TRANSFER_FLOW_ID,
  HOTLINE_QUICK_CONNECT_ID,
  INSTANCE_ID,
  SALES_QUICK_CONNECT_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
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

  it('creates the team of main.ts, its memberships too, and shows it, after an interrupted try as well', async () => {
    const { code, output } = await project.run();
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining('Apply complete! Resources: 6 added, 0 changed, 0 destroyed.'),
    });
    expect(output).toMatch(/amara\.okafor +Amara Okafor +instance "demo-resilient", member of "Voice teams"\n +bruno\.keller/);
    expect(await team()).toEqual(['amara.okafor', 'bruno.keller', 'chiara.rossi']);
    expect(await members()).toHaveLength(3);
  });

  it('shows that a removed agent, and nobody else, will be destroyed', async () => {
    project.removeAgent('bruno.keller');
    const { code, output } = await project.run(['diff']);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Plan: 0 to add, 0 to change, 2 to destroy.') });
    expect(output.match(/# \S+ .*will be destroyed/g)?.map((line) => line.split(' ')[1])).toEqual([
      'connect_traffic_distribution_group_user.brunokeller-membership',
      'connect_user.brunokeller',
    ]);
    expect(await team()).toHaveLength(3);
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
    expect(quickConnects.map(({ Id }) => Id).sort()).toEqual([SALES_QUICK_CONNECT_ID, HOTLINE_QUICK_CONNECT_ID].sort());
    expect([await team(), (await members()).length]).toEqual([['amara.okafor', 'chiara.rossi'], 2]);
  });

  it('has nothing to do when run again', async () => {
    const { code, output } = await project.run();
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining('No changes. Your infrastructure matches the configuration.'),
    });
  });

  it('destroys all that it made', async () => {
    const { code, output } = await project.run(['destroy']);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('The contact centre has no agents now.') });
    expect([await team(), await members()]).toEqual([[], []]);
  });
});

describe('a demo that cannot run', () => {
  let project: DemoProject;
  beforeAll(() => {
    project = new DemoProject();
  });
  afterAll(() => project.remove());

  it('refuses a verb that it does not know, and names those it knows', async () => {
    expect(await project.run(['deplyo'])).toEqual({ code: 2, output: 'usage: npm run demo [-- deploy|diff|destroy]\n' });
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
    expect(output).toMatch(/cdktf ended with 1; what it said is above\.\n$/);
  });
});
