import { idIn } from '../../../connect/shapes/ids';
import type { PlanRequest } from '../../../custom-resources/contract/resource';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { planUser } from '../../../custom-resources/user/plan';
import { goneLeaving } from '../../../custom-resources/user/private-data';
import type { UserState } from '../../../custom-resources/user/schema';
import { SETTINGS } from '../../support/custom-resources/context';
import { AGENT, DECLARED } from '../../support/custom-resources/users';

type Config = PlanRequest<UserState>['config'];

const plan = (prior: Partial<UserState> | undefined, config: Partial<Config>, more: Partial<PlanRequest<UserState>> = {}) =>
  planUser({
    prior: prior && { ...AGENT, ...prior },
    config: { ...DECLARED, ...config },
    private: {},
    settings: SETTINGS,
    ...more,
  });

/** What a plan says about a change, as attribute and severity. */
const findings = (prior: Partial<UserState>, config: Partial<Config>): readonly string[] =>
  (plan(prior, config).diagnostics ?? []).map(({ path = [], severity }) => `${path.join('.')} ${severity}`);

describe('a new user', () => {
  it('is planned with its defaults, and with what Connect decides as not known yet', () => {
    expect(plan(undefined, {}).planned).toEqual({
      ...DECLARED,
      quick_connects_on_delete: 'delete',
      directory_user_id: UNKNOWN,
      tags_all: {},
      id: UNKNOWN,
      user_id: UNKNOWN,
      arn: UNKNOWN,
    });
  });

  it('never has its write-only password in the plan', () => {
    expect(plan(undefined, { password_wo: 'Secret123', password_wo_version: 1 }).planned).toMatchObject({
      password_wo: null,
      password_wo_version: 1,
    });
  });

  it('needs the password whose version is declared', () => {
    expect(plan(undefined, { password_wo: null, password_wo_version: 1 }).diagnostics).toMatchObject([
      { severity: 'error', path: ['password_wo_version'], summary: 'A version without a password' },
    ]);
    expect(plan(undefined, { password_wo: UNKNOWN, password_wo_version: 1 }).diagnostics).toEqual([]);
  });

  it('may have any password and directory user id', () => {
    expect(plan(undefined, { password: 'Secret123', directory_user_id: 'd-1' }).diagnostics).toEqual([]);
  });
});

it('calls in the Region of another ARN of its instance, and in none that no ARN names', () => {
  const home = 'arn:aws:connect:us-east-1:111122223333:instance/i-1';
  const replica = home.replace('us-east-1', 'us-west-2');
  const planned = (before: string, after: Config['instance_id']) =>
    plan({ instance_id: before }, { instance_id: after }).planned.instance_id;
  expect([planned(home, replica), planned(home, home), planned('i-1', home), planned(home, 'i-1')]).toEqual([replica, home, 'i-1', home]);
});

it('calls in the Region of an ARN, or in that of the provider after one, where these are two', () => {
  const arn = 'arn:aws:connect:us-east-1:111122223333:instance/i-1';
  const planned = (before: string, after: string, region: string) =>
    plan({ instance_id: before }, { instance_id: after }, { settings: { ...SETTINGS, region } }).planned.instance_id;
  expect([planned('i-1', arn, 'us-west-2'), planned(arn, 'i-1', 'us-west-2')]).toEqual([arn, 'i-1']);
  expect([planned('i-1', arn, 'us-east-1'), planned(arn, 'i-1', 'us-east-1')]).toEqual(['i-1', arn]);
});

it('says of a directory user id that was declared later that the account may have it already', () => {
  const adviceAfter = (before: string | null) =>
    plan({ directory_user_id: before }, { directory_user_id: 'd-1' }).diagnostics?.map(({ detail }) => detail);
  expect(adviceAfter(null)).toEqual([
    expect.stringMatching(/^None was declared .* Remove "directory_user_id"\. An account that has this id already keeps it/),
  ]);
  expect(adviceAfter('d-0')).toEqual([expect.stringMatching(/Put the old value back/)]);
  expect(adviceAfter('d-1')).toEqual([]);
});

it('plans nothing for a user that is as declared', () => {
  expect(plan({}, {})).toEqual({ planned: AGENT, replace: [], diagnostics: [] });
});

it('plans the default tags of the provider with those of the user over them', () => {
  const settings = { ...SETTINGS, defaultTags: { env: 'prod', team: 'none' } };
  expect(plan({}, { tags: { team: 'a' } }, { settings }).planned.tags_all).toEqual({ env: 'prod', team: 'a' });
  expect(plan({}, {}, { settings: undefined }).planned.tags_all).toBe(UNKNOWN);
});

it.each([
  ['name', { name: 'janed' }],
  ['instance_id', { instance_id: 'another-instance' }],
] as const)('replaces the user when its %s changes, and then says nothing about passwords', (attribute, config) => {
  const { replace, diagnostics } = plan({ password: 'Secret123' }, { ...config, password: 'Another123' });
  expect(replace).toEqual([[attribute]]);
  expect(diagnostics).toEqual([]);
});

describe('what Connect cannot change', () => {
  it.each<[string, Partial<UserState>, Partial<Config>, readonly string[]]>([
    ['another password', { password: 'Secret123' }, { password: 'Another123' }, ['password error']],
    ['another version of the write-only password', { password_wo_version: 1 }, { password_wo_version: 2 }, ['password_wo_version error']],
    ['another directory user id', { directory_user_id: 'd-1' }, { directory_user_id: 'd-2' }, ['directory_user_id error']],
    ['a password for a user that was imported', {}, { password: 'Secret123' }, ['password warning']],
    ['the password in the write-only form', { password: 'Secret123' }, { password_wo_version: 1 }, ['password_wo_version warning']],
    ['no password any more', { password: 'Secret123' }, {}, []],
    ['the same password', { password: 'Secret123' }, { password: 'Secret123' }, []],
    ['a password that is not known yet', { password: 'Secret123' }, { password: UNKNOWN }, []],
    ['a directory user id that is not known yet', { directory_user_id: 'd-1' }, { directory_user_id: UNKNOWN }, []],
    ['no directory user id any more', { directory_user_id: 'd-1' }, {}, []],
    ['the same version, whose password no variable gives any more', { password_wo_version: 1 }, { password_wo_version: 1 }, []],
  ])('with %s', (_what, prior, config, expected) => {
    expect(findings(prior, config)).toEqual(expected);
  });

  it('never repeats a password', () => {
    const { diagnostics } = plan({ password: 'Secret123' }, { password: 'Another123' });
    expect(JSON.stringify(diagnostics)).not.toMatch(/Secret123|Another123/);
  });
});

describe('what Connect keeps when it is taken out of the configuration', () => {
  const [jane] = AGENT.identity_info;
  const accepting = [{ channel: 'VOICE', auto_accept: true, agent_first_callback_auto_accept: null }];
  const enhancing = [{ channel: 'VOICE', voice_enhancement_mode: 'NONE' }];
  if (!jane) throw new Error('The sample agent lacks an identity.');

  it('is told in words that hold for a user that is imported, too, of whom the configuration never had it', () => {
    const kept = plan({}, { identity_info: [], phone_config: [] }).diagnostics ?? [];
    expect(kept.map(({ detail }) => /no longer/.test(detail))).toEqual([true, true]);
  });

  it.each<[string, Partial<UserState>, Partial<Config>, readonly string[]]>([
    ['the identity', {}, { identity_info: [] }, ['identity_info warning']],
    ['the mobile number', { identity_info: [{ ...jane, mobile: '+12065550101' }] }, {}, ['identity_info.0.mobile warning']],
    ['the phone settings', {}, { phone_config: [] }, ['phone_config warning']],
    [
      'the last block of a channel',
      { phone_config: [], auto_accept_config: accepting },
      { phone_config: [] },
      ['auto_accept_config warning'],
    ],
    ['the phone settings for others per channel', {}, { phone_config: [], auto_accept_config: accepting }, []],
    ['settings per channel for others that hold for all', { phone_config: [], auto_accept_config: accepting }, {}, []],
    [
      'blocks for some that are not known yet',
      { auto_accept_config: accepting },
      { auto_accept_config: UNKNOWN, identity_info: UNKNOWN },
      [],
    ],
  ])('is told for %s', (_what, prior, config, expected) => {
    expect(findings(prior, config)).toEqual(expected);
  });

  it('is told for one channel of several', () => {
    const both = [...accepting, { channel: 'CHAT', auto_accept: true, agent_first_callback_auto_accept: null }];
    expect(findings({ phone_config: [], auto_accept_config: both }, { phone_config: [], auto_accept_config: accepting })).toEqual([
      'auto_accept_config warning',
    ]);
    const refusing = both.map((block) => ({ ...block, auto_accept: false }));
    expect(findings({ phone_config: [], auto_accept_config: both }, { phone_config: [], auto_accept_config: refusing })).toEqual([]);
    const unknown = [{ ...accepting[0], channel: UNKNOWN } as never];
    expect(findings({ phone_config: [], auto_accept_config: both }, { phone_config: [], auto_accept_config: unknown })).toEqual([]);
  });

  it('is told for voice enhancement, which phone_config does not replace', () => {
    expect(findings({ phone_config: [], voice_enhancement_config: enhancing }, {})).toEqual(['voice_enhancement_config warning']);
  });

  it('is told for phone settings, which voice enhancement does not replace', () => {
    expect(findings({}, { phone_config: [], voice_enhancement_config: enhancing })).toEqual(['phone_config warning']);
  });
});

it.each([
  ['instance_id', 'The instance is not known yet'],
  ['name', 'The user name is not known yet'],
])('warns that a user is made anew, though perhaps nothing changes, where its %s is known only at apply', (attribute, summary) => {
  const { replace, diagnostics } = plan({}, { [attribute]: UNKNOWN });
  expect(replace).toEqual([[attribute]]);
  expect(diagnostics).toMatchObject([
    {
      severity: 'warning',
      path: [attribute],
      summary,
      detail: expect.stringContaining('Accounts are deleted and made anew'),
    },
  ]);
  expect(plan(undefined, { [attribute]: UNKNOWN }).diagnostics).toEqual([]);
});

it('replaces a user that is deleted while quick connects still point at it', () => {
  const gone = goneLeaving([{ id: idIn('qc-1'), arn: '', name: 'Jane', type: 'USER' }]);
  const { planned, replace, diagnostics } = plan({ password: 'Secret123' }, { password: 'Another123' }, { private: gone });
  expect(planned).toEqual({ ...AGENT, password: 'Another123', id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN });
  expect(replace).toEqual([['user_id']]);
  expect(diagnostics).toEqual([]);
});
