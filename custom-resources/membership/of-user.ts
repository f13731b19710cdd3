import { failed, type FailureKind, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway, Id, TrafficDistributionGroup, UserRef } from '../../connect/gateway';
import { regionOf } from '../values/identifiers';

/** A group that has the user, and its home Region. */
export interface MemberOf {
  readonly group: TrafficDistributionGroup;
  readonly region: string;
}

/** The traffic distribution groups that have a user, in all Regions of its instance; by `recent` lists, or such as the process has. */
export async function membershipsOf(
  connect: Gateway,
  { instanceId, userId, region = connect.region }: UserRef,
  options: { readonly recent?: boolean } = {},
): Promise<Outcome<readonly MemberOf[]>> {
  const groups = await groupsInAllRegions(connect, instanceId, region, options);
  if (!groups.ok) return groups.failure.kind === 'not-found' ? succeeded([]) : groups;
  const found: MemberOf[] = [];
  for (const group of groups.value) {
    const home = regionOf(group.arn) ?? region;
    const member = await connect.groups.hasUser({ group: group.id, region: home }, userId, options);
    if (!member.ok && member.failure.kind !== 'not-found')
      return failed({ ...member.failure, message: `${member.failure.message} (about the group "${group.name}", ${group.id})` });
    if (member.ok && member.value) found.push({ group, region: home });
  }
  return succeeded(found);
}

/**
 * The groups that the Regions of an instance know, each once: a Region need not show those of another. A Region other than
 * the first where the caller may not look, or where the instance is not known, is left out.
 */
async function groupsInAllRegions(
  connect: Gateway,
  instanceId: Id,
  first: string,
  options: { readonly recent?: boolean },
): Promise<Outcome<readonly TrafficDistributionGroup[]>> {
  const instance = await connect.instances.find(instanceId, first);
  if (!instance.ok && !MAY_BE_LEFT_OUT.includes(instance.failure.kind)) return instance;
  const regions = new Set([first, ...(instance.ok && instance.value ? instance.value.regions : [])]);
  const found = new Map<string, TrafficDistributionGroup>();
  for (const region of regions) {
    const groups = await connect.groups.list(instanceId, region, options);
    if (groups.ok) for (const group of groups.value) found.set(group.id, group);
    else if (region === first || !MAY_BE_LEFT_OUT.includes(groups.failure.kind)) return groups;
  }
  return succeeded([...found.values()]);
}

/** Whoever may not look elsewhere has to do with the first Region. */
const MAY_BE_LEFT_OUT: readonly FailureKind[] = ['not-found', 'denied'];
