import type { Instance } from '../state/instance';
import type { User } from '../state/things';
import { notFound } from '../wire/service-error';
import type { Call } from './call';

export interface FoundUser {
  readonly id: string;
  readonly user: User;
}

/** The user that a call reads, named by id, or by ARN where the settings take one. */
export function findUser(instance: Instance, call: Call, idOrArn: string): FoundUser {
  const isArn = idOrArn.startsWith('arn:');
  const id = isArn && call.settings.answers.userIdAsArn === 'accepted' ? userIdOf(instance, call, idOrArn) : idOrArn;
  const user = id === undefined ? undefined : instance.users.find(id, call.view);
  if (id === undefined || !user) throw notFound(`User ${idOrArn}`);
  return { id, user };
}

/** The user that a call changes, in its newest state, which this Region may not show yet. */
export function findUserToChange(instance: Instance, call: Call, idOrArn: string): FoundUser {
  const { id } = findUser(instance, call, idOrArn);
  const user = instance.users.latest(id);
  if (!user) throw notFound(`User ${idOrArn}`);
  return { id, user };
}

/** A bare user id from an id or from an ARN of this instance in one of its Regions. */
export function userIdOf(instance: Instance, call: Call, idOrArn: string): string | undefined {
  if (!idOrArn.startsWith('arn:')) return idOrArn;
  const id = idOrArn.slice(idOrArn.lastIndexOf('/') + 1);
  return instance.regions.some((region) => idOrArn === call.arn(`instance/${instance.facts.id}/agent/${id}`, region)) ? id : undefined;
}
