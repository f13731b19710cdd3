import { DeleteUserCommand, UpdateUserRoutingProfileCommand } from '@aws-sdk/client-connect';
import { INSTANCE_ID, NORTH_HIERARCHY_GROUP_ID, SALES_ROUTING_PROFILE_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import type { Fault, LoggedCall } from '../support/emulator/test-emulator';
import { apply, plan, type ToldDiagnostic, writesAbout } from '../support/terraform/told';

interface Case {
  readonly name: string;
  readonly change: Body;
  readonly operation: string;
  /** What Connect answers from then on. */
  readonly fault: Omit<Fault, 'operation'>;
  /** How often the call is made: once where waiting does not help. */
  readonly tries: (count: number) => boolean;
  readonly summary: RegExp;
  readonly cause: RegExp;
  readonly remedy: RegExp;
}

const once = (count: number): boolean => count === 1;
const again = (count: number): boolean => count > 1;

const CASES: readonly Case[] = [
  {
    name: 'denied',
    change: { routing_profile_id: SALES_ROUTING_PROFILE_ID },
    operation: 'UpdateUserRoutingProfile',
    fault: { code: 'AccessDeniedException', status: 403, message: 'not authorized to perform: connect:UpdateUserRoutingProfile' },
    tries: once,
    summary: /^Updating the routing profile of the user "denied" \(.+\) failed: access denied$/,
    cause: /the policy of the credentials does not allow connect:UpdateUserRoutingProfile/,
    remedy: /Allow connect:UpdateUserRoutingProfile/,
  },
  {
    name: 'invalid',
    change: { identity_info: { first_name: 'Ada', last_name: 'Byron' } },
    operation: 'UpdateUserIdentityInfo',
    fault: { code: 'InvalidParameterException', status: 400, message: 'IdentityInfo is odd' },
    tries: once,
    summary: /^Updating the identity of the user "invalid" \(.+\) failed: refused by Amazon Connect$/,
    cause: /a value that the instance does not accept/,
    remedy: /Correct the configuration/,
  },
  {
    name: 'throttled',
    change: { tags: { site: 'Leeds' }, timeouts: { update: '2s' } },
    operation: 'TagResource',
    fault: { code: 'ThrottlingException', status: 429, message: 'Rate exceeded' },
    tries: again,
    summary: /^Updating the tags of the user "throttled" \(.+\) failed: throttled until the time was up$/,
    cause: /other clients use up the rate quota of TagResource/,
    remedy: /declare a longer "timeouts" block or have the quota raised/,
  },
  {
    name: 'unavailable',
    change: { hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID },
    operation: 'UpdateUserHierarchy',
    fault: { code: 'InternalServiceException', status: 500, message: 'Something broke' },
    tries: (count) => count === 3,
    summary: /^Updating the hierarchy group of the user "unavailable" \(.+\) failed: Amazon Connect has trouble$/,
    cause: /trouble at the service \(see the AWS Health Dashboard\)/,
    remedy: /Run the command again later: finished changes stay/,
  },
];

const REQUEST_ID = /^Request id: [0-9a-f-]{36}$/m;

describe('a call that Amazon Connect refuses', () => {
  let centre: ContactCentre;
  const provider = { max_retries: 2 };
  const names = CASES.map(({ name }) => name);
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  const declare = (more: Readonly<Record<string, Body>>): Promise<void> => {
    const bodies = Object.fromEntries([...names, 'half'].map((name) => [name, agent(name, more[name])]));
    return centre.declare({ resource: { connect_user: { ...bodies, ...(more['new'] && { new: agent('new', more['new']) }) } } }, provider);
  };
  const changes: Readonly<Record<string, Body>> = {
    ...Object.fromEntries(CASES.map(({ name, change }) => [name, change])),
    half: {
      hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
      identity_info: { first_name: 'Ada', last_name: 'Byron' },
      routing_profile_id: SALES_ROUTING_PROFILE_ID,
    },
  };
  let problems: readonly ToldDiagnostic[] = [];
  let calls: readonly LoggedCall[] = [];

  beforeAll(async () => {
    centre = await ContactCentre.start();
    await declare({});
    await apply(centre);
    for (const { name, operation, fault } of CASES) {
      const userId = await idOf(name);
      const match = operation === 'TagResource' ? {} : { match: { userId } };
      await centre.emulator.control.fault({ operation, count: 1000, ...fault, ...match });
    }
    await centre.emulator.control.fault({
      operation: 'UpdateUserIdentityInfo',
      code: 'InvalidRequestException',
      match: { userId: await idOf('half') },
    });
    // A plan that may ask for the quota would fail itself.
    await centre.emulator.control.change({ quotas: { users: names.length + 1 }, deny: [{ operation: 'GetServiceQuota' }] });
    await declare({ ...changes, new: {} });
    ({ errors: problems, calls } = await apply(centre));
  });
  afterAll(() => centre.close());
  const about = (name: string): ToldDiagnostic | undefined => problems.find(({ address }) => address === `connect_user.${name}`);

  it.each(CASES)(
    'fails as $name: what failed, the answer and its request id, the likely cause, what to do',
    async ({ name, operation, fault, tries, summary, cause, remedy }) => {
      const problem = about(name);
      expect(problem?.summary).toMatch(summary);
      expect(problem?.detail).toContain(`${operation} in us-east-1 answered ${fault.code}: ${fault.message}`);
      expect(problem?.detail).toMatch(REQUEST_ID);
      expect(problem?.detail).toMatch(cause);
      expect(problem?.detail).toMatch(remedy);
      const made = writesAbout(calls, await idOf(name)).length;
      expect({ made, asExpected: tries(made) }).toEqual({ made, asExpected: true });
    },
  );

  it('fails at once where a quota is full', () => {
    expect(about('new')?.summary).toBe('Creating the user "new" failed: a quota is used up');
    expect(about('new')?.detail).toMatch(
      /CreateUser in us-east-1 answered LimitExceededException: .*quota of 5 users.*not a request rate: waiting does not help.*raise the quota in Service Quotas/s,
    );
    expect(calls.filter(({ operation }) => operation === 'CreateUser')).toHaveLength(1);
  });

  it('leaves in the state what is true: what was done before, and no more', async () => {
    expect(problems).toHaveLength(CASES.length + 2);
    expect(writesAbout(calls, await idOf('half'))).toEqual(['UpdateUserHierarchy 200', 'UpdateUserIdentityInfo 400']);
    expect(centre.project.attributes('connect_user.half')).toMatchObject({
      hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
      identity_info: [{ last_name: 'Lovelace' }],
    });
    expect(centre.project.attributes('connect_user.half')?.['routing_profile_id']).not.toBe(SALES_ROUTING_PROFILE_ID);
    expect(centre.project.attributes('connect_user.new')).toBeUndefined();
  });

  it('is made up for by the next apply, which does what is left', async () => {
    await centre.emulator.control.clearFaults();
    await centre.emulator.control.change({ quotas: { users: 500 } });
    const { code, writes } = await apply(centre);
    const left = [...CASES.map(({ operation }) => operation), 'UpdateUserIdentityInfo', 'UpdateUserRoutingProfile', 'CreateUser'];
    expect([code, [...writes].sort()]).toEqual([0, left.map((operation) => `${operation} 200`).sort()]);
    expect((await plan(centre)).planned).toEqual({});
  });

  it('after CreateUser leaves the account in the state, and fails soon though the service says that something is not found', async () => {
    await declare({ ...changes, new: { name: 'newer', proficiency: { attribute_name: 'Product', attribute_value: 'Fax', level: 1 } } });
    const { errors } = await apply(centre);
    expect(errors).toMatchObject([
      {
        address: 'connect_user.new',
        summary: expect.stringMatching(/^Setting the proficiencies of the user "newer" \(.+\) failed: not found$/),
      },
    ]);
    expect(errors[0]?.detail).toMatch(
      /AssociateUserProficiencies in us-east-1 answered ResourceNotFoundException: Predefined attribute Product.*terraform untaint ADDRESS/s,
    );
    expect(centre.project.attributes('connect_user.new')).toMatchObject({ user_id: await idOf('newer'), proficiency: [] });
  });

  it('is told once where a policy does not let a refresh read the users, not for each of them', async () => {
    await centre.emulator.control.change({ deny: [{ operation: 'DescribeUser' }] });
    const { code, errors } = await plan(centre);
    expect([code, errors]).toMatchObject([1, [{ summary: expect.stringMatching(/^Reading the user ".+" \(.+\) failed: access denied$/) }]]);
    expect(errors[0]?.detail).toMatch(/Allow connect:DescribeUser.*reported in full once/s);
    await centre.emulator.control.change({ deny: [] });
  });
});

describe('an account that somebody else changes between plan and apply', () => {
  it('gets what the plan announced and keeps the rest; one that is gone fails and is planned anew', async () => {
    const centre = await ContactCentre.start();
    try {
      const declare = (more: Body): Promise<void> =>
        centre.declare({ resource: { connect_user: { changed: agent('changed', more), gone: agent('gone', more) } } });
      await declare({});
      await apply(centre);
      const user = async (name: string): Promise<{ InstanceId: string; UserId: string }> => ({
        InstanceId: INSTANCE_ID,
        UserId: (await centre.userNamed(name))?.Id ?? '',
      });
      await centre
        .outside()
        .send(new UpdateUserRoutingProfileCommand({ ...(await user('changed')), RoutingProfileId: SALES_ROUTING_PROFILE_ID }));
      await centre.outside().send(new DeleteUserCommand(await user('gone')));
      await declare({ hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID });
      const { errors, warnings, writes } = await apply(centre, '-refresh=false');
      expect(errors).toMatchObject([{ address: 'connect_user.gone', summary: expect.stringMatching(/^The user .+ is gone$/) }]);
      expect(warnings).toMatchObject([
        { address: 'connect_user.changed', detail: expect.stringContaining('Other settings (routing profile) now differ') },
      ]);
      expect(writes).toEqual(['UpdateUserHierarchy 200']);
      expect((await plan(centre)).planned).toEqual({ 'connect_user.changed': 'update', 'connect_user.gone': 'create' });
    } finally {
      await centre.close();
    }
  });
});

describe('a service that takes two requests a second, and a burst of five', () => {
  it('throttles no apply to death: eight accounts are made, by few calls that are refused', async () => {
    const centre = await ContactCentre.start({ settings: { rate: 2, burst: 5 } });
    try {
      const agents = Array.from({ length: 8 }, (_, index) => `agent-${index}`);
      await centre.declare(
        { resource: { connect_user: Object.fromEntries(agents.map((name) => [name, agent(name)])) } },
        { requests_per_second: 2, burst: 5 },
      );
      const { code, writes } = await apply(centre);
      expect([code, writes.filter((write) => write === 'CreateUser 200').length]).toEqual([0, agents.length]);
      expect(writes.length).toBeLessThanOrEqual(agents.length + 1);
    } finally {
      await centre.close();
    }
  });
});
