import type { PlanRequest, PlanResponse } from '../contract/resource';
import { isUnknown, isWhollyKnown, type PlannedState, UNKNOWN } from '../contract/value';
import { planTagged } from '../planning/plan-tags';
import { replacedUnseen } from '../planning/replaced-unseen';
import { isSameId, USER } from '../values/identifiers';
import { inOtherRegion } from '../values/place';
import { type QuickConnectState, schema } from './schema';

/**
 * From the prior state and the configuration to the planned quick connect. One that is to point at another user may be gone by
 * then, with the user that it pointed at before: it may have to be made again, under another id.
 */
export function planQuickConnect(request: PlanRequest<QuickConnectState>): PlanResponse<QuickConnectState> {
  const plan = planTagged(schema, request);
  const { prior, config, settings } = request;
  const { planned, replace } = plan;
  const perhapsAnew = prior !== undefined && replace.length === 0 && leavesUser(prior, planned);
  const lost = 'Quick connects are deleted and made anew, with other ids, and are offered in no queue that "queue_ids" does not name.';
  return {
    ...plan,
    diagnostics: [...plan.diagnostics, ...replacedUnseen(prior, planned, { instance_id: 'instance' }, lost)],
    planned: {
      ...planned,
      ...inOtherRegion(prior, config, settings),
      ...(perhapsAnew && { id: UNKNOWN, quick_connect_id: UNKNOWN, arn: UNKNOWN }),
    },
  };
}

/** Whether a quick connect points at a user, and is to point at somebody or something else. */
export function leavesUser(prior: QuickConnectState, planned: PlannedState<QuickConnectState>): boolean {
  const [before] = prior.user_config;
  if (!before) return false;
  if (!isWhollyKnown(planned.user_config)) return true;
  const [after] = isUnknown(planned.user_config) ? [] : planned.user_config;
  return !after || isUnknown(after) || isUnknown(after.user_id) || !isSameId(USER, after.user_id, before.user_id);
}
