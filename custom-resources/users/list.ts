import type { ListResource } from '../contract/resource';
import { askedOf } from '../lookup/asked';
import { bareId, INSTANCE, regionOf } from '../values/identifiers';
import { users } from './data-source';
import { schema, type UsersState } from './data-source-schema';

/** The users of an instance: those whom the data source finds. */
export const listedUsers: ListResource<Omit<UsersState, 'user_ids' | 'users'>> = {
  type: 'connect_user',
  schema: askedOf(schema),
  operations: users.operations,
  validate: (config) => users.validate?.({ ...config, user_ids: null, users: null }) ?? [],

  async list(config, context) {
    const { state, diagnostics } = await users.read({ ...config, user_ids: null, users: null }, context);
    const region = config.region ?? regionOf(config.instance_id);
    return {
      diagnostics,
      found: state?.users?.map(({ user_id, name }) => ({
        identity: { instance_id: bareId(INSTANCE, config.instance_id), user_id: user_id ?? '', region },
        displayName: name ?? '',
      })),
    };
  },
};
