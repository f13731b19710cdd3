import { isDeepStrictEqual } from 'node:util';
import type { InstanceSnapshot } from '../../emulator/control/snapshot';
import { allMade, nameOf } from '../support/emulator/made';
import type { StateResource } from '../support/terraform/project';

/** What a run leaves, as lines that two runs have in common when nothing but ids and times tells them apart. */
export type Ending = readonly string[];

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Of two runs these are never alike: when something happened, and how often Terraform wrote its state. */
const TIMES = new Set([
  'LastModifiedTime',
  'LastModifiedRegion',
  'ProficienciesModified',
  'Becomes',
  'Status',
  'ClientToken',
  'private',
  'deletedUserIds',
]);

/** @param old the ids of what was there when the runs began: who has another id later is another one */
export function endingOf(instance: InstanceSnapshot, state: readonly StateResource[], old: ReadonlySet<string>): Ending {
  const age = (id: string): string => (old.has(id) ? 'old' : 'new');
  const names = new Map([
    ...instance.deletedUserIds.map((id) => [id, `(a deleted user, ${age(id)})`] as const),
    ...allMade(instance).map((thing) => [thing.Id, `(the ${thing.noun} ${nameOf(thing)}, ${age(thing.Id)})`] as const),
  ]);
  const line = (what: string, value: unknown): string => `${what} ${canonical(value, names)}`;
  return [
    ...allMade(instance).map(({ noun, ...thing }) => line(noun, thing)),
    ...instance.queues.map(({ Name, QuickConnectIds }) => line(`queue ${Name} offers`, QuickConnectIds)),
    ...state.flatMap(({ type, name, instances }) => instances.map((one) => line(`state ${type}.${name}`, one))),
  ].sort();
}

/** JSON with names for ids, members and lists in one order. */
const canonical = (value: unknown, names: ReadonlyMap<string, string>): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (TIMES.has(key)) return undefined;
    if (typeof part === 'string') return part.replace(UUID, (id) => names.get(id) ?? id);
    if (Array.isArray(part)) return part.map((element) => canonical(element, names)).sort();
    return typeof part === 'object' && part !== null ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  });

/** In what a run ended otherwise than the one without interruption. */
export function differencesOf(ending: Ending, reference: Ending): readonly string[] {
  if (isDeepStrictEqual(ending, reference)) return [];
  return [...without(ending, reference).map((line) => `surplus: ${line}`), ...without(reference, ending).map((line) => `missing: ${line}`)];
}

/** As often as a line is more in the one than in the other: twins count. */
function without(lines: Ending, others: Ending): Ending {
  const rest = [...others];
  return lines.filter((line) => {
    const index = rest.indexOf(line);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** What points at something that is not there. */
export function danglingIn({ users, quickConnects, queues, groups }: InstanceSnapshot): readonly string[] {
  const [userIds, quickConnectIds] = [new Set(users.map(({ Id }) => Id)), new Set(quickConnects.map(({ Id }) => Id))];
  return [
    ...groups.flatMap(({ Name, members }) =>
      members.filter((id) => !userIds.has(id)).map((id) => `the group "${Name}" has the deleted user ${id}`),
    ),
    ...queues.flatMap(({ Name, QuickConnectIds }) =>
      QuickConnectIds.filter((id) => !quickConnectIds.has(id)).map((id) => `the queue "${Name}" offers the deleted quick connect ${id}`),
    ),
    ...quickConnects.flatMap(({ Name, QuickConnectConfig: { UserConfig } }) =>
      UserConfig && !userIds.has(UserConfig.UserId) ? [`the quick connect "${Name}" points at nobody`] : [],
    ),
  ];
}
