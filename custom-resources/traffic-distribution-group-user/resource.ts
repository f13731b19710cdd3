import { type Outcome, succeeded } from '../../connect/failure';
import type { Gateway, GroupRef, Id, Membership } from '../../connect/gateway';
import type { ManagedResource, Observation, PlanResponse, Reconciliation, Removal } from '../contract/resource';
import { isUnknown, UNKNOWN } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import { ending } from '../guarding/ending';
import { associate } from '../membership/associate';
import { groupNotFound, otherRegion } from '../membership/diagnostics';
import { disassociate } from '../membership/disassociate';
import { guardRemovals } from '../membership/guard';
import { homeOf, observeInGroup, plannedRegion } from '../membership/group';
import { theMembership } from '../identity/things';
import { groupOf, membershipId } from '../membership/ids';
import { planAttributes, settled } from '../planning/plan-attributes';
import { bareId, USER } from '../values/identifiers';
import { justCreated, readNew } from '../waiting/read-new';
import { READ_TIMEOUT_MS, timed } from '../waiting/timeouts';
import { checkMembership } from './check';
import { identify, identity, importState } from './identify';
import { operations } from './operations';
import { type MembershipState, schema, TIMEOUTS } from './schema';
import { validate } from './validate';

/** A membership is existence only: every attribute replaces, and there is no update. */
export const trafficDistributionGroupUser: ManagedResource<MembershipState> = {
  type: 'connect_traffic_distribution_group_user',
  schema,
  operations,
  identify,
  identity,
  validate,

  plan({ prior, config }): PlanResponse<MembershipState> {
    const { planned, replace } = planAttributes<MembershipState>(schema, prior, config);
    const { instance_id: instance, traffic_distribution_group_id: group, user_id: user } = planned;
    const id = isUnknown(instance) || isUnknown(group) || isUnknown(user) ? UNKNOWN : membershipId(instance, group, user);
    return {
      planned: { ...planned, id, region: plannedRegion(prior, replace, group) },
      replace,
      diagnostics: otherRegion(prior, config.traffic_distribution_group_id),
    };
  },

  guard(request, context) {
    const { state } = ending(request) ?? {};
    return state ? guardRemovals(state, [memberOf(state).userId], context) : Promise.resolve([]);
  },

  check: checkMembership,

  async observe({ state, private: known }, context): Promise<Observation<MembershipState>> {
    const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
    const { userId } = memberOf(state);
    return observeInGroup(connect, state, theMembership(membershipIdOf(state)), async ({ id: group, region }) => {
      const isMember = async (attempt: number): Promise<Outcome<true | undefined>> => {
        const member = await (attempt > 1
          ? isListed(connect, { group, region }, userId)
          : connect.groups.hasUser({ group, region }, userId));
        return member.ok ? succeeded(member.value || undefined) : member;
      };
      const read = await readNew(isMember, known, context);
      if (!read.ok) return read;
      return succeeded(read.value ? { state: { ...state, id: membershipIdOf(state), region }, private: {} } : {});
    });
  },

  async reconcile({ prior, planned, config }, context): Promise<Reconciliation<MembershipState>> {
    if (prior) return { state: { ...prior, timeouts: config.timeouts } };
    const desired = settled<MembershipState>(planned);
    const work = timed(context, 'create', config.timeouts, TIMEOUTS);
    const located = await homeOf(work.connect, desired);
    if (!located.ok) return { diagnostics: [callFailed(`creating the membership ${membershipIdOf(desired)}`, located.failure)] };
    if (!located.value) return { diagnostics: [groupNotFound({ ...groupOf(desired), region: work.connect.region })] };
    const problem = await associate(work, { ...memberOf(desired), region: located.value.region });
    if (problem) return { diagnostics: [problem] };
    return {
      state: { ...desired, id: membershipIdOf(desired), region: located.value.region },
      private: justCreated(context),
    };
  },

  async remove({ state }, context): Promise<Removal<MembershipState>> {
    const work = timed(context, 'delete', state.timeouts, TIMEOUTS);
    const located = await homeOf(work.connect, state);
    if (!located.ok) return { diagnostics: [callFailed(`ending the membership ${membershipIdOf(state)}`, located.failure)] };
    if (!located.value) return {};
    const problem = await disassociate(work, { ...memberOf(state), region: located.value.region });
    return problem ? { diagnostics: [problem] } : {};
  },

  importState,
};

/** By a list of its own: that of `hasUser` is shared, and kept. */
async function isListed(connect: Gateway, group: GroupRef, userId: Id): Promise<Outcome<boolean>> {
  const members = await connect.groups.listUsers(group);
  return members.ok ? succeeded(members.value.has(userId)) : members;
}

const membershipIdOf = (state: MembershipState): string =>
  membershipId(state.instance_id, state.traffic_distribution_group_id, state.user_id);

const memberOf = (state: MembershipState): Omit<Membership, 'region'> => ({ ...groupOf(state), userId: bareId(USER, state.user_id) });
