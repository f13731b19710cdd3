import { failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import { bareId, INSTANCE, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';

export interface LocatedGroup {
  readonly id: string;
  /** The Region where the group was made: the only one that takes Associate and Disassociate. */
  readonly region: string;
}

/** The Regions of Amazon Connect Global Resiliency (requirements page, 2026): groups can be nowhere else. */
const RESILIENT_REGIONS = ['us-east-1', 'us-west-2', 'eu-central-1', 'eu-west-2', 'ap-northeast-1', 'ap-northeast-3'];

/**
 * The home Region of a group: said by its ARN, else looked up among the groups of the instance. Where
 * the Region to ask knows no such instance, the Regions that can have groups are asked in turn.
 */
export async function locateGroup(
  connect: Gateway,
  instance: string,
  group: string,
): Promise<Outcome<LocatedGroup | undefined>> {
  const id = bareId(TRAFFIC_DISTRIBUTION_GROUP, group);
  const said = regionOf(group);
  if (said !== undefined) return succeeded({ id, region: said });
  const first = regionOf(instance) ?? connect.region;
  for (const region of [first, ...RESILIENT_REGIONS.filter((candidate) => candidate !== first)]) {
    const groups = await connect.groups.list(bareId(INSTANCE, instance), region);
    if (!groups.ok && groups.failure.kind !== 'not-found') return region === first ? failed(groups.failure) : succeeded(undefined);
    const home = groups.ok ? regionOf(groups.value.find((candidate) => candidate.id === id)?.arn ?? '') : undefined;
    if (home !== undefined) return succeeded({ id, region: home });
    if (groups.ok && groups.value.length > 0) return succeeded(undefined);
  }
  return succeeded(undefined);
}
