import type { QuickConnectSettings } from '../../../connect/gateway';
import { idIn } from '../../../connect/shapes/ids';
import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { takenOver } from '../../../custom-resources/creating/taken-over';
import { theUser } from '../../../custom-resources/identity/things';
import { identify } from '../../../custom-resources/quick-connect/identify';
import { quickConnect } from '../../../custom-resources/quick-connect/resource';
import type { QuickConnectState } from '../../../custom-resources/quick-connect/schema';
import { references, validate } from '../../../custom-resources/quick-connect/validate';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { SETTINGS, testContext, type TestContext } from '../../support/custom-resources/context';
import { INSTANCE_ARN, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';
import {
  DECLARED_QUICK_CONNECT as DECLARED,
  FLOW_ID,
  LIVE_QUICK_CONNECT as LIVE,
  MADE_QUICK_CONNECT as MADE,
  QUICK_CONNECT_ID,
  SALES_ID,
  SUPPORT_ID,
} from '../../support/custom-resources/quick-connects';

type Planned = PlannedState<QuickConnectState>;

const NEW: Planned = { ...MADE, id: UNKNOWN, quick_connect_id: UNKNOWN, arn: UNKNOWN };
const OTHER_ACCOUNT = `arn:aws:connect:${REGION}:999999999999:instance/${INSTANCE_ID}`;

interface Case extends Answers {
  readonly prior?: QuickConnectState;
  readonly replaced?: QuickConnectState;
  readonly replacing?: boolean;
  readonly replanned?: boolean;
  readonly settings?: typeof SETTINGS;
  readonly prepare?: (context: TestContext) => void;
}

async function check(planned: Planned, { settings = SETTINGS, prepare = () => undefined, replaced, ...all }: Case = {}) {
  const { prior, replacing, replanned, ...answering } = all;
  const connect = fakeConnect({
    ...answering,
    users: { exists: found(true), ...answering.users },
    catalogue: { queues: found(new Map([[SALES_ID, { id: SALES_ID }]])) },
  });
  const context = testContext(connect, { settings });
  prepare(context);
  const request = { prior, planned, replacing, replanned, replaced: replaced && { state: replaced, private: {} }, private: {} };
  const problems = await context.clock.run(
    quickConnect.check?.(request as never, context) ?? Promise.reject(new Error('It checks nothing.')),
  );
  return { problems, connect };
}

const holder = (shown: QuickConnectSettings = LIVE) => ({ quickConnects: { holderOf: found(shown) } });

const TO_NEW_USER: Partial<Planned> = { user_config: [{ user_id: UNKNOWN, contact_flow_id: FLOW_ID }] };
const taking = ({ ledger }: TestContext) => void takenOver(ledger).add(theUser(USER_ID));

describe('the plan of a new quick connect', () => {
  it('is free of problems where its name is free, and its user and its queues are there', async () => {
    const { problems, connect } = await check({ ...NEW, queue_ids: [SALES_ID] });
    expect([problems, connect.given('holderOf')]).toEqual([[], [[INSTANCE_ID, 'Call Ada', REGION]]]);
    expect(connect.given('exists')).toEqual([[{ instanceId: INSTANCE_ID, userId: USER_ID, region: REGION }]]);
  });

  it('looks in the Region that is declared, before that of the ARN of the instance', async () => {
    const { connect } = await check({ ...NEW, instance_id: INSTANCE_ARN.replace(REGION, 'eu-west-2'), region: 'us-west-2' });
    expect(connect.given('holderOf')).toEqual([[INSTANCE_ID, 'Call Ada', 'us-west-2']]);
    const inArn = await check({ ...NEW, instance_id: INSTANCE_ARN.replace(REGION, 'eu-west-2') });
    expect(inArn.connect.given('holderOf')).toEqual([[INSTANCE_ID, 'Call Ada', 'eu-west-2']]);
  });

  it('says that apply takes over what is exactly as declared', async () => {
    expect((await check(NEW, holder())).problems).toEqual([
      {
        severity: 'warning',
        path: ['name'],
        summary: 'A quick connect exists already',
        detail: `The quick connect "Call Ada" (${QUICK_CONNECT_ID}) is exactly what is declared here, as an interrupted apply leaves it: apply takes it into the state and creates nothing. If another stack has it in its state, run "terraform state rm" there before its next apply: that stack deletes what it no longer declares. If it belongs to somebody else, declare another name.`,
      },
    ]);
  });

  it.each<[string, Partial<Planned>, Case, string]>([
    ['differs', { description: 'By day' }, {}, '(description)'],
    ['equals it, where nothing is taken over', {}, { settings: { ...SETTINGS, adoptExisting: 'never' } }, 'of this name, 8888'],
    ['may differ, in what is known only at apply', { description: UNKNOWN }, {}, 'of this name, 8888'],
    ['may differ, in where it leads', { user_config: UNKNOWN }, {}, 'of this name, 8888'],
    ['leads to a user whom apply does not take over', TO_NEW_USER, {}, 'of this name, 8888'],
    ['leads to nobody any more', TO_NEW_USER, { ...holder({ ...LIVE, userId: undefined }), prepare: taking }, 'of this name, 8888'],
    ['leads to one taken over, and differs', { ...TO_NEW_USER, description: 'By day' }, { prepare: taking }, '(description)'],
  ])('is refused where what has its name %s', async (_, planned, more, detail) => {
    const { problems } = await check({ ...NEW, ...planned }, { ...holder(), ...more });
    expect(problems).toMatchObject([{ severity: 'error', path: ['name'], detail: expect.stringContaining(detail) }]);
  });

  it('takes over, with its user, what an apply that was cut off left of both', async () => {
    const { problems } = await check({ ...NEW, ...TO_NEW_USER }, { ...holder(), prepare: taking });
    expect(problems).toMatchObject([{ severity: 'warning', summary: 'A quick connect exists already' }]);
  });

  it('asks for no name that is known only at apply', async () => {
    const { problems, connect } = await check({ ...NEW, name: UNKNOWN }, holder());
    expect([problems, connect.given('holderOf')]).toEqual([[], []]);
  });

  it.each<[string, Partial<Planned>, Case]>([
    ['has the name of what it replaces', {}, { replaced: MADE }],
    ['is planned again at apply', {}, { replanned: true }],
  ])('does not ask for the name where it %s', async (_, planned, more) => {
    const { connect } = await check({ ...NEW, ...planned }, more);
    expect(connect.given('holderOf')).toEqual([]);
  });

  it('asks for nothing where its instance is known only at apply, or it is replaced later', async () => {
    for (const [planned, more] of [
      [{ ...NEW, instance_id: UNKNOWN }, {}],
      [NEW, { replacing: true }],
    ] as const) {
      const { problems, connect } = await check(planned, more);
      expect([problems, connect.calls]).toEqual([[], []]);
    }
  });

  it('ends with the instance where there is none', async () => {
    const { problems, connect } = await check(NEW, { instances: { find: found(undefined) } });
    expect(problems).toMatchObject([{ severity: 'error', summary: `No instance ${INSTANCE_ID}`, path: ['instance_id'] }]);
    expect(connect.called).toEqual(['find']);
  });

  it.each<[string, Partial<Planned>, readonly (string | number)[]]>([
    ['its instance', { instance_id: OTHER_ACCOUNT }, ['instance_id']],
    [
      'its user',
      { user_config: [{ user_id: `${OTHER_ACCOUNT}/agent/${USER_ID}`, contact_flow_id: FLOW_ID }] },
      ['user_config', 0, 'user_id'],
    ],
    ['a queue', { queue_ids: [`${OTHER_ACCOUNT}/queue/${SALES_ID}`] }, ['queue_ids']],
  ])('is refused where the ARN of %s names another account', async (_, planned, path) => {
    const { problems } = await check({ ...NEW, ...planned });
    expect(problems).toMatchObject([{ severity: 'error', summary: 'An ARN of another account', path }]);
  });

  it('is refused where its user is not there', async () => {
    const { problems } = await check(NEW, { users: { exists: found(false) } });
    expect(problems).toMatchObject([{ severity: 'error', summary: `No user ${USER_ID}`, path: ['user_config', 0, 'user_id'] }]);
  });

  it('does not ask for a user whom this plan makes, or who is known only at apply', async () => {
    const made = await check(NEW, { prepare: ({ ledger }) => ledger.made(theUser(USER_ID)), users: { exists: found(false) } });
    expect(made.problems).toEqual([]);
    for (const user_config of [UNKNOWN, [UNKNOWN], [{ user_id: UNKNOWN, contact_flow_id: FLOW_ID }]] as Planned['user_config'][])
      expect((await check({ ...NEW, user_config })).connect.given('exists')).toEqual([]);
  });

  it.each<[string, Partial<Planned>, readonly (string | number)[]]>([
    ['that is to offer it', { queue_ids: [SALES_ID, SUPPORT_ID] }, ['queue_ids']],
    [
      'that it is to lead to',
      { user_config: [], queue_config: [{ queue_id: SUPPORT_ID, contact_flow_id: FLOW_ID }] },
      ['queue_config', 0, 'queue_id'],
    ],
  ])('is refused where a queue is not there %s', async (_, planned, path) => {
    const { problems, connect } = await check({ ...NEW, ...planned });
    expect(problems).toMatchObject([{ severity: 'error', summary: `No queue ${SUPPORT_ID}`, path }]);
    expect(connect.given('queues')).toEqual([
      [INSTANCE_ID, REGION],
      [INSTANCE_ID, REGION, { fresh: true }],
    ]);
  });

  it('asks for no queue where none is declared, or which it is is known only at apply', async () => {
    for (const queue_ids of [null, [], UNKNOWN, [UNKNOWN]] as Planned['queue_ids'][])
      expect((await check({ ...NEW, queue_ids })).connect.given('queues')).toEqual([]);
  });

  it('goes on with a warning where it may not look', async () => {
    const { problems } = await check(NEW, { users: { exists: refuses('denied') }, quickConnects: { holderOf: refuses('denied') } });
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

describe('the plan of a change of a quick connect', () => {
  it('asks for nothing that stays', async () => {
    const { problems, connect } = await check({ ...MADE, description: 'By day' }, { prior: MADE });
    expect([problems, connect.calls]).toEqual([[], []]);
  });

  it('does not ask again about ARNs that the state has', async () => {
    const prior = { ...MADE, instance_id: INSTANCE_ARN, user_config: [{ user_id: USER_ARN, contact_flow_id: FLOW_ID }] };
    expect((await check({ ...prior, description: 'By day' }, { prior })).connect.calls).toEqual([]);
    const moved = { ...prior, queue_ids: [`${OTHER_ACCOUNT}/queue/${SALES_ID}`] };
    expect((await check(moved, { prior })).problems).toMatchObject([{ path: ['queue_ids'] }]);
  });

  it('is refused where it is to get a name that is taken, even by what is the same', async () => {
    const { problems } = await check({ ...MADE, name: 'Ring Ada' }, { prior: MADE, ...holder({ ...LIVE, name: 'Ring Ada' }) });
    expect(problems).toMatchObject([{ severity: 'error', summary: 'The quick connect name "Ring Ada" is taken' }]);
    expect(problems[0]?.detail).toContain('The state already has this resource, with another quick connect');
    expect(problems[0]?.detail).toMatch(/If another resource of this configuration has that quick connect already, do not import it/);
  });

  it('says nothing of its own where another resource of the plan has the name or gives it up: the ledger tells that', async () => {
    const other = { ...MADE, name: 'Ring Ada', quick_connect_id: SALES_ID, id: `${INSTANCE_ID}:${SALES_ID}` };
    const prepare = ({ ledger }: TestContext) =>
      void ledger.plan(quickConnect as never, { prior: other, planned: { ...other, name: 'Ring Bob' }, private: {} });
    const held = holder({ ...LIVE, id: idIn(SALES_ID), name: 'Ring Ada' });
    const { problems } = await check({ ...MADE, name: 'Ring Ada' }, { prior: MADE, ...held, prepare });
    expect(problems).toEqual([]);
  });

  it('advises no import where the name is that of another resource in the state, which the plan does not keep', async () => {
    const other = { ...MADE, name: 'Ring Ada', quick_connect_id: SALES_ID, id: `${INSTANCE_ID}:${SALES_ID}` };
    const prepare = ({ ledger }: TestContext) => ledger.note(quickConnect as never, { state: other, private: {} });
    const held = holder({ ...LIVE, id: idIn(SALES_ID), name: 'Ring Ada' });
    const { problems } = await check({ ...MADE, name: 'Ring Ada' }, { prior: MADE, ...held, prepare });
    expect(problems).toMatchObject([{ severity: 'error', detail: expect.stringContaining('First rename that quick connect') }]);
    expect(problems[0]?.detail).not.toContain('import');
  });

  it('asks for another queue, and not for one that offers it already', async () => {
    const prior = { ...MADE, queue_ids: [SALES_ID] };
    expect((await check({ ...prior, description: 'By day' }, { prior })).connect.calls).toEqual([]);
    const { problems } = await check({ ...prior, queue_ids: [SALES_ID, SUPPORT_ID] }, { prior });
    expect(problems).toMatchObject([{ summary: `No queue ${SUPPORT_ID}` }]);
  });

  it('asks for another user', async () => {
    const planned = { ...MADE, user_config: [{ user_id: SALES_ID, contact_flow_id: FLOW_ID }] };
    const { problems } = await check(planned, { prior: MADE, users: { exists: found(false) } });
    expect(problems).toMatchObject([{ summary: `No user ${SALES_ID}` }]);
  });
});

describe('a declared quick connect', () => {
  const problems = (declared: Partial<Planned>) => validate({ ...DECLARED, ...declared }).map(({ summary, path }) => [summary, path]);
  const elsewhere = INSTANCE_ARN.replace(INSTANCE_ID, SALES_ID);
  const queue = { queue_id: SALES_ID, contact_flow_id: FLOW_ID };

  it('leads to one place', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ user_config: [] })).toEqual([['A quick connect that leads nowhere', []]]);
    expect(problems({ queue_config: [queue] })).toEqual([['A quick connect that leads to several places', ['queue_config']]]);
    expect(problems({ phone_config: [{ phone_number: '+1' }] })).toEqual([
      ['A quick connect that leads to several places', ['phone_config']],
    ]);
  });

  it('may lead to what is known only at apply', () => {
    expect(problems({ user_config: UNKNOWN })).toEqual([]);
    expect(problems({ queue_config: UNKNOWN })).toEqual([]);
    expect(problems({ user_config: [UNKNOWN] })).toEqual([]);
    expect(problems({ user_config: [], queue_config: [UNKNOWN], queue_ids: UNKNOWN })).toEqual([]);
  });

  it('refers to its instance, user, flow and queues, as far as they are known', () => {
    const named = (declared: Partial<Planned>) => references({ ...DECLARED, ...declared }).map(({ path, text }) => [path.join('.'), text]);
    expect(named({ queue_ids: [SALES_ID] })).toEqual([
      ['user_config.0.user_id', USER_ID],
      ['user_config.0.contact_flow_id', FLOW_ID],
      ['queue_ids', SALES_ID],
    ]);
    expect(named({ user_config: [], queue_config: [queue] })).toEqual([
      ['queue_config.0.queue_id', SALES_ID],
      ['queue_config.0.contact_flow_id', FLOW_ID],
    ]);
    expect(named({ user_config: UNKNOWN, queue_config: UNKNOWN, queue_ids: UNKNOWN })).toEqual([]);
  });

  it.each<[string, Partial<Planned>, readonly (string | number)[]]>([
    ['agent', { user_config: [{ user_id: `${elsewhere}/agent/${USER_ID}`, contact_flow_id: FLOW_ID }] }, ['user_config', 0, 'user_id']],
    [
      'flow',
      { user_config: [{ user_id: USER_ID, contact_flow_id: `${elsewhere}/contact-flow/${FLOW_ID}` }] },
      ['user_config', 0, 'contact_flow_id'],
    ],
    [
      'queue',
      { user_config: [], queue_config: [{ ...queue, queue_id: `${elsewhere}/queue/${SALES_ID}` }] },
      ['queue_config', 0, 'queue_id'],
    ],
    [
      'flow to a queue',
      { user_config: [], queue_config: [{ ...queue, contact_flow_id: `${elsewhere}/contact-flow/${FLOW_ID}` }] },
      ['queue_config', 0, 'contact_flow_id'],
    ],
    ['queue that offers it', { queue_ids: [`${elsewhere}/queue/${SALES_ID}`] }, ['queue_ids']],
  ])('names no %s of another instance', (_, declared, path) => {
    expect(problems(declared)).toEqual([['An ARN of another instance', path]]);
    expect(problems({ ...declared, instance_id: UNKNOWN })).toEqual([]);
  });

  it('is known by its name in the instance, and by its id once it has one', () => {
    const name = { thing: `the quick connect name "Call Ada" of the instance ${INSTANCE_ID}`, path: ['name'] };
    const id = { thing: `the quick connect ${QUICK_CONNECT_ID} of the instance ${INSTANCE_ID}` };
    expect(identify(NEW)).toEqual([name]);
    expect(identify({ ...MADE, instance_id: INSTANCE_ARN })).toEqual([name, id]);
    expect(identify({ ...MADE, name: UNKNOWN })).toEqual([id]);
    expect(identify({ ...MADE, instance_id: UNKNOWN })).toEqual([]);
  });
});
