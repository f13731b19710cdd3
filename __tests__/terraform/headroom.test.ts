import { INSTANCE_ID, MANAGED_INSTANCE_ID, MANAGED_ROUTING_PROFILE_ID, MANAGED_SECURITY_PROFILE_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration } from '../support/terraform/contact-centre';
import { apply, plan, type Told } from '../support/terraform/told';

const users = (bodies: Readonly<Record<string, Body>>): Declaration => ({ resource: { connect_user: bodies } });
const here = (...names: readonly string[]): Readonly<Record<string, Body>> => Object.fromEntries(names.map((name) => [name, agent(name)]));
const told = ({ code, errors, warnings }: Told): readonly unknown[] => [code, ...[...errors, ...warnings].map(({ summary }) => summary)];

let centre: ContactCentre;
let there: number;
const noRoom = (were: number, come: number, go: number, most: number): string =>
  `No room for new users: there are ${were}, ${come} come, ${go} go, and the quota is ${most}`;
const quota = (more: number): Promise<unknown> => centre.emulator.control.change({ quotas: { users: there + more } });
const asked = async (): Promise<number> =>
  (await centre.emulator.control.calls()).filter(({ operation }) => operation === 'GetServiceQuota').length;

beforeAll(async () => {
  centre = await ContactCentre.start({ settings: { rate: 'off' } });
  there = (await centre.instance()).users.length;
});
afterAll(() => centre.close());

/** Told in order: each step starts from what the one before left. */
describe('a plan that creates users', () => {
  it('fails with one error where the instance has no room for all of them', async () => {
    await centre.declare(users(here('ada', 'bob', 'cleo')));
    await quota(2);
    const { errors, ...rest } = await plan(centre);
    expect(told({ errors, ...rest })).toEqual([1, noRoom(there, 3, 0, there + 2)]);
    expect(errors[0]?.detail).toContain(`After the plan there would be ${there + 3}`);
    expect(await asked()).toBe(1);
  });

  it('says nothing of it where the permission for Service Quotas is missing: apply tells', async () => {
    await centre.emulator.control.change({ deny: [{ operation: 'GetServiceQuota' }] });
    expect(told(await plan(centre))).toEqual([0]);
    await centre.emulator.control.change({ deny: [] });
  });

  it('passes where the last of them takes the last place; plans that create nobody do not ask', async () => {
    await quota(3);
    expect(told(await apply(centre))).toEqual([0]);
    expect(told(await plan(centre))).toEqual([0]);
    expect(await asked()).toBe(0);
  });

  it('counts what it deletes as room, and what it replaces as no more than it was', async () => {
    await centre.declare(users({ ...here('ada', 'dan'), cleo: agent('cleo-2') }));
    expect(told(await plan(centre))).toEqual([0]);
    await centre.declare(users({ ...here('ada', 'dan', 'eve'), cleo: agent('cleo-2') }));
    expect(told(await plan(centre))).toEqual([1, noRoom(there + 3, 3, 2, there + 3)]);
  });

  it('looks at each instance by itself', async () => {
    const managed = (await centre.instance(MANAGED_INSTANCE_ID)).users.length;
    await centre.emulator.control.users({ count: there + 3 - managed, instance: MANAGED_INSTANCE_ID, prefix: 'other-' });
    const other: Body = agent('zoe', {
      instance_id: MANAGED_INSTANCE_ID,
      routing_profile_id: MANAGED_ROUTING_PROFILE_ID,
      security_profile_ids: [MANAGED_SECURITY_PROFILE_ID],
      password: 'Secret12345',
    });
    await quota(4);
    await centre.declare(users({ ...here('ada', 'bob', 'cleo', 'dan'), zoe: other }));
    expect(told(await plan(centre))).toEqual([0]);
    await quota(3);
    await centre.declare(users({ ...here('ada', 'bob', 'cleo'), zoe: other }));
    expect(told(await plan(centre))).toEqual([1, noRoom(there + 3, 1, 0, there + 3)]);
  });

  it('does not ask where it is not to check', async () => {
    await centre.declare(users(here('ada', 'bob', 'cleo', 'fay')), { plan_checks: false });
    expect(told(await plan(centre))).toEqual([0]);
    expect(await asked()).toBe(0);
  });
});

it('5,001 users are one too many for a quota of 5,000, and quick connects have a quota of their own', async () => {
  await centre.declare(users(here('ada', 'bob', 'cleo')));
  await centre.emulator.control.users({ count: 4_999 - there - 3, instance: INSTANCE_ID, prefix: 'many-' });
  await centre.emulator.control.change({ quotas: { users: 5_000, quickConnects: (await centre.instance()).quickConnects.length } });
  await centre.declare(users(here('ada', 'bob', 'cleo', 'dan')));
  expect(told(await plan(centre))).toEqual([0]);
  const call = { instance_id: INSTANCE_ID, name: 'Night line', phone_config: { phone_number: '+12065550100' } };
  await centre.declare({
    resource: { ...(users(here('ada', 'bob', 'cleo', 'dan', 'eve'))['resource'] as Body), connect_quick_connect: { call } },
  });
  const { errors, code } = await plan(centre);
  expect([code, ...errors.map(({ summary }) => summary).sort()]).toEqual([
    1,
    expect.stringMatching(/^No room for new quick connects: /),
    noRoom(4_999, 2, 0, 5_000),
  ]);
});
