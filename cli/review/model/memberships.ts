import { inOrder } from '../../../custom-resources/values/order';
import { isList, type JsonObject, textsIn } from '../read/json';
import { isKnown, type Plan, type ResourceChange, UNKNOWN } from '../read/plan';
import { isSensitive } from '../read/redact';
import { lastPart } from './names';
import type { Surroundings } from './surroundings';
import { addressKey } from './users';

/** Of a user and a group: that the one is in the other begins or ends. */
export interface MembershipChange {
  readonly user: string;
  readonly group: string;
  readonly verb: 'begins' | 'ends';
  /** It was ended or begun outside Terraform, and the plan puts that back. */
  readonly putBack: boolean;
}

export const ONE = 'connect_traffic_distribution_group_user';
export const WHOLE_GROUP = 'connect_traffic_distribution_group_users';

/** Stands for a user or group whose id is only known after apply. */
export type KeyOf = (change: ResourceChange, attribute: string, values: JsonObject) => readonly string[];

/**
 * What a change of one of these two resources does to memberships; `drift` is what was changed of it outside.
 * @param leaving ids of accounts that are deleted: their memberships end, also where Terraform forgets them
 */
export function membershipChanges(
  change: ResourceChange,
  drift: ResourceChange | undefined,
  leaving: ReadonlySet<string>,
  keyOf: KeyOf,
): readonly MembershipChange[] {
  if (change.action === 'forget') {
    const { group, users } = membersOf(change, change.before, keyOf);
    return users.filter((user) => leaving.has(user)).map((user) => ({ user, group, verb: 'ends', putBack: false }));
  }
  if (change.action === 'none' || change.action === 'read') return [];
  const [before, after] = [membersOf(change, change.before, keyOf), membersOf(change, change.after, keyOf)];
  const outside = drift && { was: membersOf(drift, drift.before, keyOf), is: membersOf(drift, drift.after, keyOf) };
  const pairs = (side: Members, other: Members, verb: MembershipChange['verb']): readonly MembershipChange[] =>
    side.users
      .filter((user) => side.group !== other.group || !other.has.has(user))
      .map((user) => ({
        user,
        group: side.group,
        verb,
        putBack:
          outside !== undefined &&
          (verb === 'begins'
            ? outside.was.group === side.group && outside.was.has.has(user) && !outside.is.has.has(user)
            : outside.is.has.has(user) && !outside.was.has.has(user)),
      }));
  return [...(after.open ? [] : pairs(before, after, 'ends')), ...pairs(after, before, 'begins')];
}

interface Members {
  readonly group: string;
  readonly users: readonly string[];
  readonly has: ReadonlySet<string>;
  /** Others may be among them: that is only known after apply. */
  readonly open: boolean;
}

function membersOf(change: ResourceChange, values: JsonObject | undefined, keyOf: KeyOf): Members {
  if (!values) return { group: '', users: [], has: new Set(), open: false };
  const [group = ''] = keyOf(change, 'traffic_distribution_group_id', values);
  if (change.type === ONE) {
    const users = keyOf(change, 'user_id', values);
    return { group, users, has: new Set(users), open: false };
  }
  const told = isList(values.user_ids) ? textsIn(values.user_ids) : [UNKNOWN];
  const known = told.filter(isKnown).map(lastPart);
  // Those that are not known yet are who the configuration refers to besides.
  const referred = known.length < told.length ? keyOf(change, 'user_ids', values) : [];
  const has = new Set([...known, ...referred]);
  return { group, users: [...has], has, open: known.length < told.length && referred.length === 0 };
}

/** Who is in which group now, as far as the states know: users by group. */
export function membersNow(plans: readonly Plan[]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const put = (group: unknown, users: readonly string[]): void => {
    if (typeof group !== 'string') return;
    const inGroup = members.get(lastPart(group)) ?? new Set<string>();
    members.set(lastPart(group), inGroup);
    for (const user of users) inGroup.add(user);
  };
  for (const { stack, state } of plans)
    for (const { address, type, values } of state) {
      const { user_id: user, traffic_distribution_group_id: group } = values;
      if (type === ONE && typeof user === 'string') put(group, [isSensitive(user) ? addressKey(stack, address) : lastPart(user)]);
      if (type === WHOLE_GROUP) put(group, textsIn(values.user_ids).map(lastPart));
    }
  return members;
}

/** A group that has nobody left of those whom the plans know. */
export interface EmptiedGroup {
  readonly group: string;
  readonly before: number;
}

export function emptiedGroups(changes: readonly MembershipChange[], { names, declared }: Surroundings): readonly EmptiedGroup[] {
  const touched = new Set(changes.filter(({ verb }) => verb === 'ends').map(({ group }) => group));
  return [...touched]
    .flatMap((group) => {
      const before = declared.get(group) ?? new Set<string>();
      const of = (verb: MembershipChange['verb']): readonly string[] =>
        changes.filter((change) => change.group === group && change.verb === verb).map(({ user }) => user);
      const left = new Set(before);
      for (const user of of('ends')) left.delete(user);
      return before.size > 0 && left.size === 0 && of('begins').length === 0 ? [{ group: names.of(group), before: before.size }] : [];
    })
    .sort((a, b) => inOrder(a.group, b.group));
}
