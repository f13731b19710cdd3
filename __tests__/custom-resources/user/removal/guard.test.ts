import type { CheckRequest } from '../../../../custom-resources/contract/resource';
import type { Settings } from '../../../../custom-resources/contract/settings';
import { UNKNOWN } from '../../../../custom-resources/contract/value';
import { guardUser } from '../../../../custom-resources/user/removal/guard';
import { goneLeaving } from '../../../../custom-resources/user/private-data';
import type { UserState } from '../../../../custom-resources/user/schema';
import { fakeConnect } from '../../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../../support/custom-resources/context';
import { AGENT, DECLARED } from '../../../support/custom-resources/users';

const PROTECTED: UserState = { ...AGENT, deletion_protection: true };
const planned = { ...DECLARED, id: UNKNOWN, user_id: UNKNOWN };
const replacing = (config: Partial<UserState>): Partial<CheckRequest<UserState>> => ({
  prior: PROTECTED,
  planned,
  config: { ...DECLARED, ...config },
  replacing: true,
});

async function told(request: Partial<CheckRequest<UserState>>, settings: Partial<Settings> = {}): Promise<readonly string[]> {
  const connect = fakeConnect();
  const context = testContext(connect, { settings: { ...SETTINGS, ...settings } });
  const found = await context.clock.run(guardUser({ private: {}, ...request }, context));
  expect(connect.called).toEqual([]);
  return found.map(({ severity, summary }) => `${severity}: ${summary}`);
}

const SHIELDED = ['error: Users with deletion_protection would be deleted: 1'];

describe('a user with deletion_protection', () => {
  it.each<[string, Partial<CheckRequest<UserState>>]>([
    ['taken out of the configuration, or destroyed', { prior: PROTECTED }],
    ['replaced', replacing({ deletion_protection: true })],
    ['replaced, where it is declared in the same change', { ...replacing({ deletion_protection: true }), prior: AGENT }],
    [
      'made anew because it is tainted, or by -replace',
      { planned, config: { ...DECLARED, deletion_protection: true }, replaced: { state: PROTECTED, private: {} }, replanned: true },
    ],
  ])('is not %s', async (_what, request) => {
    expect(await told(request)).toEqual(SHIELDED);
  });

  it.each<[string, Partial<CheckRequest<UserState>>, Partial<Settings>]>([
    ['destroyed where the provider lifts it by name', { prior: PROTECTED }, { unprotected: ['jdoe'] }],
    ['destroyed where the provider lifts it by id', { prior: PROTECTED }, { unprotected: [String(AGENT.user_id)] }],
    ['replaced where the same change declares it unprotected', replacing({ deletion_protection: false }), {}],
    ['replaced where the same change leaves the protection out', replacing({}), {}],
    ['changed in place', { prior: PROTECTED, planned: PROTECTED, config: PROTECTED }, {}],
    ['created', { planned, config: { ...DECLARED, deletion_protection: true } }, {}],
    ['cleaned up after somebody deleted it', { prior: PROTECTED, private: goneLeaving([]) }, {}],
  ])('is %s', async (_what, request, settings) => {
    expect(await told(request, settings)).toEqual([]);
  });

  it('stays protected while it is not known whether it is declared so', async () => {
    expect(await told({ ...replacing({}), config: { ...DECLARED, deletion_protection: UNKNOWN } })).toEqual(SHIELDED);
  });
});

it('is not deleted beyond max_user_deletions; as many as it says are', async () => {
  expect(await told({ prior: AGENT }, { maxUserDeletions: 1 })).toEqual([]);
  expect(await told({ prior: AGENT }, { maxUserDeletions: 0 })).toEqual([
    'error: Too many users would be deleted: 1, and max_user_deletions is 0',
  ]);
});

it('is named where it may not go', async () => {
  const context = testContext(fakeConnect(), { settings: { ...SETTINGS, maxUserDeletions: 0 } });
  const [problem] = await context.clock.run(guardUser({ prior: AGENT, private: {} }, context));
  expect(problem?.detail).toContain(`- "jdoe" (${AGENT.user_id})\n`);
});
