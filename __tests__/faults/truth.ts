import { isDeepStrictEqual } from 'node:util';
import type { Emulator } from '../../emulator/emulator';
import { allMade, MADE, nameOf } from '../support/emulator/made';
import { differencesOfUser, type SeenUser } from '../support/compare/user';
import type { Body } from '../support/terraform/contact-centre';
import { groupsThere, instanceOf } from './picture';
import type { TerraformState } from '../support/terraform-in-process/terraform';

/** In what a state is not true, in words. */
export function untruths(state: TerraformState, emulator: Emulator): readonly string[] {
  const instance = instanceOf(emulator);
  const { users, groups } = instance;
  const membersOf = (id: unknown): readonly string[] => groups.find(({ Id }) => Id === bare(id))?.members ?? [];
  return [...state].flatMap(([address, { type, values, tainted, private: known }]) => {
    switch (type) {
      case 'connect_user': {
        const user = users.find(({ Id }) => Id === values.user_id);
        // It stays for the quick connects that it left, and says so.
        if (!user) return Buffer.from(known).includes('"gone":true') ? [] : [`${address} is in the state and not there`];
        return tainted
          ? []
          : differencesOfUser(address, user as SeenUser, asDeclared(values)).map((difference) => `the state is not true: ${difference}`);
      }
      case 'connect_traffic_distribution_group_user':
        return membersOf(values.traffic_distribution_group_id).includes(bare(values.user_id))
          ? []
          : [`${address} is in the state and not there`];
      case 'connect_traffic_distribution_group': {
        const group = groupsThere(emulator).find(({ Id }) => Id === values.id);
        if (!group) return [`${address} is in the state and not there`];
        const told = [values.name, values.description, values.tags_all];
        const is = [group.Name, group.Description ?? null, group.Tags];
        return tainted || isDeepStrictEqual(told, is) ? [] : [`the state of ${address} is not true: ${JSON.stringify([told, is])}`];
      }
      case 'connect_traffic_distribution': {
        const group = groups.find(({ Id }) => Id === values.id);
        const [telephony, agent] = [group?.TelephonyConfig, group?.AgentConfig].map((config) =>
          Object.fromEntries((config?.Distributions ?? []).map(({ Region, Percentage }) => [Region, Percentage])),
        );
        return isDeepStrictEqual([values.current_telephony, values.current_agent], [telephony, agent])
          ? []
          : [`${address} is in the state with other shares than there are`];
      }
      case 'connect_traffic_distribution_group_users': {
        const members = [...membersOf(values.traffic_distribution_group_id)].sort();
        const known = (values.user_ids as readonly string[]).map(bare).sort();
        return members.join() === known.join()
          ? []
          : [`${address} is in the state with ${known.length} users and has ${members.length}, or others`];
      }
      default: {
        const made = MADE[type];
        if (!made) throw new Error(`what ${type} makes has no line in __tests__/support/emulator/made.ts`);
        const thing = made.things(instance).find(({ Id }) => Id === values[made.id]);
        // A quick connect that points at a user may have gone with it; the next apply makes it again.
        const [target] = (values.user_config ?? []) as readonly unknown[];
        if (!thing) return target ? [] : [`${address} is in the state and not there`];
        return tainted || nameOf(thing) === values.name ? [] : [`${address} has another name in the state`];
      }
    }
  });
}

/** What was made since, is not in the state, and would be lost: things that nobody made otherwise, and members. */
export function orphans(state: TerraformState, emulator: Emulator, before: There): readonly string[] {
  const groups = groupsThere(emulator);
  const there = { ...instanceOf(emulator), groups };
  const stored = [...state.values()];
  /** Whoever leaves a group where nobody declares the membership leaves it to the successor. */
  const isHandedOn = (group: string): boolean =>
    before.undeclared.some(([id, user]) => id === group && !groups.find(({ Id }) => Id === id)?.members.includes(user));
  return [
    ...Object.values(MADE).flatMap(({ noun, id, things }) =>
      things(there)
        .filter(({ Id }) => !before.ids.has(Id) && !stored.some(({ values }) => values[id] === Id))
        .map((thing) => `the ${noun} ${nameOf(thing)} was made and is not in the state`),
    ),
    ...groups.flatMap(({ Id, Name, members }) =>
      members
        .filter((user) => !before.members.has(`${Id} ${user}`) && !isMember(state, Id, user) && !isHandedOn(Id))
        .map(() => `somebody was put into "${Name}" and is not in the state`),
    ),
  ];
}

/** Whether a membership is in the state. */
const isMember = (state: TerraformState, group: string, user: string): boolean =>
  [...state.values()].some(
    ({ values }) =>
      bare(values.traffic_distribution_group_id) === group &&
      (bare(values.user_id) === user || ((values.user_ids ?? []) as readonly string[]).map(bare).includes(user)),
  );

export interface There {
  readonly ids: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  /** Those of them that no resource of the state holds: group and user. */
  readonly undeclared: readonly (readonly [group: string, user: string])[];
}

export function whoIsThere(state: TerraformState, emulator: Emulator): There {
  const groups = groupsThere(emulator);
  return {
    ids: new Set(allMade({ ...instanceOf(emulator), groups }).map(({ Id }) => Id)),
    members: new Set(groups.flatMap(({ Id, members }) => members.map((user) => `${Id} ${user}`))),
    undeclared: groups.flatMap(({ Id, members }) =>
      members.filter((user) => !isMember(state, Id, user)).map((user) => [Id, user] as const),
    ),
  };
}

const bare = (id: unknown): string => String(id).slice(String(id).lastIndexOf('/') + 1);

/** The number of a desk phone may stay where there is none any more. */
const withoutDesk = (phone: unknown): unknown => {
  const { desk_phone_number: number, ...rest } = (phone ?? {}) as Body;
  return phone && { ...rest, ...(rest.phone_type === 'DESK_PHONE' && { desk_phone_number: number }) };
};

/** Values of the state in the form of a declaration: without nulls, blocks as objects where one is meant. */
function asDeclared(values: Readonly<Record<string, unknown>>): Body {
  const present = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(present);
    if (typeof value !== 'object' || value === null) return value ?? undefined;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== null)
        .map(([name, part]) => [name, present(part)]),
    );
  };
  const { identity_info: identity, phone_config: phone, tags_all: tags, ...rest } = present(values) as Readonly<Record<string, unknown>>;
  const one = (blocks: unknown): unknown => (Array.isArray(blocks) ? (blocks as unknown[])[0] : blocks);
  return { ...rest, tags: tags ?? {}, identity_info: one(identity) ?? {}, phone_config: withoutDesk(one(phone)) };
}
