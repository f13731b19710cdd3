import type { Instance } from '../../../../connect/gateway';
import { type PlannedState, UNKNOWN } from '../../../../custom-resources/contract/value';
import type { UserState } from '../../../../custom-resources/user/schema';
import { checkIdentity } from '../../../../custom-resources/user/checks/identity';
import { INSTANCE_ID } from '../../../support/custom-resources/ids';
import { AGENT, DECLARED } from '../../../support/custom-resources/users';

type Management = Instance['identityManagement'];

const [JANE] = AGENT.identity_info;
if (!JANE) throw new Error('The sample agent has no name.');

/** The attributes at which something is told of the plan of a user; of a new one, unless there is a `prior`. */
function toldAt(
  severity: 'error' | 'warning',
  identityManagement: Management,
  declared: Partial<PlannedState<UserState>>,
  prior?: UserState,
): readonly string[] {
  const instance = { id: INSTANCE_ID, identityManagement } as Instance;
  const config = { ...DECLARED, ...declared };
  const found = checkIdentity(prior, { ...AGENT, ...declared }, config, instance);
  for (const { detail } of found) expect(detail).toContain(`The instance ${INSTANCE_ID} uses`);
  return found.filter((one) => one.severity === severity).map(({ path }) => path?.join('.') ?? '');
}

const refusedAt = (management: Management, declared: Partial<PlannedState<UserState>>, prior?: UserState): readonly string[] =>
  toldAt('error', management, declared, prior);

const mail = { identity_info: [{ ...JANE, email: 'jane@example.com' }] };

describe('a new user of an instance with SAML', () => {
  it('takes names and no password', () => expect(refusedAt('SAML', {})).toEqual([]));

  it.each<[string, Partial<PlannedState<UserState>>, string]>([
    ['a password', { password: 'Secret-1' }, 'password'],
    ['a write-only password', { password_wo: 'Secret-1' }, 'password_wo'],
    ['a password that is known only at apply', { password_wo: UNKNOWN }, 'password_wo'],
    ['an id of a directory', { directory_user_id: 'd-1' }, 'directory_user_id'],
    ['an e-mail address', mail, 'identity_info.0.email'],
    ['a user name with a space', { name: 'jane doe' }, 'name'],
    ['a user name of 65 characters', { name: 'j'.repeat(65) }, 'name'],
    ['no name', { identity_info: [] }, 'identity_info'],
    ['no first name', { identity_info: [{ ...JANE, first_name: null }] }, 'identity_info.0.first_name'],
    ['no last name', { identity_info: [{ ...JANE, last_name: null }] }, 'identity_info.0.last_name'],
  ])('is refused with %s', (_what, declared, path) => expect(refusedAt('SAML', declared)).toEqual([path]));

  it('may have a user name of one character, and of 64', () => {
    expect(['j', 'j'.repeat(64)].flatMap((name) => refusedAt('SAML', { name }))).toEqual([]);
  });
});

describe('a new user of an instance whose users Connect manages', () => {
  const password = { password_wo: 'Secret-1' };

  it('needs a password', () => {
    expect(refusedAt('CONNECT_MANAGED', {})).toEqual(['password']);
    expect([password, { password: 'Secret-1' }].flatMap((given) => refusedAt('CONNECT_MANAGED', given))).toEqual([]);
  });

  it('may have an e-mail address and a directory id', () => {
    expect(refusedAt('CONNECT_MANAGED', { ...password, ...mail, directory_user_id: 'd-1' })).toEqual([]);
  });

  it('needs names', () => {
    expect(refusedAt('CONNECT_MANAGED', { ...password, identity_info: [] })).toEqual(['identity_info']);
  });

  it('may have a user name longer than the 20 characters that AWS documents, with a warning', () => {
    const warnedAt = (name: string) => toldAt('warning', 'CONNECT_MANAGED', { ...password, name });
    expect(['j', 'j'.repeat(20)].flatMap(warnedAt)).toEqual([]);
    expect(warnedAt('j'.repeat(21))).toEqual(['name']);
    expect(['j', 'j'.repeat(100)].flatMap((name) => refusedAt('CONNECT_MANAGED', { ...password, name }))).toEqual([]);
  });
});

it('a new user of an existing directory has no password, and the names that the directory knows', () => {
  expect(refusedAt('EXISTING_DIRECTORY', { directory_user_id: 'd-1', identity_info: [] })).toEqual([]);
  expect(refusedAt('EXISTING_DIRECTORY', { password: 'Secret-1' })).toEqual(['password']);
  expect(refusedAt('EXISTING_DIRECTORY', { name: 'j'.repeat(21) })).toEqual(['name']);
});

it('what no user of the instance may have is told once, for a thousand; what one of them lacks, of each', () => {
  const instance = { id: INSTANCE_ID, identityManagement: 'SAML' } as Instance;
  const toldOf = (declared: Partial<PlannedState<UserState>>): readonly (string | undefined)[] =>
    checkIdentity(undefined, { ...AGENT, ...declared }, { ...DECLARED, ...declared }, instance).map(({ common }) => common);
  const common = { password_wo: 'Secret-1', directory_user_id: 'd-1', ...mail };
  expect(toldOf({ name: 'jane', ...common })).toEqual(toldOf({ name: 'john', ...common }));
  expect(new Set(toldOf(common)).size).toBe(3);
  expect(toldOf(common)).not.toContain(undefined);
  expect(toldOf({ name: 'jane doe' })).toEqual([undefined]);
  expect(toldOf({ identity_info: [{ ...JANE, last_name: null }] })).toEqual([undefined]);
});

describe('a user who exists', () => {
  it('keeps what only a new one would be refused for', () => {
    const old = { password: 'Secret-1', directory_user_id: 'd-1', name: 'jane doe', identity_info: [] };
    expect(refusedAt('SAML', old, AGENT)).toEqual([]);
  });

  it.each([
    ['first_name', { ...JANE, first_name: null }],
    ['last_name', { ...JANE, last_name: null }],
  ])('keeps its %s, as a new one would need it', (name, info) => {
    const declared = { identity_info: [info] };
    expect(refusedAt('SAML', declared, AGENT)).toEqual([`identity_info.0.${name}`]);
    expect(refusedAt('CONNECT_MANAGED', declared, AGENT)).toEqual([`identity_info.0.${name}`]);
    expect(refusedAt('EXISTING_DIRECTORY', declared, AGENT)).toEqual([]);
    expect(refusedAt('SAML', declared, { ...AGENT, ...declared })).toEqual([]);
  });

  it('may keep an e-mail address that the state has, and gets no other under SAML', () => {
    expect(refusedAt('SAML', mail, { ...AGENT, ...mail })).toEqual([]);
    expect(refusedAt('SAML', mail, AGENT)).toEqual(['identity_info.0.email']);
  });
});

it('what is known only at apply is not refused before', () => {
  expect(refusedAt('SAML', { name: UNKNOWN, identity_info: UNKNOWN, directory_user_id: UNKNOWN })).toEqual([]);
  expect(refusedAt('SAML', { identity_info: [UNKNOWN] })).toEqual([]);
  expect(refusedAt('SAML', { identity_info: [{ ...JANE, email: UNKNOWN }] })).toEqual([]);
});
