import type { InstanceSnapshot } from '../../emulator/control/snapshot';
import type { PlanJson } from '../support/terraform/project';
import { GROUP, MEMBERSHIP, USER } from './declaration';

/** What a plan says it does to the contact centre. */
export interface Announced {
  readonly usersGone: ReadonlySet<string>;
  readonly namesNew: ReadonlySet<string>;
  readonly usersChanged: ReadonlySet<string>;
  /** The new names of users who are replaced, by the ids of those who go: their memberships go on to them. */
  readonly successors: ReadonlyMap<string, string>;
  /** `GROUP USER` */
  readonly membershipsGone: ReadonlySet<string>;
  readonly membershipsNew: ReadonlySet<string>;
  /** Groups that get users who are not known yet. */
  readonly groupsWithUnknown: ReadonlySet<string>;
}

type Values = Readonly<Record<string, unknown>>;

export function announcedBy(...plans: readonly PlanJson[]): Announced {
  const found = {
    usersGone: new Set<string>(),
    namesNew: new Set<string>(),
    usersChanged: new Set<string>(),
    successors: new Map<string, string>(),
    membershipsGone: new Set<string>(),
    membershipsNew: new Set<string>(),
    groupsWithUnknown: new Set<string>(),
  };
  for (const { address, change } of plans.flatMap(({ resource_changes = [] }) => resource_changes)) {
    const { actions, before, after, after_unknown: unknown } = change;
    const [type] = address.split('.');
    const [ends, makes] = [actions.includes('delete') ? before : null, actions.includes('create') ? after : null];
    if (type === USER) {
      if (ends) found.usersGone.add(String(ends.user_id));
      if (makes) found.namesNew.add(String(makes.name));
      if (ends && makes) found.successors.set(String(ends.user_id), String(makes.name));
      if (actions[0] === 'update') found.usersChanged.add(String(before?.user_id));
    } else if (type === MEMBERSHIP) {
      if (ends) found.membershipsGone.add(memberOf(ends));
      if (makes && unknown.user_id !== true) found.membershipsNew.add(memberOf(makes));
      if (makes && unknown.user_id === true) found.groupsWithUnknown.add(String(makes.traffic_distribution_group_id));
    } else if (type === GROUP && actions[0] !== 'no-op' && actions[0] !== 'read') {
      const [was, will] = [usersOf(before), usersOf(after)];
      const group = String((after ?? before)?.traffic_distribution_group_id);
      const isKnown =
        unknown.user_ids === undefined ||
        unknown.user_ids === false ||
        (Array.isArray(unknown.user_ids) && !unknown.user_ids.includes(true));
      for (const id of was) if (!will.includes(id)) found.membershipsGone.add(`${group} ${id}`);
      for (const id of will) if (!was.includes(id)) found.membershipsNew.add(`${group} ${id}`);
      if (after && !isKnown) found.groupsWithUnknown.add(group);
    }
  }
  return found;
}

const memberOf = ({ traffic_distribution_group_id: group, user_id: user }: Values): string => `${String(group)} ${String(user)}`;
/** Those that are known. */
const usersOf = (values: Values | null): readonly string[] =>
  (Array.isArray(values?.user_ids) ? (values.user_ids as readonly unknown[]) : []).filter((id) => typeof id === 'string');

/**
 * The memberships of users who were replaced that are those of their successors now: those that they had, and those that the same
 * plan made for them. No resource declares them, as none has to.
 */
export function handedOn({ successors, membershipsNew }: Announced, before: InstanceSnapshot, after: InstanceSnapshot): readonly string[] {
  const belonged = memberships(before);
  const names = new Map(after.users.map(({ Id, Username }) => [Id, Username]));
  const had = (one: string): boolean => belonged.has(one) || membershipsNew.has(one);
  return [...memberships(after)].filter(
    (one) => !belonged.has(one) && [...successors].some(([id, name]) => names.get(userIn(one)) === name && had(`${groupIn(one)} ${id}`)),
  );
}

/** What happened that no plan announced. */
export function unannounced(announced: Announced, before: InstanceSnapshot, after: InstanceSnapshot): readonly string[] {
  const [were, are] = [usersById(before), usersById(after)];
  const [belonged, belong] = [memberships(before), memberships(after)];
  const goneOn = new Set(handedOn(announced, before, after));
  const left = new Set(after.quickConnects.map(({ Id }) => Id));
  return [
    ...tell(
      'a user is gone that no plan destroys',
      [...were.keys()].filter((id) => !are.has(id) && !announced.usersGone.has(id)),
    ),
    ...tell(
      'a user has come that no plan creates',
      after.users.filter(({ Id, Username }) => !were.has(Id) && !announced.namesNew.has(Username)).map(({ Username }) => Username),
    ),
    ...tell(
      'a user has changed that no plan changes',
      [...are].filter(([id, user]) => were.has(id) && were.get(id) !== user && !announced.usersChanged.has(id)).map(([id]) => id),
    ),
    ...tell(
      'a membership has ended that no plan ends',
      [...belonged].filter((one) => !belong.has(one) && !announced.membershipsGone.has(one) && !announced.usersGone.has(userIn(one))),
    ),
    ...tell(
      'a membership has come that no plan makes',
      [...belong].filter(
        (one) =>
          !belonged.has(one) && !announced.membershipsNew.has(one) && !announced.groupsWithUnknown.has(groupIn(one)) && !goneOn.has(one),
      ),
    ),
    ...tell(
      'a quick connect is gone, though its user stays',
      before.quickConnects
        .filter(({ Id, QuickConnectConfig: { UserConfig } }) => !left.has(Id) && (!UserConfig || are.has(UserConfig.UserId)))
        .map(({ Name }) => Name),
    ),
  ];
}

/** What was announced and did not happen. */
export function undone(announced: Announced, after: InstanceSnapshot): readonly string[] {
  const belong = memberships(after);
  const names = new Map(after.users.map(({ Id, Username }) => [Id, Username]));
  const made = (id: string): boolean => announced.namesNew.has(names.get(id) ?? '');
  return [
    ...tell(
      'a user was to be destroyed and is there',
      [...announced.usersGone].filter((id) => names.has(id) && !made(id)),
    ),
    ...tell(
      'a user was to be created and is not there',
      [...announced.namesNew].filter((name) => ![...names.values()].includes(name)),
    ),
    ...tell(
      'a membership was to end and is there',
      [...announced.membershipsGone].filter((one) => belong.has(one) && !announced.membershipsNew.has(one)),
    ),
    ...tell(
      'a membership was to come and is not there',
      // Of a user whom the same plan destroys, a membership ends with it.
      [...announced.membershipsNew].filter((one) => !belong.has(one) && !announced.usersGone.has(userIn(one))),
    ),
  ];
}

const tell = (what: string, things: readonly string[]): readonly string[] => things.map((thing) => `${what}: ${thing}`);

export const memberships = ({ groups }: InstanceSnapshot): ReadonlySet<string> =>
  new Set(groups.flatMap(({ Id, members }) => members.map((id) => `${Id} ${id}`)));

const usersById = ({ users }: InstanceSnapshot): ReadonlyMap<string, string> =>
  new Map(users.map((user) => [user.Id, JSON.stringify({ ...user, LastModifiedTime: undefined, ProficienciesModified: undefined })]));

const groupIn = (member: string): string => member.split(' ')[0] ?? '';
const userIn = (member: string): string => member.split(' ')[1] ?? '';
