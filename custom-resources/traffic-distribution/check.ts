import { Findings } from '../checking/findings';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { PASSING } from '../membership/group';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import {
  callsFindNobody,
  type Difference,
  groupMissing,
  groupNotActive,
  leftAsTheyAre,
  notTheDefaultGroup,
  otherRegions,
  shiftedByNew,
} from './diagnostics';
import { Regions, regionsOf } from './regions';
import {
  callsWithoutAgents,
  current,
  declared,
  fromConnect,
  isSame,
  PARTS,
  regionsMissing,
  type Shares,
  sharesBy,
  shownBy,
} from './shares';
import type { DistributionState } from './schema';

/** What Connect tells, before apply, of shares that are to be set; and of those that are left otherwise than declared. */
export async function checkDistribution(
  { prior, planned, replacing, replanned }: CheckRequest<DistributionState>,
  context: Context,
): Promise<readonly Diagnostic[]> {
  if (!planned || replanned || isUnknown(planned.traffic_distribution_group_id)) return [];
  const group = planned.traffic_distribution_group_id;
  const findings = new Findings(context, { group });
  const before = replacing ? undefined : prior;
  const live = before ? shownBy(before) : await checkGroup(planned, group, findings);
  if (!live) return findings.diagnostics;

  const wanted = knownParts(planned);
  const regions = regionsMissing(live, wanted);
  if (regions) findings.add(otherRegions(group, regions));
  const left = before ? leftAlone(before, planned) : [];
  if (left.length > 0) findings.add(leftAsTheyAre(group, left));
  const shifted = before || regions ? [] : otherwise(live, wanted);
  if (shifted.length > 0) findings.add(shiftedByNew(group, shifted));
  const [telephony, agent] = (['telephony', 'agent'] as const).map((part) => current(planned, part) ?? live[part]);
  const moves = telephony && !isSame(telephony, live.telephony);
  const alone = moves && agent ? callsWithoutAgents(telephony, agent) : [];
  if (alone.length > 0) findings.add(callsFindNobody(group, alone));
  return findings.diagnostics;
}

const knownParts = (planned: PlannedState<DistributionState>): Shares => sharesBy((part) => declared(planned, part));

/** The parts that differ from what is declared, and that the plan does not change. */
function leftAlone(prior: DistributionState, planned: PlannedState<DistributionState>): readonly Difference[] {
  const [before, after] = [shownBy(prior), shownBy(planned)];
  return otherwise(before, knownParts(planned)).filter(({ part, live }) => isSame(after[part], live));
}

const otherwise = (shares: Shares, wanted: Shares): readonly Difference[] =>
  PARTS.flatMap((part): readonly Difference[] => {
    const [live, declared] = [shares[part], wanted[part]];
    return live && declared && !isSame(live, declared) ? [{ part, live, declared }] : [];
  });

/** The shares that the group of a new resource has by now, unless it cannot be one; it tells them only while it is ACTIVE. */
async function checkGroup(planned: PlannedState<DistributionState>, group: string, findings: Findings): Promise<Shares | undefined> {
  const { connect, context } = findings;
  const regions = new Regions(context, regionsOf(planned, connect.region), context.clock.now() + READ_TIMEOUT_MS);
  const found = await findings.look('DescribeTrafficDistributionGroup', () =>
    regions.call((connect, region) => connect.groups.find({ group, region })),
  );
  if (!found) return undefined;
  if (!found.value) return void findings.add(groupMissing(group, regions.first));
  const { arn, status, isDefault } = found.value;
  if (status !== 'ACTIVE' && !PASSING.includes(status)) return void findings.add(groupNotActive(group, status));
  if (!isDefault && !isUnknown(planned.sign_in) && planned.sign_in.length > 0) return void findings.add(notTheDefaultGroup(found.value));
  if (status !== 'ACTIVE') return undefined;
  const live = await findings.look('GetTrafficDistribution', () =>
    regions.call((connect, region) => connect.distributions.find({ group: arn, region })),
  );
  return live?.value && fromConnect(live.value);
}
