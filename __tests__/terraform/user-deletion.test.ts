import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  CreateQuickConnectCommand,
  DeleteQuickConnectCommand,
  DeleteUserCommand,
} from '@aws-sdk/client-connect';
import {
  AGENT_TRANSFER_FLOW_ID,
  DEFAULT_GROUP_ID,
  HOTLINE_QUICK_CONNECT_ID,
  INSTANCE_ID,
  SALES_QUICK_CONNECT_ID,
  SUPPORT_QUEUE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import type { SettingsPatch } from '../support/emulator/test-emulator';
import { eventually } from '../support/eventually';
import { apply, plan } from '../support/terraform/told';

const OTHERS = [HOTLINE_QUICK_CONNECT_ID, SALES_QUICK_CONNECT_ID];

const SERVICES: readonly { readonly service: string; readonly answers: SettingsPatch['answers'] }[] = [
  { service: 'DeleteUser itself ends memberships, and quick connects go on naming the user', answers: {} },
  {
    service: 'DeleteUser leaves memberships, and quick connects no longer name the user',
    answers: { memberOfDeletedUser: 'lingers', quickConnectUserIdAfterDelete: 'cleared', disassociateNonMember: 'not-found' },
  },
];

describe.each(SERVICES)('deleting an account, where $service', ({ answers }) => {
  let centre: ContactCentre;
  const declare = (...names: readonly string[]): Promise<void> =>
    centre.declare(names.length === 0 ? {} : { resource: { connect_user: users(names) } });
  const users = (names: readonly string[]): Body =>
    Object.fromEntries(names.map((name) => [name, agent(name, name === 'retained' ? { quick_connects_on_delete: 'retain' } : {})]));
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  const quickConnects = async (): Promise<readonly string[]> =>
    (await centre.instance()).quickConnects.map(({ Id }) => Id).filter((id) => !OTHERS.includes(id));

  /** A quick connect that sends callers to the agent. */
  async function quickConnectTo(name: string, label = name): Promise<string> {
    const config = { QuickConnectType: 'USER', UserConfig: { UserId: await idOf(name), ContactFlowId: AGENT_TRANSFER_FLOW_ID } } as const;
    const { QuickConnectId = '' } = await centre
      .outside()
      .send(new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name: label, QuickConnectConfig: config }));
    return QuickConnectId;
  }

  beforeAll(async () => {
    centre = await ContactCentre.start({ settings: { ...(answers && { answers }) } });
    await declare('ada', 'retained', 'denied', 'raced');
    await apply(centre);
  });
  afterAll(() => centre.close());

  it('ends its memberships, deletes it, then deletes the quick connects that point at it, and no others', async () => {
    const UserId = await idOf('ada');
    for (const group of [TEAM_GROUP_ID, DEFAULT_GROUP_ID]) {
      await centre
        .outside()
        .send(new AssociateTrafficDistributionGroupUserCommand({ InstanceId: INSTANCE_ID, TrafficDistributionGroupId: group, UserId }));
    }
    await quickConnectTo('ada', 'Ada');
    await quickConnectTo('ada', 'Ada at night');
    const kept = await quickConnectTo('retained');
    await declare('retained', 'denied', 'raced');
    const { planned, calls, writes } = await apply(centre);
    expect(planned).toEqual({ 'connect_user.ada': 'delete' });
    expect(writes).toEqual([
      'DisassociateTrafficDistributionGroupUser 200',
      'DisassociateTrafficDistributionGroupUser 200',
      'DeleteUser 200',
      'DeleteQuickConnect 200',
      'DeleteQuickConnect 200',
    ]);
    const sequence = calls.map(({ operation }) => operation);
    expect(sequence.indexOf('SearchQuickConnects')).toBeLessThan(sequence.indexOf('DeleteUser'));
    expect([await quickConnects(), await centre.userNamed('ada')]).toEqual([[kept], undefined]);
    expect((await centre.instance()).groups.flatMap(({ members }) => members)).toEqual([]);
  });

  it('keeps the quick connects where the configuration says so', async () => {
    const [kept] = await quickConnects();
    await declare('denied', 'raced');
    const { writes, calls } = await apply(centre);
    expect([writes, calls.filter(({ operation }) => operation === 'SearchQuickConnects')]).toEqual([['DeleteUser 200'], []]);
    expect(await quickConnects()).toEqual([kept]);
    await centre.outside().send(new DeleteQuickConnectCommand({ InstanceId: INSTANCE_ID, QuickConnectId: kept }));
  });

  it('that stops between the account and its quick connects stays in the state, is planned, and is finished by the next apply', async () => {
    const left = await quickConnectTo('denied');
    await centre.emulator.control.change({ deny: [{ operation: 'DeleteQuickConnect' }] });
    await declare('raced');
    const stopped = await apply(centre);
    expect(stopped.errors).toMatchObject([
      {
        summary: expect.stringMatching(
          /^Deleting the quick connect "denied" \(.*\) of the deleted user "denied" \(.*\) failed: access denied$/,
        ),
      },
    ]);
    expect(stopped.writes).toEqual(['DeleteUser 200', 'DeleteQuickConnect 403']);
    expect([await quickConnects(), centre.project.attributes('connect_user.denied')]).toMatchObject([[left], { name: 'denied' }]);

    await centre.emulator.control.change({ deny: [] });
    const finished = await apply(centre);
    expect(finished.planned).toEqual({ 'connect_user.denied': 'delete' });
    expect(finished.warnings.map(({ summary }) => summary)).toContainEqual(
      expect.stringMatching(/^A user is deleted, but quick connects still point at it$/),
    );
    expect([finished.code, finished.writes.at(-1), await quickConnects()]).toEqual([0, 'DeleteQuickConnect 200', []]);
    expect(centre.project.attributes('connect_user.denied')).toBeUndefined();
  });

  it('is no failure when somebody else deletes the quick connect meanwhile', async () => {
    const QuickConnectId = await quickConnectTo('raced');
    await declare();
    await centre.emulator.control.fault({ operation: 'DeleteUser', hold: true });
    const applying = apply(centre);
    await eventually('DeleteUser is held', async () => (await centre.emulator.control.held()) > 0);
    await centre.outside().send(new DeleteQuickConnectCommand({ InstanceId: INSTANCE_ID, QuickConnectId }));
    await centre.emulator.control.clearFaults();
    const { code, writes } = await applying;
    expect([code, writes]).toEqual([0, ['DeleteQuickConnect 200', 'DeleteUser 200', 'DeleteQuickConnect 404']]);
    expect([await quickConnects(), centre.project.state()]).toEqual([[], []]);
  });
});

describe('an account that was deleted outside Terraform while quick connects point at it', () => {
  let centre: ContactCentre;
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  const quickConnects = async (): Promise<readonly string[]> =>
    (await centre.instance()).quickConnects.map(({ Id }) => Id).filter((id) => !OTHERS.includes(id));
  const deleteOutside = async (name: string): Promise<string> => {
    const UserId = await idOf(name);
    const config = { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } } as const;
    const { QuickConnectId = '' } = await centre
      .outside()
      .send(new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name: name, QuickConnectConfig: config }));
    await centre.outside().send(new DeleteUserCommand({ InstanceId: INSTANCE_ID, UserId }));
    return QuickConnectId;
  };
  beforeAll(async () => {
    centre = await ContactCentre.start();
    await centre.declare({ resource: { connect_user: { declared: agent('declared'), dropped: agent('dropped') } } });
    await apply(centre);
  });
  afterAll(() => centre.close());

  it('is made anew if it is declared, and has its quick connects again; it is cleaned up after if it is not', async () => {
    const kept = await deleteOutside('declared');
    await deleteOutside('dropped');
    await centre.declare({ resource: { connect_user: { declared: agent('declared') } } });
    const { planned, warnings, writes, code } = await apply(centre);
    expect(planned).toEqual({ 'connect_user.declared': 'replace', 'connect_user.dropped': 'delete' });
    expect(warnings.map(({ detail }) => detail).join()).toContain('They offer agents a transfer that reaches no one');
    expect([
      code,
      writes.filter((write) => write === 'DeleteQuickConnect 200').length,
      writes.filter((write) => write === 'CreateUser 200').length,
    ]).toEqual([0, 1, 1]);
    expect(await quickConnects()).toEqual([kept]);
    expect((await plan(centre)).planned).toEqual({});
  });

  it('is cleaned up after where Connect refuses to delete a quick connect that a queue offers: the queue stops offering it', async () => {
    await centre.emulator.control.change({ answers: { deleteQuickConnectInQueue: 'in-use' } });
    for (const old of await quickConnects())
      await centre.outside().send(new DeleteQuickConnectCommand({ InstanceId: INSTANCE_ID, QuickConnectId: old }));
    const id = await deleteOutside('declared');
    await centre
      .outside()
      .send(new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId: SUPPORT_QUEUE_ID, QuickConnectIds: [id] }));
    await centre.declare({});
    const { code, writes } = await apply(centre);
    expect([code, writes.slice(-3)]).toEqual([
      0,
      ['DeleteQuickConnect 400', 'DisassociateQueueQuickConnects 200', 'DeleteQuickConnect 200'],
    ]);
    expect([await quickConnects(), centre.project.state()]).toEqual([[], []]);
    expect((await centre.instance()).queues.find(({ Id }) => Id === SUPPORT_QUEUE_ID)?.QuickConnectIds).toEqual([
      SALES_QUICK_CONNECT_ID,
      HOTLINE_QUICK_CONNECT_ID,
    ]);
  });
});
