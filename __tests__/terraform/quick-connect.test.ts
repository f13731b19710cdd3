import { CreateQuickConnectCommand, DeleteQuickConnectCommand, UpdateQuickConnectNameCommand } from '@aws-sdk/client-connect';
import { AGENT_TRANSFER_FLOW_ID, INSTANCE_ID, QUEUE_TRANSFER_FLOW_ID, SALES_QUEUE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

const toAda = { user_id: '${connect_user.ada.user_id}', contact_flow_id: AGENT_TRANSFER_FLOW_ID };
const callAda = (more: Body = {}): Body => ({
  instance_id: INSTANCE_ID,
  name: 'Call Ada',
  queue_ids: [SUPPORT_QUEUE_ID],
  user_config: toAda,
  ...more,
});

describe('a quick connect to an agent', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  const declare = (
    quickConnects: Readonly<Record<string, Body>>,
    users: Readonly<Record<string, Body>> = { ada: agent('ada') },
  ): Promise<void> => centre.declare({ resource: { connect_user: users, connect_quick_connect: quickConnects } });
  const named = async (name: string) => {
    const { quickConnects, queues } = await centre.instance();
    const found = quickConnects.find(({ Name }) => Name === name);
    const offering = queues.filter(({ QuickConnectIds }) => found && QuickConnectIds.includes(found.Id)).map(({ Id }) => Id);
    return found && { id: found.Id, config: found.QuickConnectConfig, description: found.Description, tags: found.Tags, offering };
  };

  it('is created with its user and offered in its queues', async () => {
    await declare({ call_ada: callAda({ tags: { site: 'Leeds' } }) });
    const told = await apply(centre);
    expect([told.errors, told.warnings, told.writes]).toEqual([
      [],
      [],
      ['CreateUser 200', 'CreateQuickConnect 200', 'AssociateQueueQuickConnects 200'],
    ]);
    const ada = await centre.userNamed('ada');
    expect(await named('Call Ada')).toMatchObject({
      config: { QuickConnectType: 'USER', UserConfig: { UserId: ada?.Id } },
      tags: { site: 'Leeds' },
      offering: [SUPPORT_QUEUE_ID],
    });
    expect((await plan(centre)).planned).toEqual({});
  });

  it('is changed in place: name, description, queues, tags and target, each by its own call', async () => {
    const before = await named('Call Ada');
    const changed = { name: 'Ring Ada', description: 'At night', queue_ids: [SALES_QUEUE_ID], tags: { site: 'York' } };
    await declare({
      call_ada: callAda({
        ...changed,
        user_config: undefined,
        queue_config: { queue_id: SALES_QUEUE_ID, contact_flow_id: QUEUE_TRANSFER_FLOW_ID },
      }),
    });
    const told = await apply(centre);
    expect([told.errors, told.planned, [...told.writes].sort()]).toEqual([
      [],
      { 'connect_quick_connect.call_ada': 'update' },
      [
        'AssociateQueueQuickConnects 200',
        'DisassociateQueueQuickConnects 200',
        'TagResource 200',
        'UpdateQuickConnectConfig 200',
        'UpdateQuickConnectName 200',
      ],
    ]);
    expect(await named('Ring Ada')).toMatchObject({ id: before?.id, config: { QuickConnectType: 'QUEUE' }, offering: [SALES_QUEUE_ID] });
    expect((await plan(centre)).planned).toEqual({});
    await declare({ call_ada: callAda() });
    expect((await apply(centre)).errors).toEqual([]);
    expect((await plan(centre)).planned).toEqual({});
  });

  it('is put right again after somebody changed it, and made anew after somebody deleted it', async () => {
    const outside = centre.outside();
    const QuickConnectId = (await named('Call Ada'))?.id;
    await outside.send(new UpdateQuickConnectNameCommand({ InstanceId: INSTANCE_ID, QuickConnectId, Name: 'Somebody' }));
    const told = await apply(centre);
    expect([told.drift, told.planned]).toEqual([
      { 'connect_quick_connect.call_ada': 'update' },
      { 'connect_quick_connect.call_ada': 'update' },
    ]);
    await outside.send(new DeleteQuickConnectCommand({ InstanceId: INSTANCE_ID, QuickConnectId }));
    expect((await apply(centre)).planned).toEqual({ 'connect_quick_connect.call_ada': 'create' });
    expect(await named('Call Ada')).toMatchObject({ offering: [SUPPORT_QUEUE_ID] });
  });

  it('stays declared through a rename of its user: it goes on to the new account, with its queues', async () => {
    const before = await named('Call Ada');
    await declare({ call_ada: callAda() }, { ada: agent('ada.king') });
    const told = await apply(centre);
    expect([told.errors, told.planned]).toEqual([[], { 'connect_user.ada': 'replace', 'connect_quick_connect.call_ada': 'update' }]);
    expect(told.warnings.map(({ detail }) => detail)).toEqual([expect.stringContaining('to "ada.king":')]);
    const ada = await centre.userNamed('ada.king');
    expect(await named('Call Ada')).toMatchObject({
      id: before?.id,
      config: { UserConfig: { UserId: ada?.Id } },
      offering: [SUPPORT_QUEUE_ID],
    });
    expect((await plan(centre)).planned).toEqual({});
  });

  it('keeps its id through a rename that creates the new account first', async () => {
    const before = await named('Call Ada');
    await declare({ call_ada: callAda() }, { ada: agent('ada.l', { lifecycle: { create_before_destroy: true } }) });
    const told = await apply(centre);
    expect([told.errors, told.writes]).toEqual([[], ['CreateUser 200', 'UpdateQuickConnectConfig 200', 'DeleteUser 200']]);
    expect((await named('Call Ada'))?.id).toBe(before?.id);
    expect((await plan(centre)).planned).toEqual({});
  });

  it('is destroyed with its user without a word, whichever goes first', async () => {
    const id = (await centre.userNamed('ada.l'))?.Id ?? '';
    await declare({ call_ada: callAda({ user_config: { ...toAda, user_id: id } }) }, { ada: agent('ada.l') });
    expect((await apply(centre)).errors).toEqual([]);
    const told = await apply(centre, '-destroy');
    expect([told.errors, told.warnings]).toEqual([[], []]);
    expect([await named('Call Ada'), await centre.userNamed('ada.l')]).toEqual([undefined, undefined]);
    expect(centre.project.state()).toEqual([]);
  });
});

describe('quick connects that give their names on to each other', () => {
  it('are refused with what to do, and renamed in two applies', async () => {
    const centre = await ContactCentre.start();
    const named = (names: Readonly<Record<string, string>>): Promise<void> => {
      const body = { instance_id: INSTANCE_ID, name: '${each.value}', phone_config: { phone_number: '+12065550100' } };
      return centre.declare({ resource: { connect_quick_connect: { q: { for_each: names, ...body } } } });
    };
    const refusal = {
      summary: 'Given up and taken in one plan',
      detail: expect.stringMatching(/gives up the quick connect name "Q[AB]" of .*"terraform apply -target=ADDRESS"/),
    };
    await named({ a: 'QA', b: 'QB' });
    await apply(centre);
    await named({ a: 'QB', b: 'QA' });
    const swap = await plan(centre);
    expect([swap.errors.length > 0, swap.errors]).toEqual([true, swap.errors.map(() => expect.objectContaining(refusal))]);
    await named({ a: 'QB', b: 'QC' });
    expect((await plan(centre)).errors).toEqual([expect.objectContaining(refusal)]);
    expect(await apply(centre, '-target=connect_quick_connect.q["b"]')).toMatchObject({
      errors: [],
      writes: ['UpdateQuickConnectName 200'],
    });
    expect(await apply(centre)).toMatchObject({ errors: [], writes: ['UpdateQuickConnectName 200'] });
    expect((await plan(centre)).planned).toEqual({});
    await centre.close();
  });
});

describe('a plan of a quick connect', () => {
  it('says what would fail at apply', async () => {
    const centre = await ContactCentre.start();
    const { QuickConnectId } = await centre.outside().send(
      new CreateQuickConnectCommand({
        InstanceId: INSTANCE_ID,
        Name: 'Taken',
        QuickConnectConfig: { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+12065550199' } },
      }),
    );
    const phone = (name: string, more: Body = {}): Body => ({
      instance_id: INSTANCE_ID,
      name,
      phone_config: { phone_number: '+12065550100' },
      ...more,
    });
    await centre.declare({
      resource: {
        connect_quick_connect: {
          taken: phone('Taken'),
          same: phone('Taken too'),
          twice: phone('Taken too'),
          nobody: callAda({ name: 'Nobody', user_config: { ...toAda, user_id: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' } }),
          unheard: phone('Unheard', { queue_ids: [SALES_QUEUE_ID, 'aaaaaaaa-bbbb-4ccc-8ddd-ffffffffffff'] }),
        },
      },
    });
    const { errors } = await plan(centre);
    expect(errors.map(({ summary }) => summary).sort()).toEqual([
      'Declared twice',
      'No queue aaaaaaaa-bbbb-4ccc-8ddd-ffffffffffff',
      'No user aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
      'The quick connect name "Taken" is taken',
    ]);
    expect(errors.map(({ detail }) => detail).join()).toContain(`id = "${INSTANCE_ID}:${QuickConnectId}"`);
    await centre.declare({
      resource: {
        connect_quick_connect: {
          both: phone('Both', { queue_config: { queue_id: SALES_QUEUE_ID, contact_flow_id: QUEUE_TRANSFER_FLOW_ID } }),
          none: phone('None', { phone_config: undefined }),
        },
      },
    });
    expect((await plan(centre)).errors.map(({ summary }) => summary).sort()).toEqual([
      'A quick connect that leads nowhere',
      'A quick connect that leads to several places',
    ]);
    await centre.declare({
      resource: { connect_quick_connect: { taken: phone('Taken', { phone_config: { phone_number: '+12065550199' } }) } },
      import: [{ to: 'connect_quick_connect.taken', id: `${INSTANCE_ID}:${QuickConnectId}` }],
    });
    const told = await apply(centre);
    expect([told.errors, told.planned, told.writes]).toEqual([[], { 'connect_quick_connect.taken': 'import' }, []]);
    expect((await plan(centre)).planned).toEqual({});
    await centre.close();
  });
});
