import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration } from '../support/terraform/contact-centre';
import { eventually } from '../support/eventually';
import type { TerraformRun } from '../support/terraform/project';
import { type Applied, apply, plan, toldBy } from '../support/terraform/told';

const PROFICIENCY = { attribute_name: 'Product', attribute_value: 'Mobile', level: 3 };

let centre: ContactCentre;
const users = (bodies: Readonly<Record<string, Body>>): Declaration => ({
  resource: { connect_user: Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, agent(name, body)])) },
});
const names = async (): Promise<readonly string[]> => (await centre.instance()).users.map(({ Username }) => Username);

/**
 * Applies, and presses Ctrl-C while a call of the operation is under way; the service then executes the call all the
 * same, or never does.
 */
async function interrupted(operation: string, executed: boolean): Promise<TerraformRun> {
  const { control } = centre.emulator;
  await control.clearCalls();
  await control.fault({ operation, hold: true, ...(!executed && { code: 'InternalServiceException' }) });
  const running = centre.project.start('apply', '-json', '-auto-approve', '-input=false');
  await eventually(`${operation} is under way`, async () => (await control.held()) === 1);
  process.kill(-(running.process.pid ?? 0), 'SIGINT');
  const run = await running.done;
  await control.clearFaults();
  await eventually(`${operation} is answered`, async () => (await control.calls(operation)).length > 0);
  return run;
}

/** Runs apply again: it must succeed, and leave nothing to do. */
async function rerun(): Promise<Applied> {
  const again = await apply(centre);
  expect([again.code, again.errors]).toEqual([0, []]);
  expect((await plan(centre)).planned).toEqual({});
  return again;
}

beforeAll(async () => {
  centre = await ContactCentre.start({ providerStartedBy: 'terraform' });
});
afterAll(() => centre.close());

async function startOver(): Promise<void> {
  await centre.emulator.control.clearFaults();
  await centre.emulator.control.seed('demo');
  rmSync(join(centre.project.directory, 'terraform.tfstate'), { force: true });
}

describe('an apply that is stopped by Ctrl-C', () => {
  beforeEach(startOver);

  it('in the middle of CreateUser says that the call may have taken effect; the next apply makes sure', async () => {
    await centre.declare(users({ ada: {} }));
    const { errors } = toldBy(await interrupted('CreateUser', true));
    expect(errors).toContainEqual(
      expect.objectContaining({
        summary: 'Creating the user "ada" failed: stopped',
        detail: expect.stringContaining('it may have taken effect'),
      }),
    );
    expect(centre.project.state()).toEqual([]);
    const { writes, warnings } = await rerun();
    expect([writes, await names()]).toEqual([['CreateUser 409'], ['ada']]);
    expect(warnings.at(-1)).toMatchObject({ summary: 'A user existed already', address: 'connect_user.ada' });
  });

  it('before a new group is ACTIVE keeps the group, and leaves it to the next plan', async () => {
    const group = { instance_id: INSTANCE_ID, name: 'Night \u001b[31m"shift"' };
    await centre.declare({ resource: { connect_traffic_distribution_group: { night: group } } });
    const { errors, warnings } = toldBy(await interrupted('DescribeTrafficDistributionGroup', true));
    // What Terraform says of itself.
    expect(new Set(errors.map(({ summary }) => summary))).toEqual(new Set(['execution halted']));
    expect(warnings).toMatchObject([{ summary: 'The traffic distribution group "Night <U+001B>[31m"shift"" is being made' }]);
    const { writes } = await rerun();
    expect(writes).toEqual([]);
  });

  it('after CreateUser keeps the account in the state and says how to keep it for good; the next apply goes on', async () => {
    await centre.declare(users({ ada: { proficiency: PROFICIENCY } }));
    const { errors } = toldBy(await interrupted('AssociateUserProficiencies', false));
    expect(errors[0]?.detail).toContain('To keep the account, first run "terraform untaint ADDRESS"');
    expect(centre.project.attributes('connect_user.ada')).toMatchObject({
      user_id: (await centre.userNamed('ada'))?.Id,
      instance_id: INSTANCE_ID,
      proficiency: [],
    });
    await centre.project.succeed('untaint', 'connect_user.ada');
    expect((await rerun()).writes).toEqual(['AssociateUserProficiencies 200']);
    expect(await centre.userNamed('ada')).toMatchObject({ Proficiencies: [{ AttributeValue: 'Mobile' }] });
  });

  it('in the middle of a group keeps those in the state who are in; the next apply goes on', async () => {
    const { control } = centre.emulator;
    const ids = await control.users({ count: 12, instance: INSTANCE_ID, prefix: 'agent-' });
    const team = { instance_id: INSTANCE_ID, traffic_distribution_group_id: TEAM_GROUP_ID, user_ids: ids };
    const resource = { connect_traffic_distribution_group_users: { team } };
    const members = async (): Promise<readonly string[]> => [...(await control.membersOf(TEAM_GROUP_ID))].sort();
    await centre.declare({ resource }, { requests_per_second: 1, burst: 2 });
    const running = centre.project.start('apply', '-json', '-auto-approve', '-input=false');
    await eventually('the first are in', async () => (await members()).length >= 2);
    process.kill(-(running.process.pid ?? 0), 'SIGINT');
    const { errors } = toldBy(await running.done);
    const address = 'connect_traffic_distribution_group_users.team';
    expect(errors[0]).toMatchObject({ address, summary: expect.stringContaining('stopped') });
    const there = await members();
    expect(there.length).toBeLessThan(ids.length);
    expect([...(centre.project.attributes(address)?.['user_ids'] as readonly string[])].sort()).toEqual(there);
    await centre.declare({ resource });
    const associated = ids.slice(there.length).map(() => 'AssociateTrafficDistributionGroupUser 200');
    expect(await apply(centre)).toMatchObject({ code: 0, writes: associated });
    expect(await members()).toEqual([...ids].sort());
  });
});

describe('a plan that is stopped by Ctrl-C', () => {
  it('while a credential process hangs ends at once, and says what it waited for', async () => {
    const home = mkdtempSync(join(tmpdir(), 'connect-vault-'));
    const [vault, begun, config] = [join(home, 'vault'), join(home, 'begun'), join(home, 'config')];
    // Ctrl-C goes to it as well: one that it ends is a process that failed, and does not hang.
    writeFileSync(vault, `#!/bin/sh\ntrap "" INT\ntouch ${begun}\nwhile test -e ${begun}; do sleep 0.1; done\n`);
    chmodSync(vault, 0o755);
    writeFileSync(config, `[profile ops]\ncredential_process = ${vault}\n`);
    const stack = await ContactCentre.start({ providerStartedBy: 'terraform', env: { AWS_CONFIG_FILE: config } });
    await stack.declare(users({ ada: {} }), { access_key: null, secret_key: null, profile: 'ops' });
    const running = stack.project.start('plan', '-json', '-input=false');
    await eventually('the credentials are asked for', () => Promise.resolve(existsSync(begun)));
    process.kill(-(running.process.pid ?? 0), 'SIGINT');
    const { errors } = toldBy(await running.done);
    rmSync(home, { recursive: true });
    await stack.close();
    expect(errors).toContainEqual(
      expect.objectContaining({
        summary: 'The provider cannot be configured',
        detail: expect.stringContaining('The provider was asked to stop while it waited: credentials.'),
      }),
    );
  });
});

describe('a connection that breaks', () => {
  beforeEach(startOver);

  it("after CreateUser is no failure: the account is found, though late, and is not taken for somebody else's", async () => {
    await centre.declare(users({ ada: {} }), { consistency_window: '30s' });
    await centre.emulator.control.change({ consistencyDelay: 900 });
    await centre.emulator.control.fault({ operation: 'CreateUser', dropConnection: 'after' });
    const { code, writes, warnings } = await apply(centre);
    expect({ code, writes, warnings }).toEqual({ code: 0, writes: ['CreateUser 200', 'CreateUser 409'], warnings: [] });
    expect((await plan(centre)).planned).toEqual({});
  });
});
