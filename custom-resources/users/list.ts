import { listedBy } from '../lookup/listed-by';
import { bareId, INSTANCE, regionOf } from '../values/identifiers';
import { users } from './data-source';

/** The users of an instance: those whom the data source finds. */
export const listedUsers = listedBy('connect_user', users, ({ users: found }, { instance_id: instance, region }) => ({
  found: found?.map(({ user_id, name }) => ({
    identity: { instance_id: bareId(INSTANCE, instance), user_id: user_id ?? '', region: region ?? regionOf(instance) },
    displayName: name ?? '',
  })),
}));
