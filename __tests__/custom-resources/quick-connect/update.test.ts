import { type Failure, succeeded } from '../../../connect/failure';
import type { QuickConnectSettings } from '../../../connect/gateway';
import { quickConnect } from '../../../custom-resources/quick-connect/resource';
import type { QuickConnectState } from '../../../custom-resources/quick-connect/schema';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../support/custom-resources/context';
import { INSTANCE_ARN, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';
import {
  FLOW_ID,
  LIVE_QUICK_CONNECT as LIVE,
  MADE_QUICK_CONNECT as PRIOR,
  QUICK_CONNECT_ARN,
  QUICK_CONNECT_ID,
  SALES_ID,
  SUPPORT_ID,
} from '../../support/custom-resources/quick-connects';

const REF = { instanceId: INSTANCE_ID, quickConnectId: QUICK_CONNECT_ID };
const QUEUE_ARN = `${INSTANCE_ARN}/queue/`;
const toQueue = { user_config: [], queue_config: [{ queue_id: SALES_ID, contact_flow_id: FLOW_ID }] };
const NEW_USER_ID = 'new-user';
const toUser = { user_config: [{ user_id: NEW_USER_ID, contact_flow_id: FLOW_ID }] };
const phone = { user_config: [], phone_config: [{ phone_number: '+12065550100' }] };

interface Case extends Answers {
  /** Whom this apply made. */
  readonly newUsers?: readonly string[];
  readonly prior?: Partial<QuickConnectState>;
  /** What Connect holds; nothing where it is gone. */
  readonly shown?: QuickConnectSettings | undefined;
}

async function update(declared: Partial<QuickConnectState>, { prior: before, newUsers, ...all }: Case = {}, settings = SETTINGS) {
  const shown = 'shown' in all ? all.shown : LIVE;
  const connect = fakeConnect({ ...all, quickConnects: { find: found(shown), ...all.quickConnects } });
  const context = testContext(connect, { settings, newUsers });
  const prior = { ...PRIOR, ...before };
  const config = { ...prior, ...declared, id: null, quick_connect_id: null, arn: null, tags_all: null };
  const { planned } = quickConnect.plan({ prior, config, private: {}, settings });
  const end = await context.clock.run(quickConnect.reconcile({ prior, planned, config, private: {} }, context));
  return { ...end, calls: connect.calls.filter(({ method }) => method !== 'find'), connect };
}

describe('an update of a quick connect', () => {
  it('calls nothing where Connect holds what is declared', async () => {
    const { state, diagnostics, calls } = await update({});
    expect([state, diagnostics, calls]).toEqual([PRIOR, undefined, []]);
  });

  it.each<[string, Partial<QuickConnectState>, string, readonly unknown[]]>([
    ['the name', { name: 'Ring Ada' }, 'rename', [REF, 'Ring Ada', 'At night']],
    ['the description', { description: 'By day' }, 'rename', [REF, 'Call Ada', 'By day']],
    ['the description away', { description: null }, 'rename', [REF, 'Call Ada', undefined]],
    ['the target to a queue', toQueue, 'retarget', [REF, { type: 'QUEUE', queueId: SALES_ID, contactFlowId: FLOW_ID }]],
    ['the target to a phone number', phone, 'retarget', [REF, { type: 'PHONE_NUMBER', phoneNumber: '+12065550100' }]],
    ['a queue that offers it', { queue_ids: [`${QUEUE_ARN}${SALES_ID}`] }, 'addQuickConnect', [REF, SALES_ID]],
  ])('changes %s by its own call alone', async (_, declared, method, given) => {
    const { state, diagnostics, calls } = await update(declared);
    expect([diagnostics, calls]).toEqual([undefined, [{ method, given }]]);
    expect(state).toEqual({ ...PRIOR, ...declared });
  });

  it('waits for a user of this apply to whom it is to lead, until Connect knows that user everywhere', async () => {
    const retarget = answers(refusal('not-found'), refusal('invalid'), refusal('not-found'), succeeded(undefined));
    const { state, diagnostics } = await update(toUser, { quickConnects: { retarget }, newUsers: [NEW_USER_ID] });
    expect([diagnostics, state]).toEqual([undefined, { ...PRIOR, ...toUser }]);
  });

  it('calls in the Region that the state names', async () => {
    const { calls } = await update({ name: 'Ring Ada' }, { prior: { region: 'us-west-2' } });
    expect(calls[0]?.given[0]).toEqual({ ...REF, region: 'us-west-2' });
  });

  it('takes tags off before it sets others, and leaves those of others alone', async () => {
    const shown = { ...LIVE, tags: { site: 'Leeds', floor: '2', 'their:owner': 'x' } };
    const prior = { tags: { site: 'Leeds', floor: '2' }, tags_all: { site: 'Leeds', floor: '2' } };
    const settings = { ...SETTINGS, ignoreTags: { keys: [], keyPrefixes: ['their:'] } };
    const { state, calls } = await update({ tags: { site: 'York' } }, { prior, shown }, settings);
    expect(calls).toEqual([
      { method: 'untag', given: [QUICK_CONNECT_ARN, ['floor'], undefined] },
      { method: 'tag', given: [QUICK_CONNECT_ARN, { site: 'York' }, undefined] },
    ]);
    expect(state).toMatchObject({ tags: { site: 'York' }, tags_all: { site: 'York' } });
  });

  it('leaves tags that somebody set after the plan, and warns of them', async () => {
    const shown = { ...LIVE, tags: { site: 'Leeds', floor: '2' } };
    const { connect, diagnostics } = await update({ tags: { site: 'York' } }, { shown });
    expect(connect.given('untag').flatMap(([, keys]) => keys)).toEqual([]);
    expect(connect.given('tag')).toEqual([[QUICK_CONNECT_ARN, { site: 'York' }, undefined]]);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', path: ['tags'], detail: expect.stringContaining('The tags "floor" now differ') },
    ]);
  });

  it('sets no tags where taking others off was refused', async () => {
    const { state, calls, diagnostics } = await update({ tags: { floor: '2' } }, { tagging: { untag: refuses('denied') } });
    expect(calls.map(({ method }) => method)).toEqual(['untag']);
    expect([state?.tags, diagnostics?.[0]?.path]).toEqual([{ site: 'Leeds' }, ['tags']]);
  });

  it('offers it in queues that come and takes it out of those that leave, however their ids are spelled', async () => {
    const { state, calls } = await update(
      { queue_ids: [`${QUEUE_ARN}${SUPPORT_ID}`] },
      { prior: { queue_ids: [SALES_ID, SUPPORT_ID] }, queues: { removeQuickConnects: refuses('not-found') } },
    );
    expect(calls).toEqual([{ method: 'removeQuickConnects', given: [INSTANCE_ID, SALES_ID, [QUICK_CONNECT_ID], undefined] }]);
    expect(state?.queue_ids).toEqual([`${QUEUE_ARN}${SUPPORT_ID}`]);
  });

  it('leaves the queues to others once none are declared any more', async () => {
    const { state, calls } = await update({ queue_ids: null }, { prior: { queue_ids: [SALES_ID] } });
    expect([state?.queue_ids, calls]).toEqual([null, []]);
  });
});

describe('an update of a quick connect that fails half-way', () => {
  const changed = { name: 'Ring Ada', queue_ids: [SALES_ID], tags: null };
  const denied: Partial<Failure> = { operation: 'Some' };

  it.each<[string, string, Answers, Partial<QuickConnectState>, Partial<QuickConnectState>]>([
    ['the target', 'user_config', { quickConnects: { retarget: refuses('denied', denied) } }, {}, {}],
    ['name and description', 'name', { quickConnects: { rename: refuses('denied', denied) } }, {}, {}],
    [`the offer in the queue ${SALES_ID}`, 'queue_ids', { queues: { addQuickConnect: refuses('denied') } }, {}, { name: 'Ring Ada' }],
    [
      `the offer in the queue ${SUPPORT_ID}`,
      'queue_ids',
      { queues: { removeQuickConnects: refuses('denied') } },
      { queue_ids: [SUPPORT_ID] },
      { name: 'Ring Ada', queue_ids: [SUPPORT_ID, SALES_ID] },
    ],
    ['the tags', 'tags', { tagging: { untag: refuses('denied') } }, {}, { name: 'Ring Ada', queue_ids: [SALES_ID] }],
  ])('says that %s could not be updated, and keeps what was done', async (what, attribute, refusing, prior, done) => {
    const shown = attribute === 'user_config' ? { ...LIVE, target: { type: 'PHONE_NUMBER', phoneNumber: '+1' } as const } : LIVE;
    const { state, diagnostics } = await update(changed, { prior, shown, ...refusing });
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        path: [attribute],
        summary: `Updating ${what} of the quick connect "Call Ada" (${QUICK_CONNECT_ID}) failed: access denied`,
      },
    ]);
    const target = attribute === 'user_config' ? { user_config: [], phone_config: [{ phone_number: '+1' }] } : {};
    expect(state).toEqual({ ...PRIOR, ...prior, ...target, ...done });
  });

  it.each<[Partial<QuickConnectState>, string]>([
    [toQueue, 'queue_config'],
    [phone, 'phone_config'],
  ])('points at the block of the target: %j', async (declared, path) => {
    const { diagnostics } = await update(declared, { quickConnects: { retarget: refuses('invalid') } });
    expect(diagnostics).toMatchObject([{ path: [path] }]);
  });

  it('has the target in the state that was changed before the name was refused', async () => {
    const { state } = await update({ ...toQueue, name: 'Ring Ada' }, { quickConnects: { rename: refuses('denied') } });
    expect(state).toEqual({ ...PRIOR, ...toQueue });
  });

  it('keeps the state where the quick connect cannot be read', async () => {
    const { state, diagnostics, calls } = await update(changed, { quickConnects: { find: refuses('denied') } });
    expect([state, calls]).toEqual([PRIOR, []]);
    expect(diagnostics).toMatchObject([{ summary: `Reading the quick connect ${QUICK_CONNECT_ID} failed: access denied` }]);
  });
});

describe('an update of a quick connect that is gone', () => {
  it('says so, and keeps the state: it still has its user', async () => {
    const { state, diagnostics, calls } = await update({ name: 'Ring Ada' }, { shown: undefined });
    expect([state, calls]).toEqual([PRIOR, []]);
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        summary: 'The quick connect is gone',
        detail: `The quick connect ${QUICK_CONNECT_ID} was deleted outside Terraform since the plan. Run "terraform plan" again: the new plan creates the quick connect.`,
      },
    ]);
  });

  it('makes it again where it leaves its user, who took it along', async () => {
    const { state, diagnostics, calls } = await update(toQueue, { shown: undefined });
    expect(diagnostics).toEqual([]);
    expect(calls.map(({ method }) => method)).toEqual(['create']);
    expect(state).toMatchObject({ quick_connect_id: 'made', id: `${INSTANCE_ID}:made`, arn: 'arn:made' });
  });

  it('does not speak of a taint where its queue refuses the one that was made again: Terraform taints no update', async () => {
    const queues = { addQuickConnect: refuses('denied', { region: REGION }) };
    const { state, diagnostics } = await update({ ...toQueue, queue_ids: [SALES_ID] }, { shown: undefined, queues });
    expect(state).toMatchObject({ quick_connect_id: 'made', queue_ids: [] });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics?.[0]?.detail).not.toContain('taint');
  });
});
