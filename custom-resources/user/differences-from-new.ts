import type { PhoneConfig, User } from '../../connect/model';
import type { Settings } from '../contract/settings';
import { userChanges } from './changes';
import { NOUN } from './attribute-groups';
import type { UserState } from './schema';
import * as declaredUser from './to-connect';

/**
 * In what an existing user differs from one that CreateUser would make from the declaration; in nothing, it
 * is what an apply left that was cut off after the call. Stricter than a diff: what is not declared must
 * not be set. A password cannot be compared.
 */
export function differencesFromNew(user: User, desired: UserState, settings: Settings): readonly string[] {
  const changed = userChanges({ user }, desired, settings).map(({ group }) => NOUN[group]);
  const identity = declaredUser.identity(desired) ?? {};
  const others = [
    ...(Object.keys(user.identity).some((member) => !(member in identity)) ? [NOUN.identity] : []),
    ...(desired.phone_config.length === 0 && !isDefault(user.phone) ? [NOUN.phone] : []),
    ...(desired.directory_user_id !== null && user.directoryUserId !== desired.directory_user_id ? ['directory user id'] : []),
  ];
  return [...new Set([...changed, ...others])];
}

/** What Connect shows of phone settings that nobody made; settings per channel show there too. */
const isDefault = (phone: PhoneConfig | undefined): boolean =>
  phone === undefined || (phone.phoneType !== 'DESK_PHONE' && !phone.deskPhoneNumber);
