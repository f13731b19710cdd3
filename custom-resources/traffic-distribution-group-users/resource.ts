import { succeeded } from '../../connect/failure';
import type { Id } from '../../connect/gateway';
import type { ManagedResource, Observation, PlanResponse, Reconciliation, Removal } from '../contract/resource';
import { isUnknown, UNKNOWN } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import { gone } from '../failures/gone';
import { groupNotFound, otherRegion } from '../membership/diagnostics';
import { refuseRemovals } from '../membership/guard';
import { homeOf, observeInGroup, plannedRegion } from '../membership/group';
import { groupOf, groupUsersId } from '../membership/ids';
import { planAttributes, settled } from '../planning/plan-attributes';
import { byId, USER } from '../values/identifiers';
import { justCreated } from '../waiting/read-new';
import { READ_TIMEOUT_MS, timed } from '../waiting/timeouts';
import { changeUsers } from './change-users';
import { checkGroupUsers } from './check';
import { groupUnknown, wouldBeEmpty } from './diagnostics';
import { guardGroupUsers } from './guard';
import { identify, identity, importState } from './identify';
import { operations } from './operations';
import { ofOtherInstance, readUsers, refuseNew } from './read-users';
import { type GroupUsersState, schema, TIMEOUTS } from './schema';
import { validate } from './validate';

/** All users of a group: who is declared is put in, who was and is no longer is taken out. */
export const trafficDistributionGroupUsers: ManagedResource<GroupUsersState> = {
  type: 'connect_traffic_distribution_group_users',
  schema,
  operations,
  // Nobody is taken out to be put in again.
  replacedInPlace: true,
  identify,
  identity,
  validate,

  plan({ prior, config }): PlanResponse<GroupUsersState> {
    const { planned, replace } = planAttributes<GroupUsersState>(schema, prior, config);
    const { instance_id: instance, traffic_distribution_group_id: group } = planned;
    const id = isUnknown(instance) || isUnknown(group) ? UNKNOWN : groupUsersId(instance, group);
    return {
      planned: { ...planned, id, region: plannedRegion(prior, replace, group) },
      replace,
      diagnostics:
        prior && isUnknown(group)
          ? [groupUnknown(prior.traffic_distribution_group_id)]
          : otherRegion(prior, config.traffic_distribution_group_id),
    };
  },

  guard: guardGroupUsers,
  check: checkGroupUsers,

  async observe({ state, private: known, imported }, context): Promise<Observation<GroupUsersState>> {
    const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
    const spelling = byId(USER, state.user_ids);
    return observeInGroup(connect, state, `the users of the group ${idOf(state)}`, async ({ region }) => {
      const expected = { ...groupOf(state), region, userIds: new Set(spelling.keys()) };
      const users = await readUsers(connect, expected, known, context);
      if (!users.ok) return users;
      const problem = imported ? await ofOtherInstance(connect, expected) : undefined;
      return succeeded(
        problem
          ? { state, diagnostics: [problem] }
          : { state: { ...state, id: idOf(state), region, user_ids: spelled(users.value, spelling) }, private: {} },
      );
    });
  },

  async reconcile({ prior, planned, config }, context): Promise<Reconciliation<GroupUsersState>> {
    const declared = settled<GroupUsersState>(planned);
    const id = idOf(declared);
    const desired = { ...declared, id, region: prior?.region ?? declared.region };
    const [wanted, before] = [byId(USER, desired.user_ids), byId(USER, prior?.user_ids ?? [])];
    const joining = [...wanted.keys()].filter((user) => !before.has(user));
    const leaving = [...before.keys()].filter((user) => !wanted.has(user));
    if (prior && joining.length + leaving.length === 0) return { state: desired };
    const emptied = prior && wanted.size === 0 && desired.allow_empty !== true;
    const forbidden = emptied ? wouldBeEmpty(groupOf(desired).groupId, leaving.length) : refuseRemovals(desired, leaving, context.settings);
    if (forbidden) return { diagnostics: [forbidden] };

    const { connect, deadline } = timed(context, prior ? 'update' : 'create', config.timeouts, TIMEOUTS);
    const home = await homeOf(connect, desired);
    if (!home.ok) return { diagnostics: [callFailed(`changing the users of the group ${id}`, home.failure)] };
    if (!home.value) return { diagnostics: [groupNotFound(groupOf(desired))] };
    if (!prior) {
      const expected = { ...groupOf(desired), region: home.value.region, userIds: new Set(wanted.keys()) };
      const refusal = await refuseNew(connect, expected);
      if (refusal) return { diagnostics: [refusal] };
    }
    const { undone, diagnostics } = await changeUsers({ ...groupOf(desired), group: home.value, joining, leaving }, context, deadline);
    const users = [...[...wanted.keys()].filter((user) => !undone.has(user)), ...leaving.filter((user) => undone.has(user))];
    if (!prior && users.length === 0 && diagnostics.length > 0) return { diagnostics };
    return {
      state: { ...desired, region: home.value.region, user_ids: spelled(users, new Map([...before, ...wanted])) },
      private: justCreated(context),
      diagnostics,
    };
  },

  async remove({ state }, context): Promise<Removal<GroupUsersState>> {
    const { connect, deadline } = timed(context, 'delete', state.timeouts, TIMEOUTS);
    const action = `taking the users out of the group ${idOf(state)}`;
    const home = await homeOf(connect, state);
    if (!home.ok) return { diagnostics: [callFailed(action, home.failure)] };
    if (!home.value) return gone(connect, state);
    const { id: group, region } = home.value;
    const found = await connect.groups.find({ group, region });
    if (found.ok && !found.value) return gone(connect, state, region);
    // Whoever may not look at the group may still take users out.
    if (!found.ok && found.failure.kind !== 'denied') return { diagnostics: [callFailed(action, found.failure)] };
    const spelling = byId(USER, state.user_ids);
    const { undone, diagnostics } = await changeUsers(
      { ...groupOf(state), group: home.value, joining: [], leaving: [...spelling.keys()] },
      context,
      deadline,
    );
    return { state: { ...state, user_ids: spelled(undone, spelling) }, diagnostics };
  },

  importState,
};

const idOf = (state: GroupUsersState): string => groupUsersId(state.instance_id, state.traffic_distribution_group_id);

const spelled = (ids: Iterable<Id>, spelling: ReadonlyMap<Id, string>): readonly string[] => [...ids].map((id) => spelling.get(id) ?? id);
