import type { PlanRequest, PlanResponse } from '../contract/resource';
import { isUnknown, type PlannedState, UNKNOWN, type Unknown } from '../contract/value';
import { planAttributes } from '../planning/plan-attributes';
import { bareId, isArn, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { type ByRegion, CURRENT, current, declared, isSame, type Part, PARTS } from './shares';
import { type DistributionState, schema } from './schema';

/**
 * The shares after apply. What is declared is set when the resource is made, and when the declaration of that part changes; with
 * `enforce`, always. Else the shares stay as operators have put them.
 */
export function planDistribution({ prior, config }: PlanRequest<DistributionState>): PlanResponse<DistributionState> {
  const { planned, replace } = planAttributes<DistributionState>(schema, prior, config);
  const before = replace.length > 0 ? undefined : prior;
  const { traffic_distribution_group_id: group } = planned;
  return {
    planned: {
      ...planned,
      id: isUnknown(group) ? UNKNOWN : bareId(TRAFFIC_DISTRIBUTION_GROUP, group),
      ...(!before && { arn: !isUnknown(group) && isArn(group) ? group : UNKNOWN, instance_id: UNKNOWN }),
      ...Object.fromEntries(PARTS.map((part) => [CURRENT[part], planPart(part, before, planned)])),
    },
    replace,
  };
}

function planPart(part: Part, prior: DistributionState | undefined, planned: PlannedState<DistributionState>): ByRegion | Unknown | null {
  const after = declared(planned, part);
  if (!prior) return after ?? UNKNOWN;
  const shown = current(prior, part) ?? null;
  if (after === undefined) return shown;
  if (isUnknown(after)) return UNKNOWN;
  const changes = planned.enforce !== false || !isSame(known(declared(prior, part)), after);
  return changes ? after : shown;
}

const known = (values: ByRegion | Unknown | undefined): ByRegion | undefined => (isUnknown(values) ? undefined : values);
