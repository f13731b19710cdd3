import { idIn } from '../../../../connect/shapes/ids';
import { succeeded } from '../../../../connect/failure';
import type { QuickConnectSettings, User } from '../../../../connect/gateway';
import { theUser } from '../../../../custom-resources/identity/things';
import { planUser } from '../../../../custom-resources/user/plan';
import { removeUser } from '../../../../custom-resources/user/removal/remove';
import type { UserState } from '../../../../custom-resources/user/schema';
import { alike, waitingFor } from '../../../../custom-resources/user/succession/successor';
import { takingOver } from '../../../../custom-resources/user/succession/take-over';
import { type Answers, fakeConnect, found, refuses } from '../../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../../support/custom-resources/context';
import { GROUP } from '../../../support/custom-resources/groups';
import { INSTANCE_ID, REGION, USER_ID } from '../../../support/custom-resources/ids';
import { AGENT, LIVE } from '../../../support/custom-resources/users';

const target = (userId: string) => ({ type: 'USER', userId: idIn(userId), contactFlowId: idIn('flow') }) as const;
const CALL: QuickConnectSettings = {
  id: idIn('call'),
  arn: 'arn-of-call',
  name: 'Call Jane',
  type: 'USER',
  userId: USER_ID,
  target: target(USER_ID),
  tags: { site: 'Leeds' },
};
const PROMISE = {
  'cdktf-amazon-connect:handed-on': 'yes',
  'cdktf-amazon-connect:predecessor': USER_ID,
  'cdktf-amazon-connect:successor': 'jane',
  'cdktf-amazon-connect:contact-flow': 'flow',
};
const PROMISED: QuickConnectSettings = { ...CALL, tags: { ...CALL.tags, ...PROMISE } };
const UNTAGGED = ['arn-of-call', Object.keys(PROMISE), undefined];
const TO_JANE = { handedOn: { successor: 'jane', instanceId: INSTANCE_ID } };

async function remove(scripted: Answers, succession: Parameters<typeof removeUser>[3], made: readonly UserState[] = [], leaver = AGENT) {
  const connect = fakeConnect({ ...scripted, quickConnects: { listForUser: found([CALL]), ...scripted.quickConnects } });
  const context = testContext(connect);
  for (const state of made) alike(context.ledger, state).add(idIn(state.user_id ?? ''));
  const result = await context.clock.run(removeUser({ connect, context, deadline: context.clock.now() + 60_000 }, leaver, {}, succession));
  return { connect, context, result };
}

describe('a user that is deleted for a successor', () => {
  it('leaves its quick connects where they are, promised to the name of the successor', async () => {
    const { connect, result } = await remove({}, TO_JANE);
    expect(connect.called.filter((method) => ['tag', 'delete'].includes(method))).toEqual(['tag', 'delete']);
    expect(connect.given('tag')).toEqual([['arn-of-call', PROMISE, undefined]]);
    expect(connect.given('delete')).toEqual([[{ instanceId: INSTANCE_ID, userId: USER_ID }]]);
    expect(result).toEqual({});
  });

  it('takes the promise back when it is not deleted after all, and says what helps where quick connects are in the way', async () => {
    const { connect, result } = await remove({ users: { delete: refuses('in-use') } }, TO_JANE);
    expect(connect.given('untag')).toEqual([UNTAGGED]);
    expect(result.diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining('create_before_destroy = true') }]);
  });

  it('does not blame its quick connects where the deletion is refused for another reason', async () => {
    const { result } = await remove({ users: { delete: refuses('denied') } }, TO_JANE);
    expect(result.diagnostics).toMatchObject([{ severity: 'error', detail: expect.not.stringContaining('create_before_destroy') }]);
  });

  it('has its memberships back when it is not deleted after all', async () => {
    const member = { list: found([GROUP]), hasUser: found(true) };
    const { connect } = await remove({ users: { delete: refuses('denied') }, groups: member }, TO_JANE);
    expect(connect.given('disassociateUser')).toMatchObject([[{ userId: USER_ID, groupId: GROUP.id }]]);
    expect(connect.given('associateUser')).toMatchObject([[{ userId: USER_ID, groupId: GROUP.id }]]);
  });

  it('keeps the promise where nobody knows whether it was deleted', async () => {
    const { connect } = await remove({ users: { delete: refuses('unavailable', { ambiguous: true }) } }, TO_JANE);
    expect(connect.called).not.toContain('untag');
  });

  it('is deleted where its quick connects cannot be tagged, and not where tagging fails otherwise', async () => {
    expect((await remove({ tagging: { tag: refuses('denied') } }, TO_JANE)).result).toEqual({});
    const { connect, result } = await remove({ tagging: { tag: refuses('unavailable') } }, TO_JANE);
    expect([connect.called.includes('delete'), result.diagnostics?.length]).toEqual([false, 1]);
  });

  it('takes its quick connects along where the successor is of another instance', async () => {
    const { connect } = await remove({}, { handedOn: { successor: 'jane', instanceId: 'another' } });
    expect(connect.given('delete')).toContainEqual([INSTANCE_ID, 'call', undefined]);
  });

  it('promises them to the name of this plan, whatever a run that was cut off promised', async () => {
    const again = { quickConnects: { listForUser: found([PROMISED]) } };
    expect((await remove(again, TO_JANE)).connect.called).not.toContain('tag');
    const { connect } = await remove(again, { handedOn: { successor: 'joan', instanceId: INSTANCE_ID } });
    expect(connect.given('tag')).toEqual([['arn-of-call', { ...PROMISE, 'cdktf-amazon-connect:successor': 'joan' }, undefined]]);
  });

  it('takes them along where no plan names a successor any more', async () => {
    const { connect } = await remove({ quickConnects: { listForUser: found([PROMISED]) } }, {});
    expect(connect.given('delete')).toEqual([[{ instanceId: INSTANCE_ID, userId: USER_ID }], [INSTANCE_ID, 'call', undefined]]);
  });
});

it('two accounts are alike whose directory user ids differ: Connect gives each its own', () => {
  const { ledger } = testContext(fakeConnect({}));
  const successor = { ...AGENT, name: 'jane', directory_user_id: null };
  alike(ledger, successor).add(idIn('new'));
  expect([...alike(ledger, { ...AGENT, directory_user_id: 'd-1' })]).toEqual(['new']);
});

describe('a user that create_before_destroy displaced', () => {
  const jane: UserState = { ...AGENT, name: 'jane', user_id: 'jane-id' };
  const DISPLACED = { displaced: true };

  it('hands what it has on to the one that this run made and that differs in nothing but the name', async () => {
    const { connect } = await remove({ groups: { list: found([GROUP]), hasUser: found(true) } }, DISPLACED, [jane]);
    expect(connect.given('retarget')).toMatchObject([[{ quickConnectId: 'call' }, target('jane-id')]]);
    expect(connect.given('associateUser')).toMatchObject([[{ userId: 'jane-id', groupId: GROUP.id }]]);
    expect(connect.given('delete')).toHaveLength(1);
  });

  it('that is not deleted is told so with what is true: its quick connects have gone on already, and the next apply deletes it', async () => {
    const { connect, result } = await remove({ users: { delete: refuses('in-use') } }, DISPLACED, [jane]);
    expect(connect.given('retarget')).toHaveLength(1);
    const [problem] = result.diagnostics ?? [];
    expect(problem).toMatchObject({
      severity: 'error',
      detail: expect.stringMatching(/already point at it: "Call Jane" \(call\)\. .* the next apply deletes it/),
    });
    expect(problem?.detail).not.toMatch(/were not changed|create_before_destroy/);
  });

  it('finds it among all users after a run that was cut off', async () => {
    const users = new Map([LIVE, { ...LIVE, id: idIn('jane-id'), username: 'jane' }].map((one) => [one.id, one] as const));
    const { connect } = await remove({ users: { search: found(users) } }, DISPLACED);
    expect(connect.given('retarget')).toMatchObject([[{ quickConnectId: 'call' }, target('jane-id')]]);
  });

  it('finds it so although it was imported with the directory user id that Connect gave to its own account', async () => {
    const made = { ...LIVE, id: idIn('jane-id'), username: 'jane', directoryUserId: 'd-2' };
    const users = new Map([{ ...LIVE, directoryUserId: 'd-1' }, made].map((one) => [one.id, one] as const));
    const { connect } = await remove({ users: { search: found(users) } }, DISPLACED, [], { ...AGENT, directory_user_id: 'd-1' });
    expect(connect.given('retarget')).toMatchObject([[{ quickConnectId: 'call' }, target('jane-id')]]);
  });

  it.each<[string, readonly UserState[]]>([
    ['there is none', []],
    ['there are two', [jane, { ...jane, name: 'janet', user_id: 'janet-id' }]],
    ['it differs in more', [{ ...jane, routing_profile_id: 'other' }]],
  ])('takes its quick connects along where %s', async (_why, made) => {
    const { connect } = await remove({}, DISPLACED, made);
    expect(connect.given('delete')).toContainEqual([INSTANCE_ID, 'call', undefined]);
  });
});

describe('a user that is made', () => {
  const desired: UserState = { ...AGENT, name: 'jane' };
  const made = { ...desired, user_id: 'jane-id' };
  async function make(scripted: Answers) {
    const connect = fakeConnect({
      ...scripted,
      quickConnects: { tagged: found([PROMISED]), find: found<QuickConnectSettings | undefined>(PROMISED), ...scripted.quickConnects },
    });
    const context = testContext(connect, { newUsers: ['jane-id'] });
    const result = await context.clock.run(
      takingOver({ connect, context, deadline: context.clock.now() + 60_000 }, desired, () => Promise.resolve({ state: made })),
    );
    return { connect, result };
  }

  it('has what was promised to its name and whose user is gone, and then no promise is left', async () => {
    const { connect, result } = await make({});
    expect(connect.given('retarget')).toEqual([[{ instanceId: INSTANCE_ID, quickConnectId: 'call' }, target('jane-id')]]);
    expect(connect.given('untag')).toEqual([UNTAGGED]);
    expect(result).toEqual({ state: made, diagnostics: [] });
  });

  it('looks at what is promised, and again at one that cannot be pointed at it: one that is deleted meanwhile is no error', async () => {
    let looks = 0;
    const find = () => Promise.resolve(succeeded<QuickConnectSettings | undefined>((looks += 1) === 1 ? PROMISED : undefined));
    const gone = await make({ quickConnects: { find, retarget: refuses('not-found') } });
    expect(gone.result.diagnostics).toEqual([]);
    const looked = gone.connect.given('find').filter(([ref]) => typeof ref === 'object' && ref !== null && 'quickConnectId' in ref);
    expect(looked).toEqual(looked.map(() => [{ instanceId: INSTANCE_ID, quickConnectId: 'call' }]));
    expect(looked.length).toBeGreaterThan(1);
    const there = await make({ quickConnects: { retarget: refuses('not-found') } });
    expect(there.result.diagnostics).toMatchObject([{ severity: 'error' }]);
  });

  it('waits until the service knows it', async () => {
    let tries = 0;
    const retarget = () => ((tries += 1) < 3 ? refuses('not-found')() : Promise.resolve(succeeded(undefined)));
    expect((await make({ quickConnects: { retarget } })).result.diagnostics).toEqual([]);
    expect(tries).toBe(3);
  });

  it('leaves alone what is promised to others', async () => {
    const other = { ...PROMISED, tags: { ...PROMISE, 'cdktf-amazon-connect:successor': 'joan' } };
    expect((await make({ quickConnects: { tagged: found([other]) } })).connect.called).toEqual(['tagged']);
  });

  it.each<[string, Answers]>([
    ['points at a user who stayed after all', { users: { find: found<User | undefined>(LIVE) } }],
    [
      'was pointed at somebody else since, even if that user is gone by now',
      { quickConnects: { find: found<QuickConnectSettings | undefined>({ ...PROMISED, userId: idIn('bob'), target: target('bob') }) } },
    ],
  ])('does not get what %s: that loses the tags', async (_why, answers) => {
    const { connect, result } = await make(answers);
    expect(connect.given('retarget')).toEqual([]);
    expect(connect.given('untag')).toEqual([UNTAGGED]);
    expect(result.diagnostics).toEqual([]);
  });

  it('loses the tags that stayed on what it had before', async () => {
    const its = { ...PROMISED, userId: idIn('jane-id'), target: target('jane-id') };
    const { connect } = await make({ quickConnects: { tagged: found([its]), find: found<QuickConnectSettings | undefined>(its) } });
    expect(connect.given('retarget')).toEqual([]);
    expect(connect.given('untag')).toEqual([UNTAGGED]);
  });

  it('does not get one whose flow nobody knows any more: that loses the tags', async () => {
    const tags = Object.fromEntries(Object.entries(PROMISE).filter(([key]) => !key.endsWith('contact-flow')));
    const lost = { ...PROMISED, tags, userId: undefined, target: undefined } as Partial<QuickConnectSettings> as QuickConnectSettings;
    const { connect } = await make({ quickConnects: { tagged: found([lost]), find: found<QuickConnectSettings | undefined>(lost) } });
    expect([connect.given('retarget'), connect.given('untag')]).toEqual([[], [UNTAGGED]]);
  });

  it('keeps the flow that Connect cleared with the user', async () => {
    const cleared = { ...PROMISED, userId: undefined, target: undefined } as Partial<QuickConnectSettings> as QuickConnectSettings;
    const { connect } = await make({ quickConnects: { find: found<QuickConnectSettings | undefined>(cleared) } });
    expect(connect.given('retarget')).toMatchObject([[{}, target('jane-id')]]);
  });

  it('is in the state with the error when a quick connect cannot be pointed at it, or nobody knows what is promised', async () => {
    const tainted = { state: made, diagnostics: [{ severity: 'error', detail: expect.stringContaining('tainted') }] };
    expect((await make({ quickConnects: { retarget: refuses('denied') } })).result).toMatchObject(tainted);
    expect((await make({ quickConnects: { tagged: refuses('unavailable') } })).result).toMatchObject(tainted);
    expect((await make({ quickConnects: { tagged: refuses('denied') } })).result).toEqual({ state: made, diagnostics: [] });
  });

  it('has what this process keeps for it, also where nobody knows what is promised besides', async () => {
    const connect = fakeConnect({
      quickConnects: { tagged: refuses('unavailable'), find: found<QuickConnectSettings | undefined>(CALL) },
    });
    const context = testContext(connect, { newUsers: ['jane-id'] });
    const waiting = waitingFor(context.ledger, 'jane', INSTANCE_ID);
    waiting.quickConnects.set(idIn('call'), 'flow');
    waiting.groups.set(GROUP.id, REGION);
    const create = () => Promise.resolve({ state: made });
    await context.clock.run(takingOver({ connect, context, deadline: context.clock.now() + 60_000 }, desired, create));
    expect(connect.given('retarget')).toEqual([[{ instanceId: INSTANCE_ID, quickConnectId: 'call' }, target('jane-id')]]);
    expect(connect.given('associateUser')).toMatchObject([[{ userId: 'jane-id', groupId: GROUP.id }]]);
  });

  it('that was there before stays as it was when it cannot be finished: it is adopted again, and not made anew', async () => {
    const connect = fakeConnect({ quickConnects: { tagged: found([PROMISED]), find: refuses('unavailable') } });
    const context = testContext(connect, {});
    const adopt = () => Promise.resolve({ state: made, adopted: true });
    const result = await context.clock.run(takingOver({ connect, context, deadline: context.clock.now() + 60_000 }, desired, adopt));
    expect(result).toEqual({
      diagnostics: [expect.objectContaining({ severity: 'error', detail: expect.stringContaining('is not in the state') })],
    });
    expect(context.ledger.wasMade(theUser('jane-id'))).toBe(false);
  });
});

it('is planned with the name of the account that comes, unless that is not known yet', () => {
  const planned = (name: string) =>
    planUser({ prior: AGENT, config: { ...AGENT, id: null, user_id: null, arn: null, name }, private: {}, settings: SETTINGS });
  expect(planned('jane').handOn).toEqual(TO_JANE.handedOn);
  expect(planned(AGENT.name).handOn).toBeUndefined();
});
