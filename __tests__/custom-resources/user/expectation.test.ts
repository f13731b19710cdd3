import fc from 'fast-check';
import type { User } from '../../../connect/gateway';
import { asObserved } from '../../../custom-resources/user/fields/from-connect';
import { expectationOf } from '../../../custom-resources/user/observe';
import type { UserState } from '../../../custom-resources/user/schema';
import { existingUser } from '../../support/custom-resources/arbitrary-user';
import { SETTINGS } from '../../support/custom-resources/context';
import { AGENT, LIVE } from '../../support/custom-resources/users';

const [JANE] = AGENT.identity_info;
if (!JANE) throw new Error('The sample agent lacks an identity.');
const DECLARED: UserState = { ...AGENT, directory_user_id: 'd-0' };
const WITH_EMAIL: UserState = { ...AGENT, identity_info: [{ ...JANE, email: 'j@example.com' }] };

/** As SearchUsers shows a user: without what it never shows. */
const shown = ({ identity: { firstName, lastName }, ...user }: User): User => ({
  ...user,
  identity: { ...(firstName !== undefined && { firstName }), ...(lastName !== undefined && { lastName }) },
});

it('is met by any user that is as its state, though a list shows less of it', () => {
  fc.assert(fc.property(existingUser(), (state) => expectationOf(state, {}, SETTINGS).agrees(shown(asObserved(state).user))));
});

it.each<[string, Partial<User>]>([
  ['another user name', { username: 'janed' }],
  ['another last name', { identity: { firstName: 'Jane', lastName: 'Roe' } }],
  ['a hierarchy group', { hierarchyGroupId: 'team' }],
  ['another routing profile', { routingProfileId: 'vip' }],
  ['one security profile less', { securityProfileIds: ['agent'] }],
  ['other phone settings', { phone: { ...LIVE.phone, autoAccept: true } }],
  ['another tag', { tags: { team: 'a' } }],
  ['another directory user id', { directoryUserId: 'd-1' }],
])('is not met by a user with %s', (_what, other) => {
  const { agrees } = expectationOf(DECLARED, {}, SETTINGS);
  const live = { ...LIVE, directoryUserId: 'd-0' };
  expect(agrees(shown(live))).toBe(true);
  expect(agrees(shown({ ...live, ...other }))).toBe(false);
});

describe('the directory user id, which nothing changes', () => {
  it('says nothing where none is declared: Connect gives one to each account that it keeps itself', () => {
    expect(expectationOf(AGENT, {}, SETTINGS).agrees(shown({ ...LIVE, directoryUserId: 'd-1' }))).toBe(true);
  });

  it('may be left out by a list', () => {
    expect(expectationOf({ ...AGENT, directory_user_id: 'd-1' }, {}, SETTINGS).agrees(shown(LIVE))).toBe(true);
  });
});

it('is met in any order of security profiles and channels', () => {
  const accepts = (channel: string) => ({ channel, auto_accept: true, agent_first_callback_auto_accept: null });
  const state = { ...AGENT, auto_accept_config: [accepts('VOICE'), accepts('CHAT')] };
  const autoAccept = ['CHAT', 'VOICE'].map((channel) => ({ channel, autoAccept: true }));
  const { agrees } = expectationOf(state, {}, SETTINGS);
  expect(agrees({ ...LIVE, securityProfileIds: ['supervisor', 'agent'], channels: { autoAccept } })).toBe(true);
});

it('asks when the user was last modified only where it declares what a list does not show', () => {
  expect(expectationOf(AGENT, { asOf: 7 }, SETTINGS).since).toBeUndefined();
  expect(expectationOf(WITH_EMAIL, { asOf: 7 }, SETTINGS).since).toBe(7);
});

it('calls for a look when it is not known since when the state holds', () => {
  expect(expectationOf(WITH_EMAIL, {}, SETTINGS).since).toBe(0);
});
