import { randomUUID } from 'node:crypto';
import type { Entry } from '../state/collection';
import type { Instance } from '../state/instance';
import type { HierarchyLevel } from '../state/setup';
import { inUse, invalidParameter, invalidRequest } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';

/** The members that stand for the levels, from the top down. */
export const LEVELS = ['LevelOne', 'LevelTwo', 'LevelThree', 'LevelFour', 'LevelFive'] as const;
type LevelName = (typeof LEVELS)[number];

interface UpdateInput {
  readonly InstanceId: string;
  readonly HierarchyStructure: Readonly<Partial<Record<LevelName, { readonly Name: string }>>>;
}

const MAX_NAME = 50;

function checkName(level: LevelName, name: string): void {
  if (name === '' || [...name].length > MAX_NAME)
    throw invalidParameter(`HierarchyStructure.${level}.Name must have 1 to ${MAX_NAME} characters.`);
}

/** A group's distance from the top: 1 for a group without a parent. */
export function depthOf(instance: Instance, id: string | undefined): number {
  const group = id === undefined ? undefined : instance.hierarchyGroups.latest(id);
  return group ? 1 + depthOf(instance, group.ParentId) : 0;
}

export const hasLevel = (instance: Instance, level: number): boolean =>
  [...instance.hierarchyLevels.values()].some(({ value }) => value.Level === level);

function shown(instance: Instance, { id, value }: Entry<HierarchyLevel>, call: Call): object {
  return { ...value, Id: id, Arn: call.arnIn(instance, 'agent-group-level', String(value.Level)) };
}

/** The structure is one document: a change of it shows at once where it was made. */
function set(instance: Instance, Level: number, wanted: { readonly Name: string } | undefined, call: Call): void {
  const current = [...instance.hierarchyLevels.values()].find(({ value }) => value.Level === Level);
  if (wanted?.Name === current?.value.Name) return;
  const stamp = { ...call.stamp, lag: 0 };
  if (wanted) instance.hierarchyLevels.put(current?.id ?? randomUUID(), { Level, Name: wanted.Name, ...call.modified }, stamp);
  else if (current) instance.hierarchyLevels.delete(current.id, stamp);
}

export const hierarchyStructure: Readonly<Record<string, Operation>> = {
  DescribeUserHierarchyStructure: operation<{ readonly InstanceId: string }>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const levels = instance.hierarchyLevels.list(call.view);
    return { HierarchyStructure: Object.fromEntries(levels.map((entry) => [LEVELS[entry.value.Level - 1], shown(instance, entry, call)])) };
  }),

  /** Makes the levels those of the request: one that it leaves out is removed, unless it has groups. */
  UpdateUserHierarchyStructure: operation<UpdateInput>(({ InstanceId, HierarchyStructure: wanted }, call) => {
    const instance = call.instance(InstanceId);
    const lowest = LEVELS.filter((level) => wanted[level]).length;
    for (const [index, level] of LEVELS.entries()) {
      if (index < lowest && !wanted[level]) throw invalidRequest(`HierarchyStructure has no ${level}, but a level below it.`);
      checkName(level, wanted[level]?.Name ?? level);
    }
    for (const { id } of instance.hierarchyGroups.values()) {
      const depth = depthOf(instance, id);
      if (depth > lowest)
        throw inUse(`Level ${depth} of the hierarchy has groups.`, call.arnIn(instance, 'agent-group-level', String(depth)));
    }
    for (const [index, level] of LEVELS.entries()) set(instance, index + 1, wanted[level], call);
    return undefined;
  }),
};
