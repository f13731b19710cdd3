import type { Diagnostic } from '../contract/diagnostic';
import type { Context, Reconciliation } from '../contract/resource';
import { isUnknown } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import { justCreated } from '../waiting/read-new';
import { timed } from '../waiting/timeouts';
import { changeShares } from './change-shares';
import { groupMissing, notTheDefaultGroup, wentElsewhere } from './diagnostics';
import { Regions, regionsOf } from './regions';
import { asShown, current, declared, isSame, type Shares, sharesBy, shownBy } from './shares';
import { type DistributionState, TIMEOUTS } from './schema';

/** Sets what the plan announced: all that is declared for a new resource, else the parts that the plan shows to change. */
export async function setShares(
  prior: DistributionState | undefined,
  planned: DistributionState,
  config: DistributionState,
  context: Context,
): Promise<Reconciliation<DistributionState>> {
  const wanted = wantedParts(prior, planned, config);
  if (prior && Object.keys(wanted).length === 0) return { state: planned };
  const { connect, deadline } = timed(context, prior ? 'update' : 'create', config.timeouts, TIMEOUTS);
  const orderFor = (arn: string | null): readonly string[] => regionsOf({ ...(prior ?? planned), arn, ...asShown(wanted) }, connect.region);
  const group = prior
    ? { arn: prior.arn ?? planned.traffic_distribution_group_id }
    : await findGroup(planned, new Regions(context, orderFor(planned.arn), deadline));
  const failed = (problem: Diagnostic): Reconciliation<DistributionState> => ({
    ...(prior && { state: prior }),
    diagnostics: [problem],
  });
  if ('problem' in group) return failed(group.problem);

  const order = orderFor(group.arn);
  const regions = new Regions(context, order, deadline);
  const known = prior && planned.enforce === false ? shownBy(prior) : undefined;
  const { before, written, problem } = await changeShares({ group: group.arn, wanted, known }, regions, context, deadline);
  if (problem && !written) return failed(problem);
  const elsewhere = written && regions.first !== order[0] && regions.down ? [wentElsewhere(group.arn, regions.down, regions.first)] : [];
  return {
    // Of a resource that was there, the parts that were not changed stay as the plan knew them.
    state: { ...planned, ...group, ...asShown({ ...(prior ? shownBy(prior) : before), ...wanted }) },
    private: written ? justCreated(context) : {},
    diagnostics: [...(problem ? [problem] : []), ...elsewhere],
  };
}

/** The parts that change, and to what. */
const wantedParts = (prior: DistributionState | undefined, planned: DistributionState, config: DistributionState): Shares =>
  sharesBy((part) => {
    const after = declared(config, part);
    if (after === undefined || isUnknown(after)) return undefined;
    // What was known at plan says by itself whether it changes; what was not, changes if it came out otherwise.
    const announced = current(planned, part) ?? after;
    return !prior || !isSame(announced, current(prior, part)) ? after : undefined;
  });

type Found = Pick<DistributionState, 'arn' | 'instance_id'> & { readonly arn: string };

/** The group of a new resource. A bare id is known in the home Region alone, which is then that of the provider. */
async function findGroup(planned: DistributionState, regions: Regions): Promise<Found | { readonly problem: Diagnostic }> {
  const group = planned.traffic_distribution_group_id;
  const found = await regions.call((connect, region) => connect.groups.find({ group, region }));
  if (!found.ok) return { problem: callFailed(`looking for the traffic distribution group ${group}`, found.failure) };
  if (!found.value) return { problem: groupMissing(group, regions.first) };
  if (planned.sign_in.length > 0 && !found.value.isDefault) return { problem: notTheDefaultGroup(found.value) };
  return { arn: found.value.arn, instance_id: found.value.instanceId };
}
