import { idIn } from '../../connect/shapes/ids';
import { bulkUsers } from '../../connect/bulk/bulk-users';
import type { Caller } from '../../connect/calls/caller';
import type { Outcome } from '../../connect/failure';
import { failureOf, valueOf } from '../support/connect/open';
import { FakeClock } from '../support/clocks/fake-clock';
import { SimulatedUsers } from '../support/connect/simulated-users';
import { tenAtATime } from '../support/connect/ten-at-a-time';

const INSTANCE = idIn('i-1');
const REGION = 'eu-central-1';

type Ask = (bulk: ReturnType<typeof bulkUsers>, caller: Caller, id: string) => Promise<Outcome<unknown>>;

/** What is asked for each resource, the answer that is right, and the pages of the lists that give it. */
interface Kind {
  readonly what: string;
  readonly ask: Ask;
  readonly right: unknown;
  readonly pages: readonly number[];
  readonly places: readonly Place[];
}

/** The users of a project, in the order in which terraform asks for them. */
type Place = (service: SimulatedUsers, count: number) => readonly string[];

const last: Place = ({ userIds }, count) => userIds.slice(-count);
const anywhere: Place = ({ userIds }, count) =>
  Array.from({ length: count }, (_, index) => userIds[(index * 7_919) % userIds.length] ?? '');
const nobody: Place = (_service, count) => Array.from({ length: count }, (_each, index) => `new-${index}`);

const observe =
  (since?: number): Ask =>
  (bulk, caller, userId) =>
    bulk(caller).observe({ instanceId: INSTANCE, userId: idIn(userId) }, { agrees: () => true, ...(since !== undefined && { since }) });
const exists: Ask = (bulk, caller, userId) => bulk(caller).exists({ instanceId: INSTANCE, userId: idIn(userId) });
const holderOf: Ask = (bulk, caller, name) => bulk(caller).holderOf(INSTANCE, name, REGION);

const WITH_EMAILS: Kind = {
  what: 'unchanged users with e-mails',
  ask: observe(1),
  right: expect.anything(),
  pages: [500, 1000],
  places: [last],
};
const KINDS: readonly Kind[] = [
  { what: 'unchanged users', ask: observe(), right: expect.anything(), pages: [500], places: [anywhere] },
  WITH_EMAILS,
  { what: 'new names', ask: holderOf, right: undefined, pages: [1000], places: [nobody] },
  { what: 'new members', ask: exists, right: true, pages: [1000], places: [last] },
];

function setUp(size: number, answers: ConstructorParameters<typeof SimulatedUsers>[2] = {}) {
  const clock = new FakeClock();
  return { clock, service: new SimulatedUsers(clock, size, answers), bulk: bulkUsers(clock, 'bulk') };
}

/** Seconds until each has its answer. */
async function seconds(
  { clock, service, bulk }: ReturnType<typeof setUp>,
  { ask, right }: Kind,
  ids: readonly string[],
  atOnce?: number,
): Promise<number> {
  const begin = clock.now();
  const answers: unknown[] = [];
  await clock.run(
    tenAtATime(ids.length, async (index) => answers.push(valueOf(await ask(bulk, service.caller(), ids[index] ?? ''))), atOnce),
  );
  expect(answers).toEqual(ids.map(() => right));
  return (clock.now() - begin) / 1000;
}

/** What two calls a second take, four of them at once. */
const quotaS = (calls: number): number => Math.max(0, calls - 4) / 2;
const pagesOf = ({ pages }: Kind, size: number): readonly number[] => pages.map((page) => Math.ceil(size / page));

const CELLS = [3, 10, 100, 1_000].flatMap((count) => [100, 5_000, 50_000].filter((size) => size >= count).map((size) => ({ count, size })));

describe.each(KINDS)('$what', (kind) => {
  it.each(CELLS)(
    '$count of an instance with $size users take as long as the quicker of two ways: a call for each, or lists',
    async ({ count, size }) => {
      const quicker = Math.min(quotaS(count), quotaS(Math.max(...pagesOf(kind, size))));
      for (const place of kind.places) {
        const world = setUp(size);
        expect(await seconds(world, kind, place(world.service, count))).toBeLessThanOrEqual(1.2 * quicker + 1);
        const lists = pagesOf(kind, size).reduce((sum, pages) => sum + pages, 0);
        expect(world.service.callCount).toBeLessThanOrEqual(2.5 * Math.min(count, lists) + 6);
      }
    },
  );
});

it('reads lists no further than they are of use to a small project of a large instance', async () => {
  const world = setUp(50_000);
  await seconds(world, WITH_EMAILS, anywhere(world.service, 10));
  expect(Object.fromEntries(world.service.calls)).toEqual({ DescribeUser: 10, SearchUsers: 1 });
});

it('reads ten thousand users of an instance of as many by lists, and hardly any by itself', async () => {
  const world = setUp(10_000);
  expect(await seconds(world, WITH_EMAILS, anywhere(world.service, 10_000))).toBeLessThan(9);
  expect(world.service.callCount).toBeLessThanOrEqual(38);
});

it('knows of those whom a list of all users does not show, and of nobody before the list was read to its end', async () => {
  const world = setUp(5_000);
  const bulk = world.bulk(world.service.caller());
  const isUnlisted = (userId: string): boolean => bulk.isUnlisted({ instanceId: INSTANCE, userId: idIn(userId) });
  await seconds(world, WITH_EMAILS, last(world.service, 3));
  expect([isUnlisted('user-5000'), isUnlisted('user-4999')]).toEqual([false, false]);
  await seconds(world, WITH_EMAILS, last(world.service, 1_000));
  expect([isUnlisted('user-5000'), isUnlisted('user-4999')]).toEqual([true, false]);
});

it('goes for the lists at once when Terraform works on a thousand users at a time', async () => {
  const world = setUp(50_000);
  expect(await seconds(world, WITH_EMAILS, last(world.service, 1_000), 1_000)).toBeLessThan(49);
  expect(world.service.calls.get('DescribeUser')).toBe(3);
});

it.each([
  ['tells no number of users', { total: 'untold' }],
  ['tells a number that is far too small', { total: 1 }],
  ['fills its pages with a fifth of what they may hold', { mostOfPage: 100, total: 4_000 }],
] as const)('takes at most twice the time where the service %s', async (_what, answers) => {
  const size = answers.total === 4_000 ? 4_000 : 20_000;
  const world = setUp(size, answers);
  expect(await seconds(world, WITH_EMAILS, last(world.service, 400))).toBeLessThan(2 * quotaS(40));
});

it('reads each user by itself when a list has no end', async () => {
  const world = setUp(5_000, { endless: true });
  await seconds(world, WITH_EMAILS, last(world.service, 20));
  expect(world.service.calls.get('DescribeUser')).toBe(20);
  expect(world.service.calls.get('SearchUsers')).toBeLessThanOrEqual(2);
  expect(failureOf(await world.clock.run(world.bulk(world.service.caller()).list(INSTANCE, REGION))).code).toBe('EndlessList');
});

it('waits half a second for the size of the instance, and then reads each user by itself', async () => {
  const world = setUp(5_000, { pageMs: 600_000 });
  expect(await seconds(world, WITH_EMAILS, last(world.service, 20))).toBeLessThan(quotaS(20) + 1);
});

it.each(['SearchUsers', 'ListUsers'])('reads each user by itself when %s is not allowed', async (operation) => {
  const world = setUp(5_000, { denied: [operation] });
  await seconds(world, WITH_EMAILS, last(world.service, 20));
  expect(world.service.calls.get('DescribeUser')).toBe(20);
  expect(world.bulk(world.service.caller()).deniedList(INSTANCE, REGION)).toMatchObject({ kind: 'denied', operation });
});

it('knows of no list that is not allowed where it wanted none', async () => {
  const world = setUp(5_000, { denied: ['SearchUsers'] });
  await seconds(world, WITH_EMAILS, last(world.service, 3));
  expect(world.bulk(world.service.caller()).deniedList(INSTANCE, REGION)).toBeUndefined();
});

describe('what a list shows', () => {
  const many = async (world: ReturnType<typeof setUp>, ask: Ask, ids: readonly string[]): Promise<readonly unknown[]> => {
    const answers: unknown[] = [];
    await world.clock.run(
      tenAtATime(ids.length, async (index) => answers.push(valueOf(await ask(world.bulk, world.service.caller(), ids[index] ?? '')))),
    );
    return answers;
  };

  it('never says that a user changed or is gone: a call for that user does', async () => {
    const world = setUp(1_000);
    const changed: Ask = (bulk, caller, userId) =>
      bulk(caller).observe({ instanceId: INSTANCE, userId: idIn(userId) }, { agrees: () => false });
    expect(await many(world, changed, last(world.service, 30))).toEqual(
      Array.from({ length: 30 }, () => expect.objectContaining({ arn: expect.any(String) })),
    );
    expect(world.service.calls.get('DescribeUser')).toBe(30);

    const gone = setUp(1_000);
    expect(await many(gone, observe(), nobody(gone.service, 30))).toEqual(Array.from({ length: 30 }, () => undefined));
    expect(gone.service.calls.get('DescribeUser')).toBe(30);
  });

  it('is looked at where a name is taken', async () => {
    const world = setUp(1_000);
    const names = last(world.service, 30);
    expect(await many(world, holderOf, names)).toEqual(
      expect.arrayContaining(names.map((username) => expect.objectContaining({ username }))),
    );
    expect(world.service.calls.get('DescribeUser')).toBe(30);
  });

  it('serves those who have time when another has no time left to read it', async () => {
    const world = setUp(50_000);
    const { clock, service, bulk } = world;
    const ids = last(service, 60);
    const hurried = ids.slice(0, 10).map((id) => observe()(bulk, service.caller(2_000), id));
    const patient = ids.slice(10).map((id) => observe()(bulk, service.caller(), id));
    const late = (await clock.run(Promise.all(hurried))).filter(({ ok }) => !ok);
    expect(late.length).toBeGreaterThan(0);
    expect(late.map((outcome) => failureOf(outcome).kind)).toEqual(late.map(() => 'throttled'));
    expect((await clock.run(Promise.all(patient))).every(({ ok }) => ok)).toBe(true);
  });
});
