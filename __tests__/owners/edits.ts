import type { InstanceSnapshot } from '../../emulator/control/snapshot';
import { DEFAULT_GROUP_ID, INSTANCE_ID, SALES_ROUTING_PROFILE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { memberships } from './announced';
import { type Declared, type DeclaredUser, GROUP, MEMBERSHIP, USER, type Who, without } from './declaration';
import type { Kept, Stack } from './stack';
import type { Edit } from './steps';

/** What a stack declares after an edit; undefined where the edit is not possible as things are. */
export function edited(stack: Stack, edit: Edit, instance: InstanceSnapshot): Declared | undefined {
  const declared: Declared = { ...stack.declared, imports: [], moved: [] };
  const { users } = declared;
  const one = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
  const hasName = (name: string): boolean => users.some((user) => user.name === name);
  const change = (user: DeclaredUser | undefined, by: Partial<DeclaredUser>): Declared => ({
    ...declared,
    users: users.map((other) => (other === user ? { ...other, ...by } : other)),
  });

  switch (edit.edit) {
    case 'nothing':
      return stack.kept.length > 0 ? declared : undefined;
    case 'add user': {
      const { name, sales, createFirst } = edit;
      return hasName(name) ? undefined : { ...declared, users: [...users, { address: stack.fresh('u'), name, sales, createFirst }] };
    }
    case 'rename user': {
      const user = one(users, edit.pick);
      return user && !hasName(edit.name) ? change(user, { name: edit.name }) : undefined;
    }
    case 'change user': {
      const user = one(users, edit.pick);
      return user && change(user, { sales: !user.sales });
    }
    case 'remove user':
    case 'forget user': {
      const user = one(users, edit.pick);
      return user && without(declared, new Set([`${USER}.${user.address}`]));
    }
    case 'readdress user': {
      const user = one(users, edit.pick);
      return user && readdressed(declared, user, stack.fresh('u'));
    }
    case 'leave': {
      const membership = one(declared.memberships, edit.pick);
      return membership && without(declared, new Set([`${MEMBERSHIP}.${membership.address}`]));
    }
    case 'disown group': {
      const group = one(declared.groups, edit.pick);
      return group && without(declared, new Set([`${GROUP}.${group.address}`]));
    }
    case 'join':
    case 'join by id': {
      const who = edit.edit === 'join' ? own(one(users, edit.pick)) : byId(one(instance.users, edit.pick));
      if (!who || ownsWhole(stack, edit.group) || isMember(stack, edit.group, who)) return undefined;
      return { ...declared, memberships: [...declared.memberships, { address: stack.fresh('m'), group: edit.group, who }] };
    }
    case 'own group': {
      const { group } = edit;
      if (ownsWhole(stack, group) || declaresOneOf(stack, group)) return undefined;
      return { ...declared, groups: [...declared.groups, { address: stack.fresh('g'), group, who: chosen(stack, instance, edit.picks) }] };
    }
    case 'change group': {
      const [group] = declared.groups;
      return (
        group && {
          ...declared,
          groups: declared.groups.map((other) => (other === group ? { ...other, who: chosen(stack, instance, edit.picks) } : other)),
        }
      );
    }
    case 'import user': {
      const user = one(
        instance.users.filter(({ Id, Username }) => !stack.knownUsers.has(Id) && !hasName(Username)),
        edit.pick,
      );
      return user && withImportedUser(stack, declared, user, edit.sales);
    }
    case 'import membership': {
      const known = stack.knownMemberships;
      const member = one(
        [...memberships(instance)].filter((key) => !known.has(key)),
        edit.pick,
      );
      const [group = '', id = ''] = member?.split(' ') ?? [];
      if (!member || ownsWhole(stack, group) || isMember(stack, group, { id })) return undefined;
      const address = stack.fresh('m');
      return {
        ...declared,
        memberships: [...declared.memberships, { address, group, who: { id } }],
        imports: [{ to: `${MEMBERSHIP}.${address}`, id: `${INSTANCE_ID},${group},${id}` }],
      };
    }
    case 'import group': {
      const group = edit.pick % 2 === 0 ? TEAM_GROUP_ID : DEFAULT_GROUP_ID;
      if (ownsWhole(stack, group) || declaresOneOf(stack, group)) return undefined;
      const address = stack.fresh('g');
      const who = instance.groups.filter(({ Id }) => Id === group).flatMap(({ members }) => members.map((id) => ({ id })));
      return {
        ...declared,
        groups: [...declared.groups, { address, group, who }],
        imports: [{ to: `${GROUP}.${address}`, id: `${INSTANCE_ID},${group}` }],
      };
    }
    case 'take over user':
      return undefined;
  }
}

/** With a user of Connect, and the block that imports it. */
export function withImportedUser(
  stack: Stack,
  declared: Declared,
  { Id, Username, RoutingProfileId }: InstanceSnapshot['users'][number],
  sales = RoutingProfileId === SALES_ROUTING_PROFILE_ID,
): Declared {
  const address = stack.fresh('u');
  return {
    ...declared,
    users: [...declared.users, { address, name: Username, sales, createFirst: false }],
    imports: [{ to: `${USER}.${address}`, id: `${INSTANCE_ID}:${Id}` }],
  };
}

/** Without a user that goes on elsewhere: who referred to it names its id. */
export function handedOver(declared: Declared, address: string, id: string): Declared {
  const named = (who: Who): Who => ('own' in who && who.own === address ? { id } : who);
  return {
    users: declared.users.filter((user) => user.address !== address),
    memberships: declared.memberships.map((one) => ({ ...one, who: named(one.who) })),
    groups: declared.groups.map((one) => ({ ...one, who: one.who.map(named) })),
    imports: [],
    moved: [],
  };
}

function readdressed(declared: Declared, user: DeclaredUser, address: string): Declared {
  const renamed = (who: Who): Who => ('own' in who && who.own === user.address ? { own: address } : who);
  return {
    users: declared.users.map((other) => (other === user ? { ...user, address } : other)),
    memberships: declared.memberships.map((one) => ({ ...one, who: renamed(one.who) })),
    groups: declared.groups.map((one) => ({ ...one, who: one.who.map(renamed) })),
    imports: [],
    moved: [{ from: `${USER}.${user.address}`, to: `${USER}.${address}` }],
  };
}

const own = (user: DeclaredUser | undefined): Who | undefined => user && { own: user.address };
const byId = (user: InstanceSnapshot['users'][number] | undefined): Who | undefined => user && { id: user.Id };

const inGroup =
  (group: string, types: readonly string[]) =>
  ({ type, attributes }: Kept): boolean =>
    types.includes(type) && attributes.traffic_distribution_group_id === group;

const ownsWhole = ({ declared, kept }: Stack, group: string): boolean =>
  declared.groups.some((one) => one.group === group) || kept.some(inGroup(group, [GROUP]));

const declaresOneOf = ({ declared, kept }: Stack, group: string): boolean =>
  declared.memberships.some((one) => one.group === group) || kept.some(inGroup(group, [MEMBERSHIP]));

/** Whether the stack declares that membership, in one spelling or the other. */
function isMember(stack: Stack, group: string, who: Who): boolean {
  const [id, key] = [stack.idOf(who), JSON.stringify(who)];
  return stack.declared.memberships.some(
    (one) => one.group === group && (JSON.stringify(one.who) === key || (id !== undefined && stack.idOf(one.who) === id)),
  );
}

/** Users of one's own by reference, all others by id; nobody twice. */
function chosen(stack: Stack, { users }: InstanceSnapshot, picks: readonly number[]): readonly Who[] {
  const mine = stack.declared.users.map(({ address }) => ({ own: address }));
  const ids = new Set(mine.map((who) => stack.idOf(who)));
  const all: readonly Who[] = [...mine, ...users.filter(({ Id }) => !ids.has(Id)).map(({ Id }) => ({ id: Id }))];
  return all.length === 0 ? [] : [...new Set(picks.map((pick) => pick % all.length))].flatMap((index) => all[index] ?? []);
}
