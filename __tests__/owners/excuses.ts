import type { InstanceSnapshot } from '../../emulator/control/snapshot';
import { memberships } from './announced';
import { type Declared, GROUP, MEMBERSHIP, USER, type Who, without } from './declaration';
import type { Stack } from './stack';

/** Why a declaration cannot be applied as things are: others own what it asks for, or have taken it away. */
export interface Excuse {
  readonly address: string;
  readonly why: 'the name is taken' | 'the user is gone' | 'another resource of the state has it' | 'others are in the group';
  /** The one of several users who is meant. */
  readonly id?: string;
  /** Whether only apply can tell. */
  readonly late?: boolean;
}

export function excusesOf(stack: Stack, instance: InstanceSnapshot): readonly Excuse[] {
  const { declared, kept } = stack;
  const alive = new Set(instance.users.map(({ Id }) => Id));
  const isDead = (who: Who): boolean => 'id' in who && !alive.has(who.id);
  const imported = new Set(declared.imports.map(({ to }) => to));
  const before = new Map(declared.moved.map(({ from, to }) => [to, from]));
  const atOf = (address: string) => kept.find((one) => one.address === address) ?? kept.find((one) => one.address === before.get(address));
  const elsewhere = (address: string, key: string): boolean =>
    kept.some(
      (one) =>
        one.type === MEMBERSHIP &&
        one.address !== address &&
        `${String(one.attributes.traffic_distribution_group_id)} ${String(one.attributes.user_id)}` === key,
    );
  return [
    ...declared.users.flatMap(({ address, name }): readonly Excuse[] => {
      const at = `${USER}.${address}`;
      const user = instance.users.find(({ Username }) => Username === name);
      return !user || imported.has(at) || atOf(at)?.attributes.user_id === user.Id ? [] : [{ address: at, why: 'the name is taken' }];
    }),
    ...declared.memberships.flatMap(({ address, group, who }): readonly Excuse[] => {
      const at = `${MEMBERSHIP}.${address}`;
      if (isDead(who)) return [{ address: at, why: 'the user is gone' }];
      return elsewhere(at, `${group} ${stack.idOf(who) ?? ''}`) ? [{ address: at, why: 'another resource of the state has it' }] : [];
    }),
    ...declared.groups.flatMap(({ address, group, who }): readonly Excuse[] => {
      const at = `${GROUP}.${address}`;
      const dead = who.flatMap((one): readonly Excuse[] =>
        'id' in one && isDead(one) ? [{ address: at, why: 'the user is gone', id: one.id }] : [],
      );
      const wanted = new Set(who.map((one) => stack.idOf(one)));
      const strangers = [...memberships(instance)].filter((one) => one.startsWith(`${group} `) && !wanted.has(one.split(' ')[1]));
      if (atOf(at) || imported.has(at) || strangers.length === 0) return dead;
      return [...dead, { address: at, why: 'others are in the group', late: wanted.has(undefined) }];
    }),
  ];
}

/** What the owner declares after reading why it cannot be. */
export function repaired(declared: Declared, excuses: readonly Excuse[]): Declared {
  const gone = new Set(excuses.flatMap(({ address, id }) => (id === undefined ? [address] : [])));
  const dead = new Set(excuses.map(({ id }) => id));
  const rest = without(declared, gone);
  return { ...rest, groups: rest.groups.map((one) => ({ ...one, who: one.who.filter((who) => !('id' in who && dead.has(who.id))) })) };
}
