import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import { bareId, INSTANCE, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';

export interface LocatedGroup {
  readonly id: string;
  /** The Region where the group was made: the only one that takes Associate and Disassociate. */
  readonly region: string;
}

/** The home Region of a group: said by its ARN, else looked up among the groups of the instance. */
export async function locateGroup(
  connect: Gateway,
  instance: string,
  group: string,
): Promise<Outcome<LocatedGroup | undefined>> {
  const id = bareId(TRAFFIC_DISTRIBUTION_GROUP, group);
  const region = regionOf(group);
  if (region !== undefined) return succeeded({ id, region });
  const groups = await connect.groups.list(bareId(INSTANCE, instance), regionOf(instance));
  if (!groups.ok) return groups.failure.kind === 'not-found' ? succeeded(undefined) : failed(groups.failure);
  const home = regionOf(groups.value.find((candidate) => candidate.id === id)?.arn ?? '');
  return succeeded(home === undefined ? undefined : { id, region: home });
}
