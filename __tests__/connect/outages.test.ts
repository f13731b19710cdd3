import type { Rate } from '../../connect/connection';
import { idIn } from '../../connect/shapes/ids';
import { FakeClock } from '../support/clocks/fake-clock';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { type Answer, ok, refusal, startScriptedServer } from '../support/connect/scripted-server';

const USER = { instanceId: idIn('i-1'), userId: idIn('u-1') };
const OTHER = { ...USER, userId: idIn('u-2') };
const DOWN = refusal(503, 'ServiceUnavailableException', 'not now');
const GONE = refusal(404, 'ResourceNotFoundException');
const DENIED = refusal(403, 'AccessDeniedException', 'not allowed');
const thousand = Array.from({ length: 1000 }, (_, index) => ({ ...USER, userId: idIn(`u-${index}`) }));

type Answers = readonly Answer[];

/** A gateway to a server that answers in turn, and tries each call once. */
async function connected(...answers: Answers) {
  return paced({}, ...answers);
}

async function paced(rate: Partial<Rate>, ...answers: Answers) {
  const clock = new FakeClock();
  const server = await startScriptedServer(...answers);
  const { gateway } = await openAt(server.endpoint, { maxRetries: 0, rate }, clock);
  const { users, groups, tagging } = gateway();
  return { clock, server, users, groups, tagging, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('an operation that gave up on two users with answers 5xx, and answered nobody between', () => {
  it('fails a thousand reads at once and alike', async () => {
    await using centre = await connected(DOWN, DOWN);
    expect(failureOf(await centre.users.find(USER)).outage).toBeUndefined();
    expect(failureOf(await centre.users.find(OTHER))).toMatchObject({ kind: 'unavailable', status: 503, outage: true });
    const failures = (await Promise.all(thousand.map((user) => centre.users.find(user)))).map(failureOf);
    expect(new Set(failures.map(({ kind, code, outage }) => `${kind} ${code} ${outage}`))).toEqual(
      new Set(['unavailable ServiceUnavailableException true']),
    );
    expect(centre.server.requests).toHaveLength(2);
  });

  it('is tried by one call every two seconds, and by everybody once that is answered, be it with a refusal', async () => {
    await using centre = await connected(DOWN, DOWN, DOWN, GONE, GONE, GONE);
    const { clock, server, users } = centre;
    await users.find(USER);
    await users.find(OTHER);
    await clock.advance(2_000);
    failureOf(await users.find(USER));
    failureOf(await users.find(OTHER));
    expect(server.requests).toHaveLength(3);
    await clock.advance(2_000);
    expect(valueOf(await users.find(USER))).toBeUndefined();
    expect(valueOf(await users.find(OTHER))).toBeUndefined();
    expect(valueOf(await users.find(USER))).toBeUndefined();
    expect(server.requests).toHaveLength(6);
  });

  it('is tried by the first of those who try, though its turn to call comes late and others try meanwhile', async () => {
    await using centre = await paced({ requestsPerSecond: 0.2, burst: 1 }, DOWN, DOWN, GONE, GONE);
    const { clock, users } = centre;
    const first = [users.find(USER), users.find(OTHER)];
    await clock.advance(5_000);
    (await Promise.all(first)).map(failureOf);
    const answers: Promise<unknown>[] = [];
    for (const user of thousand.slice(0, 4)) {
      await clock.advance(2_000);
      answers.push(users.find(user).then((outcome) => outcome.ok));
    }
    expect(await answers[0]).toBe(true);
    await clock.advance(20_000);
    await Promise.all(answers);
  });

  it('keeps no other operation from being called, no other Region, and no write', async () => {
    await using centre = await connected(DOWN, DOWN, GONE, ok({ UserProficiencyList: [] }), DOWN);
    const { server, users } = centre;
    await users.find(USER);
    await users.find(OTHER);
    valueOf(await users.find({ ...USER, region: 'us-west-2' }));
    valueOf(await users.listProficiencies(USER));
    failureOf(await users.updateHierarchy(USER, idIn('g-1')));
    expect(server.requests).toHaveLength(5);
  });
});

describe('an operation that writes and was denied for twenty users of an instance, and for nobody allowed between', () => {
  const GROUP = idIn('g-1');
  const denied = (count: number): Answers => Array.from({ length: count }, () => DENIED);
  const twenty = thousand.slice(0, 20);
  const unpaced = (...answers: Answers) => paced({ requestsPerSecond: 1000, burst: 1000 }, ...answers);

  it('fails a thousand writes at once and alike', async () => {
    await using centre = await unpaced(...denied(20));
    const { server, users } = centre;
    for (const user of twenty.slice(1)) expect(failureOf(await users.updateHierarchy(user, GROUP)).outage).toBeUndefined();
    await users.updateHierarchy({ ...USER, userId: idIn('u-0') }, GROUP);
    const failures = (await Promise.all(thousand.map((user) => users.updateHierarchy(user, GROUP)))).map(failureOf);
    expect(new Set(failures.map(({ kind, outage }) => `${kind} ${outage}`))).toEqual(new Set(['denied true']));
    expect(server.requests).toHaveLength(20);
  });

  it('is tried by one call every two seconds, and by everybody once one is allowed', async () => {
    await using centre = await unpaced(...denied(21), ok(), ok());
    const { clock, server, users } = centre;
    for (const user of twenty) await users.updateHierarchy(user, GROUP);
    for (const requests of [21, 22]) {
      await clock.advance(2_000);
      await users.updateHierarchy(OTHER, GROUP);
      expect(server.requests).toHaveLength(requests);
    }
    valueOf(await users.updateHierarchy(USER, GROUP));
  });

  it('keeps no other operation from being called, and no other instance', async () => {
    await using centre = await unpaced(...denied(20), ok(), ok());
    const { users } = centre;
    for (const user of twenty) await users.updateHierarchy(user, GROUP);
    valueOf(await users.updateRoutingProfile(USER, idIn('r-1')));
    valueOf(await users.updateHierarchy({ ...USER, instanceId: idIn('i-2') }, GROUP));
  });

  it('keeps no user out of another group, and no tags from the users of another instance or from quick connects', async () => {
    await using centre = await unpaced(...denied(20), ok(), ...denied(20), ok(), ok(), ok());
    const { tagging, groups } = centre;
    const inGroup = (groupId: string, user: typeof USER) => groups.associateUser({ ...user, groupId: idIn(groupId), region: 'us-east-1' });
    const tag = (within: string) => tagging.tag(`arn:aws:connect:us-east-1:123456789012:${within}`, { team: 'voice' });
    for (const user of twenty) await inGroup('g-1', user);
    valueOf(await inGroup('g-2', USER));
    for (const { userId } of twenty) await tag(`instance/i-1/agent/${userId}`);
    valueOf(await tag('instance/i-2/agent/u-1'));
    valueOf(await tag('instance/i-1/transfer-destination/q-1'));
    valueOf(await tag('traffic-distribution-group/g-1'));
  });

  it('is always tried where somebody was allowed between, as where a policy looks at the tags of the users', async () => {
    await using centre = await unpaced(...denied(19), ok(), ...denied(19), ok());
    const { server, users } = centre;
    for (const user of thousand.slice(0, 39)) await users.updateHierarchy(user, GROUP);
    valueOf(await users.updateHierarchy(OTHER, GROUP));
    expect(server.requests).toHaveLength(40);
  });
});

describe('what is no outage', () => {
  it.each<[string, Answers, boolean]>([
    ['one user who cannot be shown, however often', [DOWN, DOWN, DOWN], true],
    ['two users, between whom another one is answered', [DOWN, GONE, DOWN], false],
    ['two users, between whom another one is refused', [DOWN, DENIED, DOWN], false],
  ])('%s', async (_, answers, isSame) => {
    await using centre = await connected(...answers, GONE);
    const { server, users } = centre;
    for (const [index] of answers.entries()) {
      const outcome = await users.find(isSame ? USER : { ...USER, userId: idIn(`u-${index}`) });
      expect(outcome.ok ? undefined : outcome.failure.outage).toBeUndefined();
    }
    valueOf(await users.find(OTHER));
    expect(server.requests).toHaveLength(answers.length + 1);
  });

  it('two users of whom the first failed more than a minute before', async () => {
    await using centre = await connected(DOWN, DOWN);
    await centre.users.find(USER);
    await centre.clock.advance(60_000);
    expect(failureOf(await centre.users.find(OTHER)).outage).toBeUndefined();
  });

  it('the trouble of an apply that has written something: what it made it has to read, however many tries that takes', async () => {
    await using centre = await connected(ok(), DOWN, DOWN, DOWN);
    const { server, users } = centre;
    valueOf(await users.updateHierarchy(USER, idIn('g-1')));
    for (const { userId } of thousand.slice(0, 3)) expect(failureOf(await users.find({ ...USER, userId })).outage).toBeUndefined();
    expect(server.requests).toHaveLength(4);
  });
});
