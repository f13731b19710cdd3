import { idIn } from '../../../connect/shapes/ids';
import { succeeded } from '../../../connect/failure';
import type { User } from '../../../connect/gateway';
import { inCommon } from '../../../custom-resources/contract/diagnostic';
import type { ObserveRequest } from '../../../custom-resources/contract/resource';
import { isGone } from '../../../custom-resources/user/private-data';
import { user } from '../../../custom-resources/user/resource';
import type { UserState } from '../../../custom-resources/user/schema';
import { type Answers, answers, failure, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { INSTANCE_ID, USER_ID } from '../../support/custom-resources/ids';
import { AGENT, DECLARED, LIVE } from '../../support/custom-resources/users';

const SPEAKS = [{ attribute_name: 'language', attribute_value: 'de', level: 3 }];
const QUICK_CONNECT = { id: idIn('one'), arn: '', name: 'Call Jane', type: 'USER', userId: USER_ID, tags: {} };

async function observe(scripted: Answers, request: Partial<ObserveRequest<UserState>> = {}) {
  const connect = fakeConnect(scripted);
  const context = testContext(connect);
  const result = await context.clock.run(user.observe({ state: AGENT, private: {}, imported: false, ...request }, context));
  return { connect, context, result };
}

it('reads a user with one call, and proficiencies only where they are declared or imported', async () => {
  const users = { find: found<User | undefined>(LIVE), observe: found<User | undefined>(LIVE) };
  expect((await observe({ users })).connect.called).toEqual(['observe']);
  expect((await observe({ users }, { state: { ...AGENT, proficiency: SPEAKS } })).connect.called).toEqual(['observe', 'listProficiencies']);
  expect((await observe({ users }, { imported: true })).connect.called).toEqual(['find', 'listProficiencies']);
});

it('shows the user, and from then on takes "not found" for gone', async () => {
  const { result } = await observe(
    { users: { observe: found<User | undefined>({ ...LIVE, lastModified: 7 }) } },
    { private: { created: 0 } },
  );
  expect(result).toEqual({ state: AGENT, private: { asOf: 7 } });
});

const CONFIRMED = found<User | 'unchanged' | undefined>('unchanged');

it('keeps the state of a user that a shared list confirms, and reads nothing else of it', async () => {
  const { connect, result } = await observe({ users: { observe: CONFIRMED } }, { private: { created: 0, asOf: 7 } });
  expect(connect.called).toEqual(['observe']);
  expect(result).toEqual({ state: AGENT, private: { asOf: 7 } });
});

it('looks at the proficiencies that are declared, which no shared list shows', async () => {
  const request = { state: { ...AGENT, proficiency: SPEAKS } };
  const speaks = found({ proficiencies: [{ attributeName: 'language', attributeValue: 'de', level: 3 }] });
  const same = await observe({ users: { observe: CONFIRMED, listProficiencies: speaks } }, request);
  expect([same.connect.called, same.result.state]).toEqual([['observe', 'listProficiencies'], request.state]);
  const other = await observe(
    { users: { observe: CONFIRMED, listProficiencies: found({ proficiencies: [] }), find: found<User | undefined>(LIVE) } },
    request,
  );
  expect(other.result.state?.proficiency).toEqual([]);
});

it('looks again for a user that was just created', async () => {
  const scripted = { users: { observe: answers<User | undefined>(succeeded(undefined), succeeded(LIVE)) } };
  const { connect, result } = await observe(scripted, { private: { created: Date.UTC(2026, 0, 1) } });
  expect(connect.called).toEqual(['observe', 'observe']);
  expect(result.state).toEqual(AGENT);
});

it('says that a user is gone when nothing is left of it', async () => {
  expect((await observe({})).result).toEqual({});
});

it('keeps a user that was deleted outside while quick connects still point at it, and says so', async () => {
  const { result } = await observe({ quickConnects: { listForUser: found([QUICK_CONNECT]) } });
  expect(result.state).toEqual(AGENT);
  expect(isGone(result.private ?? {})).toBe(true);
  expect(result.diagnostics).toMatchObject([
    { severity: 'warning', detail: expect.stringContaining(`Quick connects of the user "jdoe" (${USER_ID}): "Call Jane" (one)`) },
  ]);
});

it('does not care for quick connects that the program retains', async () => {
  const { connect, result } = await observe(
    { quickConnects: { listForUser: found([QUICK_CONNECT]) } },
    { state: { ...AGENT, quick_connects_on_delete: 'retain' } },
  );
  expect(result).toEqual({});
  expect(connect.called).toEqual(['observe', 'observe', 'find']);
});

it('does not take one "not found" for gone', async () => {
  const once = await observe({ users: { observe: answers<User | undefined>(succeeded(undefined), succeeded(LIVE)) } });
  expect([once.connect.called, once.result.state]).toEqual([['observe', 'observe'], AGENT]);
  const ofProficiencies = {
    find: found<User | undefined>(LIVE),
    observe: found<User | undefined>(LIVE),
    listProficiencies: answers(refusal('not-found'), succeeded({ proficiencies: [] })),
  };
  expect((await observe({ users: ofProficiencies }, { state: { ...AGENT, proficiency: SPEAKS } })).result.state?.proficiency).toEqual([]);
});

it('takes one "not found" for gone where a list of all users does not show the user either', async () => {
  const { connect, result } = await observe({ users: { observe: found<User | undefined>(undefined), isUnlisted: () => true } });
  expect([connect.called.filter((method) => method === 'observe'), result]).toEqual([['observe'], {}]);
});

it('fails for a user that is there while its proficiencies are said not to be', async () => {
  const users = { find: found<User | undefined>(LIVE), observe: found<User | undefined>(LIVE), listProficiencies: refuses('not-found') };
  const { result } = await observe({ users }, { state: { ...AGENT, proficiency: SPEAKS }, private: { created: 0 } });
  expect(result).toMatchObject({ state: { name: AGENT.name }, diagnostics: [{ severity: 'error' }] });
});

it('keeps the state and fails when Connect cannot be asked', async () => {
  expect((await observe({ users: { observe: refuses('unavailable') } })).result).toMatchObject({
    state: AGENT,
    diagnostics: [{ severity: 'error', summary: `Reading the user "jdoe" (${USER_ID}) failed: Amazon Connect could not be reached` }],
  });
  expect((await observe({ quickConnects: { listForUser: refuses('denied') } })).result).toMatchObject({
    state: AGENT,
    diagnostics: [{ severity: 'error', summary: expect.stringContaining('Looking for the quick connects of the deleted user') }],
  });
});

it('does not take a user for gone whose instance is not there either: the account or the Region is wrong', async () => {
  const { result } = await observe({ users: { observe: found(undefined) }, instances: { find: found(undefined) } });
  expect(result).toMatchObject({ state: AGENT, diagnostics: [{ severity: 'error', summary: `No instance ${INSTANCE_ID}` }] });
});

it('looks again for the proficiencies of a user that was just created', async () => {
  const { result } = await observe(
    {
      users: { observe: found<User | undefined>(LIVE), listProficiencies: answers(refusal('not-found'), succeeded({ proficiencies: [] })) },
    },
    { state: { ...AGENT, proficiency: SPEAKS }, private: { created: Date.UTC(2026, 0, 1) } },
  );
  expect(result.diagnostics).toBeUndefined();
});

it('says that a user is gone though a list still shows it, when its proficiencies are gone', async () => {
  const { result } = await observe(
    { users: { observe: found<User | 'unchanged' | undefined>('unchanged'), listProficiencies: refuses('not-found') } },
    { state: { ...AGENT, proficiency: SPEAKS } },
  );
  expect(result).toEqual({});
});

describe('reconciling', () => {
  const reconcile = async (config: Partial<UserState>, scripted: Answers = {}) => {
    const connect = fakeConnect(scripted);
    const context = testContext(connect);
    const planned = user.plan({ config: { ...DECLARED, ...config }, private: {}, settings: context.settings }).planned;
    const result = await context.clock.run(user.reconcile({ planned, config: { ...DECLARED, ...config }, private: {} }, context));
    return { connect, result };
  };

  it('creates a user with its write-only password, which never reaches the state', async () => {
    const { connect, result } = await reconcile({ password_wo: 'Secret123' });
    expect(connect.given('create')).toMatchObject([[{ password: 'Secret123' }]]);
    expect(result.state).toMatchObject({ user_id: 'new-user', password_wo: null, directory_user_id: null, tags_all: {} });
    expect(JSON.stringify(result)).not.toContain('Secret123');
  });

  it('gives up on a new user that stays unknown when the declared time is over', async () => {
    const timeouts = { create: '5s', update: null, delete: null };
    const { connect, result } = await reconcile(
      { proficiency: SPEAKS, timeouts },
      { users: { associateProficiencies: refuses('not-found') } },
    );
    expect(connect.given('associateProficiencies')).toHaveLength(4);
    expect(result).toMatchObject({ state: { user_id: 'new-user' }, diagnostics: [{ severity: 'error' }] });
  });
});

it('warns, once for the instance, that users are read one by one where a policy does not allow the lists', async () => {
  const denied = failure('denied', { operation: 'SearchUsers', code: 'AccessDeniedException' });
  const users = { observe: found<User | undefined>(LIVE), deniedList: () => denied };
  const [warning, ...more] = (await observe({ users })).result.diagnostics ?? [];
  expect([warning, more]).toMatchObject([{ severity: 'warning', summary: 'The users are read one by one: SearchUsers is denied' }, []]);
  expect(warning?.detail).toMatch(
    /Allow connect:SearchUsers, connect:DescribeUser, connect:ListUserProficiencies\. Or set refresh_mode = "exact"/,
  );
  expect(warning && inCommon(warning)).toContain(INSTANCE_ID);
});
