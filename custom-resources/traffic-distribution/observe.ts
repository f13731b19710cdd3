import type { Failure, Outcome } from '../../connect/failure';
import type { Distribution, TrafficDistributionGroup } from '../../connect/gateway';
import type { Context, Observation, ObserveRequest } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { callFailed, cannotRead } from '../failures/diagnostics';
import { gone } from '../failures/gone';
import { UNEXPLAINED_MS } from '../membership/group';
import { endOfWindow } from '../waiting/read-new';
import { retry } from '../waiting/retry';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import { sharesNotTold } from './diagnostics';
import { Regions, regionsOf } from './regions';
import { readShares, type SharesRead } from './read-shares';
import { asShown, CURRENT, isSame, PARTS, toConnect } from './shares';
import type { DistributionState } from './schema';

/** The shares as they are now, beside what was declared. An import takes them for declared. */
export async function observeDistribution(
  { state, private: known, imported }: ObserveRequest<DistributionState>,
  context: Context,
): Promise<Observation<DistributionState>> {
  const fallback = context.connect({ timeoutMs: READ_TIMEOUT_MS }).region;
  const regions = new Regions(context, regionsOf(state, fallback), context.clock.now() + READ_TIMEOUT_MS);
  const group = state.arn ?? state.traffic_distribution_group_id;
  const describe = (): Promise<Outcome<TrafficDistributionGroup | undefined>> =>
    regions.call((connect, region) => connect.groups.find({ group, region }));
  const failed = (failure: Failure): Observation<DistributionState> => {
    const what = `reading the shares of the traffic distribution group ${group}`;
    const { instance_id: instance } = state;
    return { state, diagnostics: [instance === null ? callFailed(what, failure) : cannotRead(what, failure, instance)] };
  };

  const live = await newestShares(regions, group, state, known, context);
  if ('passing' in live) return { state, diagnostics: [sharesNotTold(group, live.passing)] };
  if (!live.ok) return failed(live.failure);
  const described = imported || !live.value ? await describe() : undefined;
  if (described?.ok === false) return failed(described.failure);
  if (!live.value || (described && !described.value)) return goneWithGroup(state, described?.value !== undefined, regions, context);
  return {
    state: {
      ...state,
      ...asShown(live.value),
      ...(described?.value && { arn: described.value.arn, instance_id: described.value.instanceId }),
      ...(imported && asDeclared(toConnect(live.value))),
    },
    private: {},
  };
}

/** For a while after a change of ours, other shares than it set are older than it. */
function newestShares(
  regions: Regions,
  group: string,
  state: DistributionState,
  known: PrivateData,
  context: Context,
): Promise<SharesRead> {
  return retry<SharesRead>(context, { deadline: endOfWindow(known['created'], context) }, async () => {
    const live = await readShares(group, regions, context, context.clock.now() + UNEXPLAINED_MS);
    if (!live.ok) return { done: live };
    const { value: shares } = live;
    if (shares && PARTS.every((part) => isSame(state[CURRENT[part]], shares[part]))) return { done: live };
    return { again: 'the shares that are shown may be older than the last change', otherwise: live };
  });
}

/** The shares are gone with their group: not because a Region, or the credentials, know nothing of it. */
async function goneWithGroup(
  state: DistributionState,
  isThere: boolean,
  regions: Regions,
  context: Context,
): Promise<Observation<DistributionState>> {
  if (isThere)
    return {
      state,
      diagnostics: [
        callFailed(`reading the shares of the traffic distribution group ${state.traffic_distribution_group_id}`, {
          kind: 'not-found',
          operation: 'GetTrafficDistribution',
          region: regions.first,
          code: 'ResourceNotFoundException',
          message: 'The group is there, and has no shares.',
        }),
      ],
    };
  if (state.instance_id === null) return {};
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  const { state: kept, diagnostics } = await gone(connect, { ...state, instance_id: state.instance_id }, regions.first);
  return { state: kept, diagnostics };
}

const asDeclared = ({ telephony, agent, signIn }: Distribution): Pick<DistributionState, 'telephony' | 'agent' | 'sign_in'> => ({
  telephony: Object.entries(telephony ?? {}).map(([region, percentage]) => ({ region, percentage })),
  agent: Object.entries(agent ?? {}).map(([region, percentage]) => ({ region, percentage })),
  sign_in: Object.entries(signIn ?? {}).map(([region, enabled]) => ({ region, enabled })),
});
