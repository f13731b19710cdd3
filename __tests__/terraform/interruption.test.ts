import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { INSTANCE_ID, SALES_ROUTING_PROFILE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration, membership } from '../support/contact-centre';
import { eventually } from '../support/eventually';
import { providersOf } from '../support/process-tree';
import type { TerraformRun } from '../support/terraform';
import { type Applied, apply, plan, toldBy, writesAbout } from '../support/terraform-told';

const PROFICIENCY = { attribute_name: 'Product', attribute_value: 'Mobile', level: 3 };

/** What ends an apply while a call to Connect is under way. */
type End = (terraform: number) => void;
const killProvider: End = (terraform) => {
  const [provider] = providersOf(terraform);
  if (provider === undefined) throw new Error('terraform has no provider process');
  process.kill(provider, 'SIGKILL');
};
const killTerraform: End = (terraform) => process.kill(terraform, 'SIGKILL');
const pressCtrlC: End = (terraform) => process.kill(-terraform, 'SIGINT');

let centre: ContactCentre;
const users = (bodies: Readonly<Record<string, Body>>, more: Body = {}): Declaration => ({
  resource: { connect_user: Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, agent(name, body)])), ...more },
});
const members = (): Promise<readonly string[]> => centre.emulator.control.membersOf(TEAM_GROUP_ID);
const names = async (): Promise<readonly string[]> => (await centre.instance()).users.map(({ Username }) => Username);
const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;

/**
 * Applies, and ends it by `end` once all `operations` are under way; the service then executes these
 * calls all the same, or never does.
 */
async function interrupted(operations: readonly string[], end: End, executed: boolean): Promise<TerraformRun> {
  const { control } = centre.emulator;
  await control.clearCalls();
  for (const operation of operations) await control.fault({ operation, hold: true, ...(!executed && { code: 'InternalServiceException' }) });
  const running = centre.project.start('apply', '-json', '-auto-approve', '-input=false');
  await eventually(`${operations.join()} are under way`, async () => (await control.held()) === operations.length);
  end(running.process.pid ?? 0);
  const run = await running.done;
  await control.clearFaults();
  const answered = async (): Promise<readonly string[]> => (await control.calls()).map(({ operation }) => operation);
  await eventually(`${operations.join()} are answered`, async () => operations.every(((done) => (operation) => done.includes(operation))(await answered())));
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
  centre = await ContactCentre.start();
});
afterAll(() => centre.close());

async function startOver(): Promise<void> {
  await centre.emulator.control.clearFaults();
  await centre.emulator.control.seed('demo');
  rmSync(join(centre.project.directory, 'terraform.tfstate'), { force: true });
}

const WHEN = [
  { when: 'before Connect executed them', executed: false },
  { when: 'after Connect executed them', executed: true },
];

/** Four changes at once, each in the middle of its call as the provider is killed. */
describe.each(WHEN)('an apply of which the provider is killed in the middle of its calls, $when', ({ executed }) => {
  let after: { readonly names: readonly string[]; readonly members: number };
  let again: Applied;
  const deleted = { id: '' };

  beforeAll(async () => {
    await startOver();
    await centre.declare(users({ updated: {}, deleted: {}, member: {} }));
    await apply(centre);
    deleted.id = await idOf('deleted');
    await centre.declare(
      users(
        { created: { proficiency: PROFICIENCY }, updated: { routing_profile_id: SALES_ROUTING_PROFILE_ID, proficiency: PROFICIENCY }, member: {} },
        { connect_traffic_distribution_group_user: { member: membership('${connect_user.member.user_id}') } },
      ),
    );
    await interrupted(['CreateUser', 'UpdateUserRoutingProfile', 'DeleteUser', 'AssociateTrafficDistributionGroupUser'], killProvider, executed);
    after = { names: await names(), members: (await members()).length };
    again = await rerun();
  });

  it('creates the account once, and all of it, in the next apply', async () => {
    expect(after.names.includes('created')).toBe(executed);
    expect(again.writes.filter((write) => write.startsWith('CreateUser'))).toEqual([executed ? 'CreateUser 409' : 'CreateUser 200']);
    expect((await names()).filter((name) => name === 'created')).toHaveLength(1);
    expect(await centre.userNamed('created')).toMatchObject({ Proficiencies: [{ AttributeValue: 'Mobile', Level: 3 }] });
  });

  it('finishes the update of the account', async () => {
    expect(writesAbout(again.calls, await idOf('updated'))).toEqual([...(executed ? [] : ['UpdateUserRoutingProfile 200']), 'AssociateUserProficiencies 200']);
    expect(await centre.userNamed('updated')).toMatchObject({ RoutingProfileId: SALES_ROUTING_PROFILE_ID, Proficiencies: [{ AttributeValue: 'Mobile' }] });
  });

  it('deletes the account once', async () => {
    expect(after.names.includes('deleted')).toBe(!executed);
    expect(writesAbout(again.calls, deleted.id)).toEqual(executed ? [] : ['DeleteUser 200']);
    expect([await names(), centre.project.attributes('connect_user.deleted')]).toEqual([expect.not.arrayContaining(['deleted']), undefined]);
  });

  it('makes the user a member once', async () => {
    expect(after.members).toBe(executed ? 1 : 0);
    expect(writesAbout(again.calls, await idOf('member'))).toEqual(['AssociateTrafficDistributionGroupUser 200']);
    expect(await members()).toEqual([await idOf('member')]);
  });
});

describe('an apply of which terraform itself is killed', () => {
  beforeEach(startOver);

  it('is finished by the next one, which finds the account that the first had made', async () => {
    await centre.declare(users({ ada: {} }));
    await interrupted(['CreateUser'], killTerraform, true);
    const { writes, warnings } = await rerun();
    expect([writes, await names()]).toEqual([['CreateUser 409'], ['ada']]);
    expect(warnings.at(-1)).toMatchObject({ summary: 'The user "ada" existed already', address: 'connect_user.ada' });
  });
});

describe('an apply that is stopped by Ctrl-C', () => {
  beforeEach(startOver);

  it('in the middle of CreateUser says that the call may have taken effect; the next apply makes sure', async () => {
    await centre.declare(users({ ada: {} }));
    const { errors } = toldBy(await interrupted(['CreateUser'], pressCtrlC, true));
    expect(errors).toContainEqual(expect.objectContaining({ summary: 'Creating the user "ada" failed: stopped', detail: expect.stringContaining('it may have taken effect') }));
    expect(centre.project.state()).toEqual([]);
    expect((await rerun()).writes).toEqual(['CreateUser 409']);
    expect(await names()).toEqual(['ada']);
  });

  it('after CreateUser keeps the account in the state and says how to keep it for good; the next apply goes on', async () => {
    await centre.declare(users({ ada: { proficiency: PROFICIENCY } }));
    const { errors } = toldBy(await interrupted(['AssociateUserProficiencies'], pressCtrlC, false));
    expect(errors[0]?.detail).toContain('To keep it, run "terraform untaint ADDRESS" before');
    expect(centre.project.attributes('connect_user.ada')).toMatchObject({ user_id: (await centre.userNamed('ada'))?.Id, instance_id: INSTANCE_ID, proficiency: [] });
    await centre.project.succeed('untaint', 'connect_user.ada');
    expect((await rerun()).writes).toEqual(['AssociateUserProficiencies 200']);
    expect(await centre.userNamed('ada')).toMatchObject({ Proficiencies: [{ AttributeValue: 'Mobile' }] });
  });
});

describe('a connection that breaks', () => {
  beforeEach(startOver);

  it('after CreateUser is no failure: the account is found, though late, and is not taken for somebody else\'s', async () => {
    await centre.declare(users({ ada: {} }), { consistency_window: '30s' });
    await centre.emulator.control.change({ consistencyDelay: 900 });
    await centre.emulator.control.fault({ operation: 'CreateUser', dropConnection: 'after' });
    const { code, writes, warnings } = await apply(centre);
    expect({ code, writes, warnings }).toEqual({ code: 0, writes: ['CreateUser 200', 'CreateUser 409'], warnings: [] });
    expect((await plan(centre)).planned).toEqual({});
  });
});
