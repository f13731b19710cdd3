import type { Gateway } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import type { ManagedResource, Observation, PlanResponse, Reconciliation, Removal } from '../contract/resource';
import { isUnknown, type PlannedState, UNKNOWN } from '../contract/value';
import { callFailed } from '../diagnostics';
import { planAttributes } from '../planning/plan-attributes';
import { instanceMissing } from '../presence';
import { justCreated } from '../settling';
import { groupNotFound, userOfOtherInstance } from '../traffic-distribution-group-user/diagnostics';
import { homeOf, type LocatedGroup } from '../traffic-distribution-group-user/home-region';
import { timeoutMs } from '../values/durations';
import { bareId, INSTANCE, instanceOf, regionOf, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';
import { changeUsers } from './change-users';
import { checkGroupUsers } from './check';
import { amongUsers, keptForSuccessor, notDeclared } from './diagnostics';
import { groupUsersId } from './group-users-id';
import { importGroupUsers } from './import';
import { readUsers, strangersAmong } from './read-users';
import { type GroupUsersState, schema, TIMEOUTS } from './schema';

/** How long a refresh may take, pacing included. */
const READ_TIMEOUT_MS = 20 * 60_000;

/** All users of a group: who is declared is put in, who was and is no longer is taken out. */
export const trafficDistributionGroupUsers: ManagedResource<GroupUsersState> = {
  type: 'connect_traffic_distribution_group_users',
  schema,

  validate({ instance_id: instance, user_ids: users }): readonly Diagnostic[] {
    if (typeof instance !== 'string' || isUnknown(users)) return [];
    const expected = bareId(INSTANCE, instance);
    const stranger = users.find((user) => !isUnknown(user) && (instanceOf(USER, user) ?? expected) !== expected);
    return typeof stranger === 'string' ? [amongUsers(userOfOtherInstance(stranger, expected))] : [];
  },

  plan({ prior, config }): PlanResponse<GroupUsersState> {
    const { planned, replace } = planAttributes<GroupUsersState>(schema, prior, config);
    const { instance_id, traffic_distribution_group_id: group, ...rest } = planned;
    const home = isUnknown(group) ? undefined : regionOf(group);
    return {
      planned: {
        ...rest,
        instance_id,
        traffic_distribution_group_id: group,
        id: isUnknown(instance_id) || isUnknown(group) ? UNKNOWN : groupUsersId(instance_id, group),
        region: prior && replace.length === 0 ? prior.region : (home ?? UNKNOWN),
      },
      replace,
    };
  },

  check: checkGroupUsers,

  async observe({ state, private: known }, context): Promise<Observation<GroupUsersState>> {
    const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
    const action = `reading the users of the group ${idOf(state)}`;
    const home = await homeOf(connect, state);
    if (!home.ok) return { state, diagnostics: [callFailed(action, home.failure)] };
    const instanceId = bareId(INSTANCE, state.instance_id);
    if (!home.value) return gone(connect, state, regionOf(state.instance_id) ?? connect.region);
    const { id: group, region } = home.value;
    const spelling = byId(state.user_ids);
    const users = await readUsers(connect, { instanceId, groupId: group, region, userIds: new Set(spelling.keys()) }, known, context);
    if (users.ok) return { state: { ...state, id: idOf(state), region, user_ids: spelled(users.value, spelling) }, private: {} };
    if (users.failure.kind === 'not-found') {
      const found = await connect.groups.find({ group, region });
      if (found.ok && !found.value) return gone(connect, state, region);
    }
    return { state, diagnostics: [callFailed(action, users.failure)] };
  },

  async reconcile({ prior, planned, config }, context): Promise<Reconciliation<GroupUsersState>> {
    const desired: GroupUsersState = { ...config, ...asPlanned(planned), region: prior?.region ?? null };
    const [wanted, before] = [byId(desired.user_ids), byId(prior?.user_ids ?? [])];
    const dropped = [...before.keys()].filter((id) => !wanted.has(id));
    if (prior && dropped.length === 0 && wanted.size === before.size) return { state: { ...prior, user_ids: desired.user_ids, timeouts: config.timeouts } };

    const timeout = prior ? timeoutMs(config.timeouts?.update, TIMEOUTS.update) : timeoutMs(config.timeouts?.create, TIMEOUTS.create);
    const connect = context.connect({ timeoutMs: timeout });
    const action = `changing the users of the group ${idOf(desired)}`;
    const home = await homeOf(connect, desired);
    if (!home.ok) return { diagnostics: [callFailed(action, home.failure)] };
    if (!home.value) return { diagnostics: [groupNotFound(groupOf(desired))] };
    const members = await connect.groups.listUsers({ group: home.value.id, region: home.value.region });
    if (!members.ok) return { diagnostics: [callFailed(action, members.failure)] };

    const strangers = prior ? [] : await strangersAmong(connect, { ...groupOf(desired), region: home.value.region, userIds: new Set(wanted.keys()) }, members.value);
    if (strangers.length > 0) return { diagnostics: [notDeclared(groupOf(desired), strangers)] };
    const joining = [...wanted.keys()].filter((id) => !members.value.has(id));
    const leaving = dropped.filter((id) => members.value.has(id));
    const { undone, diagnostics } = await changeUsers(connect, { ...groupOf(desired), group: home.value, joining, leaving }, context, timeout);
    if (!prior && joining.length > 0 && joining.every((id) => undone.has(id))) return { diagnostics };
    const users = [...[...wanted.keys()].filter((id) => !undone.has(id)), ...leaving.filter((id) => undone.has(id))];
    return {
      state: { ...desired, id: idOf(desired), region: home.value.region, user_ids: spelled(users, new Map([...before, ...wanted])) },
      private: justCreated(context),
      diagnostics,
    };
  },

  async remove({ state, successor }, context): Promise<Removal<GroupUsersState>> {
    if (successor === idOf(state)) return { diagnostics: [keptForSuccessor(groupOf(state))] };
    const timeout = timeoutMs(state.timeouts?.delete, TIMEOUTS.delete);
    const connect = context.connect({ timeoutMs: timeout });
    const action = `taking the users out of the group ${idOf(state)}`;
    const home = await homeOf(connect, state);
    if (!home.ok) return { diagnostics: [callFailed(action, home.failure)] };
    if (!home.value) return {};
    const members = await connect.groups.listUsers({ group: home.value.id, region: home.value.region });
    if (!members.ok) return members.failure.kind === 'not-found' && (await isGone(connect, home.value)) ? {} : { diagnostics: [callFailed(action, members.failure)] };
    const spelling = byId(state.user_ids);
    const leaving = [...spelling.keys()].filter((id) => members.value.has(id));
    const { undone, diagnostics } = await changeUsers(connect, { ...groupOf(state), group: home.value, joining: [], leaving }, context, timeout);
    return { state: { ...state, user_ids: spelled(undone, spelling) }, diagnostics };
  },

  importState: importGroupUsers,
};

const idOf = (state: GroupUsersState): string => groupUsersId(state.instance_id, state.traffic_distribution_group_id);

const groupOf = (state: GroupUsersState) => ({
  instanceId: bareId(INSTANCE, state.instance_id),
  groupId: bareId(TRAFFIC_DISTRIBUTION_GROUP, state.traffic_distribution_group_id),
});

/** By bare id, as the configuration spells them. */
const byId = (users: readonly string[]): ReadonlyMap<string, string> => new Map(users.map((user) => [bareId(USER, user), user]));

const spelled = (ids: Iterable<string>, spelling: ReadonlyMap<string, string>): readonly string[] => [...ids].map((id) => spelling.get(id) ?? id);

/** The configured attributes as the plan spells them (it may keep the prior spelling of an id). */
const asPlanned = ({ instance_id, traffic_distribution_group_id, user_ids }: PlannedState<GroupUsersState>): Partial<GroupUsersState> => ({
  ...(!isUnknown(instance_id) && { instance_id }),
  ...(!isUnknown(traffic_distribution_group_id) && { traffic_distribution_group_id }),
  ...(!isUnknown(user_ids) && { user_ids: user_ids.flatMap((user) => (isUnknown(user) ? [] : [user])) }),
});

async function gone(connect: Gateway, state: GroupUsersState, region: string): Promise<Observation<GroupUsersState>> {
  const missing = await instanceMissing(connect, bareId(INSTANCE, state.instance_id), region);
  return missing ? { state, diagnostics: [missing] } : {};
}

async function isGone(connect: Gateway, { id: group, region }: LocatedGroup): Promise<boolean> {
  const found = await connect.groups.find({ group, region });
  return found.ok && !found.value;
}
