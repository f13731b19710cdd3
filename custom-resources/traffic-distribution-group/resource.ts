import type { ManagedResource, PlanRequest, PlanResponse, Reconciliation, Removal } from '../contract/resource';
import { isUnknown, UNKNOWN } from '../contract/value';
import { settled } from '../planning/plan-attributes';
import { planTagged } from '../planning/plan-tags';
import { replacedUnseen } from '../planning/replaced-unseen';
import { regionOf } from '../values/identifiers';
import { READ_TIMEOUT_MS, timed } from '../waiting/timeouts';
import { checkGroupResource } from './check';
import { createGroup } from './create';
import { identify, identity, importState } from './identify';
import { observeGroup } from './observe';
import { operations } from './operations';
import { removeGroup } from './remove';
import { type GroupState, schema, TIMEOUTS } from './schema';
import { updateTags } from './update';

/** A group is made and deleted; only its tags can change. Its shares are a resource of their own, and so is who is in it. */
export const trafficDistributionGroup: ManagedResource<GroupState> = {
  type: 'connect_traffic_distribution_group',
  schema,
  operations,
  identify,
  identity,
  plan: planGroup,
  check: checkGroupResource,
  observe: observeGroup,

  async reconcile({ prior, planned, config }, context): Promise<Reconciliation<GroupState>> {
    const desired = settled<GroupState>(planned);
    if (prior) return updateTags(context.connect({ timeoutMs: READ_TIMEOUT_MS }), prior, desired, context);
    return createGroup(timed(context, 'create', config.timeouts, TIMEOUTS), desired);
  },

  async remove({ state }, context): Promise<Removal<GroupState>> {
    const problem = await removeGroup(timed(context, 'delete', state.timeouts, TIMEOUTS), state);
    return problem ? { diagnostics: [problem] } : {};
  },

  importState,
};

const LOST = 'Groups are deleted and made anew, with other ARNs, even shares, and no agents or phone numbers that no resource puts in.';

/** A group whose making failed after Terraform had stopped to wait for it is made anew. */
function planGroup(request: PlanRequest<GroupState>): PlanResponse<GroupState> {
  const { prior } = request;
  const { planned, replace, diagnostics } = planTagged(schema, request);
  const failed = prior?.status === 'CREATION_FAILED';
  const { instance_id: instance } = planned;
  return {
    planned: {
      ...planned,
      ...(!prior && !isUnknown(instance) && { region: regionOf(instance) ?? UNKNOWN }),
      ...(failed && { id: UNKNOWN, arn: UNKNOWN, status: UNKNOWN }),
    },
    replace: failed ? [...replace, ['status']] : replace,
    diagnostics: [
      ...diagnostics,
      ...(failed ? [] : replacedUnseen(prior, planned, { instance_id: 'instance', name: 'name', description: 'description' }, LOST)),
    ],
  };
}
