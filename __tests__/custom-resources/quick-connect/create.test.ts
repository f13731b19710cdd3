import type { NewQuickConnect, QuickConnectSettings } from '../../../connect/gateway';
import { succeeded } from '../../../connect/failure';
import { theQuickConnect, theUser } from '../../../custom-resources/identity/things';
import { quickConnect } from '../../../custom-resources/quick-connect/resource';
import type { QuickConnectState } from '../../../custom-resources/quick-connect/schema';
import { FakeClock } from '../../support/clocks/fake-clock';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { SETTINGS, testContext, type TestContext } from '../../support/custom-resources/context';
import { INSTANCE_ARN, INSTANCE_ID, USER_ID } from '../../support/custom-resources/ids';
import {
  DECLARED_QUICK_CONNECT as DECLARED,
  FLOW_ID,
  LIVE_QUICK_CONNECT as LIVE,
  MADE_QUICK_CONNECT as MADE,
  QUICK_CONNECT_ARN,
  QUICK_CONNECT_ID,
  SALES_ID,
  SUPPORT_ID,
} from '../../support/custom-resources/quick-connects';
import { LIVE as LIVE_USER } from '../../support/custom-resources/users';

const THING = theQuickConnect(INSTANCE_ID, QUICK_CONNECT_ID);
const nothing = (): void => undefined;

interface Case extends Answers {
  readonly settings?: typeof SETTINGS;
  readonly prepare?: (context: TestContext) => void;
}

async function create(declared: Partial<QuickConnectState>, { settings = SETTINGS, prepare = nothing, ...all }: Case = {}) {
  const connect = fakeConnect({
    ...all,
    quickConnects: { create: found({ id: QUICK_CONNECT_ID, arn: QUICK_CONNECT_ARN }), ...all.quickConnects },
  });
  const context = testContext(connect, { settings });
  prepare(context);
  const config = { ...DECLARED, ...declared };
  const { planned } = quickConnect.plan({ config, private: {}, settings });
  const end = await context.clock.run(quickConnect.reconcile({ planned, config, private: {} }, context));
  return { ...end, connect, context, made: connect.given('create').map(([one]) => one as NewQuickConnect) };
}

const taken = (holder?: QuickConnectSettings, more = {}) => ({
  quickConnects: { create: refuses('conflict', more), findByName: found(holder) },
});

describe('a new quick connect', () => {
  it('is made as declared, and belongs to this apply from then on', async () => {
    const { state, diagnostics, private: known, made, connect, context } = await create({});
    expect([state, diagnostics]).toEqual([MADE, []]);
    expect(made).toEqual([
      {
        instanceId: INSTANCE_ID,
        name: 'Call Ada',
        description: 'At night',
        target: { type: 'USER', userId: USER_ID, contactFlowId: FLOW_ID },
        tags: { site: 'Leeds' },
      },
    ]);
    expect(connect.called).toEqual(['create']);
    expect(known).toEqual({ created: context.clock.now() });
    expect(context.ledger.wasMade(THING)).toBe(true);
  });

  it('is made in the Region in the ARN of the instance, with bare ids in the call and no description where none is declared', async () => {
    const { made, state } = await create({ instance_id: INSTANCE_ARN, description: null });
    expect(made[0]).toMatchObject({ instanceId: INSTANCE_ID, region: 'us-east-1' });
    expect(made[0]).not.toHaveProperty('description');
    expect(state).toMatchObject({ instance_id: INSTANCE_ARN, id: `${INSTANCE_ID}:${QUICK_CONNECT_ID}` });
  });

  it('is offered in the queues that are declared, in their order', async () => {
    const { state, connect } = await create({ queue_ids: [SUPPORT_ID, `${INSTANCE_ARN}/queue/${SALES_ID}`] });
    expect(connect.given('addQuickConnect').map(([, queue]) => queue)).toEqual([SUPPORT_ID, SALES_ID]);
    expect(state?.queue_ids).toEqual([SUPPORT_ID, `${INSTANCE_ARN}/queue/${SALES_ID}`]);
  });

  it('is never lost where a queue refuses it: the state has it with the queues before, and says how to keep it', async () => {
    const {
      state,
      private: known,
      diagnostics,
    } = await create(
      { queue_ids: [SUPPORT_ID, SALES_ID] },
      { queues: { addQuickConnect: answers(succeeded(undefined), refusal('denied')) } },
    );
    expect(state).toEqual({ ...MADE, queue_ids: [SUPPORT_ID] });
    expect(known).toHaveProperty('created');
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        path: ['queue_ids'],
        summary: `Offering the quick connect "Call Ada" (${QUICK_CONNECT_ID}) in the queue ${SALES_ID} failed: access denied`,
        detail: expect.stringContaining('first run "terraform untaint ADDRESS"'),
      },
    ]);
  });

  it('is not in the state where Connect refuses it, and no name is looked for', async () => {
    const { state, diagnostics, connect } = await create({}, { quickConnects: { create: refuses('quota-full') } });
    expect([state, connect.called]).toEqual([undefined, ['create']]);
    expect(diagnostics).toMatchObject([{ summary: 'Creating the quick connect "Call Ada" failed: a quota is used up' }]);
    expect(diagnostics?.[0]).not.toHaveProperty('path');
  });
});

/** AWS says of eventual consistency that what was made moments ago may be answered by either of the two. */
describe.each(['not-found', 'invalid'] as const)('what this apply made, and Amazon Connect does not know everywhere yet (%s),', (kind) => {
  const forNewUser = { prepare: ({ ledger }: TestContext) => ledger.made(theUser(USER_ID)) };
  const made = succeeded({ id: QUICK_CONNECT_ID, arn: QUICK_CONNECT_ARN });
  const refused = refusal(kind);

  it('is waited for where it is the user that a new quick connect leads to', async () => {
    const quickConnects = { create: answers(refused, refused, refused, refused, made) };
    const { state, diagnostics, connect } = await create({}, { ...forNewUser, quickConnects });
    expect([state, diagnostics]).toEqual([MADE, []]);
    expect(connect.given('find')).toEqual([[{ instanceId: INSTANCE_ID, userId: USER_ID }], [{ instanceId: INSTANCE_ID, userId: USER_ID }]]);
  });

  it('is waited for where it is the new quick connect that a queue is to offer', async () => {
    const addQuickConnect = answers(refused, refused, refused, succeeded(undefined));
    const { state, diagnostics } = await create({ queue_ids: [SALES_ID] }, { queues: { addQuickConnect } });
    expect([state?.queue_ids, diagnostics]).toEqual([[SALES_ID], []]);
  });

  it('is not what is wrong once it can be seen: the refusal is told', async () => {
    const quickConnects = { create: refuses(kind) };
    const { diagnostics, made: tried } = await create({}, { ...forNewUser, quickConnects, users: { find: found(LIVE_USER) } });
    expect(tried).toHaveLength(3);
    expect(diagnostics).toMatchObject([{ summary: expect.stringContaining('Creating the quick connect "Call Ada" failed') }]);
  });
});

it('a user who was there before is not waited for, where a new quick connect to it is refused', async () => {
  const { made } = await create({}, { quickConnects: { create: refuses('not-found') } });
  expect(made).toHaveLength(1);
});

describe('the name of a new quick connect that is taken', () => {
  it('by what is exactly as declared is taken over, with a warning', async () => {
    const { state, diagnostics, context } = await create({}, taken(LIVE));
    expect(state).toEqual(MADE);
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        path: ['name'],
        summary: 'A quick connect existed already',
        detail: `The quick connect "Call Ada" (${QUICK_CONNECT_ID}) is exactly what is declared here, as an interrupted apply leaves it. So apply took it into the state instead of creating it. If another stack has it in its state, run "terraform state rm" there before its next apply: that stack deletes what it no longer declares. If it belongs to somebody else, run "terraform state rm" for this resource before anything else.`,
      },
    ]);
    expect(context.ledger.wasMade(THING)).toBe(true);
  });

  it('by what a lost answer made is taken over without a word, even where nothing else is adopted', async () => {
    const settings = { ...SETTINGS, adoptExisting: 'never' } as const;
    const { state, diagnostics } = await create({}, { ...taken(LIVE, { ambiguous: true }), settings });
    expect([state, diagnostics]).toEqual([MADE, []]);
  });

  it.each<[string, Partial<QuickConnectSettings>, string]>([
    [
      'leads elsewhere',
      { target: { type: 'PHONE_NUMBER', phoneNumber: '+1' } },
      '. It differs from what is declared here (where it leads)',
    ],
    ['has another description', { description: 'By day' }, '. It differs from what is declared here (description)'],
    ['has other tags', { tags: { site: 'York' } }, '. It differs from what is declared here (tags)'],
    ['has tags more', { tags: { site: 'Leeds', floor: '2' } }, '. It differs from what is declared here (tags)'],
    ['leads nowhere and has no tags', { target: undefined, tags: {} } as object, ' (where it leads, tags)'],
  ])('is refused where the holder %s', async (_, holder, differing) => {
    const { state, diagnostics } = await create({}, taken({ ...LIVE, ...holder }));
    expect(state).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: 'error', path: ['name'], summary: 'The quick connect name "Call Ada" is taken' }]);
    expect(diagnostics?.[0]?.detail).toContain(differing);
    expect(diagnostics?.[0]?.detail).toContain(`id = "${INSTANCE_ID}:${QUICK_CONNECT_ID}"`);
  });

  it('is refused where nothing is adopted, and says nothing of differences', async () => {
    const { state, diagnostics } = await create({}, { ...taken(LIVE), settings: { ...SETTINGS, adoptExisting: 'never' } });
    expect(state).toBeUndefined();
    expect(diagnostics?.[0]?.detail).toMatch(/^The instance \S+ already has a quick connect of this name, \S+\. To manage/);
  });

  it('is refused where another resource of this apply made the holder', async () => {
    const { state, diagnostics } = await create({}, { ...taken(LIVE), prepare: ({ ledger }) => ledger.made(THING) });
    expect([state, diagnostics]).toMatchObject([undefined, [{ summary: 'The quick connect name "Call Ada" is taken' }]]);
  });

  it.each(['under way', 'gone'] as const)('is waited for where the removal of the holder is %s', async (removal) => {
    const { state, diagnostics, made } = await create(
      {},
      {
        quickConnects: {
          create: answers(refusal('conflict'), refusal('conflict'), succeeded({ id: QUICK_CONNECT_ID, arn: QUICK_CONNECT_ARN })),
          findByName: found(LIVE),
        },
        prepare: ({ ledger }) => void (ledger.removal = () => removal),
      },
    );
    expect([state, diagnostics, made.length]).toEqual([MADE, [], 3]);
  });

  it('is refused where this apply could not remove the holder', async () => {
    const { state, made } = await create({}, { ...taken(LIVE), prepare: ({ ledger }) => void (ledger.removal = () => 'failed') });
    expect([state, made.length]).toEqual([undefined, 1]);
  });

  it('by something that is not found yet is tried again within the window of consistency, then told as Connect did', async () => {
    const { state, diagnostics, made, context } = await create({}, taken());
    expect(state).toBeUndefined();
    expect(made.length).toBeGreaterThan(2);
    expect(context.clock.now() - new FakeClock().now()).toBe(SETTINGS.consistencyWindowMs - 250);
    expect(diagnostics).toMatchObject([{ path: ['name'], summary: 'Creating the quick connect "Call Ada" failed: conflict' }]);
  });

  it('by what a lost answer made, and is not found yet, is looked for and not made again', async () => {
    const { state, made, connect } = await create(
      {},
      {
        quickConnects: {
          create: refuses('conflict', { ambiguous: true }),
          findByName: answers<QuickConnectSettings | undefined>(succeeded(undefined), succeeded(undefined), succeeded(LIVE)),
        },
      },
    );
    expect([state, made.length, connect.given('findByName').length]).toEqual([MADE, 1, 3]);
  });

  it('is told at the name where the holder cannot be looked for', async () => {
    const quickConnects = { create: refuses('conflict'), findByName: refuses('denied') };
    expect((await create({}, { quickConnects })).diagnostics).toMatchObject([
      { path: ['name'], summary: 'Creating the quick connect "Call Ada" failed: access denied' },
    ]);
  });
});

describe('the removal of a quick connect', () => {
  const remove = async (all: Answers) => {
    const connect = fakeConnect(all);
    return { connect, ...(await quickConnect.remove({ state: MADE, private: {} }, testContext(connect))) };
  };

  it('deletes it, and takes one that is gone already for done', async () => {
    const { connect, diagnostics } = await remove({});
    expect([diagnostics, connect.given('delete')]).toEqual([undefined, [[INSTANCE_ID, QUICK_CONNECT_ID, undefined]]]);
    expect((await remove({ quickConnects: { delete: refuses('not-found') } })).diagnostics).toBeUndefined();
  });

  it('is refused where its instance is not there, since then everything would seem gone', async () => {
    const { diagnostics } = await remove({ quickConnects: { delete: refuses('not-found') }, instances: { find: found(undefined) } });
    expect(diagnostics).toMatchObject([{ summary: `No instance ${INSTANCE_ID}` }]);
  });

  it('says which one could not be deleted', async () => {
    const { diagnostics } = await remove({ quickConnects: { delete: refuses('denied') } });
    expect(diagnostics).toMatchObject([{ summary: `Deleting the quick connect "Call Ada" (${QUICK_CONNECT_ID}) failed: access denied` }]);
  });
});
