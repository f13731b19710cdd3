import { isDeepStrictEqual } from 'node:util';
import type { Emulator } from '../../emulator/emulator';
import { differencesOfUser, type SeenUser } from '../support/compare/user';
import type { Body } from '../support/terraform/contact-centre';
import { groupsThere, instanceOf } from './picture';
import type { TerraformState } from '../support/terraform-in-process/terraform';

/** In what a state is not true, in words. */
export function untruths(state: TerraformState, emulator: Emulator): readonly string[] {
  const { users, groups, quickConnects } = instanceOf(emulator);
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
      case 'connect_quick_connect': {
        const quickConnect = quickConnects.find(({ Id }) => Id === values.quick_connect_id);
        // One that points at a user may have gone with it; the next apply makes it again.
        const [target] = values.user_config as readonly unknown[];
        if (!quickConnect) return target ? [] : [`${address} is in the state and not there`];
        return tainted || quickConnect.Name === values.name ? [] : [`${address} has another name in the state`];
      }
      default: {
        const members = [...membersOf(values.traffic_distribution_group_id)].sort();
        const known = (values.user_ids as readonly string[]).map(bare).sort();
        return members.join() === known.join()
          ? []
          : [`${address} is in the state with ${known.length} users and has ${members.length}, or others`];
      }
    }
  });
}

/** What was made since, is not in the state, and would be lost: users whom nobody made otherwise, and members. */
export function orphans(state: TerraformState, emulator: Emulator, before: There): readonly string[] {
  const { users, quickConnects } = instanceOf(emulator);
  const groups = groupsThere(emulator);
  const stored = [...state.values()];
  const known = new Set(stored.map(({ values }) => values.user_id));
  /** Whoever leaves a group where nobody declares the membership leaves it to the successor. */
  const isHandedOn = (group: string): boolean =>
    before.undeclared.some(([id, user]) => id === group && !groups.find(({ Id }) => Id === id)?.members.includes(user));
  return [
    ...users
      .filter(({ Id }) => !before.users.has(Id) && !known.has(Id))
      .map(({ Username }) => `the user ${Username} was made and is not in the state`),
    ...groups
      .filter(({ Id }) => !before.groups.has(Id) && !stored.some(({ values }) => values.id === Id))
      .map(({ Name }) => `the group ${Name} was made and is not in the state`),
    ...quickConnects
      .filter(({ Id }) => !before.quickConnects.has(Id) && !stored.some(({ values }) => values.quick_connect_id === Id))
      .map(({ Name }) => `the quick connect ${Name} was made and is not in the state`),
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
  readonly users: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly quickConnects: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  /** Those of them that no resource of the state holds: group and user. */
  readonly undeclared: readonly (readonly [group: string, user: string])[];
}

export function whoIsThere(state: TerraformState, emulator: Emulator): There {
  const { users, quickConnects } = instanceOf(emulator);
  const groups = groupsThere(emulator);
  return {
    quickConnects: new Set(quickConnects.map(({ Id }) => Id)),
    users: new Set(users.map(({ Id }) => Id)),
    groups: new Set(groups.map(({ Id }) => Id)),
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
