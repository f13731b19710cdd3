import { type Failure, failed, type Outcome, succeeded } from '../../connect/failure';
import type { Gateway, Id, TrafficDistributionGroup } from '../../connect/gateway';
import type { Observation } from '../contract/resource';
import { isUnknown, type Planned, UNKNOWN } from '../contract/value';
import { cannotRead } from '../failures/diagnostics';
import { gone } from '../failures/gone';
import { bareId, regionOf, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { type Place, placeOf } from '../values/place';
import { groupOf, type OfGroup } from './ids';

/**
 * How long a refusal is waited for that nothing explains (ms): AWS says of eventual consistency that it may take several
 * minutes.
 */
export const UNEXPLAINED_MS = 4 * 60_000;

/** Statuses that end in ACTIVE by themselves. */
export const PASSING = ['CREATION_IN_PROGRESS', 'UPDATE_IN_PROGRESS'];

export interface LocatedGroup {
  readonly id: Id;
  /** The Region where the group was made: the only one that takes Associate and Disassociate. */
  readonly region: string;
}

/** The Regions of Amazon Connect Global Resiliency (requirements page, 2026): groups can be nowhere else. */
const RESILIENT_REGIONS = ['us-east-1', 'us-west-2', 'eu-central-1', 'eu-west-2', 'ap-northeast-1', 'ap-northeast-3'];

/**
 * The home Region of a group: said by its ARN, else looked up among the groups of the instance. A list
 * that is kept may be older than the group: a miss is looked up once more, in a list of now.
 */
export async function locateGroup(connect: Gateway, place: Place, group: string): Promise<Outcome<LocatedGroup | undefined>> {
  const id = bareId(TRAFFIC_DISTRIBUTION_GROUP, group);
  const said = regionOf(group);
  if (said !== undefined) return succeeded({ id, region: said });
  for (const fresh of [false, true]) {
    const groups = await groupsOfInstance(connect, place, fresh);
    if (!groups.ok) return failed(groups.failure);
    const region = regionOf(groups.value.find((candidate) => candidate.id === id)?.arn ?? '');
    if (region !== undefined) return succeeded({ id, region });
  }
  return succeeded(undefined);
}

/** The home Region of the group that a state names: what the state knows of it, else looked up. */
export const homeOf = (connect: Gateway, state: OfGroup): Promise<Outcome<LocatedGroup | undefined>> =>
  state.region === null
    ? locateGroup(connect, placeOf(state.instance_id, null, connect), state.traffic_distribution_group_id)
    : Promise.resolve(succeeded({ id: groupOf(state).groupId, region: state.region }));

/** What there is of a state, by `read` in the home Region of its group; it is gone with the group. @param what for a failure: `the membership a,b,c` */
export async function observeInGroup<S extends OfGroup>(
  connect: Gateway,
  state: S,
  what: string,
  read: (home: LocatedGroup) => Promise<Outcome<Observation<S>>>,
): Promise<Observation<S>> {
  const failure = (cause: Failure): Observation<S> => ({
    state,
    diagnostics: [cannotRead(`reading ${what}`, cause, state.instance_id)],
  });
  const home = await homeOf(connect, state);
  if (!home.ok) return failure(home.failure);
  if (!home.value) return gone(connect, state);
  const { id: group, region } = home.value;
  const observed = await read(home.value);
  if (observed.ok) return observed.value;
  if (observed.failure.kind === 'not-found') {
    const found = await connect.groups.find({ group, region });
    if (found.ok && !found.value) return gone(connect, state, region);
  }
  return failure(observed.failure);
}

/** The home Region as a plan knows it: that of the state, unless the resource is made anew; else that of the ARN. */
export function plannedRegion(
  prior: { readonly region: string | null } | undefined,
  replace: readonly unknown[],
  group: Planned<string>,
): Planned<string> | null {
  if (prior && replace.length === 0) return prior.region;
  return (isUnknown(group) ? undefined : regionOf(group)) ?? UNKNOWN;
}

/**
 * The groups of an instance, from the Region of the place. Where that Region knows no
 * such instance, or no groups of it, the Regions that can have some are asked in turn.
 */
export async function groupsOfInstance(
  connect: Gateway,
  { instanceId, region: first }: Place,
  fresh: boolean,
): Promise<Outcome<readonly TrafficDistributionGroup[]>> {
  let obstacle: Failure | undefined;
  let known = false;
  for (const region of [first, ...RESILIENT_REGIONS.filter((candidate) => candidate !== first)]) {
    const groups = await connect.groups.list(instanceId, region, { fresh });
    if (groups.ok && groups.value.length > 0) return groups;
    known ||= groups.ok;
    if (groups.ok || groups.failure.kind === 'not-found') continue;
    if (region === first) return groups;
    obstacle ??= groups.failure;
  }
  return obstacle && !known ? failed(obstacle) : succeeded([]);
}
