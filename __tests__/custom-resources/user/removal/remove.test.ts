import { idIn } from '../../../../connect/shapes/ids';
import { succeeded } from '../../../../connect/failure';
import type { Instance, QuickConnectSettings, TrafficDistributionGroup } from '../../../../connect/gateway';
import type { PrivateData } from '../../../../custom-resources/contract/value';
import { goneLeaving, isGone, perhapsLeaving } from '../../../../custom-resources/user/private-data';
import { removeUser } from '../../../../custom-resources/user/removal/remove';
import type { UserState } from '../../../../custom-resources/user/schema';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../../support/custom-resources/connect';
import { testContext } from '../../../support/custom-resources/context';
import { GROUP, MEMBERSHIP, OTHER_GROUP } from '../../../support/custom-resources/groups';
import { INSTANCE_ARN, INSTANCE_ID, REGION, USER_ID } from '../../../support/custom-resources/ids';
import { AGENT } from '../../../support/custom-resources/users';

const quickConnect = (id: string): QuickConnectSettings => ({
  id: idIn(id),
  arn: `arn-of-${id}`,
  name: `Call ${id}`,
  type: 'USER',
  userId: USER_ID,
  tags: {},
});
const ONE = quickConnect('one');
const TWO = quickConnect('two');
const USER = { instanceId: INSTANCE_ID, userId: USER_ID };

async function remove(scripted: Answers, state: Partial<UserState> = {}, known: PrivateData = {}) {
  const connect = fakeConnect(scripted);
  const context = testContext(connect);
  const result = await context.clock.run(
    removeUser({ connect, context, deadline: context.clock.now() + 60_000 }, { ...AGENT, ...state }, known),
  );
  return { connect, context, result };
}

const ENTANGLED: Answers = {
  groups: {
    list: found([GROUP, OTHER_GROUP]),
    hasUser: answers(succeeded(true), succeeded(false)),
  },
  quickConnects: { listForUser: found([ONE, TWO]) },
};

it('notes the quick connects, ends the memberships, deletes the user, then deletes the quick connects', async () => {
  const { connect, result } = await remove(ENTANGLED);
  expect(connect.called).toEqual(['listForUser', 'find', 'list', 'hasUser', 'hasUser', 'disassociateUser', 'delete', 'delete', 'delete']);
  expect(connect.given('disassociateUser')).toEqual([[MEMBERSHIP]]);
  expect(connect.given('delete')).toEqual([[USER], [INSTANCE_ID, 'one', undefined], [INSTANCE_ID, 'two', undefined]]);
  expect(result).toEqual({});
});

it('leaves quick connects alone where the program retains them', async () => {
  const { connect, result } = await remove(ENTANGLED, { quick_connects_on_delete: 'retain' });
  expect(connect.called).not.toContain('listForUser');
  expect(connect.given('delete')).toEqual([[USER]]);
  expect(result).toEqual({});
});

it('calls in the Region that the ARN of the instance names', async () => {
  const { connect } = await remove(ENTANGLED, { instance_id: INSTANCE_ARN });
  expect(connect.given('delete')).toEqual([[{ ...USER, region: REGION }], [INSTANCE_ID, 'one', REGION], [INSTANCE_ID, 'two', REGION]]);
  expect(connect.given('list')).toEqual([[INSTANCE_ID, REGION, { recent: true }]]);
});

it('takes everything that is gone already for done', async () => {
  const gone = refuses('not-found');
  const { result } = await remove({
    users: { delete: gone },
    groups: { list: found([GROUP]), hasUser: gone },
    quickConnects: { listForUser: found([ONE]), delete: gone },
  });
  expect(result).toEqual({});
  expect((await remove({ users: { delete: gone }, groups: { list: gone } })).result).toEqual({});
});

describe('when it is cut off after DeleteUser', () => {
  it('keeps what is left in the state, as gone, and says which quick connect is in the way', async () => {
    const { result } = await remove({
      ...ENTANGLED,
      quickConnects: { listForUser: found([ONE, TWO]), delete: answers(succeeded(undefined), refusal('in-use')) },
    });
    expect(result).toMatchObject({ state: AGENT, private: goneLeaving([TWO]) });
    expect(result.diagnostics).toMatchObject([{ severity: 'error', summary: expect.stringContaining('"Call two" (two)') }]);
  });

  it('finishes the next time, even if Connect no longer tells whom the quick connect was for', async () => {
    const { connect, result } = await remove(
      { users: { delete: refuses('not-found') }, quickConnects: { listForUser: found([TWO]) } },
      {},
      goneLeaving([TWO]),
    );
    expect(connect.given('listForUser')).toEqual([[USER, ['two']]]);
    expect(connect.given('delete')).toEqual([[USER], [INSTANCE_ID, 'two', undefined]]);
    expect(result).toEqual({});
  });
});

it('notes the quick connects, without taking the user for gone, when the answer to DeleteUser was lost', async () => {
  const { result } = await remove({ ...ENTANGLED, users: { delete: refuses('unavailable', { ambiguous: true }) } });
  expect(result).toMatchObject({ private: perhapsLeaving([ONE, TWO]), diagnostics: [{ severity: 'error' }] });
  expect(isGone(result.private ?? {})).toBe(false);
  expect((await remove({ ...ENTANGLED, users: { delete: refuses('denied') } })).result.private).toBeUndefined();
});

it('has queues stop offering a quick connect that they keep from being deleted', async () => {
  const { connect, result } = await remove({
    quickConnects: { listForUser: found([ONE]), delete: answers(refusal('in-use'), succeeded(undefined)) },
    queues: { offering: found([{ id: idIn('queue-1'), name: 'Sales', quickConnectIds: [ONE.id] }]) },
  });
  expect(connect.called).toEqual(['listForUser', 'find', 'list', 'delete', 'delete', 'offering', 'removeQuickConnects', 'delete']);
  expect(connect.given('removeQuickConnects')).toEqual([[INSTANCE_ID, 'queue-1', ['one'], undefined]]);
  expect(result).toEqual({});
});

it('keeps in the state what a queue still offers, when the look for such queues finds something missing', async () => {
  const { result } = await remove({
    quickConnects: { listForUser: found([ONE]), delete: refuses('in-use') },
    queues: { offering: refuses('not-found') },
  });
  expect(isGone(result.private ?? {})).toBe(true);
  expect(result.diagnostics).toMatchObject([
    { severity: 'error', summary: expect.stringContaining('Deleting the quick connect "Call one"') },
  ]);
});

it.each(['in-use', 'conflict', 'invalid'] as const)(
  'deletes the quick connects first where DeleteUser is refused as %s while they are there',
  async (kind) => {
    const { connect, result } = await remove({ ...ENTANGLED, users: { delete: answers(refusal(kind), succeeded(undefined)) } });
    expect(connect.given('delete')).toEqual([[USER], [INSTANCE_ID, 'one', undefined], [INSTANCE_ID, 'two', undefined], [USER]]);
    expect(result).toEqual({});
  },
);

it('ends memberships in groups that only another Region of the instance shows', async () => {
  const replica = 'us-west-2';
  const regions = ['us-east-1', replica];
  const { connect, result } = await remove({
    instances: { find: found({ id: INSTANCE_ID, arn: INSTANCE_ARN, identityManagement: 'SAML' as const, regions }) },
    groups: { list: (_instance, region) => Promise.resolve(succeeded(region === replica ? [GROUP] : [])), hasUser: found(true) },
  });
  expect(connect.given('list')).toEqual([
    [INSTANCE_ID, REGION, { recent: true }],
    [INSTANCE_ID, replica, { recent: true }],
  ]);
  expect(connect.given('disassociateUser')).toEqual([[MEMBERSHIP]]);
  expect(result).toEqual({});
});

it('leaves out another Region where the caller may not look', async () => {
  const { result } = await remove({
    instances: {
      find: found({ id: INSTANCE_ID, arn: INSTANCE_ARN, identityManagement: 'SAML' as const, regions: [REGION, 'eu-central-1'] }),
    },
    groups: { list: (_instance, region) => Promise.resolve(region === REGION ? succeeded([]) : refusal('denied')) },
  });
  expect(result).toEqual({});
});

describe('fails and leaves the user as it is when', () => {
  it.each<[string, Answers, string]>([
    [
      'quick connects cannot be looked for',
      { quickConnects: { listForUser: refuses('denied') } },
      'Looking for the quick connects of the user "jdoe"',
    ],
    ['groups cannot be listed', { groups: { list: refuses('denied') } }, 'Looking for the memberships of the user "jdoe"'],
    [
      'the members of a group cannot be listed',
      { groups: { list: found([GROUP]), hasUser: refuses('throttled') } },
      'Looking for the memberships of the user "jdoe"',
    ],
    [
      'a membership cannot be ended',
      { groups: { list: found([GROUP]), hasUser: found(true), disassociateUser: refuses('denied') } },
      `Disassociating user ${USER_ID}`,
    ],
  ])('%s', async (_what, scripted, summary) => {
    const { connect, result } = await remove(scripted);
    expect(connect.called).not.toContain('delete');
    expect(result.diagnostics).toMatchObject([{ severity: 'error', summary: expect.stringContaining(summary) }]);
    expect(result.state).toBeUndefined();
  });
});

it('has one time for all that it waits for', async () => {
  const updating = { ...GROUP, status: 'UPDATE_IN_PROGRESS' };
  const begun = testContext(fakeConnect()).clock.now();
  let ended = 0;
  const { context, result } = await remove({
    groups: {
      list: found([GROUP, OTHER_GROUP]),
      hasUser: found(true),
      find: found<TrafficDistributionGroup | undefined>(updating),
      disassociateUser: ({ groupId }) => {
        if (groupId !== GROUP.id) return Promise.resolve(refusal('not-found'));
        ended += 1;
        return Promise.resolve(ended < 6 ? refusal('not-found') : succeeded(undefined));
      },
    },
  });
  expect(result.diagnostics).toMatchObject([{ summary: 'The traffic distribution group is UPDATE_IN_PROGRESS' }]);
  expect([ended, context.clock.now() - begun <= 60_000]).toEqual([6, true]);
});

it('fails and leaves the quick connects when the user cannot be deleted', async () => {
  const { connect, result } = await remove({ ...ENTANGLED, users: { delete: refuses('denied') } });
  expect(connect.given('delete')).toEqual([[USER]]);
  expect(result.diagnostics).toMatchObject([{ summary: expect.stringContaining('Deleting the user "jdoe"') }]);
});

it('does not take one "not found" for there being no quick connects', async () => {
  const { connect } = await remove({
    quickConnects: { listForUser: answers<readonly QuickConnectSettings[]>(refusal('not-found'), succeeded([ONE])) },
  });
  expect(connect.given('delete')).toEqual([[USER], [INSTANCE_ID, 'one', undefined]]);
  const denied = await remove({
    quickConnects: { listForUser: refuses('not-found') },
    instances: {
      find: found<Instance | undefined>({ id: INSTANCE_ID, arn: INSTANCE_ARN, identityManagement: 'CONNECT_MANAGED', regions: [REGION] }),
    },
  });
  expect(denied.connect.given('delete')).toEqual([]);
  expect(denied.result.diagnostics).toMatchObject([{ severity: 'error' }]);
});

it('deletes nobody while it cannot be known in which Regions there may be memberships', async () => {
  const { connect, result } = await remove({ instances: { find: refuses('throttled') } });
  expect(connect.given('delete')).toEqual([]);
  expect(result.diagnostics).toMatchObject([{ severity: 'error' }]);
});
