import { succeeded } from '../../../connect/failure';
import type { TrafficDistributionGroup, User } from '../../../connect/gateway';
import { associate } from '../../../custom-resources/membership/associate';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, GROUP_ELSEWHERE, MEMBERSHIP, REPLICATED } from '../../support/custom-resources/groups';
import { INSTANCE_ID, REGION, REPLICA, USER_ID } from '../../support/custom-resources/ids';
import { LIVE } from '../../support/custom-resources/users';

const MINUTE = 60_000;
const done = succeeded(undefined);
const group = (status: string) => succeeded<TrafficDistributionGroup | undefined>({ ...GROUP, status });
const here = found<User | undefined>(LIVE);

async function run(scripted: Answers, { timeoutMs = 40 * MINUTE, newUsers = [] as readonly string[] } = {}) {
  const connect = fakeConnect(scripted);
  const context = testContext(connect, { newUsers });
  const start = context.clock.now();
  const problem = await context.clock.run(associate({ connect, context, deadline: start + timeoutMs }, MEMBERSHIP));
  return { connect, problem, tries: connect.given('associateUser').length, took: context.clock.now() - start };
}

it('makes a user a member with one call', async () => {
  const { connect, problem } = await run({});
  expect(problem).toBeUndefined();
  expect(connect.calls).toEqual([{ method: 'associateUser', given: [MEMBERSHIP] }]);
});

describe('a conflict', () => {
  it('is success when the user is a member already', async () => {
    const { problem, tries } = await run({ groups: { associateUser: refuses('conflict'), listUsers: found(new Set([USER_ID])) } });
    expect(problem).toBeUndefined();
    expect(tries).toBe(1);
  });

  it('fails when the user is no member', async () => {
    const { problem } = await run({ groups: { associateUser: refuses('conflict') } });
    expect(problem?.summary).toBe(`Associating user ${USER_ID} with traffic distribution group ${GROUP.id} failed: conflict`);
  });
});

describe('"not found"', () => {
  const notFoundOnce = answers<void>(refusal('not-found'), done);
  const stays = refuses('not-found');

  it('waits for a group that is being made or updated', async () => {
    const find = answers(group('CREATION_IN_PROGRESS'), group('UPDATE_IN_PROGRESS'), group('ACTIVE'));
    const associateUser = answers<void>(refusal('not-found'), refusal('not-found'), refusal('not-found'), done);
    const { problem, tries, took } = await run({ groups: { associateUser, find }, users: { find: here } });
    expect(problem).toBeUndefined();
    expect(tries).toBe(4);
    expect(took).toBe(7_000);
  });

  it('fails when the group does not become ACTIVE in time', async () => {
    const { problem, took } = await run(
      { groups: { associateUser: stays, find: answers(group('UPDATE_IN_PROGRESS')) } },
      { timeoutMs: MINUTE },
    );
    expect(problem).toMatchObject({
      summary: 'The traffic distribution group is UPDATE_IN_PROGRESS',
      detail: expect.stringContaining('"timeouts"'),
    });
    expect(took).toBeLessThanOrEqual(MINUTE);
  });

  it.each<[string, Answers, string]>([
    ['there is no such group', {}, `No traffic distribution group ${GROUP.id}`],
    [
      'the group failed to be created',
      { groups: { find: answers(group('CREATION_FAILED')) } },
      'The traffic distribution group is CREATION_FAILED',
    ],
    [
      'the group is being deleted',
      { groups: { find: answers(group('PENDING_DELETION')) } },
      'The traffic distribution group is PENDING_DELETION',
    ],
    [
      'the group belongs to another instance',
      {
        groups: {
          find: found<TrafficDistributionGroup | undefined>(GROUP_ELSEWHERE),
        },
      },
      'The traffic distribution group belongs to another instance',
    ],
  ])('fails at once when %s', async (_what, scripted, summary) => {
    const { problem, took, tries } = await run({ ...scripted, groups: { ...scripted.groups, associateUser: stays } });
    expect(problem).toMatchObject({ summary, path: ['traffic_distribution_group_id'] });
    expect([tries, took]).toEqual([1, 0]);
  });

  it('fails soon when the instance has no such user, and says in which Region', async () => {
    const { problem, took } = await run({ groups: { associateUser: stays, find: answers(group('ACTIVE')) } });
    expect(problem).toMatchObject({ summary: `No user ${USER_ID}`, path: ['user_id'], detail: expect.stringContaining(REGION) });
    expect(took).toBe(9_750);
  });

  it('waits a moment for a user that an earlier apply made', async () => {
    const associateUser = answers<void>(refusal('not-found'), refusal('not-found'), done);
    expect((await run({ groups: { associateUser, find: answers(group('ACTIVE')) } })).problem).toBeUndefined();
  });

  it('waits longer for a user that the same apply has made', async () => {
    const associateUser = answers<void>(...Array.from({ length: 10 }, () => refusal('not-found')), done);
    const { problem, took } = await run({ groups: { associateUser, find: answers(group('ACTIVE')) } }, { newUsers: [USER_ID] });
    expect(problem).toBeUndefined();
    expect(took).toBeGreaterThan(MINUTE);
  });

  it('waits when the service does not yet know what it knows elsewhere', async () => {
    const { problem } = await run({ groups: { associateUser: notFoundOnce, find: answers(group('ACTIVE')) }, users: { find: here } });
    expect(problem).toBeUndefined();
  });

  it('fails after four minutes with the answer when the group is ACTIVE and the user is there', async () => {
    const { problem, took } = await run({ groups: { associateUser: stays, find: answers(group('ACTIVE')) }, users: { find: here } });
    expect(problem?.summary).toContain('not found');
    expect(took).toBe(4 * MINUTE - 250);
  });

  it('counts the four minutes from when the group was ACTIVE', async () => {
    const statuses = [...Array.from({ length: 20 }, () => group('UPDATE_IN_PROGRESS')), group('ACTIVE')];
    const { took } = await run({ groups: { associateUser: stays, find: answers(...statuses) }, users: { find: here } });
    expect(took).toBeGreaterThan(8 * MINUTE);
  });

  it('fails with the first answer when the group or the user cannot be read', async () => {
    for (const scripted of [
      { groups: { find: refuses('denied') } },
      { groups: { find: answers(group('ACTIVE')) }, users: { find: refuses('denied') } },
    ]) {
      const { problem, tries } = await run({ ...scripted, groups: { ...scripted.groups, associateUser: stays } });
      expect(problem?.summary).toContain('not found');
      expect(tries).toBe(1);
    }
  });
});

describe('a refusal', () => {
  const instance = found<typeof REPLICATED | undefined>(REPLICATED);
  const mirroredAfter = (looks: number) =>
    answers<User | undefined>(...Array.from({ length: looks }, () => succeeded(undefined)), succeeded(LIVE));
  const refusedTimes = (times: number) => answers<void>(...Array.from({ length: times }, () => refusal('invalid')), done);

  it('waits until the user is mirrored to the replica', async () => {
    const { connect, problem } = await run({
      groups: { associateUser: refusedTimes(8) },
      instances: { find: instance },
      users: { find: here, findByUsername: mirroredAfter(20) },
    });
    expect(problem).toBeUndefined();
    expect(connect.given('findByUsername')[0]).toEqual([INSTANCE_ID, 'jdoe', REPLICA]);
  });

  it('fails and names the replica when the user is not mirrored in time', async () => {
    const { problem } = await run(
      { groups: { associateUser: refuses('invalid') }, instances: { find: instance }, users: { find: here } },
      { timeoutMs: MINUTE },
    );
    expect(problem).toMatchObject({ summary: `The user ${USER_ID} is not mirrored to ${REPLICA} yet`, path: ['user_id'] });
  });

  it('is asked again a few times, then final, when the user is mirrored', async () => {
    const { problem, tries } = await run({
      groups: { associateUser: refuses('invalid') },
      instances: { find: instance },
      users: { find: here, findByUsername: here },
    });
    expect(problem?.summary).toContain('refused by Amazon Connect');
    expect(tries).toBe(4);
  });

  it.each<[string, Answers]>([
    [
      'the instance has no replica',
      { instances: { find: found<typeof REPLICATED | undefined>({ ...REPLICATED, regions: [REGION] }) }, users: { find: here } },
    ],
    ['the instance cannot be read', { instances: { find: refuses('denied') }, users: { find: here } }],
    ['the user does not exist', { instances: { find: instance } }],
  ])('is final at once when %s', async (_what, scripted) => {
    const { problem, tries } = await run({ ...scripted, groups: { associateUser: refuses('invalid') } });
    expect(problem?.summary).toContain('refused by Amazon Connect');
    expect(tries).toBe(1);
  });

  it('is asked again after the user has been seen in the replica, however long that took', async () => {
    const { problem } = await run({
      groups: { associateUser: refusedTimes(6) },
      instances: { find: instance },
      users: { find: here, findByUsername: mirroredAfter(5) },
    });
    expect(problem).toBeUndefined();
  });

  it('waits for a user that the same apply has made and that cannot be read yet', async () => {
    const { problem } = await run(
      { groups: { associateUser: refusedTimes(2) }, instances: { find: instance }, users: { find: found(undefined) } },
      { newUsers: [USER_ID] },
    );
    expect(problem).toBeUndefined();
  });

  it('does not say "not mirrored" when the replica may not be read', async () => {
    const { problem } = await run({
      groups: { associateUser: refuses('invalid') },
      instances: { find: instance },
      users: { find: here, findByUsername: refuses('denied') },
    });
    expect(problem?.summary).not.toContain('not mirrored');
  });
});

it.each(['denied', 'throttled', 'quota-full', 'unavailable', 'cancelled'] as const)('fails at once as %s', async (kind) => {
  const { problem, connect } = await run({ groups: { associateUser: refuses(kind) } });
  expect(problem?.severity).toBe('error');
  expect(connect.called).toEqual(['associateUser']);
});

it('stops waiting when Terraform asks for it, and says what it waited for', async () => {
  const connect = fakeConnect({ groups: { associateUser: refuses('not-found'), find: answers(group('UPDATE_IN_PROGRESS')) } });
  const context = testContext(connect);
  const work = associate({ connect, context, deadline: context.clock.now() + 40 * MINUTE }, MEMBERSHIP);
  await context.clock.advance(500);
  context.stop();
  expect(await work).toMatchObject({
    summary: expect.stringMatching(/failed: stopped$/),
    detail: expect.stringContaining('the group is UPDATE_IN_PROGRESS'),
  });
});
