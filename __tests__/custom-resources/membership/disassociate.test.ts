import { idIn } from '../../../connect/shapes/ids';
import { succeeded } from '../../../connect/failure';
import type { Instance, TrafficDistributionGroup, User } from '../../../connect/gateway';
import { disassociate } from '../../../custom-resources/membership/disassociate';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, MEMBERSHIP } from '../../support/custom-resources/groups';
import { USER_ID } from '../../support/custom-resources/ids';
import { LIVE } from '../../support/custom-resources/users';

const TIMEOUT_MS = 60_000;
const group = (status: string) => found<TrafficDistributionGroup | undefined>({ ...GROUP, status });
const members = (...ids: readonly string[]) => found(new Set(ids.map(idIn)));

async function run(
  groups: Answers['groups'],
  users: Answers['users'] = { find: found<User | undefined>(LIVE) },
  instances: Answers['instances'] = {},
  timeoutMs = TIMEOUT_MS,
) {
  const connect = fakeConnect({ groups, users, instances });
  const context = testContext(connect);
  const start = context.clock.now();
  const problem = await context.clock.run(disassociate({ connect, context, deadline: start + timeoutMs }, MEMBERSHIP));
  return { connect, problem, took: context.clock.now() - start };
}

it('ends a membership with one call', async () => {
  const { connect, problem } = await run({});
  expect(problem).toBeUndefined();
  expect(connect.calls).toEqual([{ method: 'disassociateUser', given: [MEMBERSHIP] }]);
});

describe.each(['not-found', 'conflict', 'invalid'] as const)('answered with "%s"', (kind) => {
  const disassociateUser = refuses(kind);

  it('is success when the user is no member', async () => {
    expect((await run({ disassociateUser, find: group('ACTIVE'), listUsers: members('somebody-else') })).problem).toBeUndefined();
  });

  it('is success when the group is gone', async () => {
    const { connect, problem } = await run({ disassociateUser });
    expect(problem).toBeUndefined();
    expect(connect.called).toEqual(['disassociateUser', 'find', 'find']);
  });

  it('fails when the whole instance is not to be found, as with the credentials of another account', async () => {
    expect((await run({ disassociateUser }, undefined, { find: found<Instance | undefined>(undefined) })).problem).toMatchObject({
      severity: 'error',
    });
  });

  it('tries again while the user is still a member', async () => {
    const { connect, problem } = await run({
      disassociateUser: answers<void>(refusal(kind), refusal(kind), succeeded(undefined)),
      find: group('ACTIVE'),
      listUsers: members(USER_ID),
    });
    expect(problem).toBeUndefined();
    expect(connect.given('disassociateUser')).toHaveLength(3);
  });

  it('fails with the answer when the user is still a member at the end', async () => {
    const { problem, took } = await run({ disassociateUser, find: group('ACTIVE'), listUsers: members(USER_ID) });
    expect(problem?.summary).toContain(`Disassociating user ${USER_ID}`);
    expect(took).toBeLessThanOrEqual(TIMEOUT_MS);
  });

  it('fails after four minutes when nothing explains it, however long the timeout is', async () => {
    const { problem, took } = await run(
      { disassociateUser, find: group('ACTIVE'), listUsers: members(USER_ID) },
      undefined,
      undefined,
      20 * TIMEOUT_MS,
    );
    expect(problem?.summary).toContain(`Disassociating user ${USER_ID}`);
    expect(took).toBe(240_000 - 250);
  });

  it('waits for a group that is being updated, whatever its list of members says', async () => {
    const find = answers(
      ...['UPDATE_IN_PROGRESS', 'UPDATE_IN_PROGRESS', 'ACTIVE'].map((status) =>
        succeeded<TrafficDistributionGroup | undefined>({ ...GROUP, status }),
      ),
    );
    const { connect, problem } = await run({ disassociateUser, find, listUsers: members() });
    expect(problem).toBeUndefined();
    expect(connect.given('disassociateUser')).toHaveLength(3);
  });

  it('fails when the group is still being updated at the end', async () => {
    const { problem } = await run({ disassociateUser, find: group('UPDATE_IN_PROGRESS') });
    expect(problem?.summary).toBe('The traffic distribution group is UPDATE_IN_PROGRESS');
  });

  it('fails at once when the group will never take the call', async () => {
    const { problem, took } = await run({ disassociateUser, find: group('DELETION_FAILED'), listUsers: members(USER_ID) });
    expect(problem?.summary).toBe('The traffic distribution group is DELETION_FAILED');
    expect(took).toBe(0);
  });

  it('fails at once when the members may not be listed, and says so', async () => {
    const { problem, took } = await run({ disassociateUser, find: group('ACTIVE'), listUsers: refuses('denied') });
    expect(problem?.detail).toContain('deniedException');
    expect(took).toBe(0);
  });
});

it.each(['denied', 'throttled', 'unavailable', 'cancelled'] as const)('fails at once as %s', async (kind) => {
  const { connect, problem } = await run({ disassociateUser: refuses(kind) });
  expect(problem?.severity).toBe('error');
  expect(connect.called).toEqual(['disassociateUser']);
});

it('is success for a deleted user whom the list keeps and the service does not let go', async () => {
  const groups = { disassociateUser: refuses('not-found'), find: group('ACTIVE'), listUsers: members(USER_ID) };
  expect(await run(groups, { find: found<User | undefined>(undefined) })).toMatchObject({ problem: undefined, took: 0 });
});

it('asks once more for a deleted user when the group may just have become active', async () => {
  const disassociateUser = answers<void>(refusal('not-found'), succeeded(undefined));
  const groups = { disassociateUser, find: group('ACTIVE'), listUsers: members(USER_ID) };
  const { connect, problem, took } = await run(groups, { find: found<User | undefined>(undefined) });
  expect({ problem, took }).toEqual({ problem: undefined, took: 0 });
  expect(connect.given('disassociateUser')).toHaveLength(2);
});
