import type { Id, QuickConnectSettings } from '../../../connect/gateway';
import { succeeded } from '../../../connect/failure';
import type { PrivateData } from '../../../custom-resources/contract/value';
import { importState } from '../../../custom-resources/quick-connect/identify';
import { quickConnect } from '../../../custom-resources/quick-connect/resource';
import type { QuickConnectState } from '../../../custom-resources/quick-connect/schema';
import { type Answers, answers, failure, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { INSTANCE_ARN, INSTANCE_ID, USER_ARN } from '../../support/custom-resources/ids';
import {
  FLOW_ID,
  LIVE_QUICK_CONNECT as LIVE,
  MADE_QUICK_CONNECT as STATE,
  QUICK_CONNECT_ID,
  SALES_ID,
  SUPPORT_ID,
} from '../../support/custom-resources/quick-connects';

interface Case extends Answers {
  readonly shown?: QuickConnectSettings | 'unchanged' | undefined;
  readonly imported?: boolean;
  readonly known?: PrivateData;
}

async function observe(state: QuickConnectState, { shown, imported = false, known = {}, ...all }: Case = {}) {
  const connect = fakeConnect({ ...all, quickConnects: { observe: found(shown), ...all.quickConnects } });
  const context = testContext(connect);
  const end = await context.clock.run(quickConnect.observe({ state, private: known, imported }, context));
  return { ...end, connect };
}

const queue = (id: Id) => ({ id, name: id, quickConnectIds: [QUICK_CONNECT_ID] });

describe('a refresh of a quick connect', () => {
  it('leaves the state as it is where nothing changed, and asks for no queues that others manage', async () => {
    const { state, diagnostics, connect } = await observe(STATE, { shown: 'unchanged' });
    expect([state, diagnostics, connect.called]).toEqual([STATE, undefined, ['observe']]);
    expect((await observe(STATE, { shown: LIVE })).state).toBe(STATE);
  });

  it('warns that they are read one by one where a policy does not allow the search of all', async () => {
    const denied = failure('denied', { operation: 'SearchQuickConnects' });
    const { diagnostics } = await observe(STATE, { shown: LIVE, quickConnects: { observe: found(LIVE), deniedList: () => denied } });
    expect(diagnostics).toMatchObject([
      { severity: 'warning', summary: 'The quick connects are read one by one: SearchQuickConnects is denied' },
    ]);
  });

  it('says to a bulk read what counts as unchanged: all but the queues', async () => {
    const { connect } = await observe({ ...STATE, queue_ids: [SALES_ID] }, { shown: 'unchanged' });
    const [[ref, agrees] = []] = connect.given('observe') as [unknown, (shown: QuickConnectSettings) => boolean][];
    expect(ref).toEqual({ instanceId: INSTANCE_ID, quickConnectId: QUICK_CONNECT_ID });
    expect([agrees?.(LIVE), agrees?.({ ...LIVE, name: 'Ring Ada' })]).toEqual([true, false]);
  });

  it.each<[string, Partial<QuickConnectSettings>, Partial<QuickConnectState>]>([
    ['name', { name: 'Ring Ada' }, { name: 'Ring Ada' }],
    ['description', { description: undefined } as object, { description: null }],
    ['tags', { tags: { floor: '2' } }, { tags: { floor: '2' }, tags_all: { floor: '2' } }],
    [
      'target, to a queue',
      { target: { type: 'QUEUE', queueId: SALES_ID, contactFlowId: FLOW_ID } },
      { user_config: [], queue_config: [{ queue_id: SALES_ID, contact_flow_id: FLOW_ID }] },
    ],
    [
      'target, to a phone number',
      { target: { type: 'PHONE_NUMBER', phoneNumber: '+1' } },
      { user_config: [], phone_config: [{ phone_number: '+1' }] },
    ],
    ['target, which leads nowhere now', { target: undefined } as object, { user_config: [] }],
  ])('shows another %s', async (_, shown, changed) => {
    expect((await observe(STATE, { shown: { ...LIVE, ...shown } })).state).toEqual({ ...STATE, ...changed });
  });

  it('keeps how the configuration spells ids', async () => {
    const flow = `${INSTANCE_ARN}/contact-flow/${FLOW_ID}`;
    const toUser = { ...STATE, user_config: [{ user_id: USER_ARN, contact_flow_id: flow }] };
    expect((await observe(toUser, { shown: { ...LIVE, name: 'Ring Ada' } })).state).toEqual({ ...toUser, name: 'Ring Ada' });
    const config = { queue_id: `${INSTANCE_ARN}/queue/${SALES_ID}`, contact_flow_id: flow };
    const toQueue = { ...STATE, user_config: [], queue_config: [config] };
    const target = { type: 'QUEUE', queueId: SALES_ID, contactFlowId: FLOW_ID } as const;
    expect((await observe(toQueue, { shown: { ...LIVE, target, name: 'Ring Ada' } })).state).toEqual({ ...toQueue, name: 'Ring Ada' });
    const other = { ...target, queueId: SUPPORT_ID, contactFlowId: SALES_ID };
    expect((await observe(toQueue, { shown: { ...LIVE, target: other } })).state?.queue_config).toEqual([
      { queue_id: SUPPORT_ID, contact_flow_id: SALES_ID },
    ]);
  });

  it('shows which of the declared queues offer it, spelled as they are', async () => {
    const state = { ...STATE, queue_ids: [`${INSTANCE_ARN}/queue/${SALES_ID}`] };
    const offering = { queues: { offering: found([queue(SALES_ID), queue(SUPPORT_ID)]) } };
    const seen = { ...state, queue_ids: [...state.queue_ids, SUPPORT_ID] };
    const { state: unchanged, connect } = await observe(state, { shown: 'unchanged', ...offering });
    expect(unchanged).toEqual(seen);
    expect(connect.given('offering')).toEqual([[INSTANCE_ID, [QUICK_CONNECT_ID], undefined]]);
    expect((await observe(state, { shown: LIVE, ...offering })).state).toEqual(seen);
    expect((await observe(state, { shown: LIVE, queues: { offering: found([]) } })).state?.queue_ids).toEqual([]);
  });

  it('finds it gone where its instance is there, and not where that is missing', async () => {
    expect(await observe(STATE)).not.toHaveProperty('state');
    const { state, diagnostics } = await observe(STATE, { instances: { find: found(undefined) } });
    expect([state, diagnostics]).toMatchObject([STATE, [{ summary: `No instance ${INSTANCE_ID}` }]]);
  });

  it('waits for one that was made moments ago, and knows it from then on', async () => {
    const known = { created: testContext(fakeConnect()).clock.now() };
    const observing = answers<QuickConnectSettings | undefined>(succeeded(undefined), succeeded(LIVE));
    const end = await observe(STATE, { known, quickConnects: { observe: observing } });
    expect([end.state, end.private]).toEqual([STATE, {}]);
  });

  it.each<[string, Answers, Partial<QuickConnectState>]>([
    ['the quick connect', { quickConnects: { observe: refuses('denied') } }, {}],
    ['its queues', { queues: { offering: refuses('denied') } }, { queue_ids: [SALES_ID] }],
  ])('keeps the state and says so where %s cannot be read', async (_, all, more) => {
    const state = { ...STATE, ...more };
    const { state: seen, diagnostics } = await observe(state, { shown: LIVE, ...all });
    expect(seen).toEqual(state);
    expect(diagnostics).toMatchObject([{ summary: `Reading the quick connect ${QUICK_CONNECT_ID} failed: access denied` }]);
  });
});

describe('an import of a quick connect', () => {
  const { state: bare } = importState(`${INSTANCE_ID}:${QUICK_CONNECT_ID}`);
  if (!bare) throw new Error('the id was not taken');
  const read = (shown: QuickConnectSettings, queues: readonly Id[] = []) =>
    observe(bare, { imported: true, quickConnects: { find: found(shown) }, queues: { offering: found(queues.map(queue)) } });

  it('reads all of it, and leaves queues to others where none offers it', async () => {
    const { state, diagnostics, connect } = await read(LIVE);
    expect([state, diagnostics, connect.called]).toEqual([STATE, undefined, ['find', 'offering']]);
  });

  it('takes the queues over that offer it', async () => {
    expect((await read(LIVE, [SALES_ID])).state?.queue_ids).toEqual([SALES_ID]);
  });

  it('refuses one that leads to something that cannot be declared', async () => {
    const { diagnostics } = await read({ ...LIVE, target: undefined, type: 'FLOW' } as unknown as QuickConnectSettings);
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        summary: 'A quick connect of another type',
        detail: `The quick connect "Call Ada" (${QUICK_CONNECT_ID}) is of type FLOW and leads to no user, queue or phone number. This resource cannot declare it.`,
      },
    ]);
  });
});
