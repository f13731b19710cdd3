import type { UserState } from './schema';

/** As messages name an account; an import by the id does not know its user name yet. */
export const named = ({ name, user_id }: Pick<UserState, 'name' | 'user_id'>): string => (name ? `"${name}" (${user_id})` : `${user_id}`);
