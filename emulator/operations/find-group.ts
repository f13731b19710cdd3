import type { Instance } from '../state/instance';
import type { Group } from '../state/things';
import { notFound } from '../wire/service-error';
import type { Call } from './call';

export interface FoundGroup {
  readonly id: string;
  readonly instance: Instance;
  readonly group: Group;
}

/**
 * The group that a call names. A bare id is known in the group's home Region only; from the replica
 * Region it takes the ARN, which names the home Region.
 */
export function findGroup(call: Call, idOrArn: string): FoundGroup {
  const isArn = idOrArn.startsWith('arn:');
  const id = isArn ? idOrArn.slice(idOrArn.lastIndexOf('/') + 1) : idOrArn;
  const missing = notFound(`Traffic distribution group ${idOrArn}`);
  if (call.caller.account !== call.world.account) throw missing;
  for (const instance of call.world.instancesIn(call.region)) {
    const group = instance.groups.find(id, call.viewAtHome(instance));
    if (!group || call.status(group) === 'GONE') continue;
    if (isArn ? idOrArn !== call.groupArn(instance, id) : call.region !== instance.facts.homeRegion) throw missing;
    return { id, instance, group };
  }
  throw missing;
}

/** As `findGroup`, for the operations that work in the home Region only. */
export function findGroupAtHome(call: Call, idOrArn: string): FoundGroup {
  const found = findGroup(call, idOrArn);
  if (call.region !== found.instance.facts.homeRegion) throw notFound(`Traffic distribution group ${idOrArn}`);
  return found;
}
