import { INSTANCE_ID } from '../../emulator/seed/demo';
import { eventually } from '../support/eventually';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan, toldBy } from '../support/terraform/told';

type Contacts = Parameters<ContactCentre['emulator']['control']['agent']>[0]['contacts'];

let centre: ContactCentre;
const declare = (users: Readonly<Record<string, Body>>): Promise<void> =>
  centre.declare(
    Object.keys(users).length === 0
      ? {}
      : { resource: { connect_user: Object.fromEntries(Object.entries(users).map(([name, body]) => [name, agent(name, body)])) } },
  );
const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;

async function place(name: string, contacts: Contacts = []): Promise<void> {
  await centre.emulator.control.agent({ instance: INSTANCE_ID, user: await idOf(name), status: 'Available', contacts });
}

const statusOf = async (id: string): Promise<readonly unknown[]> =>
  (await centre.instance()).agents.filter(({ userId }) => userId === id).map(({ status, nextStatus }) => nextStatus ?? status);

beforeEach(async () => {
  centre = await ContactCentre.start();
});
afterEach(() => centre.close());

it('agents who leave are deleted when their contacts are over, and no contact is cut; the plan says so once', async () => {
  const drained = { drain_on_delete: '10m' };
  await declare({ free: drained, busy: drained, writing: drained, home: drained });
  await apply(centre);
  await place('free');
  await place('busy', [{ lastsMs: 1_500 }]);
  await place('writing', [{ channel: 'CHAT', state: 'ENDED', lastsMs: 0, workMs: 1_000 }]);
  await declare({});
  const { warnings } = await plan(centre);
  expect(warnings.map(({ summary }) => summary)).toEqual(['Agents finish their contacts before they are deleted']);

  const { code, errors } = await apply(centre);
  expect([code, errors]).toEqual([0, []]);
  const { users, cutContacts } = await centre.instance();
  expect([users, cutContacts]).toEqual([[], []]);
  const put = await centre.emulator.control.calls('PutUserStatus');
  expect(put.map(({ status }) => status)).toEqual([200, 200, 200]);
});

it('at the end of the time the choice decides: the user is kept and back at work, or is deleted', async () => {
  const soon = { drain_on_delete: '1s' };
  await declare({ kept: soon, cut: { ...soon, on_drain_timeout: 'delete' } });
  await apply(centre);
  const kept = await idOf('kept');
  await place('kept', [{ channel: 'VOICE' }]);
  await place('cut', [{ channel: 'TASK' }]);
  await declare({});
  const { code, errors, warnings } = await apply(centre);
  expect(code).toBe(1);
  expect(errors).toMatchObject([{ summary: 'The user "kept" is still at work' }]);
  expect(warnings).toContainEqual(expect.objectContaining({ summary: 'Deleted while at work' }));
  expect((await centre.instance()).users.map(({ Username }) => Username)).toEqual(['kept']);
  expect((await centre.instance()).cutContacts).toHaveLength(1);
  expect(await statusOf(kept)).toEqual(['Available']);

  await place('kept');
  expect((await apply(centre)).code).toBe(0);
  expect((await centre.instance()).users).toEqual([]);
});

it('an agent has its status back where the wait is stopped by Ctrl-C', async () => {
  await declare({ ada: { drain_on_delete: '10m' } });
  await apply(centre);
  const ada = await idOf('ada');
  await place('ada', [{}]);
  await declare({});
  await centre.emulator.control.clearCalls();
  const running = centre.project.start('apply', '-json', '-auto-approve', '-input=false');
  await eventually('the agent is to be Offline', async () => (await statusOf(ada)).includes('Offline'));
  process.kill(-(running.process.pid ?? 0), 'SIGINT');
  const { errors } = toldBy(await running.done);
  expect(errors).toContainEqual(expect.objectContaining({ summary: expect.stringContaining('Draining the user "ada"') }));
  expect(await statusOf(ada)).toEqual(['Available']);
  expect(await idOf('ada')).toBe(ada);
});
