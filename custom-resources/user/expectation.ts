import type { Expectation, User } from '../../connect/model';
import type { PrivateData } from '../contract/value';
import type { Settings } from '../contract/settings';
import { equalStates } from '../values/equality';
import { refreshed } from './from-connect';
import { schema, type UserState } from './schema';
import { identity, proficiencies } from './to-connect';

/**
 * What a state lets expect of its user, so that a list shared by all users can confirm it. SearchUsers
 * shows no e-mails and no mobile number: where those are declared, the user must not have been modified
 * since they were last known. Proficiencies are not its business: they are read for each user.
 */
export function expectationOf(state: UserState, known: PrivateData, settings: Settings): Expectation {
  const { email, secondaryEmail, mobile } = identity(state) ?? {};
  const hidden = { email, secondaryEmail, mobile };
  const matters = Object.values(hidden).some((value) => value !== undefined);
  return {
    agrees: (shown: User): boolean => {
      const user = { ...shown, identity: { ...hidden, ...shown.identity } };
      return equalStates(schema, refreshed({ user, proficiencies: proficiencies(state) }, state, false, settings), state);
    },
    ...(matters && { since: knownAsOf(known) }),
  };
}

const AS_OF = 'asOf';

/** Kept with a user: everything about it is known up to this time of the service. */
export const asOf = (at: number | undefined): PrivateData => (at === undefined ? {} : { [AS_OF]: at });

/** The service tells the time of an answer in whole seconds, that of a modification more exactly. */
export const asOfWrite = (at: number | undefined): PrivateData => asOf(at === undefined ? undefined : at + 999);

/** Never, for a user of which the time is not known: it has to be looked at. */
const knownAsOf = (known: PrivateData): number => {
  const at = known[AS_OF];
  return typeof at === 'number' ? at : 0;
};
